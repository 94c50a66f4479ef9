"""Link names across articles to speakers, and match a typed name to a speaker. No article text is read here."""
