"""The pages of the planning stage."""
