"""Nothing of a municipality is seen or written outside its scope."""

import pytest
from django.apps import apps

from kuultu.ground.municipalities.models import Municipality, Organisation, Owned
from kuultu.ground.municipalities.scope import OutsideScope, scope

TABLES_WITHOUT_AN_OWNER = {"municipalities.Municipality", "people.Person", "people.Membership", "audit.Entry"}


def ours() -> list[type]:
    return [model for model in apps.get_models() if model.__module__.startswith("kuultu.")]


def test_every_table_is_owned_or_named_here() -> None:
    without = {model._meta.label for model in ours() if not issubclass(model, Owned) and not model._meta.auto_created}
    assert without == TABLES_WITHOUT_AN_OWNER


@pytest.mark.parametrize("model", [m for m in ours() if issubclass(m, Owned)], ids=lambda m: m._meta.label)
@pytest.mark.django_db
def test_a_query_without_a_scope_is_an_error(model: type[Owned]) -> None:
    with pytest.raises(OutsideScope):
        list(model.objects.all())
    with pytest.raises(OutsideScope):
        model.objects.count()
    with pytest.raises(OutsideScope):
        model.objects.filter(pk__isnull=False).update(municipality=None)
    with pytest.raises(OutsideScope):
        model.objects.all().delete()


def test_a_scope_shows_its_own_rows_only(mallila: Municipality, naapuri: Municipality) -> None:
    with scope(mallila):
        Organisation.objects.create(name="Silta ry")
    with scope(naapuri):
        Organisation.objects.create(name="Toinen ry")
        assert [o.name for o in Organisation.objects.all()] == ["Toinen ry"]
        assert not Organisation.objects.filter(name="Silta ry").exists()


def test_a_row_of_the_neighbour_cannot_be_saved_or_deleted(mallila: Municipality, naapuri: Municipality) -> None:
    with scope(mallila):
        silta = Organisation.objects.create(name="Silta ry")
    with scope(naapuri):
        with pytest.raises(OutsideScope):
            silta.save()
        with pytest.raises(OutsideScope):
            silta.delete()
        with pytest.raises(OutsideScope):
            Organisation.objects.bulk_create([silta])
    assert Organisation.everywhere.get().municipality == mallila


def test_a_queryset_made_in_one_scope_does_not_run_in_none(mallila: Municipality) -> None:
    with scope(mallila):
        waiting = Organisation.objects.all()
    with pytest.raises(OutsideScope):
        list(waiting)
