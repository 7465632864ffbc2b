"""The lists of names, words and endings, read once."""

from importlib.resources import files

LISTS = files(__package__) / "lists"


def words_of(*names: str) -> frozenset[str]:
    """All words of some lists, in small letters; a line beginning with # is a comment."""
    return frozenset(
        word.lower()
        for name in names
        for line in (LISTS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
        for word in line.split()
    )
