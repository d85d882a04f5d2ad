"""Stylesheets that every page loads; those of one kind of screen come with its shell."""

STYLESHEETS = ["styles/tokens.css", "styles/base.css"]
