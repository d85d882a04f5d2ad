"""What each screen may see of an evening: one projection per audience, and nothing else is sent."""
