"""What the desk sees: a round's path, the evidence walk, search, history."""
