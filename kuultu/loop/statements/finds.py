"""Finds: what in a translation may tell who somebody is. The original was looked at before it was delivered."""

from kuultu.ground.privacy.finder import Certainty, find


def certain_finds(text: str) -> list[str]:
    """Names, numbers and addresses that the finder is at least rather sure of, as they stand in the text."""
    return list(dict.fromkeys(found.text for found in find(text) if found.certainty >= Certainty.LIKELY))
