"""Find speech that no reporting verb with its subject tells: labels, captions, sources, nouns, adjectives."""
