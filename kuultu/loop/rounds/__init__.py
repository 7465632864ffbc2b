"""Plan: in comes a municipality's wish to hear, out go groups, orders and events with their people."""
