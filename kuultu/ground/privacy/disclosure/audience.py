"""For whom a figure is made."""

from enum import StrEnum

from kuultu.ground.privacy.disclosure.thresholds import PUBLIC_EVENTS


class Audience(StrEnum):
    """Who will see the figure. The public sees the least: rounded, and from two events on."""

    SCRIBE = "scribe"
    COORDINATOR = "coordinator"
    DECISION_MAKERS = "decision_makers"
    PUBLIC = "public"

    @property
    def rounds(self) -> bool:
        """Whether counts and shares are rounded for this audience."""
        return self is Audience.PUBLIC

    @property
    def seen_by(self) -> frozenset["Audience"]:
        """Everybody who meets what is shown to this audience.

        What is public is seen by all; a coordinator also sits in the hall with the decision-makers.
        """
        match self:
            case Audience.PUBLIC:
                return frozenset(Audience)
            case Audience.DECISION_MAKERS:
                return frozenset({Audience.DECISION_MAKERS, Audience.COORDINATOR})
            case _:
                return frozenset({self})

    def lacks_events(self, events: int | None) -> bool:
        """True when a figure rests on too few events (or tables) to be shown to this audience.

        An unknown number of events counts as too few.
        """
        return self is Audience.PUBLIC and (events is None or events < PUBLIC_EVENTS)
