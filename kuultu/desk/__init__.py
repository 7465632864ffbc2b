"""The coordinator's desk: a round's path through all stages, the next thing to do, the evidence walk, export."""
