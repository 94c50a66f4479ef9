"""Find whom "he", "she", "it", "the company" and "a spokesman" mean in an article."""
