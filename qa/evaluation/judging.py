"""Judge an answer by what is known about its question."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from qa.answers import Answer, Outcome, Quote
from qa.evaluation.matching import covers, is_whole, same_name, same_words
from qa.evaluation.questions import Expected
from qa.evaluation.ranking import K, Ranking

_DIGITS = 4
"""Confidence is judged as it is printed."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How one answer was judged.

    Attributes:
        rank: Place of the first right quote, from 1; None without one among the first ten.
        ranking: Run and qrels, where it is known which quotes are right.
        speaks: Whether the first quote is right and the asked speaker's; None where nobody is asked for.
        verbatim: For every quote, whether the article has these words in this place.
        whole: Whether the first quote is whole sentences; None without quotes.
        complaint: Whether the first quote is one that was reported as wrong; None where none was.
        wrong_name: Whether words are shown under the name that was reported as wrong for them; None where none was.
    """

    expected: Expected
    answered: bool
    confidence: float
    rank: int | None
    ranking: Ranking | None
    speaks: bool | None
    verbatim: tuple[bool, ...]
    whole: bool | None
    complaint: bool | None
    first: str
    wrong_name: bool | None = None


def judge(
    expected: Expected,
    answer: Answer,
    *,
    article_ids: Mapping[str, tuple[str, ...]],
    stored: Callable[[Quote], str | None],
) -> Judged:
    """Judge one answer: whether its quotes are right, verbatim and whole.

    Args:
        article_ids: For each article id of the file, the ids of the library's articles that it names.
        stored: Returns the words that the library has where a quote's id points, None if nothing.
    """
    gold = {each: {each, *article_ids.get(each, ())} for each in expected.article_ids}
    ranked = [_found(quote, expected, gold) for quote in answer.quotes[:K]]
    rank = next((place for place, found in enumerate(ranked, 1) if found), None) if expected.judged else None
    first = answer.quotes[0] if answer.quotes else None
    return Judged(
        expected=expected,
        answered=answer.outcome is Outcome.ANSWERED,
        confidence=round(answer.confidence, _DIGITS),
        rank=rank,
        ranking=_ranking(answer, ranked, expected) if expected.judged else None,
        speaks=_speaks(first, rank, expected),
        verbatim=tuple(stored(quote) == quote.text for quote in answer.quotes),
        whole=is_whole(first.version.article.text, first.start, first.end) if first else None,
        complaint=_is_reported(first, expected) if expected.not_answers else None,
        first=first.text if first else "",
        wrong_name=_is_misnamed(answer.quotes, expected) if expected.not_speaker else None,
    )


def _found(quote: Quote, expected: Expected, gold: Mapping[str, set[str]]) -> tuple[str, ...]:
    """Return the gold articles, or "answer", that a quote gives; nothing if it is wrong."""
    if expected.answers and not covers(quote.text, expected.answers):
        return ()
    if not gold:
        return ("answer",) if expected.answers else ()
    places = {quote.version.article.id, *quote.also_in}
    return tuple(each for each, ids in gold.items() if places & ids)


def _ranking(answer: Answer, ranked: list[tuple[str, ...]], expected: Expected) -> Ranking:
    run: list[str] = []
    for quote, found in zip(answer.quotes, ranked, strict=False):
        new = [each for each in found if each not in run]
        # A second right quote from the same article finds nothing new; it takes its place all the same.
        run.append(new[0] if new else f"quote {quote.id}")
    return Ranking(tuple(run), expected.article_ids or ("answer",))


def _speaks(first: Quote | None, rank: int | None, expected: Expected) -> bool | None:
    if not expected.judged or expected.speaker is None:
        return None
    return rank == 1 and first is not None and same_name(first.speaker, expected.speaker)


def _is_reported(first: Quote | None, expected: Expected) -> bool:
    return first is not None and any(same_words(first.text, wrong) for wrong in expected.not_answers)


def _is_misnamed(quotes: Sequence[Quote], expected: Expected) -> bool:
    words = expected.words or ""
    return any(
        same_words(quote.text, words) and same_name(quote.speaker, expected.not_speaker or "")
        for quote in quotes
    )
