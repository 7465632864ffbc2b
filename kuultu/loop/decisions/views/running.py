"""What the host reads: the steps of the evening, and one sentence on what the tables are doing."""

from collections.abc import Sequence

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.ground.privacy.disclosure import Turnout
from kuultu.ground.web.parts import ThreadItem
from kuultu.loop import Sentence
from kuultu.loop.decisions.models import DecisionEvent, Step
from kuultu.loop.decisions.queries.hall import SAYS, CardNow, TableNow

PARTS = (
    (frozenset({Step.WAITING}), _("People arrive")),
    (frozenset({Step.READING, Step.VOTING, Step.CLOSED, Step.REVEALED}), _("Cards at the tables")),
    (frozenset({Step.IDEAS}), _("Ideas")),
    (frozenset({Step.CHOOSING}), _("One to four measures")),
    (frozenset({Step.ENDED}), _("The end, and the survey")),
)
TURNOUT: dict[Turnout, Sentence] = {
    Turnout.NOBODY_YET: _("Nobody has voted yet."),
    Turnout.SOME: _("Some have voted."),
    Turnout.HALF: _("Half of the phones have voted."),
    Turnout.NEARLY_ALL: _("Nearly all phones have voted."),
    Turnout.ALL: _("All phones have voted. Close the vote."),
}
STEPS: dict[str, Sentence] = {
    Step.WAITING: _("The wall shows the code with which phones join. Begin when people have sat down."),
    Step.READING: _("Somebody at each table reads the card aloud. Open the vote when all have heard it."),
    Step.CLOSED: _("The vote is closed. Show the result to everybody at the same moment."),
    Step.REVEALED: _("The tables talk about it and write down ideas."),
    Step.IDEAS: _("The tables write ideas, read those of others and mark what they would choose."),
    Step.CHOOSING: _("The wall shows what most tables would choose. Choose one to four, each with an owner."),
    Step.ENDED: _("The event has ended. Its phones and the names on the list have been forgotten."),
}


def thread_of(event: DecisionEvent, cards: Sequence[CardNow]) -> list[ThreadItem]:
    """The parts of the evening: behind, now, ahead."""
    place = next(number for number, (steps, _name) in enumerate(PARTS) if Step(event.step) in steps)
    done = sum(card.done for card in cards)
    items = []
    for number, (steps, name) in enumerate(PARTS):
        label: Sentence = ""
        if Step.READING in steps:
            label = format_lazy(_("{done} of {all} voted on"), done=done, all=len(cards))
        ahead = "ahead" if number > place else "now"
        items.append(ThreadItem(label, name, "done" if number < place or event.has_ended else ahead))
    return items


def says_of(event: DecisionEvent, turnout: Turnout | None, tables: Sequence[TableNow]) -> Sentence:
    """What to know, and where to go and see."""
    if turnout is None:
        return STEPS[event.step]
    silent = [str(table.number) for table in tables if table.says == SAYS["silent"]]
    if not silent:
        return TURNOUT[turnout]
    look = ngettext_lazy(
        "Table {numbers} has been silent for a while: go and see.",
        "Tables {numbers} have been silent for a while: go and see.",
        len(silent),
    )
    return format_lazy("{turnout} {look}", turnout=TURNOUT[turnout], look=format_lazy(look, numbers=", ".join(silent)))
