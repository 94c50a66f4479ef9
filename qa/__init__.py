"""Articles, passages, quotes and answers."""
