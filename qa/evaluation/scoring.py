"""Ask questions, judge their answers, compute the metrics: what `qa eval` does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from qa.answering.answerer import Answerer
from qa.answers import Quote
from qa.archive.protocol import Archive, View
from qa.archive.quote_lookup import find_quote
from qa.conversation.earlier.turns import Conversation
from qa.errors import NotFoundError, UsageError
from qa.evaluation import metrics, ranking
from qa.evaluation.judging import Judged, judge
from qa.evaluation.questions import Expected

COVERAGE = 0.9
"""The share of answerable questions that refusal@90 keeps answered."""

LESS_IS_BETTER = frozenset(["ece"])


@dataclass(frozen=True, slots=True)
class Measure:
    """A metric's value over so many questions (or quotes); None where there was nothing to count."""

    value: float | None
    over: int
    meaning: str


def ask_all(
    answerer: Answerer,
    library: Archive,
    questions: Sequence[Expected],
    *,
    progress: Callable[[int], None] = lambda done: None,
) -> list[Judged]:
    """Ask every question and judge its answer."""
    with library.snapshot() as snapshot:
        ids = {each: article_ids(snapshot, each) for question in questions for each in question.article_ids}
    judged = []
    for done, expected in enumerate(questions, 1):
        conversation = Conversation.of(expected.history) if expected.history else None
        answer = answerer.ask(expected.question, conversation=conversation)
        with library.snapshot() as snapshot:
            judged.append(judge(expected, answer, article_ids=ids, stored=partial(_stored, snapshot)))
        progress(done)
    return judged


def article_ids(snapshot: View, named: str) -> tuple[str, ...]:
    """Return the ids of the articles that a text names by id, path or uid; empty if the library has none."""
    return tuple(version.article.id for version in snapshot.find_articles(named))


def _stored(snapshot: View, quote: Quote) -> str | None:
    try:
        return find_quote(snapshot, quote.id).text
    except (NotFoundError, UsageError):
        return None


def score(judged: Sequence[Judged]) -> dict[str, Measure]:
    """Return every metric by name, in the order in which to show them."""
    positive = [each for each in judged if each.expected.answerable]
    negative = [each for each in judged if each.expected.answerable is False]
    known = [each for each in positive if each.expected.judged]
    ranks = [each.rank for each in known]
    by_ranking = ranking.measure([each.ranking for each in known if each.ranking])
    spoken = [each.speaks for each in judged if each.speaks is not None]
    # Only answers of which it is known whether the first quote is right.
    certain = [each for each in judged if each.expected.judged or each.expected.answerable is False]
    shown = [each for each in certain if each.answered]
    firsts = [each.whole for each in judged if each.whole is not None]
    quotes = [same for each in judged for same in each.verbatim]
    reported = [wrong for each in judged for wrong in (each.complaint, each.wrong_name) if wrong is not None]
    complaints = [not wrong for wrong in reported]
    sure, unsure = [each.confidence for each in positive], [each.confidence for each in negative]
    both = len(positive) + len(negative)
    found = {
        f"quote@{k}": Measure(metrics.found_by(ranks, k), len(ranks), f"a right quote {where}")
        for k, where in ((1, "comes first"), (3, "is among the first three"), (10, "is among the first ten"))
    }
    found |= {name: Measure(value, len(ranks), _RANKING[name]) for name, value in by_ranking.items()}
    found |= {
        "speaker@1": Measure(
            metrics.share(spoken), len(spoken), "the first quote is right and the asked speaker's"
        ),
        "whole": Measure(metrics.share(firsts), len(firsts), "first quotes that are whole sentences"),
        "verbatim": Measure(metrics.share(quotes), len(quotes), "quotes that the article has word for word"),
        "auroc": Measure(metrics.auroc(sure, unsure), both, "confidence tells answerable from unanswerable"),
        "refusal@90": Measure(
            metrics.refusal_at(COVERAGE, sure, unsure),
            both,
            "unanswerable refused if 90 % of the answerable are answered",
        ),
        "coverage": Measure(
            metrics.share([each.answered for each in positive]),
            len(positive),
            "answerable questions answered",
        ),
        "refusal": Measure(
            metrics.share([not each.answered for each in negative]),
            len(negative),
            "unanswerable questions not answered",
        ),
        "answered@1": Measure(
            metrics.share([each.answered and each.rank == 1 for each in known]),
            len(known),
            "answerable questions answered, a right quote first",
        ),
        "precision": Measure(
            metrics.share([each.rank == 1 for each in shown]), len(shown), "answers with a right quote first"
        ),
        "ece": Measure(
            metrics.calibration_error([(each.confidence, each.rank == 1) for each in certain]),
            len(certain),
            "how far confidence is from how often it is right",
        ),
        "complaints": Measure(
            metrics.share(complaints),
            len(complaints),
            "reported quotes that do not come first, and reported names that are not shown",
        ),
    }
    return found


_RANKING = {
    "recall@3": "what there is to find, found by the first three quotes",
    "recall@10": "what there is to find, found by the first ten",
    "mrr@10": "1 / place of the first right quote, on average",
    "ndcg@10": "what is found counts the more the earlier it comes",
}
