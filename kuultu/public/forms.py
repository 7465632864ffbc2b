# door words
"""What is typed on the front page."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kuultu.ground.web.forms import TextForm


class CodeForm(TextForm):
    """A code from a card, a letter, a screen on the wall."""

    code = forms.CharField(
        label=_("Code on the paper or on the wall"),
        help_text=_("For example MAL26-K7. Small letters do as well."),
        max_length=24,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "dir": "ltr"}
        ),
        error_messages={"required": _("Type the code first.")},
    )

    def not_known(self) -> None:
        """Tell that nothing has this code."""
        self.add_error("code", _("We do not know this code. Look at the paper once more, and type what stands there."))
