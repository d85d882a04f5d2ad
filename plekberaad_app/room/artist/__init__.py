"""The screen of an artist: the programme, and when it is their turn."""
