"""What leaves the desk as a file."""
