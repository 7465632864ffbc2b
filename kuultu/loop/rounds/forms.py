"""What is typed into a plan: rounds, groups, orders, events, people."""

from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from kuultu.ground.languages.registry import choices
from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.web.fields import Day, Moment, TonguesField
from kuultu.ground.web.forms import RowForm, TextForm
from kuultu.loop.rounds.models import Assignment, Event, Group, Order, Round


class RoundForm(RowForm[Round]):
    """Why, by when, in which languages residents get their answer, which neighbours are heard too."""

    languages = TonguesField(label=_("Languages of the answer to residents"))
    neighbours = forms.CharField(
        label=_("Neighbouring municipalities heard too"),
        help_text=_("Finnish names separated by commas. Your municipality leads, the others are named."),
        required=False,
    )

    class Meta:
        model = Round
        fields: ClassVar = ["name", "purpose", "starts_on", "talks_until", "decides_on", "ends_on"]
        widgets: ClassVar = {
            "purpose": forms.Textarea(attrs={"rows": 3}),
            "starts_on": Day(), "talks_until": Day(), "decides_on": Day(), "ends_on": Day(),
        }  # fmt: skip

    def clean_neighbours(self) -> list[str]:
        """The names, each once."""
        names = [name.strip() for name in self.cleaned_data["neighbours"].split(",")]
        return list(dict.fromkeys(name for name in names if name))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        steps = [data.get(name) for name in ("starts_on", "talks_until", "decides_on", "ends_on")]
        known = [day for day in steps if day is not None]
        if known != sorted(known):
            raise ValidationError(
                _("The dates must follow each other: beginning, discussions, decision event, follow-up.")
            )
        return data


class GroupForm(RowForm[Group]):
    """Whom to hear, why, in which languages."""

    languages = TonguesField(label=_("Languages they speak together"))

    class Meta:
        model = Group
        fields: ClassVar = ["name", "reason", "languages", "speakers"]
        widgets: ClassVar = {"reason": forms.Textarea(attrs={"rows": 2})}
        help_texts: ClassVar = {
            "name": _("The name that the people themselves would accept."),
            "speakers": _("Leave empty if not known. A small group is not named in public."),
        }


class OrderForm(RowForm[Order]):
    """What is bought from whom."""

    class Meta:
        model = Order
        fields: ClassVar = ["organisation", "groups", "events_wanted", "due_on", "terms"]
        widgets: ClassVar = {
            "due_on": Day(),
            "groups": forms.CheckboxSelectMultiple,
            "terms": forms.Textarea(attrs={"rows": 3}),
        }
        labels: ClassVar = {"organisation": _("Organisation"), "groups": _("Groups to hear")}

    def __init__(self, round: Round, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.filter(frozen_at=None)  # type: ignore[attr-defined]
        self.fields["groups"].queryset = Group.objects.filter(round=round)  # type: ignore[attr-defined]


class OrganisationForm(RowForm[Organisation]):
    """An organisation that the municipality admits, and who coordinates there."""

    person_name = forms.CharField(label=_("Its coordinator, name"), max_length=80)
    person_email = forms.EmailField(label=_("Its coordinator, e-mail"))

    class Meta:
        model = Organisation
        fields: ClassVar = ["name", "contact_phone", "agreement_on"]
        widgets: ClassVar = {"agreement_on": Day()}
        labels: ClassVar = {
            "name": _("Organisation"),
            "contact_phone": _("Phone"),
            "agreement_on": _("Agreement on personal data signed on"),
        }


class AnswerForm(TextForm):
    """The organisation's yes or no to an order, with a word to the municipality."""

    accepted = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])
    answer = forms.CharField(required=False)


class EventForm(RowForm[Event]):
    """Where, when, in which language."""

    class Meta:
        model = Event
        fields: ClassVar = [
            "group", "organisation", "language", "starts_at", "ends_at", "place", "address",
            "rsvp_by", "contact_name", "contact_phone", "practical",
        ]  # fmt: skip
        widgets: ClassVar = {"starts_at": Moment(), "ends_at": Moment(), "rsvp_by": Day()}
        labels: ClassVar = {"group": _("Group"), "organisation": _("Arranged by")}
        help_texts: ClassVar = {
            "practical": _("Food, child care, travel: one line for the invitation."),
            "contact_phone": _("Printed on the invitation."),
        }

    def __init__(self, round: Round, organisation_ids: frozenset[int] | None, *args: Any, **kwargs: Any) -> None:
        """`organisation_ids`: the organisations the person may schedule for; None for the municipality."""
        super().__init__(*args, **kwargs)
        arrangers = Organisation.objects.filter(frozen_at=None, orders__round=round).distinct()
        if organisation_ids is not None:
            arrangers = arrangers.filter(pk__in=organisation_ids)
            self.fields["organisation"].required = True
        self.fields["organisation"].queryset = arrangers  # type: ignore[attr-defined]
        self.fields["organisation"].empty_label = None if organisation_ids else _("The municipality itself")  # type: ignore[attr-defined]
        self.fields["group"].queryset = Group.objects.filter(round=round)  # type: ignore[attr-defined]
        self.fields["language"].choices = choices(get_language() or "fi")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        begins, ends = data.get("starts_at"), data.get("ends_at")
        if begins and ends and not begins < ends <= begins + timedelta(hours=12):
            self.add_error("ends_at", _("The event must end after it begins, on the same day."))
        if begins and data.get("rsvp_by") and data["rsvp_by"] > begins.date():
            self.add_error("rsvp_by", _("People must be able to sign up before the event, not after it."))
        return data


class AssignmentForm(RowForm[Assignment]):
    """A facilitator or a scribe: a first name is enough."""

    class Meta:
        model = Assignment
        fields: ClassVar = ["role", "first_name", "contact", "briefed_on"]
        widgets: ClassVar = {"briefed_on": Day()}
        help_texts: ClassVar = {"contact": _("Seen by the organisation only, deleted two weeks after the event.")}
