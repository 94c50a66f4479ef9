"""Define a question about facts as it stands among the turns before it, and tell what its form shows that it lacks."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from qa.answers import Understanding
from qa.conversation.earlier.agreement import is_one_person, is_person
from qa.conversation.earlier.past import Past, asks_for_more
from qa.conversation.pronouns.not_meant import is_called_a_body
from qa.conversation.pronouns.pronouns import pronoun_in, stands_for_somebody
from qa.conversation.questions.search_context import READ
from qa.conversation.topics.back_references import needs_context
from qa.conversation.topics.pronoun_it import does_to_it
from qa.conversation.topics.without_topic import lacks_subject
from qa.language.terms import content_terms
from qa.speakers.known import KnownSpeakers
from qa.speakers.linking import match_speaker
from qa.understanding.introduced import asked_person
from qa.understanding.names import names_in


class AskedFact(NamedTuple):
    """A question about facts, with its names in full, and the turns before it."""

    full: str
    lacks: bool
    """It does not say what or whom it is about: "how many died?"."""
    past: Past
    speakers: KnownSpeakers

    @property
    def last(self) -> Understanding | None:
        return self.past.last

    @property
    def pronoun(self) -> str | None:
        return pronoun_in(self.full)

    @property
    def firm(self) -> bool:
        """Whether its pronoun stands for somebody and owns nothing."""
        return stands_for_somebody(self.full) is not None

    @property
    def more(self) -> bool:
        return asks_for_more(self.full)

    @property
    def stands_alone(self) -> bool:
        acts_on_it = self.past.quoting and does_to_it(self.full)
        return not (self.lacks or needs_context(self.full) or acts_on_it)

    def speaks(self, name: str) -> bool:
        """Return whether a name is that of a person who speaks in the archive."""
        return _speaks(name, self.past, self.speakers)

    def is_somebody(self, name: str) -> bool:
        """Return whether a name is a person's, whether they speak here or not."""
        return self.speaks(name) or is_person(name, sure=True)


def asked_fact(question: str, past: Past, speakers: KnownSpeakers) -> AskedFact:
    """Return a question about facts as it is completed by names that were typed before."""
    full = _completed(
        question, past, lambda name: _speaks(name, past, speakers) or is_person(name, sure=True)
    )
    # "Who is quill" says whom it asks for, where a Quill speaks.
    lacks = past.quoting and lacks_subject(full, _talked_of(past)) and asked_person(full, speakers) is None
    return AskedFact(full, lacks, past, speakers)


def _speaks(name: str, past: Past, speakers: KnownSpeakers) -> bool:
    match = match_speaker(name, speakers)
    if match.corrected or is_called_a_body(name, past):
        return False  # a town is no speaker whose name is spelt nearly like it
    # "Harwick" may be the council, the college or the paper, and is nobody.
    return any(is_one_person(each, speakers) for each in (match.name, *match.ambiguous))


def _completed(question: str, past: Past, person: Callable[[str], bool]) -> str:
    """Return a question with full names for bare ones whose full form was typed before: "Daniel Mott" for "Mott"."""
    if not past.quoting:
        return question
    before = [name for turn in past.conversation.turns for name in names_in(f"about {turn.question}")]
    full = {name.split()[-1]: name for name in before if len(name.split()) == 2 and person(name)}
    # "It's Ada", after "Una Quill", was read as Ada Quill: Quill is Ada Quill since then.
    asked = [
        each.speaker for _, each in past.known if each.speaker and each.speaker_known and not each.ambiguous
    ]
    full |= {name.split()[-1]: name for name in asked if name.split()[-1] in full and person(name)}
    for name in names_in(question):
        if name in full:
            question = re.sub(rf"(?<![\w-]){re.escape(name)}(?![\w-])", full[name], question, count=1)
    return question


def _talked_of(past: Past) -> frozenset[str]:
    """Return the terms of what was asked, and of what was shown last and may answer."""
    last = past.conversation.turns[-1]
    shown = last.answer[:READ] if last.answered else ""
    return frozenset(content_terms(" ".join([*(question for question, _ in past.texts), shown])))
