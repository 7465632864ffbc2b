"""Join codes, and the keys of tables: six and four signs to read aloud and to type in any script."""

import hashlib
import hmac
import secrets

from django.conf import settings

# Latin capitals and digits without O/0 and I/1: 32 signs, five bits each.
SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
CODE_SIGNS = 6
KEY_SIGNS = 4


def new_code() -> str:
    """A random code; whoever keeps it looks whether it is free."""
    return "".join(secrets.choice(SIGNS) for _ in range(CODE_SIGNS))


def as_typed(text: str) -> str:
    """A code as people type it: small letters, spaces and dashes do not matter."""
    return "".join(sign for sign in text.upper() if sign.isalnum())


def table_key(event_code: str, number: int) -> str:
    """Four signs on a table's sheet, so that a neighbour's phone does not write in its name.

    Computed from the server's key, never stored.
    """
    message = f"table:{event_code}:{number}".encode()
    digest = hmac.new(settings.SECRET_KEY.encode(), message, hashlib.sha256).digest()
    return "".join(SIGNS[byte % len(SIGNS)] for byte in digest[:KEY_SIGNS])


def opens_table(key: str, event_code: str, number: int) -> bool:
    """Is this the table's key?"""
    return hmac.compare_digest(as_typed(key).encode(), table_key(event_code, number).encode())


def token_hash(token: str) -> str:
    """What is kept of the token in a phone's cookie."""
    return hashlib.sha256(token.encode()).hexdigest()
