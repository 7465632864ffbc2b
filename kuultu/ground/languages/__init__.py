"""Languages: what each is called, which way it runs, in which script and font, how it counts and dates."""
