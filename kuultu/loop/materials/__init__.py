"""Prepare: in comes an event, out go questions, invitation, guidance and report form in its language."""
