"""The limit: the least a Python server can do that stores an idea before others see it."""
