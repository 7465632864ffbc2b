"""What is typed at the door."""

from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.models import Person
from kuultu.ground.web.forms import TextForm


class SignInForm(TextForm):
    """E-mail and password. Pasting and password managers work; the answer does not tell which of the two was wrong."""

    email = forms.EmailField(label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "username"}))
    password = forms.CharField(
        label=_("Password"), widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}), strip=False
    )
    next = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        self.request = request
        self.person: Person | None = None
        kwargs.setdefault("initial", {"next": request.GET.get("next", "")})
        super().__init__(*args, **kwargs)

    def clean_next(self) -> str:
        """Only a page of ours."""
        address: str = self.cleaned_data["next"]
        return address if url_has_allowed_host_and_scheme(address, {self.request.get_host()}) else ""

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if "email" in data and "password" in data:
            found = authenticate(self.request, username=data["email"].lower(), password=data["password"])
            if not isinstance(found, Person):
                raise ValidationError(
                    _("E-mail and password do not match. Try again, or ask the coordinator for a link to sign in.")
                )
            self.person = found
        return data

    def get_user(self) -> Person:
        """The person who signed in. Call it after `is_valid`."""
        assert self.person is not None
        return self.person
