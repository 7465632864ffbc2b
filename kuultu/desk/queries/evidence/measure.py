"""From a measure back through votes, cards and statements, and forward to what became of it."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kuultu.desk.queries.codes import Short
from kuultu.desk.queries.evidence.card import knots_of_statements
from kuultu.desk.queries.evidence.whole import Evidence, knot_of_card, knot_of_verdict, knots_of_checkups
from kuultu.ground.municipalities.addresses import at
from kuultu.ground.web.moments import long_day, short_day
from kuultu.ground.web.parts import ThreadItem
from kuultu.loop.decisions.queries import verdicts_of
from kuultu.loop.followup.models import Finding
from kuultu.loop.followup.queries import standings_of
from kuultu.loop.measures.models import Measure
from kuultu.loop.measures.queries import the_measure
from kuultu.loop.rounds.models import Round
from kuultu.loop.statements.queries import statements_of


def evidence_of_measure(round: Round, short: Short) -> Evidence:
    """Raises Http404."""
    measure = the_measure(round, short.number)
    cards = list(measure.cards.all())
    behind = list(statements_of(round).filter(sources__card__in=cards).distinct())
    said = {verdict.card_id: verdict for verdict in verdicts_of(round)}
    came: list[ThreadItem] = []
    for card in cards:
        came += [*([knot_of_verdict(said[card.pk])] if card.pk in said else []), knot_of_card(round, card)]
    return Evidence(
        kind=_("Measure"),
        code=measure.code,
        full_code=measure.full_code,
        title=measure.sentence,
        text=measure.aim,
        language=_language(round),
        says=f"{measure.owner_body}, {measure.owner_post}",
        came=[*_ideas(measure), *came, *knots_of_statements(round, behind),
              ThreadItem(format_lazy("{} · {}", _("Round"), round.code), round.name)],
        became=_became(round, measure),
        codes=[round.code, *[each.full_code for each in behind], *[card.full_code for card in cards],
               measure.full_code],
        href=at("measures:measure", round.code, measure.number),
        behind=behind,
    )  # fmt: skip


def _language(round: Round) -> str:
    return round.municipality.languages.split(",")[0]


def _ideas(measure: Measure) -> list[ThreadItem]:
    return [ThreadItem(_("Idea of a table"), idea.text) for idea in measure.ideas.all()]


def _became(round: Round, measure: Measure) -> list[ThreadItem]:
    standing = next(each for each in standings_of(round) if each.measure.pk == measure.pk)
    items = [_owner(measure), _published(measure)]
    items += knots_of_checkups(standing.measure.checkups.all(), measure)
    items += [_knot_of_finding(each) for each in standing.measure.findings.all()]
    if not measure.checkups.exists():
        items.append(ThreadItem(_("Checkup"), _("none planned yet"), "ahead"))
    return items


def _owner(measure: Measure) -> ThreadItem:
    acceptance = getattr(measure, "acceptance", None)
    label = _("The owner's word")
    if acceptance is None:
        return ThreadItem(label, _("not asked yet"), "ahead")
    if acceptance.accepted is None:
        return ThreadItem(label, format_lazy(_("asked {day}"), day=short_day(acceptance.asked_at)), "now")
    says = _("accepted {day}") if acceptance.accepted else _("declined {day}")
    return ThreadItem(
        label, format_lazy(says, day=short_day(acceptance.answered_at)), "done" if acceptance.accepted else "no"
    )


def _published(measure: Measure) -> ThreadItem:
    programme = measure.programme
    if programme.published_at is None:
        return ThreadItem(_("Action programme"), _("not published yet"), "ahead")
    says = format_lazy(_("published {day}"), day=long_day(programme.published_at))
    by = ", ".join(each for each in (programme.approved_by, programme.minutes) if each)
    return ThreadItem(_("Action programme"), format_lazy("{}. {}", says, by) if by else says)


def _knot_of_finding(finding: Finding) -> ThreadItem:
    label = format_lazy("{} · {}", _("Evaluation"), finding.get_effect_display())
    return ThreadItem(label, finding.finding)
