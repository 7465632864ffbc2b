# door words: residents, scribes and facilitators read these, so the content languages carry them too
"""The words of the parts: what domains, signs, verdicts and saved lines are called."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

type Sentence = str | Promise

DOMAINS: dict[str, Sentence] = {
    "attitudes": _("Attitudes"),
    "security": _("Security"),
    "interaction": _("Interaction"),
    "participation": _("Participation"),
    "other": pgettext_lazy("domain", "Other"),
}

# kind: (class, icon, word)
POLARITIES: dict[str, tuple[str, str, Sentence]] = {
    "good": ("more", "up", pgettext_lazy("experience", "good")),
    "bad": ("less", "down", pgettext_lazy("experience", "bad")),
    "mixed": ("unsure", "dot", pgettext_lazy("experience", "divided")),
    "proposal": ("idea", "dia", _("proposal")),
}
VERDICTS: dict[str, tuple[str, str, Sentence]] = {
    "more": ("more", "up", _("More of this")),
    "unsure": ("unsure", "dot", _("Unsure")),
    "less": ("less", "down", _("Less of this")),
}

# where what was typed is: (icon, sentence); {time} is a clock time
SAVED: dict[str, tuple[str, Sentence]] = {
    "saved": ("check", _("saved {time}")),
    "device": ("device", _("on this device only")),
    "delivered": ("send", _("delivered {time}")),
    "counted": ("check", _("counted {time}")),
    "failed": ("bang", _("not saved – it is still here, try again")),
}
