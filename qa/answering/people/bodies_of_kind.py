"""Answer "the advertising watchdog" by the words of the one body of that field which an article calls a watchdog.

And "the midwives' body" or "the midwives' union" by those of the one body that has the midwives in its name.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from qa.answering.ending.draft import Draft
from qa.answering.topics.topic_forms import same_word
from qa.answers import Outcome, QuestionKind, Understanding
from qa.archive.protocol import View
from qa.datatypes import Scope
from qa.language.lexicon.function_words import DETERMINERS
from qa.language.terms import term
from qa.speakers.names import folded_words

_SUPERVISES = frozenset("watchdog regulator".split())
_SUPERVISORS = frozenset("authority commission office agency bureau inspectorate ombudsman".split())
"""Words by which a body's own name says that it may be a watchdog."""
_OF_MEMBERS = frozenset(
    "association body council federation group guild institute organisation organization society union".split()
)
"""What people call a body by whose it is, whatever it is called: the Royal College of Nurses is the nurses' union."""


def of_body(view: View, draft: Draft, ranked: Callable[[Understanding], Draft]) -> Draft:
    """Show, as what may answer, the words of the body that is meant; leave any other draft as it is.

    Args:
        ranked: Drafts the answer to another question.
    """
    understood = draft.understood
    if not draft.denies or understood.kind is not QuestionKind.SAID or understood.speaker_known:
        return draft
    if (body := _meant(view, understood.speaker or "")) is None:
        return draft
    meant = replace(understood, speaker=body, speaker_known=True, speaker_is_role=False)
    words = ranked(replace(meant, described=understood.speaker, loosely_described=True))
    return draft if words.denies else replace(words, outcome=Outcome.UNSURE)


def _meant(view: View, typed: str) -> str | None:
    """Return the only body with the typed field in its name that an article with its words calls so."""
    *fields, kind = [word for word in folded_words(typed) if word not in DETERMINERS] or [""]
    members = kind in _OF_MEMBERS and len(fields) == 1 and term(fields[0]) != fields[0]
    if not fields or not (kind in _SUPERVISES or members):
        return None
    wanted = {same_word(term(word)) for word in fields}
    found = []
    for speaker in view.speakers_like(fields[0], 0):
        words = folded_words(speaker.name)
        of_field = wanted <= {same_word(term(word)) for word in words}
        if speaker.kind == "group" and of_field and (members or not _SUPERVISORS.isdisjoint(words)):
            found.append(speaker.name)
    if len(found) != 1:
        return None
    if members:
        return found[0]
    called = view.versions_holding([[term(kind)] for kind in sorted(_SUPERVISES)], Scope())
    return None if view.versions_spoken_in(found, Scope()).isdisjoint(called) else found[0]
