"""Find reported speech in a sentence by typography and reporting verbs: its words, its verb, its speaker's mention."""
