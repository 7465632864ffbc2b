"""How the house is wired: settings, the site map, the server entry."""
