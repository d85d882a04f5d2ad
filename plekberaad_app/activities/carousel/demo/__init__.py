"""What people in the demonstration do in a carousel, and what they say in it."""
