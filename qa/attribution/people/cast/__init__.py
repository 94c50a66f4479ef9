"""Find the people and groups of an article, and tell namesakes and strangers apart."""
