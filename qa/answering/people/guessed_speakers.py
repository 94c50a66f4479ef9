"""Tell when a name and a few words, "Quill ferry sale", ask about somebody and not for their words."""

from __future__ import annotations

from qa.answers import Answer, Outcome
from qa.language.terms import content_terms

_LEAST = 2
"""The fewest words of a topic of which somebody's words may leave out one, and be on another one."""


def leaves_out(answer: Answer) -> bool:
    """Return whether somebody's words leave out a word of what stands beside their name."""
    if answer.outcome is not Outcome.ANSWERED:
        return True
    wanted = set(content_terms(answer.understood.topic or ""))
    return len(wanted) >= _LEAST and not wanted <= set(content_terms(answer.quotes[0].text))


def tells_more(report: Answer, words: Answer) -> bool:
    """Return whether a report answers better than somebody's words that leave out a word: it has all that was typed."""
    if report.outcome is not Outcome.ANSWERED:
        return False
    typed = set(content_terms(report.understood.standalone))
    return words.outcome is not Outcome.ANSWERED or typed <= set(content_terms(report.quotes[0].text))
