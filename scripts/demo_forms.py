"""Writes the scribes' filled Word forms of the demo, `demo/forms/*.docx`, from what they wrote, `demo/reports/*.toml`.

    python scripts/demo_forms.py

Each form is made by the same page that an organisation downloads it from, and filled as a word processor saves it:
uneven rows, rows added below, an answer in the wrong field, a paragraph outside every field, a line taken out again.
"""

import io
import os
import sys
import tempfile
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kuultu.config.settings")
os.environ["KUULTU_DATA_DIR"] = tempfile.mkdtemp()

import django  # noqa: E402
from django.core.management import call_command  # noqa: E402

django.setup()

from kuultu.desk.demo.cast import hire, make_town  # noqa: E402
from kuultu.desk.demo.hearing import plan, prepare  # noqa: E402
from kuultu.desk.demo.story import Story, at_noon  # noqa: E402
from kuultu.ground.documents.docx.fill import fill  # noqa: E402
from kuultu.ground.municipalities.scope import scope  # noqa: E402
from kuultu.loop.materials.documents.files import Format, made  # noqa: E402
from kuultu.loop.materials.models import Kind  # noqa: E402
from kuultu.loop.materials.queries import pack_of  # noqa: E402
from kuultu.loop.materials.report_form import ROWS  # noqa: E402
from kuultu.loop.materials.wording import Texts  # noqa: E402
from kuultu.loop.rounds.queries import events_of  # noqa: E402

SIGNS = {"good": "+", "bad": "−", "both": "±", "proposal": "!", "": ""}
BODY = "word/document.xml"
CHECKS = {
    "read_back": "E.read_back", "corrected": "E.corrected", "agrees_delivery": "E.delivery",
    "agrees_quotes": "E.quotes", "no_names": "E.no_names", "removed": "F.removed",
}  # fmt: skip


def main() -> None:
    """Make every form anew."""
    story = Story(ROOT / "demo")
    call_command("migrate", verbosity=0)
    town = make_town(story)
    target = ROOT / "demo" / "forms"
    target.mkdir(exist_ok=True)
    with scope(town):
        cast = hire(story, town, at_noon(story.plan["round"]["starts_on"]))
        plan(story, cast)
        prepare(story, cast)
        for event in events_of(cast.the_round):
            pack = pack_of(event)
            empty = made(pack, Kind.FORM, Format.DOCX)
            told = story.report(event.code)
            file = target / f"{event.full_code}-{event.language}.docx"
            file.write_bytes(finished(filled(empty, told, pack.texts), told))
            print(file.relative_to(ROOT))


def filled(form: bytes, told: dict[str, Any], words: Texts) -> bytes:
    """The form with everything typed that belongs into its fields."""
    answers, extra = lines(told)
    answers |= {f"B.{band}": str(count) for band, count in told["who_came"].items() if count}
    answers |= {f"{key}.skipped": why for key, why in told.get("skipped", {}).items()}
    answers |= {f"{key}.differed": why for key, why in told.get("differed", {}).items()}
    answers |= {f"D.{number}": each["original"] for number, each in enumerate(told.get("top", []), start=1)}
    report = told["report"]
    yes_no = {True: words["form.yes"], False: words["form.no"]}
    answers |= {tag: yes_no[report[name]] for name, tag in CHECKS.items() if name in report}
    answers |= {"A.interpreter": yes_no[report["interpreter"]], "A.briefed": yes_no[report["briefed"]]}
    answers |= {"A.time": f"{report['began']}–{report['ended']}", "A.place": words[f"form.places.{report['place']}"]}
    answers |= {"E.how": words[f"form.checks.{report['how']}"], "E.remark": remarks(told)}
    answers |= {f"D.{name}": report[name] for name in ("who_else", "works_well") if report.get(name)}
    wrong = [each for each in told.get("unplaced", []) if each["about"]]
    if wrong:  # an answer typed where the place of the event belongs
        answers["A.place"] = wrong[0]["text"]
    known = {tag: text for tag, text in answers.items() if text}
    return fill(form, known, extra=extra)


def lines(told: dict[str, Any]) -> tuple[dict[str, str], dict[str, list[list[str]]]]:
    """What was said, by tag for the printed rows and as added rows below them."""
    answers: dict[str, str] = {}
    extra: dict[str, list[list[str]]] = defaultdict(list)
    two = told["report"]["language"] != "fi"
    for each in told["answers"]:
        if each.get("remark"):
            continue
        mark = " ".join(filter(None, (SIGNS[each["mark"]], "“" if each["quote"] else "")))
        cells = {"o": each["original"], "t": each["translation"] if two else "", "m": mark}
        if each["row"] <= ROWS:
            answers |= {f"{each['question']}.{each['row']}.{column}": text for column, text in cells.items() if text}
        else:
            extra[each["question"]].append([text for column, text in cells.items() if two or column != "t"])
    return answers, extra


def remarks(told: dict[str, Any]) -> str:
    """The scribe's own remarks, apart from what was said."""
    own = [each["original"] for each in told["answers"] if each.get("remark")]
    return "\n".join(filter(None, (told["report"].get("remarks", ""), *own)))


def finished(form: bytes, told: dict[str, Any]) -> bytes:
    """A paragraph below the last table, and a line that was written and taken out again with changes tracked."""
    loose = [each["text"] for each in told.get("unplaced", []) if not each["about"]]
    language = told["report"]["language"]
    with zipfile.ZipFile(io.BytesIO(form)) as opened:
        parts = {info.filename: opened.read(info) for info in opened.infolist()}
    rtl = "<w:rtl/>" if language in {"ar", "fa-AF"} else ""
    bidi = "<w:pPr><w:bidi/></w:pPr>" if rtl else ""
    added = "".join(
        f'<w:p>{bidi}<w:r><w:rPr>{rtl}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r></w:p>' for text in loose
    )
    if told["report"]["road"] == "word" and loose:
        added += (
            '<w:p><w:del w:id="901" w:author="kirjuri" w:date="2026-03-19T20:00:00Z"><w:r>'
            '<w:delText xml:space="preserve">(tämä rivi poistettiin)</w:delText></w:r></w:del></w:p>'
        )
    body = parts[BODY].decode()
    at = body.rindex("<w:sectPr")
    parts[BODY] = (body[:at] + added + body[at:]).encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 3, 20, 12, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


if __name__ == "__main__":
    main()
