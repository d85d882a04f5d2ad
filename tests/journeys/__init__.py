"""What people really do, in real browsers, from the code on the projector to the report."""
