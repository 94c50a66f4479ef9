"""Rank the candidate spans of the retrieved passages, and select those to show, best first.

Asks no engine and no archive: all that it needs is in `qa.ranking.retrieved.Retrieved`. Does not decide whether a
quote answers: that is `qa.answering`.
"""
