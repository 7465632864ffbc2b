"""What happened, by whom, when: one append-only table."""
