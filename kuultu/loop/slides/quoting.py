"""What may be quoted on a slide. Sources: METHOD rules 2–4; part E of the report form, where the group says so."""

from django.utils.translation import gettext_lazy as _

from kuultu.ground.privacy.disclosure import Band, band_of
from kuultu.loop import Sentence
from kuultu.loop.reports.models import Manner, Report
from kuultu.loop.statements.models import DELIVERED, Statement


def why_not(statement: Statement) -> Sentence:
    """Why a statement may not be quoted; empty when it may. Reads `statement.event.report`: select it."""
    report = statement.event.report
    if statement.withdrawn_at:
        return _("The statement has been withdrawn.")
    if report.state not in DELIVERED:
        return _("The report has gone back to the organisation.")
    if statement.manner == Manner.REMARK:
        return _("It is the scribe's own remark: nobody said it.")
    if statement.sensitive:
        return _("The statement is to be handled with special care.")
    if not report.agrees_quotes:
        return _("The group has not agreed to quotes.")
    if _is_small(report):
        return _("There were fewer than five people in the room: a quote would point at them.")
    return ""


def may_be_quoted(statement: Statement) -> bool:
    """Said by somebody, agreed to by the group, pointing at nobody."""
    return not why_not(statement)


def _is_small(report: Report) -> bool:
    """An unknown number of people counts as a small one."""
    total = report.who_came.get("total")
    return not isinstance(total, int) or band_of(total) is Band.UNDER_5
