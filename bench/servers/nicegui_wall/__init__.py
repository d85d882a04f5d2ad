"""A wall as one writes it in NiceGUI, on the store of the limit server."""
