"""Text to unit vectors to nearest ids."""
