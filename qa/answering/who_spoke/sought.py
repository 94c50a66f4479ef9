"""Say what a question like "who criticised the plan?" asks for: an act, and what it is done to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from qa.answering.who_spoke.referents import Around
from qa.language.lexicon.function_words import PREPOSITIONS
from qa.language.lexicon.speech_acts import ACTS, COUNT_AS, LEMMAS, OPPOSITES
from qa.language.lexicon.turning_words import ENDING_NOUNS, ENDING_VERBS
from qa.language.patterns import regex
from qa.language.terms import content_terms

_WORD = regex(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BEFORE_VERB = frozenset(("to", "would", "will", "should", "must"))
_MEANS = frozenset(("by", "through", "using", "via", "with"))
_NEAR = 5
"""How many words after "repeal" or "to end" may name what is ended."""


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
        """Return whether a text that begins at a place is about what it is sought for, and not about its end."""
        return (
            around.covers(self.words, text, at, whole=whole)
            and around.covers(self.whom, text, at, person=True)
            and not (self.acts & OPPOSITES.keys() and _ends_it(self.words, text))
        )


def _ends_it(words: Collection[str], text: str) -> bool:
    """Return whether a text names what does away with a thing: "a toll ban", "the repeal of the toll", "to end it".

    Who asks of the ban itself, or of what stands elsewhere in the text as well, is not meant.
    """
    found = [match[0].casefold() for match in _WORD.finditer(text)]
    terms = [set(content_terms(word)) & {*words} for word in found]
    last = max((place for place, own in enumerate(terms) if own), default=0)
    for place, word in enumerate(found):
        if terms[place] or any(terms[:place]):
            continue
        after = place + 1 + _NEAR
        before, follows = found[max(0, place - 2) : place], found[place + 1 : place + 2]
        noun = (word in ENDING_NOUNS or _is_end(word, before)) and follows in (["of"], ["on"], ["to"])
        if word in ENDING_VERBS and (word.endswith("ing") or not _BEFORE_VERB.isdisjoint(before[-1:])):
            # "To end the jam by a toll" does not end the toll.
            after = next(
                (at for at in range(place + 1, min(after, len(found))) if found[at] in _MEANS), after
            )
        elif not noun:
            continue
        if any(terms[place + 1 : after]):
            return True
    return found[last + 1 : last + 2] != [] and found[last + 1] in ENDING_NOUNS


def _is_end(word: str, before: list[str]) -> bool:
    """Return whether a word is the noun for a thing's end, and no time or place: "at the end of the pier"."""
    return word == "end" and before[-1:] in (["the"], ["an"]) and before[0] not in PREPOSITIONS
