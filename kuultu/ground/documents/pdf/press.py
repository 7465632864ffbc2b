"""Runs the typesetter: a template and plain data in, an accessible PDF out. Warnings are failures.

PDF/UA-1 turns a missing glyph, title or alternative text into an error; an unknown font would only be a warning.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import typst

from kuultu.ground.documents import symbols
from kuultu.ground.documents.fonts.coverage import FOLDER
from kuultu.ground.documents.scripts import face, is_rtl

TEMPLATES = Path(__file__).parent / "templates"
STATES = {
    "todo": '<circle cx="12" cy="12" r="10" fill="#fff" stroke="#51626B" stroke-width="1.8"/>',
    "doing": '<circle cx="12" cy="12" r="9.8" fill="#fff" stroke="C" stroke-width="2.4"/>'
    '<circle cx="12" cy="12" r="4.4" fill="C"/>',
    "done": '<circle cx="12" cy="12" r="11" fill="C"/><path d="M7 12.4l3.4 3.4L17 9" fill="none" stroke="#fff" '
    'stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>',
}


class PressError(Exception):
    """The typesetter refused or warned; the text says what it said."""


@cache
def _fonts() -> "typst.Fonts":
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])


def press(template: str, data: Mapping[str, Any], *, timestamp: datetime) -> bytes:
    """The PDF. `timestamp` must know its zone; the same data and time give the same bytes."""
    try:
        made, warnings = typst.compile_with_warnings(
            **_call(template, data), pdf_standards=["ua-1"], timestamp=timestamp.replace(microsecond=0)
        )
    except typst.TypstError as refused:
        raise PressError(f"{refused}\n{refused.diagnostic}") from refused
    if warnings:
        raise PressError("\n".join(str(warning) for warning in warnings))
    return bytes(made)


def measured(template: str, data: Mapping[str, Any], label: str) -> Any:
    """The value that the template notes under `label`, without making the PDF."""
    try:
        return json.loads(typst.query(**_call(template, data), selector=label, field="value", one=True))
    except RuntimeError as refused:
        raise PressError(str(refused)) from refused


def _call(template: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "input": str(TEMPLATES / f"{template}.typ"),
        "root": str(TEMPLATES),
        "font_paths": _fonts(),
        "ignore_system_fonts": True,
        "sys_inputs": {"data": json.dumps(data, ensure_ascii=False)},
    }


def faces(languages: Iterable[str]) -> dict[str, dict[str, Any]]:
    """How each language is set, for the template."""
    return {
        lang: {
            "families": face(lang).families, "size": face(lang).size, "gap": face(lang).gap,
            "digits": face(lang).digits, "rtl": is_rtl(lang), "lang": lang.split("-")[0].lower(),
            "region": lang.split("-")[1].lower() if "-" in lang and len(lang.split("-")[1]) == 2 else None,
        }
        for lang in sorted(set(languages))
    }  # fmt: skip


@cache
def signs(accent: str) -> dict[str, str]:
    """Every sign as SVG: in its colour, and again in ink for forms that print in one colour."""
    coloured = symbols.DOMAIN_COLOURS | symbols.VERDICT_COLOURS
    made = {name: symbols.svg(name, coloured.get(name, symbols.INK)) for name in symbols.SYMBOLS}
    made |= {f"{name}-ink": symbols.svg(name) for name in symbols.SYMBOLS}
    head = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">'
    made |= {f"state-{name}": head + inner.replace('"C"', f'"{accent}"') + "</svg>" for name, inner in STATES.items()}
    return made
