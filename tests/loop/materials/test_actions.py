"""What the preparing stage writes, and what it refuses."""

from datetime import datetime, timedelta

import pytest

from kuultu.ground.audit.log import history
from kuultu.ground.languages.texts import TextState
from kuultu.ground.municipalities.models import Municipality
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Refused
from kuultu.loop.materials.actions.plain import take_plain_words
from kuultu.loop.materials.actions.questions import (
    add_language,
    add_question,
    bring_question_back,
    change_question,
    freeze_questions,
    prepare_questions,
    remove_question,
    reorder_questions,
    thaw_questions,
)
from kuultu.loop.materials.actions.wordings import (
    change_wording,
    mark_language_read,
    mark_material_read,
    mark_wording_read,
    override_text,
)
from kuultu.loop.materials.models import Kind, Material, Question, QuestionSet, Translation
from kuultu.loop.materials.queries import texts_of
from kuultu.loop.materials.wording import STARTER_KEYS, Texts, plain_words, shipped, wording_of
from kuultu.loop.rounds.models import Ending, EventState, Round
from tests.factories import a_round

pytestmark = pytest.mark.usefixtures("in_mallila")
SOON = timedelta(days=5)


def question(asked: QuestionSet, key: str) -> Question:
    return Question.objects.get(question_set=asked, key=key)


def row(asked: QuestionSet, key: str, language: str) -> Translation:
    return Translation.objects.get(question__question_set=asked, question__key=key, language=language)


def keys(asked: QuestionSet) -> list[str]:
    return [each.key for each in asked.questions.all()]


def test_the_ten_questions_come_in_the_languages_of_events_and_municipality(asked: QuestionSet) -> None:
    assert keys(asked) == list(STARTER_KEYS)
    codes = set(Translation.objects.filter(question__question_set=asked).values_list("language", flat=True))
    assert codes == {"fi", "sv", "en", "fa-AF"}
    dari = row(asked, "SEC1", "fa-AF")
    ours = shipped("fa-AF")
    assert ours is not None
    assert (dari.text, dari.state, dari.author) == (ours.texts["questions.SEC1.text"], TextState.DRAFT, "Kuultu")
    assert len(dari.probes) == 3
    assert [entry.verb for entry in history(asked)] == ["prepared the questions"]


def test_questions_are_prepared_once(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="already"):
        prepare_questions(asked.round, by=as_aino, now=now)


def test_an_organisation_does_not_prepare_the_questions(spring: Round, as_leena: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="coordinator"):
        prepare_questions(spring, by=as_leena, now=now)
    assert not QuestionSet.objects.exists()


def test_the_next_round_asks_what_the_last_one_asked(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    own = add_question(asked, by=as_aino, now=now, text="Miten lapset voivat?", domain="security")
    remove_question(question(asked, "PAR2"), by=as_aino, now=now)
    mark_wording_read(row(asked, "SEC1", "fa-AF"), by=as_aino, now=now, reader="Farid")
    after = a_round(code="MAL28", previous=asked.round)
    again = prepare_questions(after, by=as_aino, now=now)
    assert keys(again) == keys(asked)
    assert own.key in keys(again) and "PAR2" not in keys(again)
    assert row(again, "SEC1", "fa-AF").reader == "Farid"


def test_a_new_language_is_brought_in(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    assert add_language(asked, "so", by=as_aino, now=now) == 10
    assert row(asked, "OPEN1", "so").language == "so"
    assert history(asked)[0].facts == {"language": "so", "wordings": 10}
    assert add_language(asked, "so", by=as_aino, now=now) == 0


@pytest.mark.usefixtures("few_texts")
def test_a_language_that_we_have_no_text_in_brings_nothing_and_falls_back_visibly(
    asked: QuestionSet, as_aino: Actor, now: datetime
) -> None:
    assert add_language(asked, "rn", by=as_aino, now=now) == 0
    said = wording_of(question(asked, "SEC1"), "rn")
    assert (said.language, said.fell_back, said.is_checked) == ("en", True, False)
    assert said.text == row(asked, "SEC1", "en").text


def test_an_unknown_language_is_refused(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="know this language"):
        add_language(asked, "xx", by=as_aino, now=now)


def test_a_question_of_ones_own_stands_before_the_closing_one(
    asked: QuestionSet, as_aino: Actor, now: datetime
) -> None:
    made = add_question(asked, by=as_aino, now=now, text=" Miten lapset voivat? ", domain="security", minutes=5)
    assert (made.key, keys(asked)[-2:]) == ("OWN1", ["OWN1", "CLOSE1"])
    assert [each.order for each in asked.questions.all()] == list(range(1, 12))
    said = wording_of(made, "fa-AF")
    assert (said.text, said.language, said.fell_back) == ("Miten lapset voivat?", "fi", True)
    assert history(asked)[0].facts == {"key": "OWN1"}


def test_a_key_is_never_given_again(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    first = add_question(asked, by=as_aino, now=now, text="Yksi?", domain="other")
    remove_question(first, by=as_aino, now=now)
    second = add_question(asked, by=as_aino, now=now, text="Kaksi?", domain="other")
    assert (second.key, asked.spent_keys) == ("OWN2", ["OWN1"])
    later = prepare_questions(a_round(code="MAL28"), by=as_aino, now=now)
    third = add_question(later, by=as_aino, now=now, text="Kolme?", domain="other")
    assert third.key == "OWN3"


def test_the_neighbours_keys_are_its_own(
    asked: QuestionSet, naapuri: Municipality, as_aino: Actor, now: datetime
) -> None:
    add_question(asked, by=as_aino, now=now, text="Yksi?", domain="other")
    with scope(naapuri):
        theirs = prepare_questions(a_round(code="NAA26"), by=as_aino, now=now)
        assert add_question(theirs, by=as_aino, now=now, text="Muu?", domain="other").key == "OWN1"


def test_a_removed_question_of_the_ten_can_be_brought_back(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    remove_question(question(asked, "INT2"), by=as_aino, now=now)
    assert history(asked)[0].facts == {"key": "INT2"}
    assert [each.order for each in asked.questions.all()] == list(range(1, 10))
    back = bring_question_back(asked, "INT2", by=as_aino, now=now)
    assert back.translations.filter(language="fa-AF").exists()
    assert asked.spent_keys == []
    assert history(asked)[0].verb == "brought a question back"
    with pytest.raises(Refused, match="brought back"):
        bring_question_back(asked, "OWN1", by=as_aino, now=now)


def test_the_last_question_stays(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    for key in list(STARTER_KEYS)[:-1]:
        remove_question(question(asked, key), by=as_aino, now=now)
    with pytest.raises(Refused, match="at least one"):
        remove_question(question(asked, "CLOSE1"), by=as_aino, now=now)


def test_questions_are_reordered_and_none_is_forgotten(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    wanted = [*keys(asked)[1:], "OPEN1"]
    reorder_questions(asked, wanted, by=as_aino, now=now)
    assert keys(asked) == wanted
    assert history(asked)[0].verb == "reordered the questions"
    with pytest.raises(Refused, match="every question once"):
        reorder_questions(asked, wanted[:-1], by=as_aino, now=now)


def test_domain_and_minutes_change(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    changed = change_question(question(asked, "OPEN1"), by=as_aino, now=now, domain="interaction", minutes=15)
    changed.refresh_from_db()
    assert (changed.domain, changed.minutes) == ("interaction", 15)
    assert history(asked)[0].verb == "changed a question"


def test_what_changes_in_print_makes_a_new_version(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    before = asked.version
    add_question(asked, by=as_aino, now=now, text="Yksi?", domain="other")
    change_wording(question(asked, "SEC1"), "fi", by=as_aino, now=now, text="Missä olet turvassa?")
    asked.refresh_from_db()
    assert asked.version == before + 2


def test_a_changed_source_makes_the_translations_stale(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    mark_wording_read(row(asked, "SEC1", "fa-AF"), by=as_aino, now=now, reader="Farid")
    change_wording(question(asked, "SEC1"), "fi", by=as_aino, now=now, text="Missä olet turvassa?")
    finnish, dari = row(asked, "SEC1", "fi"), row(asked, "SEC1", "fa-AF")
    assert (finnish.is_stale, dari.is_stale) == (False, True)
    assert not wording_of(question(asked, "SEC1"), "fa-AF").is_checked
    assert history(asked)[0].facts == {"key": "SEC1", "language": "fi"}
    mark_wording_read(dari, by=as_aino, now=now, reader="Farid")
    assert wording_of(question(asked, "SEC1"), "fa-AF").is_checked


def test_mended_spelling_leaves_the_translations_as_they_are(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    text = row(asked, "SEC1", "fi").text + "!"
    change_wording(question(asked, "SEC1"), "fi", by=as_aino, now=now, text=text, spelling_only=True)
    assert not row(asked, "SEC1", "fa-AF").is_stale


def test_a_changed_wording_is_a_draft_and_remembers_what_was_printed(
    asked: QuestionSet, as_aino: Actor, now: datetime
) -> None:
    before = row(asked, "SEC1", "fa-AF")
    mark_wording_read(before, by=as_aino, now=now, reader="Farid")
    change_wording(question(asked, "SEC1"), "fa-AF", by=as_aino, now=now, text="کجا امن است؟", probes=["چرا؟", " "])
    after = row(asked, "SEC1", "fa-AF")
    assert (after.state, after.reader, after.author) == (TextState.DRAFT, "", "Aino Laine")
    assert (after.earlier, after.probes) == ([before.text], ["چرا؟"])


def test_the_same_wording_again_changes_nothing(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    before = row(asked, "SEC1", "fi")
    count = history(asked).count()
    change_wording(question(asked, "SEC1"), "fi", by=as_aino, now=now, text=f" {before.text} ")
    assert history(asked).count() == count
    assert question(asked, "SEC1").version == 1


def test_a_question_without_words_is_refused(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="needs words"):
        change_wording(question(asked, "SEC1"), "fi", by=as_aino, now=now, text="  ")


def test_after_the_first_discussion_only_wording_is_mended(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    begun = now + SOON
    with pytest.raises(Refused, match="MAL26-D"):
        add_question(asked, by=as_aino, now=begun, text="Yksi?", domain="other")
    with pytest.raises(Refused, match="MAL26-D"):
        remove_question(question(asked, "SEC1"), by=as_aino, now=begun)
    with pytest.raises(Refused, match="MAL26-D"):
        reorder_questions(asked, keys(asked), by=as_aino, now=begun)
    change_wording(question(asked, "SEC1"), "fi", by=as_aino, now=begun, text="Missä olet turvassa?")
    assert row(asked, "SEC1", "fi").text == "Missä olet turvassa?"


def test_a_cancelled_discussion_freezes_nothing(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    asked.round.events.update(state=EventState.CANCELLED)
    assert add_question(asked, by=as_aino, now=now + SOON, text="Yksi?", domain="other").key == "OWN1"


def test_frozen_by_hand_until_thawed(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    freeze_questions(asked, by=as_aino, now=now)
    with pytest.raises(Refused, match="Thaw"):
        remove_question(question(asked, "SEC1"), by=as_aino, now=now)
    thaw_questions(asked, by=as_aino, now=now)
    remove_question(question(asked, "SEC1"), by=as_aino, now=now)
    assert [entry.verb for entry in history(asked)[:3]] == [
        "removed a question", "thawed the questions", "froze the questions",
    ]  # fmt: skip
    with pytest.raises(Refused, match="stay frozen"):
        thaw_questions(asked, by=as_aino, now=now + SOON)


def test_a_closed_round_changes_nothing(asked: QuestionSet, as_aino: Actor, now: datetime) -> None:
    asked.round.ending = Ending.COLLECTED
    asked.round.save()
    with pytest.raises(Refused, match="closed"):
        change_wording(question(asked, "SEC1"), "fi", by=as_aino, now=now, text="Uusi?")


def test_an_organisation_mends_its_own_languages_and_no_others(
    asked: QuestionSet, as_leena: Actor, now: datetime
) -> None:
    change_wording(question(asked, "SEC1"), "fa-AF", by=as_leena, now=now, text="کجا امن است؟")
    with pytest.raises(Refused, match="no discussion in this language"):
        change_wording(question(asked, "SEC1"), "so", by=as_leena, now=now, text="Xaggee?")
    with pytest.raises(Refused, match="coordinator writes"):
        change_wording(question(asked, "SEC1"), "fi", by=as_leena, now=now, text="Missä?")


def texts(round: Round, code: str) -> Texts:
    return Texts(code, {(each.kind, each.language): each for each in Material.objects.filter(round=round)})


def test_own_words_stand_in_place_of_ours(spring: Round, as_aino: Actor, now: datetime) -> None:
    own = {"invitation.lead": "Tule käymään!", "invitation.greeting": "Hei!"}
    made = override_text(spring, Kind.INVITATION, "fi", by=as_aino, now=now, texts=own)
    assert made.texts == {"invitation.lead": "Tule käymään!"}  # the greeting is ours already
    said = texts(spring, "fi").say("invitation.lead")
    assert (said.text, said.own, said.state) == ("Tule käymään!", True, TextState.DRAFT)
    assert not texts(spring, "fi").say("invitation.why_you").own
    assert [entry.verb for entry in history(made)] == ["wrote own words"]


def test_an_empty_text_gives_ours_back(spring: Round, as_aino: Actor, now: datetime) -> None:
    override_text(spring, Kind.INVITATION, "fi", by=as_aino, now=now, texts={"invitation.lead": "Tule!"})
    override_text(spring, Kind.INVITATION, "fi", by=as_aino, now=now, texts={"invitation.lead": ""})
    ours = shipped("fi")
    assert ours is not None
    assert texts(spring, "fi")["invitation.lead"] == ours.texts["invitation.lead"]


def test_own_words_belong_to_their_kind_and_name_what_is_known(spring: Round, as_aino: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match=r"\{where\} is not filled in"):
        override_text(spring, Kind.INVITATION, "fi", by=as_aino, now=now, texts={"invitation.lead": "Tule {where}!"})
    with pytest.raises(Refused, match="belong here"):
        override_text(spring, Kind.INVITATION, "fi", by=as_aino, now=now, texts={"facilitator.title": "Opas"})


def test_a_reader_checks_our_own_words_too(spring: Round, as_leena: Actor, now: datetime) -> None:
    assert not texts(spring, "fa-AF").whole(Kind.FACILITATOR).is_checked
    read = mark_material_read(spring, Kind.FACILITATOR, "fa-AF", by=as_leena, now=now, reader=" Farid ")
    assert (read.reader, read.read_at, read.texts) == ("Farid", now, {})
    assert texts(spring, "fa-AF").whole(Kind.FACILITATOR).is_checked
    assert not texts(spring, "fa-AF").whole(Kind.SCRIBE).is_checked
    assert [entry.verb for entry in history(read)] == ["marked a material as read"]


def test_changed_words_need_a_reader_again(spring: Round, as_leena: Actor, now: datetime) -> None:
    mark_material_read(spring, Kind.INVITATION, "fa-AF", by=as_leena, now=now, reader="Farid")
    override_text(spring, Kind.INVITATION, "fa-AF", by=as_leena, now=now, texts={"invitation.lead": "بیایید"})
    assert not texts(spring, "fa-AF").whole(Kind.INVITATION).is_checked


def test_a_reader_has_a_name(spring: Round, as_leena: Actor, now: datetime) -> None:
    with pytest.raises(Refused, match="name of the person"):
        mark_material_read(spring, Kind.FORM, "fa-AF", by=as_leena, now=now, reader=" ")


def test_one_reader_checks_a_whole_language(asked: QuestionSet, as_leena: Actor, now: datetime) -> None:
    assert mark_language_read(asked.round, "fa-AF", by=as_leena, now=now, reader="Farid") == 16
    assert row(asked, "CLOSE1", "fa-AF").is_checked
    assert all(texts(asked.round, "fa-AF").whole(kind).is_checked for kind in Kind if kind != Kind.QUESTIONS)
    assert not row(asked, "CLOSE1", "sv").is_checked


def test_plain_words_take_the_place_of_those_that_residents_read(
    asked: QuestionSet, as_aino: Actor, as_leena: Actor, now: datetime
) -> None:
    round = asked.round
    before = texts_of(round, "fi")
    assert len(take_plain_words(round, "fi", by=as_aino, now=now)) == 2
    said = texts_of(round, "fi")
    assert said["invitation.lead"] == plain_words("fi")["invitation.lead"] != before["invitation.lead"]
    assert said["poster.line"] != before["poster.line"] and said["scribe.title"] == before["scribe.title"]
    assert said.whole(Kind.INVITATION).own and not said.whole(Kind.INVITATION).is_checked
    assert take_plain_words(round, "ar", by=as_aino, now=now) == []
    with pytest.raises(Refused):
        take_plain_words(round, "fi", by=as_leena, now=now)
