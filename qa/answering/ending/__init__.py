"""Decide how an answer ends, and which quote stands first; hold the answer while it is made."""
