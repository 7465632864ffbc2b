# door words: those who answer read these
"""Why a survey cannot be answered just now."""

from django.utils.translation import gettext_lazy as _

NOT_OPEN_YET = _("This survey has not been opened yet.")
CLOSED = _("This survey is closed. Thank you for your interest.")
NOTHING_SAID = _("Answer at least one question, then send.")
NONE_FOR_EVENT = _("There is no survey for this evening.")
