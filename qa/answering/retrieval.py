"""Retrieve the passages that may hold an answer. Engines only propose; ranking decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from embeddings.encoder import Encoder
from qa.archive.exact_words import passages_holding
from qa.archive.protocol import Said, View
from qa.datatypes import (
    Attribution,
    Description,
    PassageHandle,
    QuestionKind,
    Scope,
    Understanding,
    VersionHandle,
)
from qa.language.exact_words import in_words
from qa.language.spelling import words_of
from qa.language.terms import located_terms, term, terms
from qa.ranking.context import Context, widened
from qa.ranking.question import analyse, question_terms
from qa.ranking.retrieved import Retrieved
from qa.ranking.speaking import Asked
from qa.speakers.known import KnownSpeakers
from qa.speakers.names import is_group
from qa.understanding.courtesy import without_courtesy
from qa.understanding.described import asked_for, noun_of
from qa.understanding.quoted import asked_words

PROPOSED = 40
"""How many passages each way of searching proposes."""


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
    asked = _asked(understood, snapshot)
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
    propose(snapshot.lexical([t for _, _, t in question_terms(text)], scope, PROPOSED))
    if context:
        propose(snapshot.lexical(question.terms, scope, PROPOSED))
    propose(snapshot.nearest(vector, scope, PROPOSED))
    typed = asked_words(understood)
    for quotation in typed:
        names = asked.names if asked is not None and asked.names else ()
        found.update(dict.fromkeys(passages_holding(snapshot, quotation, scope, PROPOSED, names)))
        propose(snapshot.phrase(terms(quotation), scope, PROPOSED))
    passages = snapshot.passages(list(found))
    versions = snapshot.versions({p.version_key for p in passages})
    # Engines number their rows in their own order, on which no answer may depend.
    passages.sort(key=lambda p: (versions[p.version_key].uid, p.passage.start))
    attributions = snapshot.attributions(versions)
    if asked is not None and asked.names is not None:
        asked = replace(
            asked, records=_of_nameless(understood, snapshot.descriptions(versions), attributions)
        )
    return Retrieved(
        understood=understood,
        question=question,
        passages=tuple(passages),
        versions=versions,
        attributions=attributions,
        asked=asked,
        typed=tuple(typed_words for quotation in typed if (typed_words := in_words(quotation))),
    )


def _asked(understood: Understanding, speakers: KnownSpeakers) -> Asked | None:
    """Return whose words a question asks for; None where it asks for nobody's."""
    if understood.kind is QuestionKind.WHO_SAID:
        return Asked(None, cue=understood.cue, target=understood.addressee or understood.topic or "")
    name = understood.speaker
    if understood.kind is not QuestionKind.SAID or name is None:
        return None
    if understood.ambiguous:
        return Asked(frozenset(understood.ambiguous), word=name.split()[-1])
    if understood.bearers:
        return Asked(frozenset(understood.bearers), role=_role(name), noun=term(noun_of(name)))
    if not understood.speaker_known:
        # A role ("critics"), or a name that nobody is quoted under: then anyone who is introduced with all its
        # words speaks for it, as "a spokesman of the Harbour Office" does for "the Harbour Office".
        typed = tuple(word for word in words_of(name) if word.term != "the")
        if understood.speaker_is_role:
            return Asked(frozenset(), role=_role(name), noun=term(noun_of(name)))
        # "Lucan" may be the Ann Lucan who was typed, where no article has another name of theirs.
        surname = name.split()[-1]
        bare = speakers.speaker(surname) if len(name.split()) > 1 and not is_group(name) else None
        names = frozenset((bare.name,)) if bare is not None and bare.kind == "person" else frozenset[str]()
        return Asked(names, word=surname, introduced=typed)
    words = name.split()
    known = speakers.speaker(name)
    person = known is None or known.kind == "person"
    word = words[-1] if person else name
    theirs = {name}
    if person and len(words) > 1 and speakers.speaker(word):
        # An article that never gives the full name says "Rubio": that is the name its quotes are shown with.
        theirs.add(word)
    return Asked(frozenset(theirs), word=word, body=not person)


def _role(phrase: str) -> frozenset[str]:
    return frozenset(word.term for word in words_of(phrase) if word.term != "the")


def _of_nameless(
    understood: Understanding,
    descriptions: Mapping[VersionHandle, Sequence[Description]],
    attributions: Mapping[VersionHandle, Sequence[Said]],
) -> frozenset[Attribution]:
    """Return the records of people without a name who are described as was asked: "his lawyer said"."""
    typed = understood.described or (understood.speaker if not understood.speaker_known else None)
    asked = asked_for(typed) if typed else None
    if asked is None:
        return frozenset()
    found = set()
    for version, described in descriptions.items():
        fitting = [
            (each.start, each.end)
            for each in described
            if each.who is None and asked.tier(each.kind, each.what, each.of, former=each.former) is not None
        ]
        for record, name in attributions[version] if fitting else ():
            mention = record.mention
            if name is None and mention and any(s < mention[1] and mention[0] < e for s, e in fitting):
                found.add(record)
    return frozenset(found)


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
