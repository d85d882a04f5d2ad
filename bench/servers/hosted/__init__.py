"""Plekberaad as a data centre runs it: N processes, PostgreSQL, Redis and nginx."""
