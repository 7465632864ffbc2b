"""What is typed at the desk: a member, a search, a choice of the history."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from kuultu.ground.municipalities.models import Organisation
from kuultu.ground.people.models import STAFF, Role
from kuultu.ground.web.forms import TextForm


class MemberForm(TextForm):
    """Somebody who gets a role; for an organisation's coordinator, which organisation."""

    name = forms.CharField(label=_("Full name"), max_length=80)
    email = forms.EmailField(label=_("E-mail"), help_text=_("An account is known by it. Nothing is sent by itself."))
    role = forms.ChoiceField(label=_("Role"), choices=[(role.value, role.label) for role in STAFF])
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Organisation"),
        required=False,
        empty_label=_("none: works for the municipality"),
        help_text=_("For an organisation's coordinator only."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = Organisation.objects.filter(frozen_at=None)  # type: ignore[attr-defined]
        self.initial.setdefault("role", Role.ANALYST.value)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "role" not in data:
            return data
        data["role"] = Role(data["role"])
        if (data["role"] == Role.ORGANISATION) and not data.get("organisation"):
            raise ValidationError(
                {"organisation": _("Choose the organisation. A new one is admitted on the plan, with an order.")}
            )
        if (data["role"] != Role.ORGANISATION) and data.get("organisation"):
            raise ValidationError({"role": _("Who coordinates an organisation has that role; choose it, or no one.")})
        return data


class SearchForm(TextForm):
    """Words or a short code."""

    q = forms.CharField(label=_("Words or a short code"), max_length=100, required=False)
