"""Find the subject of a verb, and the main clause of a sentence."""
