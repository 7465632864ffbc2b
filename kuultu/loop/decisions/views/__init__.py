"""The pages of the decision event: the coordinator's, and those of the hall."""
