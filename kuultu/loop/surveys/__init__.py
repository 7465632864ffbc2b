"""Ask: in come short questions, out come answers that nobody can be known by."""
