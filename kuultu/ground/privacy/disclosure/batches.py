"""Late answers are held until enough have come for nobody to be the difference."""

from collections.abc import Mapping

from kuultu.ground.privacy.disclosure.ledger import stands_alone
from kuultu.ground.privacy.disclosure.thresholds import WORDS_FROM


def with_batch(shown: Mapping[str, int], waiting: Mapping[str, int]) -> dict[str, int]:
    """The counts to show now: `shown` so far, and `waiting` if that batch can stand alone.

    Both hold people per answer. The rule is the same after closing: a last batch that is too small
    is never counted in what is shown, since what was shown before it cannot be taken back.
    """
    if not any(shown.values()):
        return dict(waiting) if sum(waiting.values()) >= WORDS_FROM else {}
    if not stands_alone(waiting.values()):
        return dict(shown)
    answers = dict.fromkeys((*shown, *waiting))
    return {answer: shown.get(answer, 0) + waiting.get(answer, 0) for answer in answers}
