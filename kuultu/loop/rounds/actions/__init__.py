"""Every write of the planning stage."""
