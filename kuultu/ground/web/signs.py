"""How states are shown: the chip's kind, its sign, its words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Sentence = str | Promise

# the sign of each kind of chip
CHIPS: dict[str, str] = {"ok": "check", "draft": "half", "warn": "bang", "you": "next", "mut": "half"}

# state of a text (languages.texts.TextState): kind of chip, words
TEXTS: dict[str, tuple[str, Sentence]] = {
    "draft": ("draft", _("draft, not checked")),
    "machine": ("draft", _("machine translation, not checked")),
    "checked": ("ok", _("checked by a reader")),
    "approved": ("ok", _("approved")),
}
# the same with the day on which somebody read it
TEXTS_ON_A_DAY: dict[str, Sentence] = {"checked": _("checked by a reader {day}"), "approved": _("approved {day}")}
STALE: Sentence = _("out of date")

# level of Django's messages: sign
MESSAGES: dict[str, str] = {"success": "check", "info": "check", "debug": "check", "warning": "bang", "error": "bang"}
