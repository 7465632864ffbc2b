"""Mark for special care, withdraw."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from kuultu.ground.audit.log import record
from kuultu.ground.people.actor import Actor
from kuultu.ground.people.rules import Denied, Refused, require
from kuultu.loop.statements.models import Statement
from kuultu.loop.statements.rules import may_mark, may_withdraw


@transaction.atomic
def mark_sensitive(statement: Statement, *, by: Actor, now: datetime, sensitive: bool = True) -> Statement:
    """These words could harm somebody if they travel; or (`sensitive=False`) they need no special care after all."""
    require(may_mark(by, statement))
    statement.sensitive = sensitive
    statement.save(update_fields=["sensitive"])
    verb = "marked a statement for special care" if sensitive else "took special care off a statement"
    record(by, verb, statement, now=now, code=statement.full_code)
    return statement


@transaction.atomic
def withdraw_statement(statement: Statement, *, by: Actor, now: datetime, reason: str) -> Statement:
    """Somebody has taken their words back. The row stays, with when and why; no later stage sees it any more."""
    require(may_withdraw(by, statement))
    if not reason.strip():
        raise Refused(Denied(_("Say why the statement is withdrawn, without naming anybody.")))
    statement.withdrawn_at, statement.withdrawn_because = now, reason.strip()[:200]
    statement.folded = ""
    statement.save(update_fields=["withdrawn_at", "withdrawn_because", "folded"])
    record(by, "withdrew a statement", statement, now=now, code=statement.full_code)
    return statement
