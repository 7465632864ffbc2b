"""The pages of surveys: the coordinator's, and the door of those who answer."""
