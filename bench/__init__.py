"""Measures Plekberaad: speed next to a bare limit server, page weight, sizes of the code."""
