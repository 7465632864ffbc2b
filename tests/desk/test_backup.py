"""A backup holds everything and is refused when it is not whole."""

import random
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from kuultu.desk.management.commands.backup import dump, read_checked, restore, write
from kuultu.ground.municipalities.models import Municipality, Organisation
from kuultu.ground.municipalities.scope import scope
from kuultu.loop.measures.models import Measure
from kuultu.loop.rounds.models import Order, Round
from tests.factories import a_card, a_measure, a_report, a_round, a_statement, an_event, an_order


@pytest.fixture
def filled(mallila: Municipality, silta: Organisation) -> Municipality:
    with scope(mallila):
        round = a_round()
        order = an_order(round, silta)
        event = an_event(round, silta)
        order.groups.set([event.group])
        a_measure(round, a_card(round, a_statement(a_report(event))))
    return mallila


def lines(folder: Path) -> list[str]:
    with (folder / "rows").open("w+") as out:
        dump(out)
        out.seek(0)
        return sorted(out.readlines())


@pytest.mark.django_db(transaction=True)
def test_a_restored_backup_has_the_same_rows(filled: Municipality, tmp_path: Path) -> None:
    before = lines(tmp_path)
    write(tmp_path / "kuultu.zip")
    with scope(filled):
        assert Order.objects.get().groups.count() == 1
    call_command("flush", interactive=False, verbosity=0)
    assert restore(tmp_path / "kuultu.zip") == len(before)
    assert lines(tmp_path) == before
    with scope(Municipality.objects.get()):
        assert Order.objects.get().groups.count() == 1
        assert Measure.objects.get().cards.count() == 1
        assert Round.objects.create(code="MAL27", name="x", starts_on="2027-01-01", talks_until="2027-02-01").pk > 1


def test_a_full_database_is_not_written_over(filled: Municipality, tmp_path: Path) -> None:
    write(tmp_path / "kuultu.zip")
    with pytest.raises(CommandError, match="not empty"):
        restore(tmp_path / "kuultu.zip")


def test_an_altered_or_cut_backup_is_refused(filled: Municipality, tmp_path: Path) -> None:
    write(tmp_path / "kuultu.zip")
    whole = (tmp_path / "kuultu.zip").read_bytes()
    chance = random.Random(7)
    for _ in range(100):
        damaged = bytearray(whole)
        if chance.random() < 0.5:
            damaged = damaged[: chance.randrange(len(damaged))]
        else:
            damaged[chance.randrange(len(damaged))] ^= 0xFF
        (tmp_path / "damaged.zip").write_bytes(damaged)
        try:
            parts = read_checked(tmp_path / "damaged.zip")
        except CommandError:
            continue
        # A flipped bit in the archive's own dates or names of attributes changes no content.
        assert parts == read_checked(tmp_path / "kuultu.zip")
