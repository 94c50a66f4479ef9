"""Hold a reporting verb with its sentence, and read the parts of what it reports."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents import borders, extents
from qa.attribution.speech.contents.asides import is_speech_adjunct
from qa.attribution.speech.contents.clause_shape import (
    begins_clause,
    goes_on_with_verb,
    is_introduction,
    is_verb_at,
    opens_with_subject,
)
from qa.attribution.speech.contents.cue_context import answers_noun
from qa.attribution.speech.contents.extents import Range
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.contents.polarity import polarity_of
from qa.attribution.speech.subjects import main_clause
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.single_words import is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import CONJUNCTIONS, DETERMINERS, PERSONAL, PREPOSITIONS
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.verb_classes import ANSWERING, RAISING, WHEN_ASKED

_WHEN = frozenset("after before when while as during at amid".split())
_HANGING = frozenset("when while as although though if once because since unless until".split())
_ON_STAGE = frozenset("on of in for".split())
_WORKS = frozenset(
    "book novel film movie documentary memoir song album essay column series show play".split()
)
_LONGEST_NAME = 3
_RELATIVES = frozenset("which who whose where".split())
_TITLED = frozenset("titled entitled headlined".split())
_OF_OBJECTS = frozenset(("object", "object-say", "call-as", "about", "wh-clause"))
STATING = frozenset("say write tell think".split())
QUOTING = STATING | {"quote", "ask"}


class ReportParts:
    """A reporting verb in its sentence, and the pieces from which its content is put together."""

    def __init__(self, tokens: Sequence[Token], cue: Cue, later: Sequence[Cue], floor: int) -> None:
        self.tokens = tokens
        self.cue = cue
        self.frames = cue.frames
        self.limit = borders.limit(tokens, cue, later)
        self.left = extents.left_content(tokens, cue, floor)
        if self._only_sets_scene():
            self.left = None

    def _of(self, parts: Sequence[Range], rule: str) -> Found | None:
        if rule in _OF_OBJECTS:
            pieces = [piece for part in parts for piece in _at_colon(self.tokens, part)]
            # "We asked the board why: “It leaks.”" is its answer.
            parts = pieces[: len(parts)] if self.cue.verb.lemma == "ask" else pieces
        kept = [trimmed for part in parts if (trimmed := extents.trim(self.tokens, part))]
        return self._with(kept, rule) if kept else None

    def _with(self, parts: list[Range], rule: str, *, open_end: bool = False) -> Found | None:
        cue = self.cue
        polarity = polarity_of(self.tokens, cue, parts)
        if polarity is None:
            return None
        words = (cue.verb_at, cue.verb_at + 1)
        return Found(parts, cue.subject, words, rule, cue.verb.lemma, polarity, open_end)

    def _colon(self, k: int) -> Found | None:
        if not self.frames & (QUOTING | {"call", "object", "aloud"}):
            return None
        if k + 1 >= self.limit:
            return self._with([], "lead-in", open_end=True)
        end = self.limit
        if extents.is_full(self.tokens[k + 1]):
            end = extents.quote_end(self.tokens, k + 1, self.limit)
        return self._of([(k + 1, end)], "colon")

    def _is_adjunct(self, k: int) -> bool:
        """Tell whether only when or where it was said follows: "The bridge is safe, she said after the vote"."""
        tokens, left = self.tokens, self.left
        if left is None or self.cue.how != "left" or not self.frames & STATING:
            return False
        if tokens[left[1] - 1].kind is Kind.QUOTE or is_introduction(tokens, *left):
            return False
        if tokens[left[1] - 1].low in _RELATIVES:
            return False  # "It fits the plan, which – as she noted – is old"
        adjunct = tokens[k].low in _WHEN or (k > self.cue.end and tokens[k].low in PREPOSITIONS)
        # "It depends on the board, she said — including its chair"
        adds = tokens[k].low in extents.DASHES and not self.frames.isdisjoint(("say", "tell"))
        adjunct = adjunct or (adds and not is_finite(tokens[k + 1]))
        # "..., she said in a note on the local paper Norvik Post": what is left of where it was said.
        placed = k > self.cue.end and tokens[self.cue.end].low in PREPOSITIONS and tokens[k].kind <= Kind.NAME
        placed = placed and all(t.kind is not Kind.QUOTE for t in tokens[k : self.limit])
        adjunct = adjunct or (placed and not begins_clause(tokens, k, self.limit))
        # "“They cut me off” in the spring, she added – a loss that hurt"
        return adjunct and (extents.is_full(tokens[left[0]]) or main_clause.has_main_verb(tokens, *left))

    def _quote_end(self, at: int) -> int:
        """Return where the content ends that begins with the quotation at a place."""
        end = extents.quote_end(self.tokens, at, self.limit)
        # "Shouted “Never!” at the mayor": such a verb reports what stands in the marks alone.
        return (
            next((i for i in range(at, end) if self.tokens[i].kind is not Kind.QUOTE), end)
            if self.frames == {"quote"}
            else end
        )

    def _quotes(self, token: Token) -> bool:
        """Tell whether a token after a comma is what the verb quotes: `She went on, “It leaks badly.”`"""
        aloud = "aloud" in self.frames and extents.is_full(token)
        return token.kind is Kind.QUOTE and (aloud or not self.frames.isdisjoint(QUOTING))

    def _answers_noun(self, that: int) -> bool:
        return answers_noun(self.tokens, self.cue, that)

    def _starts_anew(self, said: Range) -> bool:
        """Tell whether a quotation and its sentence are over: `“Who is there?” | Quill says there are boats`."""
        cue, last = self.cue, self.tokens[said[1] - 1].low[-1]
        whole = last in ".?!'’" and cue.verb.lemma == "say" and cue.verb_at + 1 == cue.end
        return whole and begins_clause(self.tokens, cue.end, self.limit)

    def _leads_to_speech(self, k: int) -> bool:
        """Tell whether a semicolon stands where a colon should: `Quill added; “It is true.”`."""
        if self.frames.isdisjoint(STATING) or k + 1 >= len(self.tokens) or self.tokens[k].low != ";":
            return False
        alone = self.left is None or not self._says_something(*self.left)
        return alone and extents.is_full(self.tokens[k + 1])

    def _only_quotes(self, k: int) -> bool:
        """Tell whether "only" stands before all that was said: `Brandt said only, “It went well.”`."""
        if k + 2 >= self.limit or self.tokens[k].low not in ("only", "just") or not self.frames & QUOTING:
            return False
        return self.tokens[k + 1].low in (",", ":") and self.tokens[k + 2].kind is Kind.QUOTE

    def _quoted_after_with(self, k: int) -> int:
        """Return where the quotation stands in `answered her with, “Not today”`; 0 in other sentences."""
        at = k + 2 if k + 2 < self.limit and self.tokens[k + 1].low == "," else k + 1
        quotes = at < self.limit and self.tokens[at].kind is Kind.QUOTE
        return at if quotes and self.cue.verb.lemma in ANSWERING else 0

    def _quoted_after_but(self, k: int) -> Found | None:
        """Read on at a comma: `Nobody was charged, Quill said, but “I want to stress that this has just begun.”`."""
        quoted = (
            extents.continued_quote(self.tokens, k, self.limit) if self.tokens[k + 1].low == "but" else []
        )
        return self._of([self.left, *quoted], "interrupted") if self.left is not None and quoted else None

    def _is_clause(self, start: int, end: int) -> bool:
        # "told the crew | she understood it": whatever the verb is, her pronoun is its subject.
        by_pronoun = self.tokens[start].low in PERSONAL and self.tokens[start].kind is Kind.WORD
        if self.cue.verb.lemma in RAISING and not by_pronoun:
            return extents.has_clause(self.tokens, start, end)
        return begins_clause(self.tokens, start, end)

    def _lacks_verb(self, following: Token) -> bool:
        """Tell whether a verb goes on with the noun before the speaker: "The plan, Quill said, | offers a way out"."""
        verb, left = VERBS.get(following.low), self.left
        if left is None or verb is None or verb.form not in ("past", "present"):
            return False
        noun = self.tokens[slice(*left)]
        return not any(is_finite(t) or is_verb_like(t) or t.kind is Kind.QUOTE for t in noun)

    def _names_stage(self, k: int) -> bool:
        """Tell whether a quotation after the verb's adjunct is a title: "It leaks, she said on the show “Tide.”"."""
        return k > self.cue.end + 1 and k + 1 >= self.limit - 1 and not extents.is_full(self.tokens[k])

    def _is_stage(self) -> bool:
        """Tell whether a quotation before the subject names where it was said: "On “The Tide,” Quill said she paid"."""
        at = self.cue.clause - 1
        while at > 0 and self.tokens[at].kind is not Kind.QUOTE:
            at -= 1
        title = self.tokens[at].low[1].isupper() and self.tokens[at - 1].low in _ON_STAGE
        return title and self.cue.how == "left" and begins_clause(self.tokens, self.cue.end, self.limit)

    def _only_sets_scene(self) -> bool:
        """Tell whether what stands before the subject is no speech: "In his book “The Tide,” Quill writes of her".

        Nor is `When asked about “the tide,” Quill said that it is late`, where all that was said follows.
        """
        tokens, left, after = self.tokens, self.left, self.cue.end
        if left is None or self.cue.how != "left":
            return False
        if left[1] > 1 and tokens[left[1] - 2].low in _TITLED:
            return True  # "In a letter titled “The Tide,” Quill states the following:"
        if tokens[left[0]].kind is Kind.QUOTE:
            return False
        quote = tokens[left[1] - 1]
        if quote.kind is not Kind.QUOTE or after >= self.limit or tokens[after].kind >= Kind.MARK:
            return False
        first = tokens[left[0] + (tokens[left[0]].low in CONJUNCTIONS | {"("})].low
        named = any(token.low in _WORKS for token in tokens[max(left[0], left[1] - 3) : left[1] - 1])
        work = named and first in ("in", "on")
        if work and (quote.low[1].isupper() or quote.low[1].isdigit()):
            return True
        # `And as for the seven “millers,” Quill said that she did not know them`
        placed = first in PREPOSITIONS | {"as"} and not extents.is_full(quote)
        if placed and (tokens[after].low == "that" or begins_clause(tokens, after, self.limit)):
            return True  # `In a letter to the "port community," Quill said she would leave`
        asked = first in ("when", "while", "after", "before", "though", "although")
        return asked and tokens[after].low == "that" and begins_clause(tokens, after + 1, self.limit)

    def _opens_with_deed(self, start: int, end: int) -> bool:
        """Tell whether tokens before a comma only lead in: "Pressed whether she will run, | Quill said, it is late"."""
        words = self.tokens[start:end]
        if any(token.kind is Kind.QUOTE for token in words):
            return False
        deed = words[0].low.endswith("ing") and words[0].low not in PREPOSITIONS
        deed = (
            deed
            and not any(is_finite(token) for token in words)
            and not opens_with_subject(self.tokens, start, end)
        )
        return deed or words[0].low in WHEN_ASKED

    def _leads_in(self, start: int, end: int, following: Token) -> bool:
        """Tell whether only what follows who said it was said: "Asked if it leaks, Quill said, she denied it".

        In "Quill has a camera, which, she said, scares gulls" she does not say that she has one.
        """
        deed = self._opens_with_deed(start, end) and not (is_finite(following) or is_verb_like(following))
        return deed or self.tokens[end - 1].low in _RELATIVES

    def _says_something(self, start: int, end: int) -> bool:
        """Tell whether tokens before a comma are a clause, and neither an introduction nor a name alone."""
        words = self.tokens[start:end]
        if self._opens_with_deed(start, end):
            return False
        name = len(words) <= _LONGEST_NAME and all(t.kind is Kind.NAME for t in words)
        if is_introduction(self.tokens, start, end) and words[-1].kind is not Kind.QUOTE:
            # "For all the challenges of the job"
            return any(
                is_verb_at(self.tokens, i) and self.tokens[i - 1].low not in DETERMINERS
                for i in range(start + 1, end)
            )
        return not name

    def _goes_on(self) -> bool:
        """Tell whether what was said goes on with its verb: "The contrast, said Marsh, would be clear"."""
        tokens, end, left = self.tokens, self.cue.end, self.left
        if left is None or end + 1 >= self.limit or tokens[end].low != ",":
            return False
        speaker = self.cue.subject or left
        goes_on = goes_on_with_verb(tokens, speaker, self.cue.group, end + 1)
        return goes_on and not main_clause.has_main_verb(tokens, *left)

    def _after_adjunct(self, k: int) -> Found | None:
        """Read on at the comma after when or where it is so: "Quill said during his time, | builders earned less"."""
        cue, tokens = self.cue, self.tokens
        alone = self.left is None and cue.how == "left" and not cue.subordinate and cue.verb.lemma == "say"
        if not (alone and cue.end < k) or tokens[cue.end].low not in PREPOSITIONS - {"to"}:
            return None  # "said to me in anger, I would leave"
        if tokens[k + 1].low == "that":
            return self._of([(k + 2, self.limit)], "that-clause")
        if tokens[k + 1].low in _RELATIVES or not begins_clause(tokens, k + 1, self.limit):
            return None
        begin = k + 1 if is_speech_adjunct(tokens, cue.end, k) else cue.end
        return self._of([(begin, self.limit)], "bare-clause")

    def _hangs_on_rest(self) -> bool:
        """Tell whether a clause before the verb hangs on what follows: "When it rains, says Marsh, the levee leaks"."""
        tokens, end, left = self.tokens, self.cue.end, self.left
        if left is None or end + 2 >= self.limit or tokens[end].low != ",":
            return False
        opens = tokens[left[0]].low in _HANGING and all(t.low != "," for t in tokens[slice(*left)])
        quoted = tokens[end + 1].low in DETERMINERS and tokens[end + 2].kind is Kind.QUOTE
        return opens and (quoted or begins_clause(tokens, end + 1, self.limit))

    def _only_introduces(self) -> bool:
        """Tell whether all that was said follows: "As a result, says the board, the levee will leak"."""
        comma = self.cue.end < self.limit and self.tokens[self.cue.end].low == ","
        return comma and self.left is not None and not self._says_something(*self.left)


def _at_colon(tokens: Sequence[Token], part: Range) -> list[Range]:
    """Part what a verb has as its object from the quotation it leads to: "described the storm: “We ran from it.”"."""
    start, end = part
    for i in range(start + 1, end - 1):
        if tokens[i].low == ":" and all(t.kind in (Kind.QUOTE, Kind.MARK) for t in tokens[i + 1 : end]):
            led = VERBS.get(tokens[i - 1].low)  # "echoed the board saying: “It leaks.”"
            last = i - 1 if led is not None and led.form == "ing" else i
            return [(start, last), (i + 1, end)] if extents.is_full(tokens[i + 1]) else [part]
    return [part]
