"""Every write of measures."""
