"""Two municipalities on one server: every way from one's pages to the other's rows."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django import forms
from django.apps import apps
from django.test import Client

import kuultu
from kuultu.ground.municipalities.models import Municipality, Organisation, Owned
from kuultu.ground.municipalities.scope import OutsideScope, scope
from kuultu.ground.people.models import Membership, Person
from kuultu.ground.people.request import moment
from kuultu.loop.cards.models import Card
from kuultu.loop.measures.models import Measure
from kuultu.loop.rounds.forms import EventForm, OrderForm
from kuultu.loop.rounds.models import Event, Group, Order, Round
from tests.factories import a_card, a_group, a_measure, a_round, an_event, an_order, freeze

# Who may look past the scope: doors that find it by a token or a code, jobs and pages over all municipalities.
PAST_THE_SCOPE = {
    "ground/people/links.py",
    "loop/decisions/views/joining.py",
    "loop/rounds/actions/planning.py",
    "loop/surveys/views/answering.py",
    "public/codes.py",
    "public/queries/towns.py",
    "desk/management/commands/backup.py",
}


@pytest.fixture
def theirs(naapuri: Municipality) -> Round:
    """Naapuri's round with one of everything; its ids are known to Mallila's coordinator."""
    with scope(naapuri):
        round = a_round(code="NAA26", name="Naapurin kierros")
        organisation = Organisation.objects.create(name="Naapurin järjestö")
        an_order(round, organisation)
        an_event(round, organisation)
        a_measure(round, a_card(round, title="Naapurin kortti"))
        freeze(round)
        return round


def past_the_scope(file: Path) -> bool:
    """Does a file name a manager that looks past the scope, or write SQL of its own?"""
    return any(_looks_past(node) for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def _looks_past(node: ast.AST) -> bool:
    if not isinstance(node, ast.Attribute):
        return False
    owner = node.value
    if node.attr == "raw":
        return isinstance(owner, ast.Attribute) and owner.attr == "objects"
    if node.attr == "everywhere":
        return isinstance(owner, ast.Name) and owner.id[:1].isupper()
    return node.attr in {"_base_manager", "RawSQL", "cursor"}


def test_who_looks_past_the_scope_is_listed_here() -> None:
    root = Path(kuultu.__file__).parent
    files = (file for file in root.rglob("*.py") if "migrations" not in file.parts)
    assert {str(file.relative_to(root)) for file in files if past_the_scope(file)} == PAST_THE_SCOPE


def test_every_table_looks_through_the_scope_unless_asked_otherwise() -> None:
    for model in apps.get_models():
        if issubclass(model, Owned):
            assert model._default_manager.name == "objects", model


@pytest.mark.parametrize("kind", ["group", "organisation", "order"])
def test_a_row_does_not_point_at_a_neighbours(kind: str, theirs: Round, mallila: Municipality, naapuri: Municipality,
                                              silta: Organisation) -> None:  # fmt: skip
    with scope(naapuri):
        foreign = {"group": Group.objects.get(), "organisation": Organisation.objects.get(),
                   "order": Order.objects.get()}[kind]  # fmt: skip
    with scope(mallila):
        round = a_round()
        event = an_event(round, silta, group=a_group(round))
        setattr(event, kind, foreign)
        with pytest.raises(OutsideScope):
            event.save()
        event.pk, event.code = None, "X"
        with pytest.raises(OutsideScope):
            Event.objects.bulk_create([event])


def test_related_managers_see_the_scope_only(theirs: Round, mallila: Municipality) -> None:
    with scope(mallila):
        assert not theirs.events.exists() and not theirs.groups.exists() and not theirs.orders.exists()
        assert not theirs.deck.cards.exists()
        assert not Round.objects.filter(events__isnull=False).exists()


def ids(naapuri: Municipality) -> dict[str, int]:
    with scope(naapuri):
        return {
            "group": Group.objects.get().pk, "organisation": Organisation.objects.get().pk,
            "card": Card.objects.get().pk, "measure": Measure.objects.get().pk, "order": Order.objects.get().pk,
        }  # fmt: skip


def test_forms_offer_and_take_the_scopes_rows_only(theirs: Round, mallila: Municipality, naapuri: Municipality) -> None:
    known = ids(naapuri)
    with scope(mallila):
        round = a_round()
        order = OrderForm(round, {"organisation": known["organisation"], "groups": [known["group"]],
                                  "events_wanted": 1, "due_on": "2026-04-01"})  # fmt: skip
        event = EventForm(round, None, {"group": known["group"], "organisation": known["organisation"],
                                        "language": "ar", "starts_at": "2026-04-01T10:00",
                                        "ends_at": "2026-04-01T12:00"})  # fmt: skip
        assert {"organisation", "groups"} <= order.errors.keys() and {"group", "organisation"} <= event.errors.keys()


def test_ids_of_the_neighbour_posted_to_ones_own_pages_change_nothing(
    theirs: Round, mallila: Municipality, naapuri: Municipality, silta: Organisation, aino_browser: Client
) -> None:
    known = ids(naapuri)
    with scope(mallila):
        round = a_round()
        order = an_order(round, silta, state="draft")
        card = a_card(round)
        freeze(round)
        measure = a_measure(round, card)
    base = f"/mallila/{round.code}"
    tried = [
        (f"{base}/rounds/orders/new/", {"organisation": known["organisation"], "events_wanted": 1,
                                        "due_on": "2026-04-01", "groups": [known["group"]]}),
        (f"{base}/rounds/orders/{order.pk}/change/", {"organisation": known["organisation"], "events_wanted": 9,
                                                      "due_on": "2026-04-01", "groups": [known["group"]]}),
        (f"{base}/rounds/orders/{known['order']}/send/", {}),
        (f"{base}/rounds/groups/{known['group']}/", {"name": "Kaapattu", "languages": ["ar"]}),
        (f"{base}/rounds/groups/{known['group']}/drop/", {}),
        (f"{base}/measures/new/", {"sentence": "x", "owner_body": "x", "owner_post": "x", "due_on": "2026-12-01",
                                   "cards": [known["card"]]}),
        (f"{base}/measures/{measure.number}/change/", {"sentence": "x", "owner_body": "x", "owner_post": "x",
                                                       "due_on": "2026-12-01", "cards": [known["card"]]}),
        ("/mallila/desk/people/new/", {"name": "x", "email": "x@x.example", "role": "organisation",
                                       "organisation": known["organisation"]}),
        (f"/mallila/desk/organisations/{known['organisation']}/freeze/", {}),
        ("/mallila/NAA26/rounds/change/", {"name": "Kaapattu"}),
    ]  # fmt: skip
    for address, said in tried:
        assert aino_browser.post(address, said).status_code in {400, 404}, address
    with scope(naapuri):
        assert Group.objects.get().name != "Kaapattu" and Organisation.objects.get().frozen_at is None
        assert Order.objects.get().events_wanted == 2
    with scope(mallila):
        assert Order.objects.get().events_wanted == 2 and Measure.objects.get().cards.get() == card
    assert not Membership.objects.filter(organisation_id=known["organisation"]).exists()


def test_a_neighbours_member_is_not_managed(
    mallila: Municipality, naapuri: Municipality, ville: Person, aino_browser: Client
) -> None:
    number = Membership.objects.get(person=ville).pk
    for page in ("link", "end"):
        assert aino_browser.post(f"/mallila/desk/people/{number}/{page}/").status_code == 404
    assert Membership.objects.get(pk=number).until is None


def test_giving_a_role_to_somebody_known_elsewhere_tells_and_changes_nothing_of_them(
    mallila: Municipality, ville: Person, aino_browser: Client
) -> None:
    said = {"name": "Jokin muu", "email": ville.email.upper(), "role": "analyst"}
    aino_browser.post("/mallila/desk/people/new/", said)
    ville.refresh_from_db()
    assert ville.name == "Ville Naapuri" and ville.has_usable_password()
    assert Membership.objects.filter(person=ville).count() == 2


def test_what_one_did_elsewhere_is_in_no_history_here(
    theirs: Round, mallila: Municipality, naapuri: Municipality, ville_browser: Client, aino_browser: Client
) -> None:
    ville_browser.post("/naapuri/NAA26/rounds/groups/new/", {"name": "Salainen ryhmä", "languages": ["ar"]})
    with scope(mallila):
        a_round()
    assert "added a group" not in aino_browser.get("/mallila/MAL26/history/").content.decode()


def _forms(kind: type[forms.BaseForm]) -> Iterator[type[forms.BaseForm]]:
    for each in kind.__subclasses__():
        yield each
        yield from _forms(each)


def test_no_form_offers_rows_before_it_knows_its_round() -> None:
    """A field over a table is empty until the form's own `__init__` has said which rows."""
    for form in _forms(forms.BaseForm):
        if form.__module__.startswith("kuultu."):
            for name, field in getattr(form, "base_fields", {}).items():
                if isinstance(field, forms.ModelChoiceField) and not hasattr(form, "Meta"):
                    assert field.queryset is not None
                    assert field.queryset.query.is_empty(), f"{form.__name__}.{name}"


def test_a_role_that_begins_tomorrow_is_none_today(mallila: Municipality, aino: Person, aino_browser: Client) -> None:
    Membership.objects.filter(person=aino).update(since=moment().replace(year=2099))
    assert aino_browser.get("/mallila/desk/").status_code == 404
