"""What a reading gives back, and the same as JSON."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from kuultu.ground.documents.reading.shapes import Dropped


class Caution(StrEnum):
    """What a person should know before trusting a reading. Nothing here stops it."""

    NO_IDENTITY = "no_identity"  # neither bookmark nor printed line names the event
    IDENTITY_DIFFERS = "identity_differs"  # bookmark and printed line disagree
    TWO_FORMS = "two_forms"  # forms of two events in one file
    COPIED_ROWS = "copied_rows"  # rows were copied; each copy was read as a row of its own
    EXTRA_ROWS = "extra_rows"  # rows were added; they took the next numbers
    FOUND_BY_TEXT = "found_by_text"  # tags and bookmarks are gone; printed questions were used
    UNKNOWN_QUESTION = "unknown_question"  # a tag that this form does not have: another version?
    UNPLACED = "unplaced"  # some text fits nowhere: a person must place it
    REPEATED_TEXT = "repeated_text"  # an old program had repeated text; it was read once
    TRACKED_CHANGES = "tracked_changes"  # deleted text was left out
    HIDDEN_TEXT = "hidden_text"  # hidden text was left out
    COMMENTS = "comments"  # comments were left out
    PICTURES = "pictures"  # pictures were left out
    FORM_CONTROLS = "form_controls"  # what stands in Word's ActiveX boxes cannot be read
    NOTES = "notes"  # footnotes were read; they belong to no answer


@dataclass(frozen=True, slots=True)
class Warned:
    """One caution. `detail` is a count or a code, never what somebody wrote."""

    caution: Caution
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """One statement row of a question: the words as said, their translation, the marks."""

    question: str
    row: int
    original: str = ""
    translation: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a Word file says.

    `visible` counts the characters read in the body, without white space; `accounted` counts them again in
    what came out: answers, fields, printed texts known from the form, unplaced. The two are always equal.
    `margins` are headers and footers, kept apart and in neither count.
    """

    event: str | None = None
    version: str | None = None
    language: str | None = None
    answers: tuple[Answer, ...] = ()
    fields: Mapping[str, str] = field(default_factory=dict)
    unplaced: tuple[str, ...] = ()
    margins: tuple[str, ...] = ()
    dropped: Dropped = field(default_factory=Dropped)
    warnings: tuple[Warned, ...] = ()
    visible: int = 0
    accounted: int = 0


def reading_as_json(reading: Reading) -> dict[str, Any]:
    """A reading as plain lists and dicts. The key names are stable.

    event, version, language; answers: question, row, text (the original, else the translation), original,
    translation, mark; fields: field key → text; unplaced, margins: texts; dropped: counts by kind;
    warnings: code, detail; visible, accounted: characters without white space.
    """
    return {
        "event": reading.event,
        "version": reading.version,
        "language": reading.language,
        "answers": [
            {
                "question": each.question,
                "row": each.row,
                "text": each.original or each.translation,
                "original": each.original,
                "translation": each.translation,
                "mark": each.mark,
            }
            for each in reading.answers
        ],
        "fields": dict(reading.fields),
        "unplaced": list(reading.unplaced),
        "margins": list(reading.margins),
        "dropped": asdict(reading.dropped),
        "warnings": [{"code": each.caution.value, "detail": each.detail} for each in reading.warnings],
        "visible": reading.visible,
        "accounted": reading.accounted,
    }


def reading_from_json(plain: Mapping[str, Any]) -> Reading:
    """The reading that `reading_as_json` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    return Reading(
        event=plain["event"],
        version=plain["version"],
        language=plain["language"],
        answers=tuple(
            Answer(each["question"], each["row"], each["original"], each["translation"], each["mark"])
            for each in plain["answers"]
        ),
        fields=dict(plain["fields"]),
        unplaced=tuple(plain["unplaced"]),
        margins=tuple(plain["margins"]),
        dropped=Dropped(**plain["dropped"]),
        warnings=tuple(Warned(Caution(each["code"]), each["detail"]) for each in plain["warnings"]),
        visible=plain["visible"],
        accounted=plain["accounted"],
    )
