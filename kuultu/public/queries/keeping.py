"""The texts about privacy as the municipality hands them out, with its own names in them."""

from kuultu.ground.municipalities.scope import current
from kuultu.loop.materials.queries import texts_of
from kuultu.loop.materials.wording import Texts
from kuultu.loop.rounds.models import Order, OrderState
from kuultu.loop.rounds.queries import rounds
from kuultu.public.pieces import Piece

ORGANISATION = "{organisation}"


def privacy_texts(code: str) -> list[Piece]:
    """What is said on invitations, of the newest round; what names no one stays, what would name nobody is left out."""
    round, town = rounds().first(), current()
    said = (texts_of(round, code) if round else Texts(code, {})).say("privacy.text")
    ordered = Order.objects.filter(round=round, state=OrderState.ACCEPTED).select_related("organisation")
    names = ", ".join(order.organisation.name for order in ordered)
    contact = ", ".join(filter(None, (town.contact_email, town.contact_phone)))
    filled = {"organisation": names, "municipality": town.named_in(code), "contact": contact}
    return [
        Piece(line.format_map(filled), said.language, said.fell_back)
        for line in said.lines
        if all(filled[name] for name in filled if f"{{{name}}}" in line)
    ]
