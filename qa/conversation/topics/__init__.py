"""Find what the talk was about: the things, the topics and the words that a question leaves out."""
