"""The municipalities of the server that have something to show, and the languages of each."""

from collections.abc import Collection
from dataclasses import dataclass

from kuultu.ground.municipalities.models import Municipality
from kuultu.loop.measures.models import Programme
from kuultu.loop.rounds.models import Ending, Round


@dataclass(frozen=True)
class Town:
    """A municipality that has answered its residents, or told that it has only collected."""

    municipality: Municipality
    languages: tuple[str, ...]


def towns() -> list[Town]:
    """Those with a published programme or a round that ended as collected, by name; asks twice."""
    answered = Programme.everywhere.exclude(published_at=None).values("round_id")
    public = Round.everywhere.filter(pk__in=answered) | Round.everywhere.filter(ending=Ending.COLLECTED)
    languages: dict[int, list[str]] = {}
    for round in public:
        languages.setdefault(round.municipality_id, []).extend(round.languages)
    found = Municipality.objects.filter(pk__in=languages.keys())
    return [Town(town, tuple(dict.fromkeys(languages[town.pk]))) for town in found]


def languages_of_town(rounds: Collection[Round]) -> list[str]:
    """In which residents can read: those of every public round."""
    return list(dict.fromkeys(code for round in rounds for code in round.languages))
