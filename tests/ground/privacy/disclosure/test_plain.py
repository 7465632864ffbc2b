"""Figures for every class or one word; and what was shown can be kept and read back."""

import itertools

import pytest

from kuultu.ground.privacy.disclosure import Audience, InFigures, InWords, Nothing, Shown, Word, share_of
from kuultu.ground.privacy.disclosure.plain import plain_share
from kuultu.ground.privacy.disclosure.stored import as_stored, from_stored

HALL = Audience.DECISION_MAKERS


def every_vote(most: int) -> itertools.chain[tuple[int, int, int]]:
    return itertools.chain.from_iterable(
        ((more, unsure, people - more - unsure) for more in range(people + 1) for unsure in range(people + 1 - more))
        for people in range(most + 1)
    )


def told(more: int, unsure: int, less: int, audience: Audience = HALL) -> Shown:
    return plain_share({"more": more, "unsure": unsure, "less": less}, audience=audience, events=4)


def test_figures_never_put_two_sides_together() -> None:
    for vote in every_vote(40):
        shown = told(*vote)
        if isinstance(shown, InFigures):
            assert [each.answers for each in shown.slices] == [("more",), ("unsure",), ("less",)]
            assert min(vote) >= 3


def test_a_side_that_most_took_is_said_although_another_is_small() -> None:
    assert told(3, 1, 20) == InWords(Word.MOST, ("less",), 24)
    hidden = share_of({"more": 3, "unsure": 1, "less": 20}, audience=HALL, events=4)
    assert isinstance(hidden, InFigures), "here it would stand in the rest"
    assert any(each.rest and "less" in each.answers for each in hidden.slices)


def test_a_word_leaves_open_how_the_small_sides_divide() -> None:
    """Who knows the rules looks for all votes that would have given the word: each small side may be one of four."""
    by_answer: dict[Shown, list[tuple[int, int, int]]] = {}
    for vote in every_vote(40):
        by_answer.setdefault(told(*vote), []).append(vote)
    for shown, votes in by_answer.items():
        if isinstance(shown, InWords) and shown.people is not None and shown.word is Word.MOST:
            (side,) = shown.about
            place = ("more", "unsure", "less").index(side)
            others = [n for n in range(3) if n != place]
            assert all(len({vote[n] for vote in votes}) >= 4 for n in others)


@pytest.mark.parametrize("audience", list(Audience))
def test_what_was_shown_is_read_back_as_it_was(audience: Audience) -> None:
    for vote in every_vote(34):
        shown = told(*vote, audience)
        assert from_stored(as_stored(shown)) == shown


def test_only_what_was_stored_is_read() -> None:
    assert isinstance(from_stored({"kind": "nothing", "reason": "fewer_than_five"}), Nothing)
    with pytest.raises(ValueError, match="rumour"):
        from_stored({"kind": "rumour"})
