"""The pages: the coordinator's, and those of the hall, walked by browsers without scripts."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from kuultu.ground.people.actor import Actor
from kuultu.ground.people.guesses import WRONG_A_MINUTE
from kuultu.loop.cards.models import Card, CardText
from kuultu.loop.decisions.actions.people import invite, move_attendee, reply
from kuultu.loop.decisions.actions.steps import close_vote, end_event, open_card, reveal_verdict
from kuultu.loop.decisions.actions.tables import add_idea, dot_idea
from kuultu.loop.decisions.codes import table_key
from kuultu.loop.decisions.models import Attendee, Ballot, DecisionEvent, Idea, Seat, Step, Table, Verdict
from kuultu.loop.decisions.views.joining import COOKIE
from kuultu.loop.decisions.words import CHOICES
from kuultu.loop.materials.queries import texts_of
from kuultu.loop.rounds.models import Round
from tests.loop.decisions.conftest import EVENING, Join, vote

type Open = Callable[[Card], DecisionEvent]
PAGES = ("", "set-up/", "people/", "tables/", "sheets/", "host/", "host/paper/", "ideas/")
CODE = "KRTP47"


@pytest.fixture(autouse=True)
def on_the_evening() -> object:
    with time_machine.travel(EVENING, tick=False):
        yield


def phone(language: str = "en") -> Client:
    return Client(headers={"accept-language": language})


def joined(table: int = 1, language: str = "fi") -> Client:
    """A phone that has come in by the page."""
    browser = phone()
    answer = browser.post(f"/join/{CODE}/", {"table": table, "language": language})
    assert answer.status_code == 302, answer.content.decode()
    return browser


def part(browser: Client, address: str) -> HttpResponse:
    """What an open page gets when it asks what is new."""
    return browser.get(address, headers={"HX-Request": "true"})  # type: ignore[return-value]


def mark_in(page: HttpResponse) -> str:
    found = re.search(r"\?mark=(\w+)", page.content.decode())
    assert found is not None
    return found[1]


def text_of(page: HttpResponse) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page.content.decode()).split())


# The coordinator


@pytest.mark.parametrize("page", PAGES)
def test_the_neighbour_sees_no_page(event: DecisionEvent, ville_browser: Client, visitor: Client, page: str) -> None:
    address = f"/mallila/MAL26/decisions/{page}"
    assert ville_browser.get(address).status_code == 404
    assert "/sign-in/" in visitor.get(address).headers["Location"]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_for_the_coordinator(
    voting: Open, cards: list[Card], tables: list[Table], as_aino: Actor, in_hall: Actor, aino_browser: Client,
    page: str,
) -> None:  # fmt: skip
    voting(cards[0])
    invite(cards[0].deck.round.decision_event, by=as_aino, now=EVENING, kind="elected", name="Otto Virta")
    add_idea(tables[0], by=in_hall, now=EVENING, text="Pihapäivä")
    assert aino_browser.get(f"/mallila/MAL26/decisions/{page}").status_code == 200


def test_before_there_is_an_event_the_page_says_what_it_is(round: Round, aino_browser: Client) -> None:
    page = aino_browser.get("/mallila/MAL26/decisions/")
    assert "When do we decide together?" in text_of(page)
    assert aino_browser.get("/mallila/MAL26/decisions/host/").status_code == 404


def test_an_evening_is_set_up_on_the_page(round: Round, aino_browser: Client) -> None:
    wrong = {"starts_at": "2026-05-05T20:00", "ends_at": "2026-05-05T17:00", "place": "Sali", "languages": ["fi"]}
    page = aino_browser.post("/mallila/MAL26/decisions/set-up/", wrong)
    assert page.status_code == 400
    assert "must end after" in text_of(page) and "Sali" in page.content.decode()
    right = wrong | {"starts_at": "2026-05-05T17:00", "ends_at": "2026-05-05T20:00"}
    assert aino_browser.post("/mallila/MAL26/decisions/set-up/", right).status_code == 302
    assert DecisionEvent.objects.get().place == "Sali"


def test_a_residents_name_is_refused_and_what_was_typed_stays(event: DecisionEvent, aino_browser: Client) -> None:
    typed = {"kind": "resident", "number": 1, "name": "Maria Esimerkki", "body": ""}
    page = aino_browser.post("/mallila/MAL26/decisions/people/", typed)
    assert page.status_code == 400
    assert "without a name" in text_of(page) and "Maria Esimerkki" in page.content.decode()
    assert not Attendee.objects.exists()
    assert aino_browser.post("/mallila/MAL26/decisions/people/", typed | {"name": "", "number": 5}).status_code == 302
    assert Attendee.objects.count() == 5


@pytest.mark.parametrize("page", ["", "people/", "tables/", "ideas/", "host/", "sheets/"])
def test_lists_ask_as_much_for_three_as_for_one(
    voting: Open, event: DecisionEvent, cards: list[Card], tables: list[Table], as_aino: Actor, in_hall: Actor,
    aino_browser: Client, page: str,
) -> None:  # fmt: skip
    voting(cards[0])
    counts = []
    for rows in (range(1), range(1, 3)):
        for number in rows:
            (otto,) = invite(
                event, by=as_aino, now=EVENING, kind="elected", name=f"Otto {number}", body=f"Ltk {number}"
            )
            reply(otto, by=as_aino, now=EVENING, answer="coming")
            move_attendee(otto, by=as_aino, now=EVENING, table=tables[number])
            invite(event, by=as_aino, now=EVENING, kind="office", number=2, body=f"Toimi {number}")
            add_idea(tables[number], by=in_hall, now=EVENING, text=f"Idea {number}", card=cards[0])
        with CaptureQueriesContext(connection) as asked:
            aino_browser.get(f"/mallila/MAL26/decisions/{page}")
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_replies_seating_and_moving_by_hand(event: DecisionEvent, as_aino: Actor, aino_browser: Client) -> None:
    invite(event, by=as_aino, now=EVENING, kind="resident", number=6)
    (otto,) = invite(event, by=as_aino, now=EVENING, kind="elected", name="Otto")
    at = "/mallila/MAL26/decisions/"
    aino_browser.post(f"{at}people/{otto.pk}/reply/", {"reply": "coming"})
    too_many = {"kind": "resident", "body": "", "coming": 9, "not_coming": 0}
    assert aino_browser.post(f"{at}people/replies/", too_many).status_code == 400
    aino_browser.post(f"{at}people/replies/", too_many | {"coming": 5})
    aino_browser.post(f"{at}tables/seat/")
    assert Attendee.objects.filter(table__isnull=False).count() == 6
    aino_browser.post(f"{at}people/{otto.pk}/move/", {"table": "4"})
    otto.refresh_from_db()
    assert otto.table is not None and otto.table.number == 4


def test_the_paper_has_the_same_numbers_and_a_key_for_each_table(
    event: DecisionEvent, cards: list[Card], aino_browser: Client
) -> None:
    page = aino_browser.get("/mallila/MAL26/decisions/sheets/?in=ar").content.decode()
    assert [number for number in ("1", "2", "3") if f"<b>{number}</b>" in page] == ["1", "2", "3"]
    assert all(table_key(CODE, number) in page for number in (1, 2, 3, 4))
    assert page.count('dir="rtl"') >= 4


# The host


def test_the_host_leads_through_a_card(
    event: DecisionEvent, cards: list[Card], aino_browser: Client, join_hall: Join, in_hall: Actor
) -> None:
    seats = join_hall(6)
    at = "/mallila/MAL26/decisions/host/"
    assert "Read card 1" in text_of(aino_browser.get(at))
    aino_browser.post(f"{at}step/", {"do": "read", "card": 1})
    aino_browser.post(f"{at}step/", {"do": "read", "card": 1})  # pressed twice
    assert "Open the vote" in text_of(aino_browser.get(at))
    aino_browser.post(f"{at}step/", {"do": "vote"})
    vote(seats, cards[0], "LLLLLL", in_hall)
    page = aino_browser.get(at)
    assert "All phones have voted" in text_of(page)
    assert "less" not in text_of(page).lower()
    aino_browser.post(f"{at}step/", {"do": "close"})
    assert "less of this" not in text_of(aino_browser.get(at))
    aino_browser.post(f"{at}step/", {"do": "reveal"})
    assert "Nearly everybody wants less" not in text_of(aino_browser.get(at))  # six voted: "most" is all that is said
    assert "Most want less of this." in text_of(aino_browser.get(at))


def test_a_step_out_of_turn_says_why(event: DecisionEvent, cards: list[Card], aino_browser: Client) -> None:
    page = aino_browser.post("/mallila/MAL26/decisions/host/step/", {"do": "reveal"})
    assert page.status_code == 409
    assert "Close the vote first." in text_of(page)
    event.refresh_from_db()
    assert event.step == Step.WAITING


def test_paper_is_counted_in_on_the_page(
    voting: Open, cards: list[Card], tables: list[Table], aino_browser: Client
) -> None:
    voting(cards[0])
    lines = {"table": tables[1].pk, "more": 0, "unsure": 1, "less": 5}
    at = "/mallila/MAL26/decisions/host/paper/"
    assert aino_browser.post(at, lines).status_code == 302
    again = aino_browser.post(at, lines)
    assert again.status_code == 400
    assert "already" in text_of(again)
    assert Ballot.objects.count() == 6


def test_ideas_are_merged_and_weeded(
    voting: Open, cards: list[Card], tables: list[Table], in_hall: Actor, aino_browser: Client
) -> None:
    voting(cards[0])
    one, two = (add_idea(tables[0], by=in_hall, now=EVENING, text=text) for text in ("Yksi", "Kaksi"))
    at = "/mallila/MAL26/decisions/ideas/"
    aino_browser.post(f"{at}{one.pk}/merge/", {"into": two.pk})
    aino_browser.post(f"{at}{two.pk}/drop/")
    assert (Idea.objects.get(pk=one.pk).merged_into, Idea.objects.get(pk=two.pk).dropped_at) == (two, EVENING)
    aino_browser.post(f"{at}{two.pk}/back/")
    assert "Kaksi" in text_of(aino_browser.get(at))


# The way in


def test_a_code_is_typed_as_people_type_it(event: DecisionEvent) -> None:
    assert phone().post("/join/", {"code": "krt p-47"}).headers["Location"] == f"/join/{CODE}/"
    wrong = phone().post("/join/", {"code": "KRTP48"})
    assert wrong.status_code == 400
    assert "never O, 0, I or 1" in text_of(wrong) and "KRTP48" in wrong.content.decode()
    assert phone().get("/join/KRTP48/").status_code == 404
    assert "six signs" in text_of(phone().post("/join/", {"code": "KRT"}))


def test_guessing_codes_is_slow_and_right_codes_are_not_counted(event: DecisionEvent) -> None:
    guesser = Client(headers={"accept-language": "en"}, REMOTE_ADDR="192.0.2.7")
    for _right in range(5):
        assert guesser.get(f"/join/{CODE}/").status_code == 200
    for number in range(WRONG_A_MINUTE):
        assert guesser.get(f"/join/AAAA{number:02d}/").status_code == 404
    assert "Wait a minute" in text_of(guesser.post("/join/", {"code": CODE}))
    elsewhere = Client(headers={"accept-language": "en"}, REMOTE_ADDR="192.0.2.8")
    assert elsewhere.get(f"/join/{CODE}/").status_code == 200


def test_a_phone_joins_and_keeps_its_token_to_itself(event: DecisionEvent) -> None:
    browser = joined(table=3, language="ar")
    token = browser.cookies[COOKIE]
    assert token["httponly"] and token["samesite"] == "Lax"
    assert token.value not in str(Seat.objects.values().get())
    assert Seat.objects.get().table.number == 3
    again = browser.post(f"/join/{CODE}/", {"table": 2, "language": "sv"})
    assert (again.status_code, Seat.objects.count(), Seat.objects.get().table.number) == (302, 1, 2)


def test_a_phone_without_a_seat_is_sent_to_join(event: DecisionEvent) -> None:
    assert phone().get(f"/hall/{CODE}/").headers["Location"] == f"/join/{CODE}/"
    assert part(phone(), f"/hall/{CODE}/").status_code == 410


@pytest.mark.parametrize(
    ("moment", "status", "says"),
    [
        (EVENING - timedelta(days=1), 403, "It begins on Tuesday 5 May 2026 at 17:00"),
        (EVENING + timedelta(days=1), 403, "The event is over."),
    ],
)
def test_a_closed_event_says_so(event: DecisionEvent, moment: datetime, status: int, says: str) -> None:
    with time_machine.travel(moment, tick=False):
        page = phone().get(f"/join/{CODE}/")
    assert page.status_code == status
    assert says in text_of(page)


def test_an_ended_event_thanks(event: DecisionEvent, cards: list[Card], as_aino: Actor) -> None:
    browser = joined()
    open_card(event, cards[0], by=as_aino, now=EVENING)
    end_event(event, by=as_aino, now=EVENING)
    page = browser.get(f"/hall/{CODE}/", follow=True)
    assert "Thank you for being there." in text_of(page) or "Kiitos" in text_of(page)


# The phone


def test_the_phone_shows_the_card_then_the_buttons_then_counted(
    event: DecisionEvent, cards: list[Card], as_aino: Actor, voting: Open
) -> None:
    browser = joined(language="en")
    open_card(event, cards[0], by=as_aino, now=EVENING)
    page = browser.get(f"/hall/{CODE}/")
    assert "Listen first" in text_of(page) and 'name="verdict"' not in page.content.decode()
    voting(cards[0])
    assert browser.get(f"/hall/{CODE}/").content.decode().count('name="verdict"') == 3
    answer = browser.post(f"/hall/{CODE}/vote/", {"card": 1, "verdict": "less"})
    assert answer.headers["Location"] == f"/hall/{CODE}/"
    page = browser.get(f"/hall/{CODE}/")
    assert "Counted" in text_of(page) and "at 17:10" in text_of(page)
    assert 'name="verdict"' not in page.content.decode()
    browser.post(f"/hall/{CODE}/vote/", {"card": 1, "verdict": "more"})
    assert [ballot.choice for ballot in Ballot.objects.all()] == ["less"]


def test_a_late_tap_is_told_that_the_vote_is_closed(
    voting: Open, event: DecisionEvent, cards: list[Card], as_aino: Actor, in_hall: Actor, join_hall: Join
) -> None:
    browser = joined(language="en")
    seats = join_hall(5)
    voting(cards[0])
    vote(seats, cards[0], "MMMMM", in_hall)
    close_vote(event, by=as_aino, now=EVENING)
    page = browser.post(f"/hall/{CODE}/vote/", {"card": 1, "verdict": "more"})
    assert page.status_code == 409
    assert "The vote on this card is closed." in text_of(page)
    reveal_verdict(event, by=as_aino, now=EVENING)
    open_card(event, cards[1], by=as_aino, now=EVENING)
    page = browser.post(f"/hall/{CODE}/vote/", {"card": 1, "verdict": "more"})
    assert "moved on" in text_of(page)
    assert Ballot.objects.count() == 5


@pytest.mark.parametrize("sent", [{"card": "1"}, {"card": "1", "verdict": "maybe"}, {"card": "x", "verdict": "more"}])
def test_nonsense_is_no_vote(voting: Open, cards: list[Card], sent: dict[str, str]) -> None:
    browser = joined()
    voting(cards[0])
    assert browser.post(f"/hall/{CODE}/vote/", sent).status_code == 302
    assert not Ballot.objects.exists()


def test_a_card_is_read_in_ones_own_language_and_a_draft_says_so(voting: Open, cards: list[Card]) -> None:
    CardText.objects.create(
        card=cards[0], language="ar", title="السائق انتظر", narrative="ركضت نحو الحافلة", state="draft"
    )
    voting(cards[0])
    page = joined(language="ar").get(f"/hall/{CODE}/").content.decode()
    assert '<html lang="ar" dir="rtl">' in page
    assert '<h1 lang="ar" dir="rtl" class="">السائق انتظر</h1>' in page
    assert 'data-k="draft"' in page
    swedish = joined(language="sv").get(f"/hall/{CODE}/").content.decode()
    assert 'lang="fi" dir="ltr"' in swedish and 'data-k="draft"' not in swedish


def test_polling_costs_one_query_and_nothing_is_sent_until_there_is_news(
    voting: Open, event: DecisionEvent, cards: list[Card], as_aino: Actor, in_hall: Actor, join_hall: Join,
    django_assert_num_queries: Callable[..., object], django_assert_max_num_queries: Callable[..., object],
) -> None:  # fmt: skip
    browser = joined()
    seats = join_hall(6)
    voting(cards[0])
    page = browser.get(f"/hall/{CODE}/")
    mark = mark_in(page)
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        assert part(browser, f"/hall/{CODE}/?mark={mark}").status_code == 204
    with django_assert_num_queries(1):  # type: ignore[attr-defined]
        same = browser.get(f"/hall/{CODE}/", headers={"If-None-Match": page.headers["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    vote(seats, cards[0], "MMMMMM", in_hall)
    assert part(browser, f"/hall/{CODE}/?mark={mark}").status_code == 204, "others' votes are no news"
    close_vote(event, by=as_aino, now=EVENING)
    for _step in range(2):
        with django_assert_max_num_queries(3):  # type: ignore[attr-defined]
            news = part(browser, f"/hall/{CODE}/?mark={mark}")
        assert news.status_code == 200
        assert "<html" not in news.content.decode() and mark_in(news) != mark
        mark = mark_in(news)
        reveal_verdict(event, by=as_aino, now=EVENING)
    assert news.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("cast", ["LLLLLL", "MMMMMM"])
def test_pages_of_the_hall_are_the_same_whichever_way_a_vote_goes(
    voting: Open, cards: list[Card], in_hall: Actor, join_hall: Join, aino_browser: Client, cast: str
) -> None:
    """Nothing on any page tells of the votes while the vote is open, nor before the result is shown."""
    seats = join_hall(6)
    event = voting(cards[0])
    watcher = joined(language="en")
    vote(seats, cards[0], cast, in_hall)
    for address in (f"/hall/{CODE}/", f"/screen/{CODE}/"):
        page = text_of(watcher.get(address))
        assert "Most" not in page and "voted" not in page and "6" not in page.replace("26", "")
    assert verdict_count(event) == 0


def verdict_count(event: DecisionEvent) -> int:
    return Verdict.objects.filter(card__deck__round=event.round).count()


# The tablet


def test_the_tablet_needs_its_tables_key_once(voting: Open, cards: list[Card]) -> None:
    voting(cards[0])
    tablet = phone()
    at = f"/table/{CODE}/3/"
    assert tablet.get(at).status_code == 403
    assert tablet.post(f"{at}word/", {"card": 1, "verdict": "less"}).status_code == 403
    assert "not this table" in text_of(tablet.get(f"{at}?k={table_key(CODE, 2)}"))
    assert tablet.post(at, {"k": table_key(CODE, 3).lower()}).headers["Location"] == at
    assert "What does table 3 want?" in text_of(tablet.get(at))
    assert tablet.get(f"/table/{CODE}/2/").status_code == 403
    assert not Verdict.objects.exists()


def test_a_table_writes_its_word_ideas_and_dots(
    voting: Open, event: DecisionEvent, cards: list[Card], tables: list[Table], as_aino: Actor, in_hall: Actor
) -> None:
    voting(cards[0])
    tablet, at = phone(), f"/table/{CODE}/3/"
    tablet.get(f"{at}?k={table_key(CODE, 3)}")
    tablet.post(f"{at}word/", {"card": 1, "verdict": "unsure", "reason": "Kuulisimme mielellämme myös opettajaa."})
    said = Verdict.objects.get()
    assert (said.outcome, said.reason, said.table) == ("divided", "Kuulisimme mielellämme myös opettajaa.", tables[2])
    missing = tablet.post(f"{at}word/", {"card": 1, "reason": "Vain syy"})
    assert missing.status_code == 400
    assert "Choose one of the three" in text_of(missing) and "Vain syy" in missing.content.decode()
    tablet.post(f"{at}ideas/", {"card": 1, "text": "Lamput", "body": "tekninen toimi", "effort": "medium"})
    idea = Idea.objects.get()
    assert (idea.card, idea.table, idea.effort) == (cards[0], tables[2], "medium")
    personal = tablet.post(f"{at}ideas/", {"card": 1, "text": "Soita 050 000 0123"})
    assert personal.status_code == 400
    assert "phone number" in text_of(personal) and "Soita 050 000 0123" in personal.content.decode()
    event.refresh_from_db()
    event.step = Step.IDEAS
    event.save()
    tablet.post(f"{at}ideas/{idea.pk}/dot/", {"given": "yes"})
    idea.refresh_from_db()
    assert idea.dots == 1


def test_the_tablet_says_when_the_hall_has_moved_on_and_leaves_what_is_typed(
    event: DecisionEvent, cards: list[Card], as_aino: Actor
) -> None:
    open_card(event, cards[0], by=as_aino, now=EVENING)
    tablet, at = phone(), f"/table/{CODE}/3/"
    tablet.get(f"{at}?k={table_key(CODE, 3)}")
    page = tablet.get(at)
    assert "reads aloud" in text_of(page)
    mark = mark_in(page)
    assert part(tablet, f"{at}?mark={mark}&card=1").status_code == 204
    open_card(event, cards[1], by=as_aino, now=EVENING)
    news = part(tablet, f"{at}?mark={mark}&card=1")
    assert "moved on" in text_of(news) and "<textarea" not in news.content.decode()


# The wall


def test_the_wall_shows_the_way_in_the_card_and_the_verdict_with_a_reason(
    event: DecisionEvent, cards: list[Card], tables: list[Table], as_aino: Actor, in_hall: Actor, join_hall: Join,
    voting: Open,
) -> None:  # fmt: skip
    wall, at = phone(), f"/screen/{CODE}/"
    waiting = wall.get(at).content.decode()
    assert CODE in waiting and "data:image/svg+xml;base64," in waiting
    seats = join_hall(24)
    voting(cards[0])
    assert "Kuljettaja odotti" in text_of(wall.get(at))
    vote(seats, cards[0], "L" * 18 + "UUUMMM", in_hall)
    phone_of_three = phone()
    phone_of_three.get(f"/table/{CODE}/3/?k={table_key(CODE, 3)}")
    phone_of_three.post(f"/table/{CODE}/3/word/", {"card": 1, "verdict": "less", "reason": "Kuljettaja on kasvot."})
    close_vote(event, by=as_aino, now=EVENING)
    closed = text_of(wall.get(at))
    assert "Kuljettaja on kasvot" not in closed and "less" not in closed
    reveal_verdict(event, by=as_aino, now=EVENING)
    shown = text_of(wall.get(at))
    assert "Most want less of this." in shown
    assert "Less 18 of 24" in shown and "Unsure 3 of 24" in shown
    assert "“Kuljettaja on kasvot.” Table 3" in shown


def test_the_wall_lists_ideas_without_dots_until_measures_are_chosen(
    event: DecisionEvent, cards: list[Card], tables: list[Table], as_aino: Actor, in_hall: Actor, aino_browser: Client
) -> None:
    open_card(event, cards[0], by=as_aino, now=EVENING)
    idea = add_idea(tables[0], by=in_hall, now=EVENING, text="Pihapäivä")
    for table in tables:
        dot_idea(idea, table, by=in_hall, now=EVENING)
    aino_browser.post("/mallila/MAL26/decisions/host/step/", {"do": "ideas"})
    wall = text_of(phone().get(f"/screen/{CODE}/"))
    assert "Pihapäivä" in wall and "4 tables" not in wall
    aino_browser.post("/mallila/MAL26/decisions/host/step/", {"do": "choose"})
    assert "4 tables" in text_of(phone().get(f"/screen/{CODE}/"))


def test_doors_of_an_unknown_code_are_not_there(event: DecisionEvent) -> None:
    for address in ("/screen/AAAAAA/", "/table/AAAAAA/1/", f"/table/{CODE}/9/"):
        assert phone().get(address).status_code == 404


@pytest.mark.parametrize("code", ["ar", "fa-AF", "so", "uk", "ti", "fi", "sv"])
def test_the_buttons_say_what_the_printed_card_says(round: Round, code: str) -> None:
    """Phone, paper and card use one wording for more, unsure and less."""
    from_texts = [str(text) for text in _printed(round, code)]
    with translation.override(code.lower()):
        from_page = [str(words) for words in CHOICES.values()]
    assert from_page == from_texts


def _printed(round: Round, code: str) -> list[str]:
    texts = texts_of(round, code)
    return [texts["steps.more"], texts["steps.unsure"], texts["steps.less"]]


def test_every_door_has_an_address() -> None:
    assert reverse("decisions_screen", args=[CODE]) == f"/screen/{CODE}/"
