"""Turn text into unit vectors, and find the ids of the nearest ones.

Nothing here knows what an article, a library or a speaker is. Scores are similarities: higher is better, always.
"""
