# door words: scribes read these, so the content languages carry them too
"""The fields of the report form: bands, boxes and checks, with the keys that Word, paper and web share."""

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

AGES = (
    ("age.under_18", _("under 18")),
    ("age.from_18", _("18–29")),
    ("age.from_30", _("30–49")),
    ("age.from_50", _("50–64")),
    ("age.over_65", _("65 or over")),
)
GENDERS = (
    ("gender.woman", _("woman")),
    ("gender.man", _("man")),
    ("gender.other", _("other or not told")),
)
YEARS = (
    ("years.under_2", _("under 2")),
    ("years.from_2", _("2–5")),
    ("years.from_6", _("6–10")),
    ("years.over_10", _("over 10")),
    ("years.always", _("always")),
)
COUNTS = ("total", *(key for key, _label in (*AGES, *GENDERS, *YEARS)), "first_time", "left_early")
PLACES = (
    ("organisation", _("organisation's rooms")),
    ("library", _("library")),
    ("school", _("school")),
    ("home", _("home")),
    ("other", _("other")),
)
# Part A beside what the event itself knows.
FACTS = ("time", "place", "interpreter", "briefed")
MATTERS = ("who_else", "works_well", "remarks")
CHECKS = ("read_back", "corrected", "agrees_delivery", "agrees_quotes", "no_names")
# Without these three a report cannot be finished.
PROMISES = ("read_back", "agrees_delivery", "agrees_quotes")
TOP = 3
MOST_PEOPLE = 200

# What a line is, whose words it is, how widely the group shared it.
MARKS = (
    ("good", pgettext_lazy("experience", "good")),
    ("bad", pgettext_lazy("experience", "bad")),
    ("mixed", pgettext_lazy("experience", "both")),
    ("proposal", _("proposal")),
)
SIGNS = {"good": ("more", "up"), "bad": ("less", "down"), "mixed": ("unsure", "dot"), "proposal": ("idea", "dia")}
MANNERS = (("quote", _("quote")), ("said", _("was said")), ("remark", _("my remark")))
SHARES = (("one", _("one")), ("some", _("some")), ("most", _("most")), ("all", _("all")))
HOWS = (("verbatim", _("word for word")), ("notes", _("from notes")), ("memory", _("from memory")))
# What a field is called by its tag in the Word form.
LABELS: dict[str, str | Promise] = {
    "A.time": _("Started and ended"),
    "A.place": _("Place"),
    "A.report_language": _("Language of the report"),
    "A.interpreter": _("An interpreter was present"),
    "A.briefed": _("Facilitator and scribe have been briefed"),
    "B.total": _("Total"),
    "B.first_time": _("Here for the first time"),
    "B.left_early": _("Left early"),
    **{f"B.{key}": format_lazy("{}: {}", kind, label)
       for kind, bands in ((_("Age"), AGES), (_("Gender"), GENDERS), (_("Years in Finland"), YEARS))
       for key, label in bands},
    "D.1": _("Three most important matters"),
    "D.2": _("Three most important matters"),
    "D.3": _("Three most important matters"),
    "D.who_else": _("Who else should be heard?"),
    "D.works_well": _("What works well already?"),
    "E.read_back": _("We read the statements aloud to the group."),
    "E.corrected": _("The group's corrections have been made."),
    "E.delivery": _("The group agrees that the report is given to the municipality."),
    "E.quotes": _("The group agrees that quotes are used."),
    "E.no_names": _("There are no names, numbers or addresses in the report."),
    "E.how": _("How did you write"),
    "E.remark": _("Scribe's own remarks"),
    "F.checked": format_lazy("{}: {}", _("Second reader"), _("Read on, date")),
    "F.initials": format_lazy("{}: {}", _("Second reader"), _("Initials")),
    "F.removed": _("I removed identifying details"),
}  # fmt: skip
