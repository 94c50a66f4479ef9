"""Retrieve the passages that may hold an answer. Engines only propose; ranking decides."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.answering.topics.whose_words import whose_words, with_nameless
from qa.answers import QuestionKind, Understanding
from qa.archive.credits import one_a_credit
from qa.archive.exact_words import passages_holding
from qa.archive.protocol import Said, View
from qa.datatypes import PassageHandle, Scope, Span, StoredPassage, Version, VersionHandle
from qa.language.exact_words import in_words
from qa.language.terms import located_terms, terms
from qa.ranking.context import Context, widened
from qa.ranking.question import analyse, question_terms
from qa.ranking.retrieved import Retrieved
from qa.ranking.speaking import Asked
from qa.understanding.courtesy import without_courtesy
from qa.understanding.quoted import asked_words

PROPOSED = 40
"""How many passages each way of searching proposes."""
_OF_ALL = 16
"""How many it proposes of everybody's, where the asked speaker's own are searched apart or a name is nobody's.

These are what others say and what the records leave open; see docs/decisions/0062.
"""


def retrieve(
    snapshot: View,
    encoder: Encoder,
    understood: Understanding,
    scope: Scope,
    context: Context | None = None,
) -> Retrieved:
    """Propose passages for a question: by its words, by its meaning, and from what its speaker says.

    Args:
        context: For a follow-up, what to search with instead of the question as it reads alone.
    """
    scope = narrowed(scope, understood)
    asked = whose_words(understood, snapshot)
    total = snapshot.corpus().passages
    text = context.question if context else understood.standalone
    if understood.kind is QuestionKind.CONTENT:
        # "latest on the ferries" asks for the ferries: no article is about the latest.
        text = understood.topic if understood.browses and understood.topic else without_courtesy(text)
        context = replace(context, question=text) if context else None
    speaks = understood.kind is QuestionKind.SAID and understood.speaker is not None
    about = understood.topic or ("" if speaks else text)
    words = [t for _, _, t in located_terms(f"{text} {about}")]
    frequencies = snapshot.document_frequency([*words, *(context.all_terms() if context else ())])
    vector = context.vector(encoder) if context else encoder.encode_query(text)
    question = analyse(about if speaks else text, vector, frequencies, total)
    if context:
        question = widened(question, context, frequencies, total)
    found: dict[PassageHandle, None] = {}

    def propose(hits: list[tuple[PassageHandle, float]]) -> None:
        found.update(dict.fromkeys(passage for passage, _ in hits))

    if asked is not None and asked.names:
        propose(snapshot.lexical(question.terms, scope, PROPOSED, spoken_by=asked.names))
        propose(snapshot.nearest(vector, scope, PROPOSED, spoken_by=asked.names))
    unheard = asked is not None and bool(asked.introduced)
    of_all = _OF_ALL if found or unheard else PROPOSED
    propose(snapshot.lexical([t for _, _, t in question_terms(text)], scope, of_all))
    if context:
        propose(snapshot.lexical(question.terms, scope, PROPOSED))
    propose(snapshot.nearest(vector, scope, of_all))
    typed = asked_words(understood)
    for quotation in typed:
        names = asked.names if asked is not None and asked.names else ()
        found.update(dict.fromkeys(passages_holding(snapshot, quotation, scope, PROPOSED, names)))
        propose(snapshot.phrase(terms(quotation), scope, PROPOSED))
    passages = snapshot.passages(list(found))
    versions = snapshot.versions({p.version_key for p in passages})
    # Engines number their rows in their own order, on which no answer may depend.
    passages.sort(key=lambda p: (versions[p.version_key].uid, p.passage.start))
    passages = _without_copies(snapshot, passages, versions)
    versions = {key: versions[key] for key in dict.fromkeys(p.version_key for p in passages)}
    if asked is not None and asked.names is not None:
        asked = with_nameless(asked, understood, snapshot, versions)
    attributions, near = _said(snapshot, passages, versions, asked)
    return Retrieved(
        understood=understood,
        question=question,
        passages=tuple(passages),
        versions=versions,
        attributions=attributions,
        asked=asked,
        near=near,
        in_talk=context is not None,
        typed=tuple(typed_words for quotation in typed if (typed_words := in_words(quotation))),
    )


def _without_copies(
    snapshot: View, passages: list[StoredPassage], versions: Mapping[VersionHandle, Version]
) -> list[StoredPassage]:
    """Leave out a passage that another article repeats from the same story: an agency's, printed by two papers.

    Else each would be the other's closest rival, and a reader of few windows would read the same one twice. Of which
    articles a quote is, is found out for those that are shown.
    """

    def text_of(passage: StoredPassage) -> str:
        return versions[passage.version_key].article.text[passage.passage.start : passage.passage.end]

    by_text: dict[str, list[VersionHandle]] = {}
    for each in passages:
        by_text.setdefault(text_of(each), []).append(each.version_key)
    repeated = {key for keys in by_text.values() if len(keys) > 1 for key in keys}
    near = snapshot.near_duplicates_among(repeated) if repeated else {}
    kept: list[StoredPassage] = []
    taken: dict[str, list[VersionHandle]] = {}
    for each in passages:
        others = taken.setdefault(text_of(each), [])
        if not any(
            other in near.get(each.version_key, ())
            or versions[other].article.text == versions[each.version_key].article.text
            for other in others
        ):
            kept.append(each)
            others.append(each.version_key)
    return kept


_SaidIn = Mapping[VersionHandle, list[Said]]


def _said(
    snapshot: View,
    passages: Sequence[StoredPassage],
    versions: Mapping[VersionHandle, Version],
    asked: Asked | None,
) -> tuple[_SaidIn, _SaidIn]:
    """Return what is said in the articles of passages, and of it what may be said in the passages.

    Only somebody's words are looked for among all of the latter; else a few spans, those to show, need their speakers.
    What several say together is there once, as the asked speaker's if it is theirs, too.
    """
    places = _places(passages)

    def once(key: VersionHandle, said: Mapping[VersionHandle, list[Said]]) -> list[Said]:
        if asked is None:
            return one_a_credit(said[key])
        text = versions[key].article.text
        return one_a_credit(said[key], lambda record, name: asked.owns(record, name, text))

    if asked is None:
        near: _SaidIn = _ReadWhenAsked(
            places, lambda key: once(key, snapshot.attributions_near({key: places[key]}))
        )
    else:
        found = snapshot.attributions_near(places)
        near = {key: once(key, found) for key in found}
    return _ReadWhenAsked(places, lambda key: once(key, snapshot.attributions([key]))), near


def _places(passages: Iterable[StoredPassage]) -> dict[VersionHandle, list[Span]]:
    """Return the stretches of each version that its passages cover, given in the order of their starts."""
    found: dict[VersionHandle, list[Span]] = {}
    for each in passages:
        start, end = each.passage.start, each.passage.end
        own = found.setdefault(each.version_key, [])
        if own and start <= own[-1][1]:
            own[-1] = own[-1][0], max(own[-1][1], end)
        else:
            own.append((start, end))
    return found


class _ReadWhenAsked(Mapping[VersionHandle, list[Said]]):
    """Attributions of versions, each version's read when it is first asked for, while its view is open."""

    def __init__(
        self, handles: Collection[VersionHandle], read: Callable[[VersionHandle], list[Said]]
    ) -> None:
        self._handles, self._read = handles, read
        self._found: dict[VersionHandle, list[Said]] = {}

    def __getitem__(self, handle: VersionHandle) -> list[Said]:
        if handle not in self._found:
            if handle not in self._handles:
                raise KeyError(handle)
            self._found[handle] = self._read(handle)
        return self._found[handle]

    def __iter__(self) -> Iterator[VersionHandle]:
        return iter(self._handles)

    def __len__(self) -> int:
        return len(self._handles)


def narrowed(scope: Scope, understood: Understanding) -> Scope:
    """Narrow a scope by the dates and the outlet that the question itself names."""
    since = max((day for day in (scope.since, understood.since) if day), default=None)
    until = min((day for day in (scope.until, understood.until) if day), default=None)
    sources = scope.sources
    if understood.source and not sources and not _is_outlet(understood):
        sources = (understood.source,)
    return replace(scope, since=since, until=until, sources=sources)


def _is_outlet(understood: Understanding) -> bool:
    """Return whether the asked speaker is the outlet, which other outlets quote as well."""
    speaker, source = (understood.speaker or "").casefold(), (understood.source or "").casefold()
    return bool(speaker) and (speaker in source or source in speaker)
