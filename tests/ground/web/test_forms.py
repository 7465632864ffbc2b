"""Forms tie label, help and error together, list what is wrong on top, and keep what was typed."""

import re
from typing import Any

from django import forms
from django.utils import translation

from kuultu.ground.web.fields import Clock, Day, Moment, Segments, TongueField


class Event(forms.Form):
    name = forms.CharField(label="Name", help_text="As in the invitation.")
    held_on = forms.DateField(label="Day", widget=Day, required=False)
    at = forms.TimeField(label="Begins", widget=Clock, required=False)
    closes = forms.DateTimeField(label="Closes", widget=Moment, required=False)
    kind = forms.ChoiceField(
        label="Kind", choices=[("good", "good"), ("bad", "bad")], widget=Segments(signs={"good": ("more", "up")})
    )
    ticks = forms.MultipleChoiceField(
        label="Spoken of", choices=[("a", "A")], widget=forms.CheckboxSelectMultiple, required=False
    )
    clean_of_names = forms.BooleanField(label="No names")


def html(form: forms.Form, language: str = "en") -> str:
    with translation.override(language):
        return re.sub(r">\s+<", "><", str(form))


FILLED: dict[str, Any] = {"name": "Evening <at> the library", "held_on": "never", "kind": "worse"}


def test_what_was_typed_stays_and_is_escaped() -> None:
    page = html(Event(FILLED))
    assert 'value="Evening &lt;at&gt; the library"' in page
    assert 'value="never"' in page


def test_the_summary_links_to_each_field_that_is_wrong() -> None:
    page = html(Event(FILLED))
    summary = page[page.index('role="alert"') : page.index("</div>")]
    assert re.findall(r'href="#(\w+)"', summary) == ["id_held_on", "id_kind_0", "id_clean_of_names"]
    for target in ("id_held_on", "id_kind_0", "id_clean_of_names"):
        assert f'id="{target}"' in page
    assert "Something needs mending" in summary
    assert "Jotain on korjattava" in html(Event(FILLED), "fi")


def test_a_form_without_faults_has_no_summary() -> None:
    assert "errors" not in html(Event())


def test_help_and_error_are_tied_to_the_field() -> None:
    page = html(Event({"kind": "good", "clean_of_names": "on"}))
    described = re.search(r'<input type="text"[^>]*aria-describedby="([^"]+)"', page)
    assert described and described[1].split() == ["id_name_helptext", "id_name_error"]
    assert 'aria-invalid="true"' in page
    assert re.search(r'id="id_name_helptext">As in the invitation\.', page)
    assert re.search(r'id="id_name_error">.*?This field is required\.', page)


def test_choices_are_a_group_with_a_legend() -> None:
    page = html(Event(FILLED))
    groups = re.findall(r'<fieldset(?: aria-describedby="(\w+)")?><legend>([\w ]+?)\s*<', page)
    assert groups == [("id_kind_error", "Kind"), ("", "Spoken of")]


def test_required_is_said_in_words_beside_some_or_above_all() -> None:
    assert html(Event()).count("(required)") == 3

    class Door(forms.Form):
        email = forms.EmailField(label="E-mail")
        password = forms.CharField(label="Password")

    assert "(required)" not in html(Door())
    assert "Everything is required." in html(Door())


def test_a_field_alone_is_drawn_the_same_way() -> None:
    assert '<span class="must">(required)</span>' in Event()["name"].as_field_group()


def test_dates_are_given_and_read_as_browsers_write_them() -> None:
    form = Event(
        {"name": "x", "kind": "good", "clean_of_names": "on"}
        | {"held_on": "2026-03-24", "at": "17:30", "closes": "2026-03-20T12:00"}
    )
    with translation.override("fi"):
        assert form.is_valid(), form.errors
    page = html(form, "fi")
    for value in ('type="date" name="held_on" value="2026-03-24"', 'type="time" name="at" value="17:30"'):
        assert value in page
    assert 'type="datetime-local" name="closes" value="2026-03-20T12:00"' in page
    initial = Event(initial={"held_on": form.cleaned_data["held_on"], "closes": form.cleaned_data["closes"]})
    assert 'value="2026-03-24"' in html(initial, "fi")
    assert 'value="2026-03-20T12:00"' in html(initial, "fi")


def test_segments_carry_their_sign() -> None:
    assert re.search(r'<label class="more" for="id_kind_0"><input type="radio"[^>]*><svg', html(Event()))


def test_a_language_is_offered_by_its_own_name_in_the_language_of_the_page() -> None:
    class Choice(forms.Form):
        language = TongueField(codes=["ti", "fa-AF"], required=False)

    assert re.findall(r'value="([\w-]*)"[^>]*>([^<]+)<', html(Choice(), "fi")) == [
        ("", "—"), ("fa-AF", "دری – dari"), ("ti", "ትግርኛ – tigrinja"),
    ]  # fmt: skip
    assert "Tigrinya" in html(Choice(), "en")
    assert not Choice({"language": "so"}).is_valid()
    assert Choice({"language": "ti"}).is_valid()
