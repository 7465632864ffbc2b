"""Decide: in comes a frozen deck, out go verdicts – more of this, less of that – and ideas."""
