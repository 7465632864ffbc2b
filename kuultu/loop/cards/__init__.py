"""Tell: in come statements, out goes a frozen deck of experience cards."""
