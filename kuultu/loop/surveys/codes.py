"""Codes of surveys: six signs to read aloud and to type in any script, as the join codes of the hall."""

import secrets

SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


def new_code() -> str:
    """A random code of six signs, 32 to choose from."""
    return "".join(secrets.choice(SIGNS) for _ in range(6))


def as_typed(text: str) -> str:
    """A code as people type it."""
    return "".join(sign for sign in text.upper() if sign.isalnum())
