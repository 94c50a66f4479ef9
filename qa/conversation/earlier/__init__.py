"""Keep earlier turns as data: their questions, the names and nouns in them, and what was understood."""
