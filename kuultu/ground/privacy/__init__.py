"""Privacy: which figures may leave, which words name a person, which field is of which class."""
