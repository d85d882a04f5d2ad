"""The shapes that screens draw: frozen, JSON-ready, one module per screen.

A sentence that a phone shows travels as a Say, which each browser puts into words; what the tablet
alone shows is Dutch.
"""
