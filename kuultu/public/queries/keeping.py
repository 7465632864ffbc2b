"""The texts about privacy as the municipality hands them out, with its own names in them."""

from datetime import datetime

from kuultu.ground.municipalities.scope import current
from kuultu.loop.materials.queries import texts_of
from kuultu.loop.materials.wording import PLACEHOLDER, Texts
from kuultu.loop.rounds.models import Order, OrderState
from kuultu.public.pieces import Piece
from kuultu.public.queries.answers import public_rounds

ORGANISATION = "{organisation}"


def privacy_texts(code: str, now: datetime) -> list[Piece]:
    """What is said on invitations, of the newest round that is public; what names no one stays, what would name
    nobody is left out."""
    round, town = next(iter(public_rounds(now)), None), current()
    said = (texts_of(round, code) if round else Texts(code, {})).say("privacy.text")
    ordered = Order.objects.filter(round=round, state=OrderState.ACCEPTED).select_related("organisation")
    names = ", ".join(order.organisation.name for order in ordered)
    contact = ", ".join(filter(None, (town.contact_email, town.contact_phone)))
    filled = {"organisation": names, "municipality": town.named_in(code), "contact": contact}
    return [
        Piece(PLACEHOLDER.sub(lambda found: filled.get(found[1], found[0]), line), said.language, said.fell_back)
        for line in said.lines
        if all(filled[name] for name in filled if f"{{{name}}}" in line)
    ]
