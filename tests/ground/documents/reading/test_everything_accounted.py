"""Whatever the structure, every visible character comes out exactly once."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kuultu.ground.documents.reading.here import read_here
from kuultu.ground.documents.reading.letters import count, tidy
from kuultu.ground.documents.reading.result import Reading
from tests.ground.documents.reading.filled_forms import GUIDANCE, HEADS, KEYS, QUESTIONS, SECTIONS, TOTAL, form_map
from tests.ground.documents.reading.word_parts import bookmark, cell, control, field, para, row, run, table, word_file

MAP = form_map()
TAGS = [f"{key}.{number}.{column}" for key in KEYS for number in (1, 2) for column in "otm"]
TAGS += ["B.total", "E.remark", "OLD9.1.o", "other.tag", "plain"]
PRINTED = [*QUESTIONS["fi"], *QUESTIONS["fa-AF"], *HEADS["fi"], *SECTIONS, GUIDANCE, *TOTAL.values(), "C4.1", "1."]
PRINTED += ["MAL26-D · v3 · fi", f"{QUESTIONS['fi'][0]} Hyvin.", "Yhteensä: 12"]
LETTERS = st.characters(
    codec="utf-8", exclude_characters="\x7f", exclude_categories=["Cs", "Cc"], include_characters="\t\n"
)


def a_control(tag: str, made: list[str], prompt: bool) -> str:
    return control(tag, "".join(made), prompt=prompt)


def cells_of(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.builds(lambda made, span: cell(*made, span=span), st.lists(inner, max_size=2), st.integers(1, 3))


words = st.one_of(st.sampled_from(PRINTED), st.text(LETTERS, max_size=20))
tags = st.sampled_from(TAGS)
marks = tags.map(lambda tag: bookmark("a_" + tag.replace(".", "_"))) | st.just(bookmark("f_MAL26_D__3__fi"))
runs = words.map(run)
inlines = st.recursive(
    st.one_of(
        runs, runs, marks, st.just("<w:r><w:tab/></w:r>"), st.just("<w:r><w:br/></w:r>"),
        words.map(lambda text: run(text, "<w:vanish/>")), runs.map(lambda made: field(" X ", made)),
        words.map(lambda text: f'<w:del w:id="1">{run(text)}</w:del>'),
    ),
    lambda inner: st.one_of(
        st.builds(a_control, tags, st.lists(inner, max_size=3), st.booleans()),
        st.lists(inner, max_size=3).map(lambda made: f'<w:ins w:id="1">{"".join(made)}</w:ins>'),
        inner.map(lambda made: f"<w:r><w:pict><w:txbxContent>{para(made)}</w:txbxContent></w:pict></w:r>"),
    ),
    max_leaves=6,
)  # fmt: skip
paragraphs = st.lists(inlines, max_size=4).map(lambda made: para(*made))
blocks = st.recursive(
    paragraphs,
    lambda inner: st.one_of(
        st.builds(a_control, tags, st.lists(inner, max_size=3), st.just(False)),
        st.lists(st.lists(cells_of(inner), max_size=4).map(lambda cells: row(*cells)), max_size=4).map(
            lambda rows: table(*rows)
        ),
    ),
    max_leaves=14,
)  # fmt: skip
bodies = st.lists(blocks, max_size=6).map("".join)


def told(reading: Reading) -> int:
    """Characters in everything that a person is shown."""
    answers = [text for each in reading.answers for text in (each.original, each.translation, each.mark)]
    return sum(map(count, [*answers, *reading.fields.values(), *reading.unplaced]))


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(bodies)
def test_visible_equals_accounted_in_any_structure(content: str) -> None:
    data = word_file(content)
    for form in (MAP, None):
        reading = read_here(data, form)
        assert reading.visible == reading.accounted
        assert told(reading) <= reading.visible


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(LETTERS, max_size=30), max_size=8))
def test_plain_paragraphs_come_out_as_they_are(texts: list[str]) -> None:
    reading = read_here(word_file("".join(para(run(text)) for text in texts)))
    assert reading.visible == sum(count(tidy(text)) for text in texts)
    assert told(reading) == reading.visible
