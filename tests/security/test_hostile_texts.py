"""Somebody has written markup, formulas and control signs into every text there is: no page runs them or breaks."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models, transaction
from django.test import Client
from lxml import html

from kuultu.ground.municipalities.models import Municipality, Organisation, Owned
from kuultu.ground.municipalities.scope import scope
from kuultu.ground.people.models import Person
from kuultu.loop.followup.models import Undone
from kuultu.loop.materials.models import Translation
from kuultu.loop.reports.models import Report
from kuultu.loop.slides.models import Slide
from kuultu.loop.statements.models import Theme
from kuultu.loop.surveys.models import Item
from tests.conftest import NOW, signed_in
from tests.demo_world import World, address, known_parts, played, routes

HOSTILE = (
    '"><script>alert(1)</script><img src=x onerror=alert(1)>\' onmouseover=alert(1) x=\'{{ 7|add:7 }}{% now "Y" %}'
    '%(x)s{0.__class__}${7*7} =HYPERLINK("http://evil.example") #image("/etc/passwd") '
    "\u202e\x07 😀漢𐍈 ]]> &lt; javascript:x"
)
SHORT = "<b>x</b>"
# Codes, keys and tongues: no form lets anybody write into these.
NOT_WRITTEN = {
    "code", "slug", "prefix", "language", "languages", "translation_language", "question_key", "key", "keys", "salt",
    "sha256", "fingerprint", "token_hash", "sent_as", "folded", "kind", "state", "colour", "accent", "purpose_code",
    "verb", "role", "room", "object_id", "about", "owner_email", "contact_email", "source",
}  # fmt: skip
MARK = re.compile(rb"<script>alert|<img src=x|onmouseover=alert\(1\) x='\{\{", re.I)


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    for world in played(django_db_blocker):
        with django_db_blocker.unblock(), transaction.atomic():
            poison(world.town)
        yield world


@pytest.fixture(scope="module")
def known(demo: World) -> dict[str, Any]:
    return known_parts(demo.town, NOW)


def poison(town: Municipality) -> None:
    """Hostile words into every text column of the municipality, and into the texts of JSON columns."""
    with scope(town):
        for model in apps.get_models():
            if issubclass(model, Owned):
                for field in model._meta.concrete_fields:
                    if _is_written(field):
                        _fill(model, field)
        for row in [*Report.objects.all()]:
            row.top, row.skipped, row.differed = [HOSTILE] * 3, {"SEC1": HOSTILE}, {"SEC1": HOSTILE}
            row.save()
        for slide in Slide.objects.all():
            slide.lines = [HOSTILE, f"{HOSTILE}: a / b"]
            slide.save()
        Theme.objects.update(names={"sv": HOSTILE, "en": HOSTILE})
        Translation.objects.update(probes=[HOSTILE])
        Undone.objects.update(texts={"ar": {"what": HOSTILE, "because": HOSTILE}})
        for item in Item.objects.all():
            item.texts = {"fi": HOSTILE, "en": HOSTILE}
            item.options = [each | {"texts": {"fi": HOSTILE, "en": HOSTILE}} for each in item.options]
            item.save()
    Person.objects.update(name=HOSTILE[:80])
    Municipality.objects.filter(pk=town.pk).update(name_fi=HOSTILE[:80], name_sv=HOSTILE[:80], contact_phone=SHORT)


def _is_written(field: "models.Field[Any, Any]") -> bool:
    texts = isinstance(field, models.CharField | models.TextField) and not isinstance(field, models.EmailField)
    return texts and not field.choices and field.name not in NOT_WRITTEN


def _fill(model: type[Owned], field: "models.Field[Any, Any]") -> None:
    """Each row with a number in front, so that what must be unique is."""
    for row in model.objects.all():
        if getattr(row, field.name):
            words = f"{row.pk}{HOSTILE}"[: field.max_length or 2000]
            if model._meta.label == "decisions.Attendee" and field.name == "name":
                continue
            model.objects.filter(pk=row.pk).update(**{field.name: words})


def unpacked(data: bytes) -> bytes:
    if data.startswith(b"%PDF"):
        return b""  # deflated: any three bytes stand somewhere in it
    if not data.startswith(b"PK"):
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"".join(unpacked(archive.read(name)) for name in archive.namelist())


def check_headers(url: str, answer: Any) -> None:
    """What every answer carries: nothing from elsewhere, in no frame, in no shared cache, files under plain names."""
    said = answer.headers
    policy = said["Content-Security-Policy"]
    assert "unsafe" not in policy and "http" not in policy and "*" not in policy, url
    for part in ("default-src 'none'", "script-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors"):
        assert part in policy, url
    assert said["X-Frame-Options"] == "DENY" and said["X-Content-Type-Options"] == "nosniff", url
    assert said["Referrer-Policy"] == "same-origin" and said["Cross-Origin-Opener-Policy"] == "same-origin", url
    if not url.startswith("/colours/"):
        assert {"no-store", "private"} & set(said["Cache-Control"].replace(" ", "").split(",")), url
    if name := said.get("Content-Disposition"):
        assert re.fullmatch(r'attachment; filename="[A-Za-z0-9._-]+"', name), url
    for cookie in answer.cookies.values():
        assert cookie["samesite"] == "Lax" and cookie["httponly"], (url, cookie.key)


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(routes()))
def test_no_page_runs_what_was_written(name: str, demo: World, known: dict[str, Any]) -> None:
    url = address(name, routes()[name], known)
    for person in (demo.coordinator, demo.organisation, None):
        browser = signed_in(person) if person else Client(headers={"accept-language": "fi"})
        with transaction.atomic():
            answer = browser.get(url)
            content = answer.getvalue()
            transaction.set_rollback(True)
        assert answer.status_code < 500, url
        check_headers(url, answer)
        assert b'Target="http://evil' not in unpacked(content) and b"<f>" not in unpacked(content), url
        if content and "html" in answer.headers.get("Content-Type", ""):
            assert not MARK.search(content), url
            page: Any = html.fromstring(content.decode())
            assert not page.xpath("//@*[starts-with(name(), 'on')]"), url
            assert not page.xpath("//script[not(@src)]") and not page.xpath("//*[@style]"), url
            assert not [link for link in page.xpath("//@href | //@src | //@action") if "script:" in str(link)], url
            assert "14" not in "".join(page.xpath("//title/text()")) and f"{NOW:%Y}{{" not in content.decode()


def test_the_texts_are_there(demo: World, known: dict[str, Any]) -> None:
    """The pages do show what was written: the test above is not looking at empty pages."""
    shown = signed_in(demo.coordinator).get("/mallila/MAL26/cards/1/").content.decode()
    assert "&lt;script&gt;alert(1)" in shown
    assert Organisation.everywhere.filter(name__contains="<script>").exists()
