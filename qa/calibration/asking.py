"""Ask the probes, and judge whether the first quote is right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa.answering.answerer import Answerer
from qa.answers import Answer, QuestionKind, Quote
from qa.calibration.probe import Probe
from qa.language.spans import overlap
from qa.language.terms import content_terms, terms


@dataclass(frozen=True, slots=True)
class AskedProbe:
    """A probe with its result. `said`: it was understood as a question about somebody's words."""

    probe: Probe
    said: bool
    confidence: float
    right: bool


def ask_probes(
    answerer: Answerer, probes: Sequence[Probe], *, progress: Callable[[int], None] = lambda done: None
) -> list[AskedProbe]:
    """Ask every probe. Those with an ambiguous name are left out: they end without a look at confidence."""
    asked = []
    for done, probe in enumerate(probes, 1):
        answer = answerer.ask(probe.question)
        if not answer.understood.ambiguous:
            right = bool(answer.quotes) and is_right(answer.quotes[0], probe)
            asked.append(AskedProbe(probe, _about_words(answer), answer.confidence, right))
        progress(done)
    return asked


def is_right(quote: Quote, probe: Probe) -> bool:
    """Return whether a quote answers a probe: it is from where the probe was made, or says as much elsewhere."""
    if not probe.answerable:
        return False
    if probe.article_id in (quote.version.article.id, *quote.also_in) and overlap(
        (quote.start, quote.end), (probe.start, probe.end)
    ):
        return True
    if probe.speaker is not None and quote.speaker != probe.speaker:
        return False
    wanted = set(content_terms(probe.topic or "" if probe.speaker is not None else probe.question))
    return bool(wanted) and wanted <= set(terms(quote.text))


def _about_words(answer: Answer) -> bool:
    understood = answer.understood
    return understood.kind is QuestionKind.WHO_SAID or (
        understood.kind is QuestionKind.SAID and understood.speaker is not None
    )
