"""Calibrate a library to its own articles: make probes, ask them, fit thresholds of confidence.

Asks as any front end does, through `qa.answering`. Of the library it changes only the stored thresholds.
"""
