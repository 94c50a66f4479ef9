"""Find what somebody says on a topic, and what everybody says: which words say it, and in which forms."""
