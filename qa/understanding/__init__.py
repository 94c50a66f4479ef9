"""A question in plain words to what it asks for."""
