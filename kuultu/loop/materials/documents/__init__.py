"""The papers of an event: what stands in each, and the files that are made of them."""
