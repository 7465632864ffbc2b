"""What Word's old form fields show: a check box, or the entry chosen in a list (ECMA-376 part 1, §17.16.17)."""

from lxml.etree import _Element

from kuultu.ground.documents.reading import names as n

EMPTY_BOX, CHECKED_BOX = "☐", "☒"


def shown_by(field: _Element) -> tuple[str, str]:
    """The box that a field's beginning draws, and the entry that it shows; either may be ""."""
    data = field.find(n.FIELD_DATA)
    if data is None or field.get(n.FIELD_TYPE) != "begin":
        return "", ""
    box, choices = data.find(n.CHECK_BOX), data.find(n.CHOICES)
    drawn = "" if box is None else CHECKED_BOX if _is_checked(box) else EMPTY_BOX
    return drawn, "" if choices is None else _chosen(choices)


def _is_checked(box: _Element) -> bool:
    """The box as somebody left it, or as the form set it."""
    for name in (n.CHECKED, n.DEFAULT):
        state = box.find(name)
        if state is not None:
            return n.is_on(state.get(n.VALUE))
    return False


def _chosen(choices: _Element) -> str:
    """The entry chosen in a list: the first, when nothing is."""
    entries = [entry.get(n.VALUE, "") for entry in choices.iterchildren(n.CHOICE)]
    for name in (n.CHOSEN, n.DEFAULT):
        chosen = choices.find(name)
        if chosen is not None:
            place = n.number(chosen.get(n.VALUE, ""), 0)
            return entries[place] if place < len(entries) else ""
    return entries[0] if entries else ""
