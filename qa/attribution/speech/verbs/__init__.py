"""Find the reporting verbs of a sentence, each with its subject, before or after it, and what it reports."""
