"""Plekberaad itself, in production mode."""
