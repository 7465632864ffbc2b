"""What residents see, in their languages: what you said, what was decided, what was done."""
