"""Read what a reporting verb has as its object: "called the plan a mess", "proposed a toll", "complained about it"."""

from __future__ import annotations

from itertools import pairwise

from qa.attribution.speech.contents import extents, objects
from qa.attribution.speech.contents.clause_shape import is_verb_at
from qa.attribution.speech.contents.cue_context import is_survey
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.contents.report_parts import ReportParts
from qa.attribution.speech.words.phrases import phrase_after
from qa.attribution.speech.words.single_words import is_adverb, is_finite
from qa.attribution.speech.words.tokens import Kind
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import (
    CONJUNCTIONS,
    DETERMINERS,
    HEARERS,
    PERSONAL,
    PLURALS,
    PREPOSITIONS,
    SUBORDINATORS,
)
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.reporting_verbs import VERBS, WITH_PREPOSITION
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.lexicon.turning_words import IN_FIGURES
from qa.language.lexicon.verb_classes import SAYING_OF, SENDING

_NO_OBJECT = PREPOSITIONS - {"about", "around", "over", "since"} | {"away", "back"}
_IN_ORDER = frozenset(word for word, _ in IN_FIGURES)
_GOES_ON = (PREPOSITIONS | SUBORDINATORS) - {"of"}
_KNOWN = frozenset("the this that these those his her its their our my".split())
_CALLED_OFF = frozenset("off up back in into".split())


class ObjectParts(ReportParts):
    """A reporting verb in its sentence, and what it has as its object."""

    def _beside(self) -> Found | None:
        """Read "as Quill attacked the mayor" and `As Quill put it, “Yes”`, but not "as critics called it"."""
        tokens, cue = self.tokens, self.cue
        at = extents.skip_adjuncts(tokens, cue.end, self.limit)
        if (
            "quote" in cue.frames
            and at + 1 < self.limit
            and tokens[at].low == ","
            and extents.is_full(tokens[at + 1])
        ):
            return self._of([(at + 1, extents.quote_end(tokens, at + 1, self.limit))], "quote-right")
        if "object" not in cue.frames or cue.end >= self.limit or tokens[cue.end].low in HEARERS | {"it"}:
            return None
        return self._object("object")

    def _about(self) -> Found | None:
        tokens, at = self.tokens, self.cue.end
        _, links = WITH_PREPOSITION.get(tokens[self.cue.verb_at].low, (None, ()))
        while at + 1 < self.limit and is_adverb(tokens[at]):
            at += 1  # "complained bitterly about"
        if at + 1 >= self.limit or tokens[at].low not in links or tokens[at + 1].low in TIMES:
            return None
        return self._of([(at + 1, objects.object_end(tokens, at + 1, self.limit))], "about")

    def _object(self, rule: str) -> Found | None:
        start, end = self.cue.end, objects.object_end(self.tokens, self.cue.end, self.limit)
        if self.cue.how == "relative" and (inner := phrase_after(self.tokens, start, end)) is not None:
            # "Those who oppose Quill | left"
            end = inner[1] if inner[1] < end and is_verb_at(self.tokens, inner[1]) else end
        if any(t.low == "as" and f.low == "saying" for t, f in pairwise(self.tokens[start:end])):
            return None  # "cited Quill as saying it": she says it
        if start < end and self.tokens[start].low in _NO_OBJECT | CONJUNCTIONS:
            return None  # "called out to her", "backed away", "was demanding and cold"
        if self.cue.verb.lemma == "repeat" and any(
            t.low in ("question", "questions") for t in self.tokens[start : start + 3]
        ):
            return None  # what is asked again is a reporter's
        if self.cue.verb.lemma in SENDING and self.tokens[start].low.endswith("ing"):
            return None  # "tweeted using an old account"
        if self._is_what_was_proposed(start, end):
            return None
        if self.cue.verb.lemma == "claim" and self._takes_share(start, end):
            return None  # "The coast claimed 20 percent of the funds"
        if objects.is_time_only(self.tokens, start, end):
            return None  # "a bill that she first proposed last year"
        if objects.is_pronoun_only(self.tokens, start, end):
            return None  # "thanked him on Monday": of what was said there is nothing
        return self._of([(start, end)], rule)

    def _called(self, end: int) -> Found | None:
        """Read "called the plan a mess", but not "called her mother" and "called off the vote"."""
        tokens, cue = self.tokens, self.cue
        if self._names_thing():
            return None
        if cue.clause and tokens[cue.clause - 1].low == "what":
            # `what Quill calls a “mess”, a heap of nets`
            end = next((i for i in range(cue.end + 1, end) if tokens[i].low == ","), end)
        named = phrase_after(tokens, cue.end, self.limit)
        past = named[1] if named is not None and named[1] < self.limit else 0
        if past and objects.is_called_to(tokens, cue, past, end):
            return None  # "a man called Quill was there", "called Quill to congratulate her"
        stop = objects.predicate_end(tokens, cue.end, end)
        if tokens[cue.end].kind is Kind.NUMBER and all(
            t.kind is Kind.MARK for t in tokens[cue.end + 1 : stop]
        ):
            return None  # "managed to call 911"
        until = objects.called_until(tokens, named, stop) if cue.verb.lemma == "call" else end
        by_name = cue.subordinate != "whom" and objects.is_somebody(tokens, cue.end, until)
        if by_name or tokens[cue.end].low in _CALLED_OFF:
            return None  # "called him", "called her mother", "called off the vote", "called into the meeting"
        if tokens[cue.end].low in HEARERS and tokens[cue.end + 1].low in ("on", "over", "to"):
            return None  # "called him on it"
        return self._of([(cue.end, stop)], "call-as")

    def _names_thing(self) -> bool:
        """Tell whether "called" only gives a thing's name: "cells called macrophages come in".

        But a thing that is known is one that calls others something: "the letter called rivals cheats".
        """
        cue, tokens = self.cue, self.tokens
        plain = cue.verb.form == "past" and cue.group == cue.verb_at and cue.group > 0 and cue.how == "left"
        if cue.verb.lemma != "call" or not plain or cue.end >= self.limit:
            return False
        thing, named = tokens[cue.group - 1], tokens[cue.end]
        speaks = thing.low in HUMAN | ANY_ROLE | GROUP_NOUNS | PLURALS | PERSONAL | JOBS
        named_by_word = named.kind is Kind.WORD and named.low not in DETERMINERS | PERSONAL | PREPOSITIONS
        if thing.kind is not Kind.WORD or speaks or not named_by_word or tokens[0].kind is Kind.QUOTE:
            return False
        known = cue.subject is not None and tokens[cue.subject[0]].low in _KNOWN
        name = phrase_after(tokens, cue.end, self.limit)
        after = tokens[name[1]] if name is not None and name[1] < self.limit else None
        # "The salt called orsatin was found", "the salt called orsatin that helps fish"
        return not known or (after is not None and (is_finite(after) or after.low in ("that", "which")))

    def _scores(self, start: int, end: int) -> bool:
        """Tell whether one more of a kind is added: "Quill added a third in a match played in the rain"."""
        if self.cue.verb.lemma != "add" or start + 1 >= end:
            return False
        counted = self.tokens[start].low in ("a", "an", "another", "the")
        alone = (
            start + 2 >= end or self.tokens[start + 2].low in _GOES_ON
        )  # and not "added a second boat sank"
        return counted and alone and self.tokens[start + 1].low in _IN_ORDER

    def _finds_thing(self, k: int, end: int) -> bool:
        """Tell whether a thing is found: "found orsatin, a salt that shows up in blood", "can find all it needs"."""
        cue, tokens = self.cue, self.tokens
        if cue.verb.lemma != "find":
            return False
        looks_for = tokens[k].low == "what" and k + 2 < end and tokens[k + 1].low in PERSONAL
        looks_for = looks_for and tokens[k + 2].low not in VERBS  # "found what she said was false"
        if looks_for and not is_survey(tokens, cue):
            return True  # "the clerk finds what he came to fetch"
        if cue.modal and "can" in {token.low for token in tokens[cue.group : cue.verb_at]}:
            return True
        comma = extents.until_comma(tokens, k, end)
        described = comma + 1 < end and tokens[comma + 1].low in ("a", "an", "the")
        if described and extents.until_comma(tokens, comma + 1, end) < end:
            return False  # "found Brandt, a clerk, was to blame"
        return described and not any(is_verb_at(tokens, i) for i in range(k, comma))

    def _is_what_was_proposed(self, start: int, end: int) -> bool:
        """Tell whether the object stands before the verb: "The cuts the two have proposed | would need a vote".

        But "cuts which critics fear | would hurt" are what they say of the cuts.
        """
        cue, tokens = self.cue, self.tokens
        if start >= end or not is_finite(tokens[start]) or tokens[start].low.endswith("ing"):
            return False
        relative = cue.clause > 0 and tokens[cue.clause - 1].low in ("which", "who", "that", "what")
        return cue.verb.lemma not in SAYING_OF and not (relative and "think" in cue.verb.frames)

    def _takes_share(self, start: int, end: int) -> bool:
        words = {token.low for token in self.tokens[start : start + 4]}
        counted = start < end and self.tokens[start].kind is Kind.NUMBER
        return counted and not words.isdisjoint(("percent", "cent", "%"))

    def _narrows(self) -> bool:
        """Tell whether the verb only says which people: "voters who plan to stay at home", and nobody's words."""
        cue = self.cue
        if cue.how != "relative" or cue.subject is None:
            return False
        parted = cue.group > 1 and self.tokens[cue.group - 2].low == ","
        named = any(t.kind is Kind.NAME for t in self.tokens[slice(*cue.subject)])
        return not (parted and named)

    def _finding(self, k: int, end: int) -> Found | None:
        """Read "shows a narrow lead", and all of "shows old boats, such as cutters, leak more"."""
        stop = objects.object_end(self.tokens, k, self.limit)
        words = " ".join(token.low for token in self.tokens[k : stop + 3])
        lists = ", including" in words or ", such as" in words
        return self._of([(k, end)], "finding") if lists else self._object("finding")
