"""Split a sentence into tokens, verb groups and noun phrases, and tell what each word is."""
