"""How a form's fields are drawn: label, help and error in one place, tied together for a screen reader."""

from collections.abc import Collection, Sequence
from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.translation import get_language

from kuultu.ground.languages.registry import choices


class FieldRenderer(TemplatesSetting):
    """Every field by `web/field.html`, every form by `web/form.html`."""

    form_template_name = "web/form.html"
    field_template_name = "web/field.html"


class Day(forms.DateInput):
    """A date as the browser asks for it."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%d")


class Clock(forms.TimeInput):
    """Hours and minutes."""

    input_type = "time"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%H:%M")


class Moment(forms.DateTimeInput):
    """A date and a time, in Finland's time."""

    input_type = "datetime-local"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs, format="%Y-%m-%dT%H:%M")


class Segments(forms.RadioSelect):
    """A choice of a few short words side by side. `signs` gives an option a sign: {"good": ("more", "up")}."""

    template_name = "web/widgets/segments.html"

    def __init__(
        self,
        attrs: dict[str, Any] | None = None,
        choices: Sequence[tuple[str, Any]] = (),
        signs: dict[str, tuple[str, str]] | None = None,
    ) -> None:
        super().__init__(attrs, choices)
        self.signs = signs or {}

    def create_option(self, name: str, value: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        option = super().create_option(name, value, *args, **kwargs)
        option["kind"], option["sign"] = self.signs.get(str(value), ("", ""))
        return option


class TongueField(forms.ChoiceField):
    """One of the content languages, by its own name and its name in the page's language; `codes` narrows them."""

    def __init__(self, *, codes: Collection[str] = (), **kwargs: Any) -> None:
        def offered() -> list[tuple[str, str]]:
            named = choices(get_language() or "fi")
            return [("", "—"), *(pair for pair in named if not codes or pair[0] in codes)]

        super().__init__(choices=offered, **kwargs)


class TonguesField(forms.MultipleChoiceField):
    """Several content languages as boxes to tick, each by its own name."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=lambda: choices(get_language() or "fi"), widget=forms.CheckboxSelectMultiple, **kwargs)
