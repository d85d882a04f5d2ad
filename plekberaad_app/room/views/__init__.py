"""The shapes that screens draw: frozen, JSON-ready, one module per screen.

Texts that a phone shows come in both languages (`..._en`); tablet and projector are Dutch.
"""
