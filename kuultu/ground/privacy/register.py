"""The field register: every field of every table is of a class, and each table has a term.

Source: GDPR 5(1)(c), 25 and 30. A field without a class fails a test; the record of processing and the
retention jobs are made from here.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db.models import Model


class FieldClass(StrEnum):
    """How much harm a leak of the field does."""

    PUBLIC = "public"
    INTERNAL = "internal"
    PERSONAL = "personal"
    SPECIAL = "special"  # GDPR 9: may show origin, religion, opinion, health
    SECRET = "secret"  # keys, password hashes


class Term(StrEnum):
    """How long a row is kept."""

    PERMANENT = "kept as part of the municipality's records"
    ROUND = "raw texts: six months after the decision event"
    CONTACT = "contacts: two weeks after the event"
    ACCOUNT = "as long as the account is in use"
    LINK = "one month after it has expired"
    LOG = "five years"
    RESPONSES = "single answers: two years, results kept"
    SESSION = "until it expires"


@dataclass(frozen=True)
class Entry:
    """What is declared of one table."""

    fields: dict[str, FieldClass]
    keep: Term


REGISTER: dict[type[Model], Entry] = {}


def fields[M: Model](
    *, keep: Term, public: str = "", internal: str = "", personal: str = "", special: str = "", secret: str = ""
) -> Callable[[type[M]], type[M]]:
    """Declare the class of each field of a model, names separated by spaces, and the term of its rows.

    Keys (`id`, `municipality`) and links to other tables are internal unless named otherwise.
    """

    def declare(model: type[M]) -> type[M]:
        named = {
            FieldClass.PUBLIC: public,
            FieldClass.INTERNAL: internal,
            FieldClass.PERSONAL: personal,
            FieldClass.SPECIAL: special,
            FieldClass.SECRET: secret,
        }
        classes = {name: kind for kind, names in named.items() for name in names.split()}
        known = {field.name for field in model._meta.local_fields}
        if unknown := classes.keys() - known:
            raise TypeError(f"{model.__name__} has no field {', '.join(sorted(unknown))}.")
        REGISTER[model] = Entry(classes, keep)
        return model

    return declare


def class_of(model: type[Model], name: str) -> FieldClass | None:
    """The declared class of a field; internal for keys and relations; None where nothing was declared."""
    entry = REGISTER.get(model)
    if entry is None:
        return None
    if name in entry.fields:
        return entry.fields[name]
    field = model._meta.get_field(name)
    return FieldClass.INTERNAL if field.is_relation or getattr(field, "primary_key", False) else None


def undeclared(models: Iterator[type[Model]]) -> list[str]:
    """Fields of our own tables that have no class, as "cards.Card.title"."""
    return [
        f"{model._meta.label}.{field.name}"
        for model in models
        for field in model._meta.concrete_fields
        if class_of(model, field.name) is None
    ]
