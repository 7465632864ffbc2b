"""Pages: base templates, components, styles, languages of the interface, error pages."""
