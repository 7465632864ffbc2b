"""The pages of the reporting stage."""
