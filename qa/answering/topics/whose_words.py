"""Find whose words an understood question asks for, by the records of an archive."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from qa.answers import QuestionKind, Understanding
from qa.archive.protocol import View
from qa.datatypes import VersionHandle
from qa.language.spans import any_overlaps
from qa.language.spelling import words_of
from qa.language.terms import term
from qa.ranking.speaking import Asked
from qa.speakers.known import KnownSpeakers
from qa.speakers.names import is_group
from qa.understanding.described import asked_for, noun_of


def whose_words(understood: Understanding, speakers: KnownSpeakers) -> Asked | None:
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
    bare = speakers.speaker(word) if person and len(words) > 1 else None
    if bare is not None and bare.kind == "person":
        # An article that never gives the full name says "Rubio": that is the name its quotes are shown with.
        theirs.add(bare.name)
    return Asked(frozenset(theirs), word=word, body=not person)


def _role(phrase: str) -> frozenset[str]:
    return frozenset(word.term for word in words_of(phrase) if word.term != "the")


def with_nameless(
    asked: Asked, understood: Understanding, view: View, versions: Iterable[VersionHandle]
) -> Asked:
    """Add the records of people without a name who are described as was asked: "his lawyer said"."""
    typed = understood.described or (understood.speaker if not understood.speaker_known else None)
    wanted = asked_for(typed) if typed else None
    if wanted is None:
        return asked
    fitting = {
        version: spans
        for version, described in view.descriptions(versions).items()
        if (
            spans := [
                (each.start, each.end)
                for each in described
                if each.who is None
                and wanted.tier(each.kind, each.what, each.of, former=each.former) is not None
            ]
        )
    }
    found = set()
    for version, said in (view.attributions(fitting) if fitting else {}).items():
        for record, name in said:
            if name is None and record.mention and any_overlaps(fitting[version], record.mention):
                found.add(record)
    return replace(asked, records=frozenset(found))
