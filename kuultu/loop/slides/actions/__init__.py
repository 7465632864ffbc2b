"""Every write of slides."""
