"""Every write of surveys: opening, choosing questions, answering, closing."""
