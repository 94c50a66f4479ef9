"""Read capitalised words as names; hold the people and the layout of an article."""
