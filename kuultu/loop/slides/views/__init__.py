"""The pages of slides."""
