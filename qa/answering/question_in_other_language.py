"""Say of an answer to a question in another language that only its words were looked for."""

from __future__ import annotations

from dataclasses import replace

from qa.answers import Answer, Outcome
from qa.understanding.other_languages import language_of, whose_words


def in_english(answer: Answer) -> Answer:
    """Say that a question was only searched as words where it is not in English; nothing answers it for sure then."""
    language = language_of(answer.question)
    if language is None or answer.outcome is Outcome.META:
        return answer
    if whose_words(answer.question) is not None and answer.understood.speaker:
        read = f"and seems to ask what {answer.understood.speaker} said."
    else:
        read = "so only its words were looked for."
    note = f"I read English. This looks like {language}, {read}"
    outcome = Outcome.UNSURE if answer.outcome is Outcome.ANSWERED else answer.outcome
    return replace(answer, outcome=outcome, note=f"{note} {answer.note}".rstrip())
