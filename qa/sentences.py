"""Text to paragraphs and sentences, as spans."""
