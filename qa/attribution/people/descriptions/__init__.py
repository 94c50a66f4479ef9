"""Find what an article says people and bodies are: offices, relatives, short names."""
