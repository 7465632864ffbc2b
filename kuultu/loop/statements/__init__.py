"""Understand: in come delivered reports, out go statements with translations, gathered under themes."""
