"""What is typed into slides."""

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import INTERFACE, language
from kuultu.ground.web.forms import TextForm
from kuultu.loop.slides.models import Slide, SlideKind
from kuultu.loop.slides.shown import as_told
from kuultu.loop.statements.models import Statement, Theme

LINES = {
    SlideKind.ASKED: _("First what was done, in a line. Then what this is not."),
    SlideKind.THEME: _("One sentence to a line, three at most."),
    SlideKind.DIFFERED: _(
        "A topic, a colon, what some told, a slash with spaces, what others told: one topic to a line. "
        "A line without a colon tells what was shared."
    ),
    SlideKind.QUESTIONS: _("One question to a line, the number of its card at the end: (K4)."),
}


class LinesField(forms.CharField):
    """Several sentences, one to a line; cleaned to a list."""

    widget = forms.Textarea(attrs={"rows": 5})

    def prepare_value(self, value: Any) -> Any:
        return "\n".join(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> list[str]:
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


class SlideForm(TextForm):
    """Words of a slide; on a theme's slide the quote too."""

    heading = forms.CharField(label=_("Heading"), max_length=160)
    lines = LinesField(label=_("Sentences"), required=False)
    quote = forms.TypedChoiceField(label=_("Quote"), required=False, widget=forms.RadioSelect, empty_value=None)
    notes = forms.CharField(
        label=_("Notes"),
        required=False,
        help_text=_("What is said beside the slide. Printed in the file's notes, not on the slide."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, slide: Slide, quotes: list[Statement], *args: Any, **kwargs: Any) -> None:
        chosen = str(slide.quote_id) if slide.quote_id else ""
        kwargs["initial"] = {"heading": slide.heading, "lines": slide.lines, "notes": slide.notes, "quote": chosen}
        super().__init__(*args, **kwargs)
        said = language(slide.presentation.language)
        for name in ("heading", "lines", "notes"):
            self.fields[name].widget.attrs.update({"lang": said.code, "dir": said.direction})
        self.fields["lines"].help_text = LINES.get(SlideKind(slide.kind), _("One sentence to a line."))
        if slide.kind == SlideKind.CARDS:
            del self.fields["lines"]
        self._offer(slide, quotes)

    def _offer(self, slide: Slide, quotes: list[Statement]) -> None:
        """The quotes by their codes, the original beside its translation."""
        field = self.fields["quote"]
        if slide.kind != SlideKind.THEME or not isinstance(field, forms.TypedChoiceField):
            del self.fields["quote"]
            return
        by_id = {str(each.pk): each for each in quotes}
        told = [(pk, _label(each, slide.presentation.language)) for pk, each in by_id.items()]
        field.choices = [("", _("No quote")), *told]
        field.coerce = by_id.__getitem__

    def clean(self) -> dict[str, Any]:
        """The fields that the kind of slide has, as the action takes them."""
        return {"lines": [], "quote": None} | (super().clean() or {})


def _label(statement: Statement, code: str) -> SafeString:
    told = as_told(statement, code)
    own = language(told.language)
    original = format_html('<span lang="{}" dir="{}">{}</span>', own.code, own.direction, told.original)
    translated: SafeString | str = ""
    if told.translation:
        other = language(told.translation_language)
        said = '<span class="muted" lang="{}" dir="{}">{}</span>'
        translated = format_html(said, other.code, other.direction, told.translation)
    return format_html('<span class="told"><b>{}</b>{}{}</span>', statement.code, original, translated)


class AddForm(TextForm):
    """A slide of one's own."""

    kind = forms.ChoiceField(
        label=_("What does it show?"),
        choices=[(SlideKind.TEXT.value, _("A heading and sentences")), (SlideKind.CARDS.value, SlideKind.CARDS.label)],
        initial=SlideKind.TEXT.value,
        widget=forms.RadioSelect,
    )
    heading = forms.CharField(label=_("Heading"), max_length=160)
    lines = LinesField(label=_("Sentences"), required=False, help_text=_("One sentence to a line."))


class BuildForm(TextForm):
    """In which language, of which themes, and whether edited words are kept."""

    language = forms.ChoiceField(label=_("Language"), widget=forms.RadioSelect)
    themes = forms.MultipleChoiceField(
        label=_("Themes"),
        help_text=_("One slide for each. More than six are heard by nobody."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one theme.")},
    )
    anew = forms.BooleanField(
        label=_("Replace my own words too"),
        help_text=_("Otherwise the slides that somebody has edited stay as they are."),
        required=False,
    )

    def __init__(self, themes: list[tuple[Theme, int, int, bool]], again: bool, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = get_language() or "fi"
        tongues, offered = self.fields["language"], self.fields["themes"]
        assert isinstance(tongues, forms.ChoiceField) and isinstance(offered, forms.MultipleChoiceField)
        tongues.choices = [(code, language(code).own) for code in INTERFACE]
        said = _("{theme} – at {events} of {of} discussions")
        offered.choices = [
            (str(theme.pk), format_lazy(said, theme=theme.named_in(here), events=events, of=of))
            for theme, events, of, _wanted in themes
        ]
        offered.initial = [str(theme.pk) for theme, _events, _of, wanted in themes if wanted]
        self.by_id = {str(theme.pk): theme for theme, _events, _of, _wanted in themes}
        if not again:
            del self.fields["anew"]

    def clean_themes(self) -> list[Theme]:
        """The themes themselves."""
        return [self.by_id[pk] for pk in self.cleaned_data["themes"]]
