"""Tags draw what docs/web.md says."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation

from kuultu.ground.people.rules import ALLOWED, Denied
from kuultu.ground.web.parts import Cell, PathStep, ThreadItem, WordGroup, WordRow, WordTable

WHEN = datetime(2026, 3, 24, 12, 2, tzinfo=UTC)


def drawn(source: str, language: str = "en", **context: Any) -> str:
    """What a template makes, with the spaces between tags left out."""
    request = RequestFactory().get("/")
    with translation.override(language):
        html = engines["django"].from_string(source).render(context, request)
    return re.sub(r">\s+<", "><", html).strip()


@dataclass
class Text:
    state: str
    follows: int = 1
    read_at: datetime | None = None


def test_a_yes_draws_a_link() -> None:
    html = drawn('{% act answer "/go/" label "second" %}', answer=ALLOWED, label="Write & read")
    assert html == '<a class="button second" href="/go/">Write &amp; read</a>'


def test_a_no_draws_a_button_that_says_why() -> None:
    html = drawn('{% act answer "/go/" "Publish" %}{% act answer "/go/" "Publish" %}', answer=Denied("No owner yet."))
    assert "href" not in html
    assert html.count('aria-disabled="true"') == 2
    assert re.findall(r'aria-describedby="([\w-]+)".*?id="([\w-]+)">No owner yet\.', html) == [
        ("why-1", "why-1"), ("why-2", "why-2"),
    ]  # fmt: skip


def test_a_form_of_one_button_posts_its_hidden_fields_with_a_token() -> None:
    html = drawn('{% act_form answer "/freeze/" "Freeze" deck=deck %}', answer=ALLOWED, deck='7"')
    assert '<form class="act__form" method="post" action="/freeze/">' in html
    assert '<input type="hidden" name="deck" value="7&quot;">' in html
    assert re.search(r'name="csrfmiddlewaretoken" value="\w{64}"', html)
    assert "<form" not in drawn('{% act_form answer "/freeze/" "Freeze" %}', answer=Denied("Too early."))


def test_why_says_the_sentence_of_a_no_only() -> None:
    assert drawn("{% why answer %}", answer=ALLOWED) == ""
    assert drawn("{% why answer %}", answer=Denied("Ask <Aino>.")) == '<span class="why">Ask &lt;Aino&gt;.</span>'


def test_foreign_words_carry_language_and_direction_and_are_escaped() -> None:
    assert (
        drawn('{% said text "prs" "q" "x" %}', text="<b>دری") == '<q lang="fa-AF" dir="rtl" class="x">&lt;b&gt;دری</q>'
    )


@pytest.mark.parametrize(
    ("text", "version", "kind", "words"),
    [
        (Text("draft"), 1, "draft", "draft, not checked"),
        (Text("machine", read_at=WHEN), 1, "draft", "machine translation, not checked"),
        (Text("checked", read_at=WHEN), 1, "ok", "checked by a reader 24 March"),
        (Text("approved"), None, "ok", "approved"),
        (Text("approved", follows=1), 2, "warn", "out of date"),
    ],
)
def test_a_text_says_how_far_it_has_come(text: Text, version: int | None, kind: str, words: str) -> None:
    html = drawn("{% text_state text version %}", text=text, version=version)
    assert f'data-k="{kind}"' in html
    assert html.endswith(f"</svg>{words}</span>")


def test_domains_and_signs_have_a_symbol_and_a_word_in_the_pages_language() -> None:
    html = drawn('{% domain "security" %}{% polarity "bad" %}{% verdict "more" %}', "fi")
    assert re.findall(r'#(\w+)"', html) == ["security", "down", "up"]
    assert re.sub("<[^>]+>", " ", html).split() == ["Turvallisuus", "huono", "Enemmän", "tätä"]
    assert drawn('{% polarity "" %}') == ""


def test_a_saved_line_tells_the_time_in_finland() -> None:
    assert drawn('{% saved "saved" when %}', "fi", when=WHEN).endswith("<span>tallennettu 14.02</span></p>")
    assert drawn('{% saved "device" %}').endswith("<span>on this device only</span></p>")


def test_dates_are_written_out() -> None:
    assert drawn("{{ d|long }} / {{ d|day }} / {{ m|clock }}", "sv", d=date(2026, 3, 24), m=WHEN) == (
        "tisdag 24 mars 2026 / 24 mars / 14:02"
    )


def test_the_path_says_where_one_is_also_without_colour() -> None:
    path = [PathStep("Plan", "done", "done", "/p/"), PathStep("Talk", "now", "4 of 6", "/t/", current=True)]
    html = drawn('{% include "web/parts/path.html" %}', path=path)
    assert html.count('aria-current="step"') == 1
    assert "<b>Talk</b> · stage 2 of 2 · 4 of 6" in html


def test_a_thread_shows_words_verdicts_and_what_was_not_done() -> None:
    items = [
        ThreadItem("Said", "سلام", language="ar", quote=True),
        ThreadItem("Verdict", "Less of this", polarity="bad"),
        ThreadItem("Bus", "not done", state="no", href="/m/"),
    ]
    html = drawn('{% include "web/parts/thread.html" %}', items=items)
    assert '<blockquote lang="ar" dir="rtl" class="">سلام</blockquote>' in html
    assert '<a href="/m/"><span>not done</span></a>' in html
    assert re.findall(r'data-state="(\w+)"', html) == ["done", "done", "no"]


def test_each_cell_of_the_sentence_table_names_its_column() -> None:
    row = WordRow("Buses", [Cell("most", "bad", "/1/"), Cell("not spoken of")])
    table = WordTable("Theme", ["ar", "All"], [WordGroup("security", [row])])
    html = drawn('{% include "web/parts/words.html" %}', table=table)
    assert re.findall(r'<td data-g="(\w+)"( class="none")?>', html) == [("Arabic", ""), ("All", ' class="none"')]
    with pytest.raises(ValueError, match="shorter"):
        drawn('{% include "web/parts/words.html" %}', table=WordTable("Theme", ["ar", "so", "uk"], table.groups))


PAIR = '{% include "web/parts/pair.html" with code="D-08" original="سلام" sign="bad" %}'


def test_an_untranslated_statement_says_so_and_one_in_the_pages_language_does_not() -> None:
    assert "not translated yet" in drawn("{% with language='fa-AF' %}" + PAIR + "{% endwith %}")
    assert "not translated yet" not in drawn("{% with language='en' %}" + PAIR + "{% endwith %}")
