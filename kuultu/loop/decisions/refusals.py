# door words: people in the hall read these
"""Why something cannot be done in the hall just now, and what to do instead."""

from django.utils.translation import gettext_lazy as _

ENDED = _("The event has ended. Thank you for being there.")
NOT_BEGUN = _("The event has not begun yet. It begins on {day} at {clock}; the door opens an hour before.")
OVER = _("The event is over.")

MOVED_ON = _("The hall has moved on to another card.")
NOT_OPEN_YET = _("The vote has not been opened yet. Listen to the card first.")
VOTE_CLOSED = _("The vote on this card is closed.")

NO_CARD_YET = _("The first card has not been opened yet.")
TABLES_DONE = _("The tables have finished. Measures are being chosen together.")
TABLE_FULL = _("This table has its phones already. Ask the host for a place at another table.")

NO_SUCH_CODE = _("No event has this code. Look again: a code has six signs, and never O, 0, I or 1.")
TOO_MANY_TRIES = _("Too many wrong codes have been tried. Wait a minute and try again.")
WRONG_KEY = _("That is not this table's key. It stands on the table's sheet: four signs.")
PERSONAL = _("This looks like somebody's phone number, address or identity code. Take it out: ideas are for everybody.")
SAY_SOMETHING = _("Write the idea in a few words first.")
