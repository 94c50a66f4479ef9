"""Parse a question into what it asks for: kind, speaker, topic, dates, source. Nothing is retrieved here."""
