"""Every write of the decision event: preparing it, its steps, votes, the tables' words, ideas."""
