"""What is typed for the decision event: by the coordinator, and (see `doors.py`) in the hall."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import choices
from kuultu.ground.web.fields import Moment
from kuultu.ground.web.forms import RowForm, TextForm
from kuultu.loop.decisions.models import AttendeeKind, DecisionEvent, Idea, Table
from kuultu.loop.decisions.words import CHOICES

MOST_INVITED = 60


class EventForm(RowForm[DecisionEvent]):
    """When, where, in which languages the hall reads."""

    languages = forms.MultipleChoiceField(
        label=_("Languages of the hall"),
        help_text=_("Each phone chooses one of these. Cards without a translation are shown in their own language."),
        choices=lambda: choices(get_language() or "fi"),
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = DecisionEvent
        fields: ClassVar = ["starts_at", "ends_at", "place"]
        widgets: ClassVar = {"starts_at": Moment(), "ends_at": Moment()}

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        begins, ends = data.get("starts_at"), data.get("ends_at")
        if begins and ends and begins >= ends:
            self.add_error("ends_at", _("The event must end after it begins."))
        return data


class InviteForm(TextForm):
    """One person by name, or several without. Residents are never named."""

    kind = forms.ChoiceField(label=_("As what"), choices=AttendeeKind.choices)
    body = forms.CharField(
        label=_("Of which body"),
        help_text=_("Municipal council, youth services, an organisation. Leave empty for residents."),
        max_length=120,
        required=False,
    )
    number = forms.IntegerField(label=_("How many"), min_value=1, max_value=MOST_INVITED, initial=1)
    name = forms.CharField(
        label=_("Name of the person"),
        help_text=_("Only if you need to know who has answered. Residents are never named; other names are deleted "
                    "when the event has ended."),
        max_length=80,
        required=False,
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        name, kind = data.get("name", ""), data.get("kind")
        if name and kind == AttendeeKind.RESIDENT:
            self.add_error("name", _("Residents are invited without a name: say only how many."))
        elif name and data.get("number", 1) > 1:
            self.add_error("number", _("One name is one person. Leave the name out to invite several."))
        return data


class RepliesForm(TextForm):
    """How many of those invited in number are coming, and how many are not."""

    kind = forms.ChoiceField(choices=AttendeeKind.choices, widget=forms.HiddenInput)
    body = forms.CharField(max_length=120, required=False, widget=forms.HiddenInput)
    coming = forms.IntegerField(label=_("coming"), min_value=0)
    not_coming = forms.IntegerField(label=_("not coming"), min_value=0)


class PaperForm(TextForm):
    """The lines on a table's paper sheet."""

    table = forms.ModelChoiceField(label=_("Table"), queryset=Table.objects.none(), empty_label=None)
    more = forms.IntegerField(label=CHOICES["more"], min_value=0, max_value=10, initial=0)
    unsure = forms.IntegerField(label=CHOICES["unsure"], min_value=0, max_value=10, initial=0)
    less = forms.IntegerField(label=CHOICES["less"], min_value=0, max_value=10, initial=0)

    def __init__(self, event: DecisionEvent, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        tables = self.fields["table"]
        assert isinstance(tables, forms.ModelChoiceField)
        tables.queryset = Table.objects.filter(decision_event=event)


class MergeForm(TextForm):
    """Into which idea another one goes."""

    into = forms.ModelChoiceField(queryset=Idea.objects.none(), empty_label=None)

    def __init__(self, idea: Idea, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        into = self.fields["into"]
        assert isinstance(into, forms.ModelChoiceField)
        others = Idea.objects.filter(decision_event=idea.decision_event_id, merged_into=None, dropped_at=None)
        into.queryset = others.exclude(pk=idea.pk)
