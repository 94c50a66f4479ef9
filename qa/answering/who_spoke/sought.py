"""Say what a question like "who criticised the plan?" asks for: an act, and what it is done to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from qa.answering.who_spoke.referents import Around
from qa.language.lexicon.speech_acts import ACTS, COUNT_AS, LEMMAS
from qa.language.terms import content_terms


@dataclass(frozen=True, slots=True)
class Sought:
    """What a question like "who criticised the plan?" asks for.

    `acts` are the names of the acts that do it, `words` the terms of what it was done to; there may be none. `denies`:
    a claim is sought that somebody denies. `either`: that it was not done is sought as well, as by "Did Quill do it?".
    `voted`: how somebody voted is sought, and who only speaks for it did not vote for it. `whom`: the terms of who it
    was done with: who backs Quill's plan may not agree with her.
    """

    acts: frozenset[str]
    words: tuple[str, ...]
    denies: bool = False
    either: bool = False
    voted: bool = False
    whom: tuple[str, ...] = ()

    @classmethod
    def of(cls, lemma: str, topic: str) -> Sought | None:
        """Return what is sought with an act's verb, or the name of an act; None for other verbs."""
        names = LEMMAS.get(lemma, set()) | ({lemma} & ACTS.keys())
        if not names:
            return None
        voted = lemma.partition(" ")[0] == "vote"
        acts = frozenset(names) if voted else frozenset(each for name in names for each in COUNT_AS[name])
        words = tuple(dict.fromkeys(content_terms(topic)))
        return cls(acts, words, "deny" in names, voted=voted)

    def anything(self) -> Sought:
        """Return the same act, done to anything, with whom it was."""
        return replace(self, words=())

    def covered_by(self, around: Around, text: str, at: int, *, whole: bool = False) -> bool:
        """Return whether a text that begins at a place is about what it is sought for."""
        return around.covers(self.words, text, at, whole=whole) and around.covers(
            self.whom, text, at, person=True
        )
