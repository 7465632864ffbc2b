"""Results: only after the close, every figure through `disclosure`, own words shuffled and without personal data."""

import secrets
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from kuultu.ground.privacy.disclosure import Audience, InFigures, Nothing, Reason, Shown, share_of
from kuultu.ground.privacy.disclosure.plain import plain_share
from kuultu.ground.privacy.disclosure.stored import from_stored
from kuultu.ground.privacy.disclosure.thresholds import WORDS_FROM
from kuultu.ground.privacy.finder import Certainty, Kind, cover, find
from kuultu.loop import Sentence
from kuultu.loop.rounds.models import Round
from kuultu.loop.surveys.item_sets import INTENTIONS
from kuultu.loop.surveys.models import Item, ItemKind, Response, Survey, SurveyKind
from kuultu.loop.surveys.sentences import sentence_of

# What takes the place of personal data in somebody's own words.
LABELS: dict[Kind, Sentence] = {
    Kind.IDENTITY_CODE: _("identity code"),
    Kind.PHONE: _("phone number"),
    Kind.EMAIL: _("e-mail"),
    Kind.IBAN: _("account number"),
    Kind.STREET_ADDRESS: _("address"),
    Kind.PLATE: _("register plate"),
    Kind.OTHER_ID: _("identifier"),
    Kind.NAME: _("name of a person"),
}


@dataclass(frozen=True)
class Line:
    """One row of the table under a sentence: what was answered, how many, their share and how sure that is (%)."""

    answers: str
    people: int
    percent: int
    low: int
    high: int


@dataclass(frozen=True)
class ItemResult:
    """What one question brought: a sentence, a table where figures may be told, own words where five answered."""

    item: Item
    text: str
    language: str
    shown: Shown
    sentence: str
    lines: tuple[Line, ...]
    words: tuple[str, ...]


def results_of(survey: Survey, now: datetime, code: str = "fi") -> list[ItemResult]:
    """The results in an interface language; none before the survey has closed.

    Once it was closed by hand (`close_survey`) figures come from what was kept then; own words from the single
    answers, as long as those are kept.
    """
    if not survey.is_over(now):
        return []
    figures = {key: from_stored(each) for key, each in survey.shown.items()} or counted(survey)
    responses = _answers(survey)
    return [
        _result(item, figures.get(item.key, Nothing(Reason.FEWER_THAN_FIVE)), responses, code)
        for item in survey.items.filter(asked=True)
    ]


def counted(survey: Survey) -> dict[str, Shown]:
    """What may be told of each scale and choice, for those who work with the round."""
    responses = _answers(survey)
    return {
        item.key: _told(item, _counts(item, responses))
        for item in survey.items.filter(asked=True)
        if item.kind != ItemKind.TEXT
    }


def intentions_of(round: Round, now: datetime) -> list[str]:
    """What people at the decision event said they or their workplace would do: for choosing and following measures."""
    survey = Survey.objects.filter(round=round, kind=SurveyKind.FEEDBACK).first()
    if survey is None or not survey.is_over(now):
        return []
    return list(_own_words(INTENTIONS, _answers(survey)))


def _result(item: Item, shown: Shown, responses: list[dict[str, str]], code: str) -> ItemResult:
    text, language = item.text_in(code)
    if item.kind == ItemKind.TEXT:
        words = _own_words(item.key, responses)
        return ItemResult(item, text, language, Nothing(Reason.FEWER_THAN_FIVE), "", (), words)
    lines: tuple[Line, ...] = ()
    if isinstance(shown, InFigures):
        lines = tuple(
            Line(_joined(item, each.answers, code), each.people, each.percent, each.low, each.high)
            for each in shown.slices
        )
    return ItemResult(item, text, language, shown, sentence_of(item, shown, code), lines, ())


def _told(item: Item, counts: dict[str, int]) -> Shown:
    """A scale has three classes, so it is said in figures or in a word; a choice may put its small options together."""
    if item.kind == ItemKind.SCALE:
        return plain_share(counts, audience=Audience.COORDINATOR, ordered=True)
    return share_of(counts, audience=Audience.COORDINATOR)


def _answers(survey: Survey) -> list[dict[str, str]]:
    return list(Response.objects.filter(survey=survey).values_list("answers", flat=True))


def _counts(item: Item, responses: list[dict[str, str]]) -> dict[str, int]:
    counts = Counter(answers[item.key] for answers in responses if item.key in answers)
    return {option["key"]: counts[option["key"]] for option in item.options}


def _own_words(key: str, responses: list[dict[str, str]]) -> tuple[str, ...]:
    """Texts of five people or more, in an order that is another one each time: nothing binds one person's together."""
    said = [answers[key] for answers in responses if answers.get(key)]
    if len(said) < WORDS_FROM:
        return ()
    secrets.SystemRandom().shuffle(said)
    return tuple(_covered(text) for text in said)


def _covered(text: str) -> str:
    finds = [each for each in find(text) if each.certainty > Certainty.POSSIBLE]
    return cover(text, finds, {}, labels={kind: str(label) for kind, label in LABELS.items()})


def _joined(item: Item, answers: tuple[str, ...], code: str) -> str:
    return " · ".join(item.option_in(key, code)[0] for key in answers)
