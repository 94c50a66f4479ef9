"""Find whom "he", "she", "they" and unnamed people mean, by those who were talked of."""
