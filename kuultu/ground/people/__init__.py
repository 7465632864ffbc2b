"""People, their memberships and roles, signing in, one-time links, and rules that say why."""
