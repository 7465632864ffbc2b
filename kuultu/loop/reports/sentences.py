# door words: scribes read these, so the content languages carry them too
"""What somebody who writes is told when it does not go: why, and what to do."""

from django.utils.translation import gettext_lazy as _

from kuultu.ground.people.rules import Denied
from kuultu.loop.reports.models import ReportState

# The report is closed to its writers
ROUND_CLOSED = Denied(_("This round is closed. Its reports can no longer be changed."))
CANCELLED = Denied(_("This event was cancelled, so it has no report."))
NOT_BEGUN = Denied(_("The discussion has not begun yet."))
LOCKED = Denied(_("The municipality has read and locked this report. What is missing can be written as an addition."))
NOT_OPEN: dict[str, Denied] = {
    ReportState.FINISHED: Denied(
        _("The scribe has finished this report. If something must be changed, ask the organisation to return it.")
    ),
    ReportState.CHECKED: Denied(
        _("The report has been checked. If something must be changed, the organisation returns it first.")
    ),
    ReportState.DELIVERED: Denied(
        _("The report has been delivered to the municipality. Ask for it back if something must be changed.")
    ),
    ReportState.LOCKED: LOCKED,
}
NOT_YET = _("Not yet: {what}")

# A line
EMPTY_LINE = Denied(_("Write what was said first."))
LONG_LINE = Denied(_("This is very long for one statement. Cut it into several lines, one thing on each."))
LINE_CHANGED = Denied(
    _("Somebody else changed this line meanwhile. Your words are kept here: look at theirs and save again.")
)
NOT_ASKED = _("This round does not ask question {key}.")

# The facts
FACTS_CHANGED = Denied(
    _("Somebody else has saved this page meanwhile. Your words are kept here: look at theirs and save again.")
)
MORE_THAN_CAME = Denied(_("An age, gender or years group has more people than came in all. Look at the numbers."))
TOO_MANY = Denied(_("That is more people than one discussion holds. Look at the numbers."))

# Finds and loose texts
TEXT_CHANGED = Denied(_("The text has changed meanwhile. Look at it again."))
SAY_INSTEAD = Denied(_("Write what to say instead, for example: a shop in the centre."))
FEW_WORDS = Denied(_("Say it in a few words."))
SAY_WHY_IT_STAYS = Denied(_("Say why it can stay, for example: the name of a public place."))
NOT_AS_IT_IS = Denied(_("This cannot be taken as it is. Write it in by hand, and set the text aside."))
PLACED_ALREADY = Denied(_("Somebody has given this text its place already."))
SAY_WHY_NOWHERE = Denied(_("Say why the text belongs nowhere, for example: a printed instruction."))

# A Word form
EMPTY_FORM = Denied(_("The form is empty: no answer was found in it. Choose the file in which the answers are."))
UNKNOWN_EVENT = _("This form is of event {code}, which this round does not have. Here the report of {here} is written.")
OTHER_EVENT = _("This form is of event {code} ({language}). Send it there; here the report of {here} is written.")
READ_ALREADY = _("This file has been read already, {when}. Nothing was added twice.")
READ_ELSEWHERE = _("This file has been read into the report of event {code} already.")

# What is missing before the next step
NOTHING_WRITTEN = _("Nothing has been written under the questions yet.")
HOW_MANY = _("Write how many people came.")
UNANSWERED = _("Answer: {what}")
PERSONAL = _("Personal data must be covered or kept with a reason: {where}.")
