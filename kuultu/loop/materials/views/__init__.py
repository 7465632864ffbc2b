"""The pages of the preparing stage."""
