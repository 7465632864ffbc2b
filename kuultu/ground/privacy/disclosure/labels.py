"""What a small group is called where everybody can read it."""

OTHER_LANGUAGES = "other"
"""The label instead of a language that few people in the municipality speak."""

FEWEST_SPEAKERS = 200
"""A municipality may set its own limit; no authority has given one."""


def public_label(
    language: str,
    speakers: int | None,
    *,
    limit: int = FEWEST_SPEAKERS,
    asylum_seekers: bool = False,
) -> str:
    """The language's code, or OTHER_LANGUAGES where naming it would point at people.

    `speakers` is how many in the municipality speak it, None when unknown. The population register
    leaves out people whose right to stay is pending, so a group of asylum seekers is never named.
    """
    if asylum_seekers or speakers is None or speakers < limit:
        return OTHER_LANGUAGES
    return language
