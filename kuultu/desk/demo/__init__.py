"""The demo municipality: its round taken through the same actions as the pages, stage by stage."""
