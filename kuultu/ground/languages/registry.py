"""The registry of content languages (19 to start with) and of interface languages (fi, sv, en).

Own names and the names staff use follow what people call their language, not CLDR
(which says "rundi" for kirundi and has no `prs`). Plural rules are CLDR's, written as
gettext formulas. Facts: CLDR 48; Django knows neither se, so, ti, rw, rn nor Dari.
"""

from dataclasses import dataclass

NO_PLURAL = "nplurals=1; plural=0;"
ONE_OTHER = "nplurals=2; plural=(n != 1);"
SLAVIC = "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);"
ARABIC = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
SAMI = "nplurals=3; plural=(n==1 ? 0 : n==2 ? 1 : 2);"

LATIN, CYRILLIC, ARAB, ETHIOPIC, THAI = "Latn", "Cyrl", "Arab", "Ethi", "Thai"

FONTS = {
    LATIN: "Noto Sans",
    CYRILLIC: "Noto Sans",
    ARAB: "Noto Naskh Arabic",
    ETHIOPIC: "Noto Sans Ethiopic",
    THAI: "Sarabun",
}


@dataclass(frozen=True)
class Language:
    """One language: `code` as in BCP 47, `cldr` the locale whose dates and numbers it follows."""

    code: str
    own: str
    fi: str
    sv: str
    en: str
    script: str = LATIN
    plural: str = ONE_OTHER
    cldr: str = ""

    @property
    def direction(self) -> str:
        """`rtl` for the Arabic script, else `ltr`."""
        return "rtl" if self.script == ARAB else "ltr"

    @property
    def font(self) -> str:
        """The family that we ship for its script."""
        return FONTS[self.script]

    @property
    def locale(self) -> str:
        """The CLDR locale, for Babel."""
        return self.cldr or self.code

    def named_in(self, interface: str) -> str:
        """Its name in an interface language (`fi`, `sv` or `en`; English for any other)."""
        return {"fi": self.fi, "sv": self.sv}.get(interface, self.en)


_ALL = (
    Language("fi", "suomi", "suomi", "finska", "Finnish"),
    Language("sv", "svenska", "ruotsi", "svenska", "Swedish"),
    Language("en", "English", "englanti", "engelska", "English", cldr="en_GB"),
    Language("se", "davvisámegiella", "pohjoissaame", "nordsamiska", "Northern Sámi", plural=SAMI, cldr="se_FI"),
    Language("et", "eesti", "viro", "estniska", "Estonian"),
    Language("ru", "русский", "venäjä", "ryska", "Russian", CYRILLIC, SLAVIC),
    Language("uk", "українська", "ukraina", "ukrainska", "Ukrainian", CYRILLIC, SLAVIC),
    Language("ar", "العربية", "arabia", "arabiska", "Arabic", ARAB, ARABIC),
    Language("fa", "فارسی", "farsi", "farsi", "Persian", ARAB, "nplurals=2; plural=(n > 1);"),
    Language("fa-AF", "دری", "dari", "dari", "Dari", ARAB, "nplurals=2; plural=(n > 1);", cldr="fa_AF"),
    Language("so", "Soomaali", "somali", "somaliska", "Somali"),
    Language("sw", "Kiswahili", "swahili", "swahili", "Swahili"),
    Language("ti", "ትግርኛ", "tigrinja", "tigrinska", "Tigrinya", ETHIOPIC, "nplurals=2; plural=(n > 1);", cldr="ti_ER"),
    Language("th", "ไทย", "thai", "thailändska", "Thai", THAI, NO_PLURAL),
    Language("vi", "Tiếng Việt", "vietnam", "vietnamesiska", "Vietnamese", plural=NO_PLURAL),
    Language("rw", "Ikinyarwanda", "kinyarwanda", "kinyarwanda", "Kinyarwanda", plural=NO_PLURAL),
    Language("rn", "Ikirundi", "kirundi", "kirundi", "Kirundi", plural=NO_PLURAL),
    Language("es", "español", "espanja", "spanska", "Spanish"),
    Language("bs", "bosanski", "bosnia", "bosniska", "Bosnian", plural=SLAVIC, cldr="bs_Latn"),
)

CONTENT: dict[str, Language] = {each.code: each for each in _ALL}
INTERFACE: tuple[str, ...] = ("fi", "sv", "en")
ALIASES = {"prs": "fa-AF", "fa_AF": "fa-AF", "fa-af": "fa-AF", "sme": "se", "kin": "rw", "run": "rn"}


def language(code: str) -> Language:
    """The language of a code or of a known alias (`prs` is Dari). Raises KeyError for an unknown one."""
    return CONTENT[ALIASES.get(code, code)]


def choices(interface: str = "en") -> list[tuple[str, str]]:
    """(code, "own name – name in the interface language"), in the registry's order, for a select.

    The own name alone where the two are the same, and on pages in a language in which we name no languages.
    """
    names = [(each, each.named_in(interface) if interface in INTERFACE else each.own) for each in _ALL]
    return [(each.code, each.own if each.own == name else f"{each.own} – {name}") for each, name in names]


def django_lang_info() -> dict[str, dict[str, object]]:
    """Entries for `django.conf.locale.LANG_INFO`, keyed as Django keys them (lower case)."""
    return {
        each.code.lower(): {
            "bidi": each.direction == "rtl",
            "code": each.code.lower(),
            "name": each.en,
            "name_local": each.own,
        }
        for each in _ALL
    }
