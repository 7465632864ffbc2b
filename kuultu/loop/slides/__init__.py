"""Tell: in come themes, statements and cards, out goes the results presentation."""
