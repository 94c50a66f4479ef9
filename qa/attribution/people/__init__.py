"""Find the people and groups of an article, and resolve the words that name a speaker to one of them."""
