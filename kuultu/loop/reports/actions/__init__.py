"""Every write of the reporting stage."""
