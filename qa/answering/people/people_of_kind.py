"""Answer who of a kind is named at all: "Which judges are mentioned?" by whom articles call a judge.

Only what articles say people are counts: whom none of them calls so is not counted, and the note says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from qa.answering.ending.draft import Draft
from qa.answers import QUOTE_WORDS, Outcome, QuestionKind, Quote
from qa.archive.protocol import View
from qa.archive.quote_lookup import SaidInOrder, attribution_at, whole_sentences
from qa.archive.shown_quotes import Shown
from qa.datatypes import Scope, VersionHandle
from qa.language.terms import terms
from qa.speakers.names import folded_words
from qa.understanding.asked_kind import asked_kind
from qa.understanding.described import AskedFor, alike, asked_for, fit, heads_of

_NOT_COUNTED = "Whom no article calls so is not counted."
SURE = 0.8
_AFTER_NAMES = frozenset({"jr", "sr"})
_NAMED, _SHOWN = 12, 5
_READ = 20
"""How many articles with a name are read for the sentence that says what somebody is."""
_SAYS_IT = 1
"""The highest tier that fits: of a time when they no longer were it, or not yet, is a worse one."""


def of_kind(view: View, draft: Draft, scope: Scope, shown: Shown) -> Draft:
    """Answer who of a kind is named; leave the draft of any other question as it is, and where nobody is called so."""
    understood = draft.understood
    plain = understood.kind is QuestionKind.CONTENT and not understood.browses
    kind = asked_kind(understood.standalone, of_outlet=bool(understood.source)) if plain else None
    office = asked_for(kind) if kind else None
    if kind is None or office is None:
        return draft
    counts = next((found for each in (office, *alike(office)) if (found := _called(view, each, scope))), None)
    if counts is None:
        return draft
    names = sorted(counts, key=lambda name: (-counts[name], name))
    quotes = tuple(quote for name in names[:_SHOWN] if (quote := _quote(view, office, name, scope, shown)))
    if not quotes:
        return draft
    people = "1 person is" if len(names) == 1 else f"{len(names):,} people are"
    lines = [f"{name} ({counts[name]:,})" if counts[name] > 1 else name for name in names]
    more = f", and {len(lines) - _NAMED:,} more" if len(lines) > _NAMED else ""
    note = (
        f"{people} called that, or by another word for it: {', '.join(lines[:_NAMED])}{more}. {_NOT_COUNTED}"
    )
    return replace(
        draft,
        outcome=Outcome.ANSWERED,
        nearest=None,
        confidence=SURE,
        quotes=quotes,
        related=(),
        note=note,
        in_order=True,
    )


def _called(view: View, office: AskedFor, scope: Scope) -> Counter[str] | None:
    """Count the articles that call each person so; None where none calls anybody so."""
    counts, speakers = Counter[str](), set[str]()
    for each in view.bearers(heads_of(office.head), scope):
        tier = office.tier(each.kind, each.what, each.of, former=each.former)
        if tier is not None and tier <= _SAYS_IT:
            counts[each.speaker or each.who] += each.articles
            speakers |= {each.speaker} if each.speaker else set()
    people = Counter[str]()
    for name, count in counts.most_common():
        words = _words(name)
        if len(words) < 2 and name not in speakers:
            continue  # of "Detective Squad" no first name tells that it is anybody
        people[next((other for other in people if _is_one(words, _words(other))), name)] += count
    return people or None


def _words(name: str) -> list[str]:
    return [word for word in folded_words(name) if len(word) > 1 and word not in _AFTER_NAMES]


def _is_one(words: list[str], other: list[str]) -> bool:
    """Tell whether two names are one with more or fewer first names: "Ada R. Quill", "Ada Quill"."""
    alike = {*words} <= {*other} or {*other} <= {*words}
    return alike and words[-1:] == other[-1:]


def _quote(view: View, office: AskedFor, name: str, scope: Scope, shown: Shown) -> Quote | None:
    """Return the sentence in which an article calls somebody so; None where all are long, or were shown before."""
    for key, start, end in _places(view, office, name, scope):
        version = view.versions([key])[key]
        sentence = whole_sentences(version.article.text, start, end)
        if len(version.article.text[slice(*sentence)].split()) > QUOTE_WORDS or shown.holds(
            version, *sentence
        ):
            continue
        said = SaidInOrder(view.attributions([key])[key])
        record, speaker = attribution_at(*sentence, said.touching(*sentence)) or (None, None)
        return Quote(version, *sentence, SURE, record, speaker)
    return None


def _places(
    view: View, office: AskedFor, name: str, scope: Scope
) -> Iterator[tuple[VersionHandle, int, int]]:
    words = {*folded_words(name)}
    hits = [handle for handle, _ in view.phrase(terms(name), scope, _READ)] if terms(name) else []
    keys = list(dict.fromkeys(view.versions_of(hits)))
    described = view.descriptions(keys)
    for key in keys:
        for each in described[key]:
            if {*folded_words(each.who or "")} & words and fit(office, each) is not None:
                yield key, each.start, each.end
