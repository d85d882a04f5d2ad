"""The shapes that screens draw: frozen, JSON-ready, one module per screen.

Texts for phones come in both languages (`..._en`); tablet and projector are Dutch.
"""
