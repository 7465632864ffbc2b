# door words
"""Facts of public pages that change with time: dated rows, never constants."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kuultu.ground.privacy.register import REGISTER, FieldClass, Term

type Sentence = str | Promise


@dataclass(frozen=True)
class Supervisor:
    """Who supervises the accessibility of digital services in Finland from a day on (Act 306/2019)."""

    since: date
    name: Sentence
    address: str


SUPERVISORS = (
    Supervisor(
        date(2019, 4, 1), _("Regional State Administrative Agency for Southern Finland"), "saavutettavuusvaatimukset.fi"
    ),
    Supervisor(
        date(2025, 1, 1), _("Finnish Transport and Communications Agency Traficom"), "saavutettavuusvaatimukset.fi"
    ),
)
# When the pages were last looked through against WCAG 2.2 as a whole; the tests of every change look at each again.
LOOKED_THROUGH_ON = date(2026, 11, 24)
ANSWERED_WITHIN_DAYS = 14  # feedback on accessibility, Act 306/2019


def supervisor(today: date) -> Supervisor:
    """The authority of that day."""
    return max((each for each in SUPERVISORS if each.since <= today), key=lambda each: each.since)


# What is kept with something in it that may tell of a person, in the words of everyday life: what, for how long.
KEPT: dict[Term, tuple[Sentence, Sentence]] = {
    Term.ROUND: (
        _("What was said at the discussions, without names"),
        _("Word for word until six months after the decision event."),
    ),
    Term.CONTACT: (
        _("First names and telephone numbers of those who lead a discussion and write it down"),
        _("Until two weeks after the discussion."),
    ),
    Term.RESPONSES: (
        _("Answers to surveys, without names"),
        _("Single answers for two years, the results for good."),
    ),
    Term.ACCOUNT: (
        _("Names and e-mail addresses of the people who work with the discussions"),
        _("As long as they need them for the work."),
    ),
    Term.PERMANENT: (
        _("Contacts of organisations and of those in charge of measures; names of translators and readers of texts"),
        _("With the municipality's records. Names of people invited to decide go when the decision event is over."),
    ),
    Term.LOG: (
        _("What was done in the service, by whom and when"),
        _("Five years. It never holds what somebody wrote."),
    ),
    Term.LINK: (_("Links that open a page without an account"), _("One month after they have expired.")),
    Term.SESSION: (_("That a phone or a browser is signed in"), _("Until it expires or you sign out.")),
}
TELLING = {FieldClass.PERSONAL, FieldClass.SPECIAL, FieldClass.SECRET}


def kept() -> list[tuple[Sentence, Sentence]]:
    """What is kept and how long, of the terms under which the register holds anything that may tell of a person."""
    held = {entry.keep for entry in REGISTER.values() if TELLING & set(entry.fields.values())}
    return [KEPT[term] for term in KEPT if term in held]
