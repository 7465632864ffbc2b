"""The styles keep their promises: logical properties, contrast, small files, nothing inline, no missing icon."""

import re
from pathlib import Path

import pytest

import kuultu

PACKAGE = Path(kuultu.__file__).parent
STYLES = sorted(p for p in PACKAGE.rglob("static/**/*.css") if "vendor" not in p.parts)
TEMPLATES = sorted(PACKAGE.rglob("templates/**/*.html"))
SCRIPTS = sorted(p for p in PACKAGE.rglob("static/**/*.js") if "vendor" not in p.parts)
WEB = PACKAGE / "ground/web"

PHYSICAL = re.compile(
    r"(?<![\w-])((?:margin|padding|border)-(?:left|right|top|bottom)\b|(?:left|right|top|bottom)\s*:"
    r"|text-align\s*:\s*(?:left|right)|float\s*:\s*(?:left|right)|(?:min-|max-)?(?:width|height)\s*:)"
)
EVENT = r"\son(?:click|change|input|submit|load|error|focus|blur|toggle|key\w+|mouse\w+|pointer\w+|touch\w+)\s*="
INLINE = re.compile(rf"\sstyle\s*=|<style\b|<script\b(?![^>]*\bsrc=)|hx-on|javascript:|{EVENT}", re.IGNORECASE)


def name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("file", STYLES, ids=name)
def test_styles_have_no_left_or_right(file: Path) -> None:
    rules = re.sub(r"/\*.*?\*/|@media[^{]*\{|@page[^{]*\{", "", file.read_text(), flags=re.DOTALL)
    assert PHYSICAL.findall(rules) == []


@pytest.mark.parametrize("file", [*STYLES, *SCRIPTS], ids=name)
def test_styles_and_scripts_are_small_and_fetch_nothing_from_elsewhere(file: Path) -> None:
    text = file.read_text()
    assert text.count("\n") <= 300
    assert "http" not in re.sub(r"http://www\.w3\.org/\S*", "", text)
    assert "@import" not in text


@pytest.mark.parametrize("file", TEMPLATES, ids=name)
def test_templates_have_nothing_inline(file: Path) -> None:
    assert INLINE.findall(file.read_text()) == []


def test_every_icon_that_a_template_names_is_in_the_sprite() -> None:
    held = set(re.findall(r'<symbol id="(\w+)"', (WEB / "static/web/icons.svg").read_text()))
    asked = {icon for file in TEMPLATES for icon in re.findall(r'\{%\s*icon "(\w+)"', file.read_text())}
    assert asked - held == set()


def luminance(colour: str) -> float:
    """Relative luminance of #RRGGBB (WCAG 2.2)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def schemes() -> dict[str, dict[str, str]]:
    """Tokens of the light scheme and of the dark one."""
    text = (WEB / "static/web/tokens.css").read_text()
    light, dark = text.split("@media (prefers-color-scheme: dark)")
    dark = dark.split("/* what is printed")[0]
    found = [dict(re.findall(r"(--k-[\w-]+): (#[0-9A-F]{6})", part)) for part in (light, dark)]
    return {"light": found[0], "dark": found[0] | found[1]}


TEXT = (
    "ink", "muted", "lake", "more", "less", "unsure", "attitudes", "security", "interaction", "participation", "other",
)  # fmt: skip


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("text", TEXT)
def test_text_can_be_read_on_paper_and_on_mist(scheme: str, text: str) -> None:
    tokens = schemes()[scheme]
    for ground in ("paper", "mist"):
        assert contrast(tokens[f"--k-{text}"], tokens[f"--k-{ground}"]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_can_be_read_on_its_own_ground(scheme: str) -> None:
    tokens = schemes()[scheme]
    for text, ground in (
        ("on-lake", "lake"), ("on-lake", "lake-deep"), ("ink", "lake-tint"), ("lake-deep", "lake-tint"),
        ("more", "more-tint"), ("less", "less-tint"), ("unsure", "unsure-tint"),
        ("paper", "more"), ("paper", "less"), ("paper", "unsure"),
    ):  # fmt: skip
        assert contrast(tokens[f"--k-{text}"], tokens[f"--k-{ground}"]) >= 4.5, (text, ground)


def test_borders_of_fields_can_be_seen() -> None:
    for tokens in schemes().values():
        assert contrast(tokens["--k-muted"], tokens["--k-paper"]) >= 3
