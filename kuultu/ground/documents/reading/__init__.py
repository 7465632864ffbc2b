"""Reading Word files that strangers send: a gate, a child process with limits, every visible character placed."""
