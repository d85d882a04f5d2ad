"""What goes wrong on an evening, done on purpose to the real program."""
