"""What residents may see, and nothing else."""
