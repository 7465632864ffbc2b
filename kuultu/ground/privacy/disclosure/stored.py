"""What was shown, kept as plain data: what people saw stays as they saw it when the answers behind it are gone."""

from collections.abc import Mapping
from typing import Any

from kuultu.ground.privacy.disclosure.shown import InFigures, InWords, Nothing, Reason, Shown, Slice, Word

type Stored = dict[str, Any]


def as_stored(shown: Shown) -> Stored:
    """For a JSON field."""
    match shown:
        case Nothing():
            return {"kind": "nothing", "reason": shown.reason.value}
        case InWords():
            return {"kind": "words", "word": shown.word.value, "about": list(shown.about), "people": shown.people}
        case InFigures():
            return {
                "kind": "figures",
                "people": shown.people,
                "rounded": shown.rounded,
                "slices": [_slice(each) for each in shown.slices],
            }


def from_stored(stored: Mapping[str, Any]) -> Shown:
    """As `disclosure` gave it. Raises KeyError or ValueError for what was never stored by `as_stored`."""
    match stored["kind"]:
        case "nothing":
            return Nothing(Reason(stored["reason"]))
        case "words":
            return InWords(Word(stored["word"]), tuple(stored["about"]), stored["people"])
        case "figures":
            slices = tuple(Slice(**(each | {"answers": tuple(each["answers"])})) for each in stored["slices"])
            return InFigures(stored["people"], slices, stored["rounded"])
        case other:
            raise ValueError(f"nothing that is shown is of the kind {other!r}")


def _slice(each: Slice) -> Stored:
    return {
        "answers": list(each.answers),
        "people": each.people,
        "percent": each.percent,
        "low": each.low,
        "high": each.high,
        "rest": each.rest,
    }
