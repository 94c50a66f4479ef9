"""Recognise short follow-ups, and put each into its place in the question before it."""
