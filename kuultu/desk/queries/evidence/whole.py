"""What the evidence walk shows, and the knots that its three walks share."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from kuultu.ground.municipalities.addresses import at
from kuultu.ground.web.moments import long_day, short_day
from kuultu.ground.web.parts import ThreadItem
from kuultu.loop import Sentence
from kuultu.loop.cards.models import Card, CardState
from kuultu.loop.decisions.models import Outcome, Verdict
from kuultu.loop.decisions.words import sentence_of
from kuultu.loop.followup.models import Checkup, CheckupState
from kuultu.loop.followup.queries import Standing
from kuultu.loop.measures.models import Measure
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.queries import Wording

# ▲ more, ▼ less, ● neither: the knots draw the same signs as the verdicts.
SIGNS = {Outcome.MORE: "good", Outcome.LESS: "bad", Outcome.DIVIDED: "mixed", Outcome.UNSURE: "mixed"}


@dataclass(frozen=True)
class Evidence:
    """A thing with a short code and its way back and forward.

    `text` in `language`: the speaker's words, the card's story or the measure's sentence; `words`: the translation of
    a statement, with its state. `behind`: the statements that a card or a measure rests on. `codes`: every short code
    on the way, in full, from the round to the measures. `note`: what must be known first, e.g. that it was withdrawn.
    """

    kind: Sentence
    code: str
    full_code: str
    text: str
    language: str
    came: list[ThreadItem]
    became: list[ThreadItem]
    codes: list[str]
    href: str
    title: str = ""
    says: Sentence = ""
    words: Wording | None = None
    version: int = 1
    behind: list[Statement] = field(default_factory=list)
    note: Sentence = ""


def evidence_href(round: Round, code: object) -> str:
    """The evidence walk of a short code."""
    return at("desk:evidence", round.code, str(code))


def knot_of_card(round: Round, card: Card) -> ThreadItem:
    """A card, with what it is called."""
    state = "no" if card.state == CardState.WITHDRAWN else "done" if card.state == CardState.APPROVED else "now"
    label = format_lazy("{} · {}", _("Experience card"), card.code)
    if card.state != CardState.APPROVED:
        label = format_lazy("{} · {}", label, card.get_state_display())
    return ThreadItem(label, card.title, state, evidence_href(round, card.code), language=card.language)


def knot_of_verdict(verdict: Verdict) -> ThreadItem:
    """What the hall said of a card, as it was shown there."""
    label = format_lazy("{} · {}", _("Verdict"), verdict.card.code)
    return ThreadItem(label, sentence_of(verdict), polarity=SIGNS.get(Outcome(verdict.outcome), ""))


def knots_of_measure(round: Round, standing: Standing) -> list[ThreadItem]:
    """A measure and the last and the next look at it."""
    measure = standing.measure
    label = format_lazy("{} · {}", _("Measure"), measure.code)
    published = measure.programme.published_at is not None
    items = [ThreadItem(label, measure.sentence, "done" if published else "now", evidence_href(round, measure.code))]
    return [*items, *knots_of_checkups([each for each in (standing.last, standing.coming) if each], measure)]


def knots_of_checkups(checkups: Iterable[Checkup], measure: Measure) -> list[ThreadItem]:
    """Looks at a measure: those held with what was found, those ahead with their day."""
    return [_knot_of_checkup(each, measure) for each in checkups]


def statements_in_words(number: int, events: int) -> Sentence:
    """How many statements from how many discussions."""
    of = ngettext_lazy("%d statement", "%d statements", number) % number
    held = ngettext_lazy("from %d discussion", "from %d discussions", events) % events
    return format_lazy("{} {}", of, held)


def _knot_of_checkup(checkup: Checkup, measure: Measure) -> ThreadItem:
    label = format_lazy("{} · {}", _("Checkup"), measure.code)
    if checkup.done_at is None:
        return ThreadItem(label, format_lazy(_("planned for {day}"), day=long_day(checkup.due_on)), "ahead")
    state = CheckupState(checkup.state) if checkup.state else CheckupState.PLANNED
    kind = "no" if state == CheckupState.STOPPED else "done" if state == CheckupState.DONE else "now"
    says = format_lazy("{}, {}", state.label, short_day(checkup.done_at))
    return ThreadItem(label, format_lazy("{}. {}", says, checkup.says) if checkup.says else says, kind)
