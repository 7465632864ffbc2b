"""Writes of this room: on the set of questions, and on wordings."""
