"""Find what was said: the tokens that a reporting verb with its subject reports."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.rule_names import TOLD_TO
from qa.attribution.speech.contents import cue_context, extents, objects
from qa.attribution.speech.contents.asides import aside_end, is_going_on, is_speech_adjunct, past_however
from qa.attribution.speech.contents.clause_shape import (
    begins_clause,
    is_deed_at,
    only_tells_when,
    opens_adjunct,
    past_that,
)
from qa.attribution.speech.contents.deeds import says_nothing
from qa.attribution.speech.contents.extents import DASHES
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.contents.hearers import distant_that, leads_to_deed, skip_hearer, skip_sent
from qa.attribution.speech.contents.object_parts import ObjectParts
from qa.attribution.speech.contents.report_parts import QUOTING, STATING
from qa.attribution.speech.subjects import main_clause
from qa.attribution.speech.verbs.interrupting import quoted_after
from qa.attribution.speech.without_verbs.colons import colon_before_quote, skip_this
from qa.attribution.speech.without_verbs.described_sources import past_description
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.infinitives import is_infinitive
from qa.attribution.speech.words.single_words import is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import DETERMINERS, PREPOSITIONS
from qa.language.lexicon.reporting_nouns import MESSAGES
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.verb_classes import AGREEING, ANSWERING, FINDING, PENDING, REGARDING, SENDING

_ENDS = frozenset((".", "!", "?", ";", ")", "]", "…"))
_QUESTION_WORDS = frozenset("whether if how what why where who when which".split())
_RELATIVES = frozenset("who when where which".split())


def of_cue(tokens: Sequence[Token], cue: Cue, later: Sequence[Cue], floor: int) -> Found | None:
    """Return what one reporting verb reports.

    Args:
        later: Reporting verbs of the sentence after this one.
        floor: Tokens before this index belong to an earlier attribution.
    """
    return _Report(tokens, cue, later, floor).found()


class _Report(ObjectParts):
    def found(self) -> Found | None:
        tokens, cue = self.tokens, self.cue
        if cue.subordinate in ("if", "unless", "whether"):
            return None  # nobody has said it yet
        if says_nothing(tokens, cue, self.limit):
            return None
        if self.left is None and cue_context.left_open(tokens, cue):
            # `Quill wrote on X. “It leaks.”`, `Quill shrugs. “No.”`
            return self._with([], "agreed", open_end=True)
        if cue.subordinate == "as" and not cue.frames & {"say", "tell", "write", "about"}:
            return self._beside()
        left = self.left
        quoted_left = left is not None and tokens[left[1] - 1].kind is Kind.QUOTE and not self._is_stage()
        near = quoted_left and cue.how == "left" and self.frames & (QUOTING | {"aloud"})
        speech = left if near and left is not None and extents.ends_as_speech(tokens[left[1] - 1]) else None
        speech = None if speech is not None and self._starts_anew(speech) else speech
        adds_to = cue.verb.lemma == "add" and tokens[min(cue.end, self.limit - 1)].low == "to"
        if adds_to and speech is None and not (left and main_clause.has_main_verb(tokens, *left)):
            return None  # "the vote adds to the storm", "Ports: Dene, Hale and Harwick added to the list"
        if "about" in cue.frames and speech is None:
            return self._of([(cue.end + 1, objects.object_end(tokens, cue.end + 1, self.limit))], "about")
        if cue.how == "inverted":
            return self._inverted(quoted_left)
        hears = "tell" in self.frames or cue.verb.lemma == "ask"
        after = skip_hearer(tokens, cue.end, self.limit) if hears else cue.end
        if cue.verb.lemma == "ask" and (topic := objects.asked_about(tokens, cue.end, after, self.limit)):
            return self._of([topic], "about")
        if "tell" in self.frames and (that := distant_that(tokens, cue.end, self.limit)) is not None:
            after = that
        k = after
        # "promised to leave": after these verbs "to" leads to no place, and to a hearer only before "that".
        if not (self.frames & {"to", "order"} and leads_to_deed(tokens, after, self.limit)):
            k = extents.skip_adjuncts(tokens, after, self.limit, stop_at_to="to" in self.frames)
        if "say" in self.frames and k > after:
            k = skip_sent(tokens, k, self.limit)
        if (
            speech is None
            and "order" in self.frames
            and not cue_context.fosters(tokens, cue)
            and (demanded := objects.demand(tokens, cue, self.limit))
        ):
            return self._of([demanded], TOLD_TO)
        if speech is not None:
            goes_on = extents.continued_quote(tokens, k, self.limit)
            return self._of([speech, *goes_on], "quote-left-of-cue")
        if self._only_quotes(k):
            k += 1
        if self._leads_to_speech(k):
            return self._of([(k + 1, self._quote_end(k + 1))], "quote-right")
        if k >= self.limit or tokens[k].low in _ENDS or (tokens[k].low in DASHES and k + 1 >= self.limit):
            # "Marsh writes about rivers" stands below an article of his.
            for_living = cue.verb.lemma == "write" and cue.verb.form == "present"
            return (self._about() if left is None and not for_living else None) or self._before()
        token = tokens[k]
        colon = skip_this(tokens, k, self.limit)
        if tokens[colon].low == ":":
            return self._colon(colon)
        manner = "quote" in self.frames and not cue.subordinate and cue.verb.lemma != "read"
        if (
            self.frames & {"say", "tell"}
            or manner
            or (cue.verb.lemma == "write" and token.low in PREPOSITIONS)
        ):
            at = colon_before_quote(tokens, k, self.limit)
            if at:
                return self._colon(at)
        if token.low == "with" and (at := self._quoted_after_with(k)):
            return self._of([(at, extents.quote_end(tokens, at, self.limit))], "quote-right")
        if token.low == ",":
            return self._comma(k)
        if token.kind is Kind.QUOTE and left is not None and cue.how == "left" and self._names_stage(k):
            return self._before()
        if token.kind is Kind.QUOTE and self.frames & QUOTING:
            return self._of([(k, self._quote_end(k))], "quote-right")
        if self._is_adjunct(k):
            return self._before()
        return self._that(after, k) or self._about() or self._frame(after, k)

    def _before(self) -> Found | None:
        cue = self.cue
        if self.left is not None and cue.how == "left" and self.frames & STATING:
            return self._of([self.left], "clause-before") if self._says_something(*self.left) else None
        if cue.verb.lemma in AGREEING and cue_context.is_plain(self.tokens, cue):
            return self._with([], "agreed", open_end=True)  # `Quill agreed. "It is too dear."`
        claim = cue_context.denied_claim(self.tokens, cue)
        return self._with([claim], "denied-claim") if claim is not None else None

    def _inverted(self, quoted_left: bool) -> Found | None:
        if self.left is None:
            return None
        if quoted_left:
            goes_on = extents.continued_quote(self.tokens, self.cue.end, self.limit)
            return self._of([self.left, *goes_on], "quote-inverted")
        if self.left[1] == 1 and (at := colon_before_quote(self.tokens, self.cue.end, self.limit)):
            return self._colon(at)
        if self.frames & {"say", "write"} and (
            self._only_introduces() or self._goes_on() or self._hangs_on_rest()
        ):
            begin = past_description(self.tokens, self.cue.subject or self.left, self.cue.end) + 1
            rest = extents.until_comma(self.tokens, begin, self.limit)
            # `Additionally, said Marsh, “it leaks.”`
            links = self.left[1] - self.left[0] == 1 and self.tokens[self.cue.end + 1].kind is Kind.QUOTE
            before = [] if links else [self.left]
            return self._of([*before, (begin, rest)], "interrupted")
        # Of beliefs and findings: "The levee is low, finds a study"
        if self.frames & {"say", "write", "think"} and (
            main_clause.has_main_verb(self.tokens, *self.left)
            or self.left[1] - self.left[0] > 4
            or any(
                t.low.endswith("ed") or is_verb_like(t) for t in self.tokens[self.left[0] + 1 : self.left[1]]
            )
            or any(token.kind is Kind.QUOTE for token in self.tokens[slice(*self.left)])
            or begins_clause(self.tokens, *self.left)
        ):
            quoted = quoted_after(self.tokens, self.cue.subject or self.left, self.limit)
            return self._of([self.left, *quoted], "interrupted" if quoted else "clause-inverted")
        return None

    def _comma(self, k: int) -> Found | None:
        """Read a comma after the verb: `he said, "Yes"`, `A, he said, B`, `he said, however, that C`."""
        tokens = self.tokens
        if k + 1 >= self.limit:
            leads = k + 1 == len(tokens) and self.left is None and self.frames & {"say", "write", "tell"}
            return self._with([], "lead-in", open_end=True) if leads else self._before()
        following = tokens[k + 1]
        if self._quotes(following):
            return self._of([(k + 1, self._quote_end(k + 1))], "quote-right")
        states = self.frames & STATING or is_going_on(tokens, self.cue, k)
        aside = past_however(tokens, k, self.limit)
        if self.left is not None and self.cue.how == "left" and states:
            breaks_off = extents.breaks_off(tokens, k + 1, self.limit) and not self._lacks_verb(following)
            # But after "By contrast, she said," all that was said follows.
            plain = k == self.cue.end and following.low not in VERBS and self.frames & {"say", "write"}
            if breaks_off and not (plain and not self._says_something(*self.left)):
                return self._quoted_after_but(k) or self._before()
            goes_on = (aside or k + 1, extents.clause_end(tokens, k + 1, self.limit, self.cue))
            if self._leads_in(*self.left, following):
                return self._of([goes_on], "bare-clause")
            return self._of([self.left, goes_on], "interrupted")
        that = (aside or following.low == "that") and self.cue.how != "participle"
        if that and self.frames & {"say", "tell"}:
            return self._of([(aside or k + 2, self.limit)], "that-clause")
        beside = following.low == "as" and k + 2 < self.limit and is_finite(tokens[k + 2])
        if beside:  # "warned, as did the union, that C"
            close = extents.until_comma(tokens, k + 2, self.limit)
            if close + 2 < self.limit and tokens[close + 1].low == "that":
                return self._of([(close + 2, self.limit)], "that-clause")
        if self.cue.subordinate == "as" and self.frames & {"say", "tell", "write"}:
            if self.cue.modal or main_clause.has_main_verb(tokens, 0, max(self.cue.clause - 1, 0)):
                return None  # "As Quill can tell you": she has not; "It leaks, as Quill said, near Dene"
            return self._of([(k + 1, self.limit)], "as-said")
        if tokens[self.limit - 1].low == ":" and self.frames & {"say", "tell", "write"}:
            return self._with([], "lead-in", open_end=True)
        return self._after_aside(k) or self._after_adjunct(k)

    def _after_aside(self, k: int) -> Found | None:
        """Read on after an aside between two commas: "said, among other things, that C"."""
        tokens = self.tokens
        close = aside_end(tokens, k, self.limit) if self.left is None else 0
        if not close:
            return None
        at = close + 1
        if tokens[at].kind is Kind.QUOTE and self.frames & {"say", "tell", "write"}:
            return self._of([(at, extents.quote_end(tokens, at, self.limit))], "quote-right")
        if found := self._that(at, at):
            return found
        if "say" in self.frames and not self.cue.subordinate and begins_clause(tokens, at, self.limit):
            return self._of([(at, self.limit)], "bare-clause")  # "Quill says, at present, the levee holds"
        if "object" in self.frames and tokens[at].low in DETERMINERS:
            return self._of([(at, objects.object_end(tokens, at, self.limit))], "object")
        return None

    def _that(self, after: int, k: int) -> Found | None:
        """Find content that a word introduces: that, to, whether."""
        low = self.tokens[k].low
        end = extents.clause_end(self.tokens, k, self.limit, self.cue)
        relative = "tell" in self.frames or k > self.cue.end
        if low == "that" and relative and k + 1 < end and is_deed_at(self.tokens, k + 1, end):
            return None  # "told the board of a boat that sank", "adds to the storm that has begun"
        if low == "that" and self.cue.subordinate == "as" and self.tokens[k - 1].low in ("and", "but"):
            return None  # "said that C, as the Post reported Monday, and that D" has no D of the Post's
        if low == "that" and (self._answers_noun(k) or only_tells_when(self.tokens, k + 1, end)):
            return None  # "She wrote that well before the vote"
        if low == "that" and self.frames & {"say", "tell", "think", "write", "ask", "that"}:
            spoken = self.frames & {"say", "tell", "write"} or self.frames >= {"that", "quote"}
            return self._of([(past_that(self.tokens, k), end)], "that-clause" if spoken else "think-that")
        negated = low == "not" and k + 1 < self.limit and self.tokens[k + 1].low == "to"
        if (low == "to" or negated) and "to" in self.frames and not self._narrows():
            return self._of([(k, objects.predicate_end(self.tokens, k, end))], "to-infinitive")
        if (
            low == "to"
            and after != self.cue.end
            and "tell" in self.frames
            and is_infinitive(self.tokens, k, end)
        ):
            return self._of([(k, objects.predicate_end(self.tokens, k, end))], TOLD_TO)
        if low in _RELATIVES and k > after and not objects.asks_after_time(self.tokens, after, k):
            return None  # "spoke of the fees in the port where she works": what only says which port, or when
        asks = low in _QUESTION_WORDS and self.frames & {"say", "tell", "ask", "think"}
        return self._of([(k, end)], "wh-clause") if asks and not self._finds_thing(k, end) else None

    def _frame(self, after: int, k: int) -> Found | None:
        """Find content that nothing introduces: a clause, an object, a name that is given."""
        tokens, cue, frames = self.tokens, self.cue, self.frames
        end = extents.clause_end(tokens, k, self.limit, cue)
        if cue.verb.lemma == "call" and tokens[k].low in ("for", "on", "upon") and k + 1 < self.limit:
            return self._of([(k + 1, objects.predicate_end(tokens, k + 1, end))], "call-for")
        if cue.verb.lemma == "describe" and tokens[-1].low == ":" and self.limit == len(tokens):
            return self._with([], "lead-in", open_end=True)  # "Quill described what came next:"
        if "call" in frames and cue.verb.lemma != "dismiss":
            return self._called(end)
        heard = after != cue.end
        told = "tell" in frames and heard and tokens[k].low != "that"
        if "say" in frames or told:
            start = after if after < k and not is_speech_adjunct(tokens, after, k) else k
            if heard and opens_adjunct(tokens, start, end):
                return None  # "advised a longer dyke before the mayor left": no dyke heard it
            if cue.verb.lemma in ANSWERING and tokens[after].low == "to":
                return None  # "replied to a question after traders said C"
            within = cue.clause > 0 and tokens[cue.clause - 1].low in ("which", "who", "that")
            if is_finite(tokens[start]) and within:
                # "The levee, which the board said was safe, broke"
                return self._of([(start, extents.until_comma(tokens, start, end))], "bare-clause")
            if self._is_clause(start, end):
                return None if self._scores(start, end) else self._of([(start, end)], "bare-clause")
            leads = tokens[self.limit - 1].low == ":" or tokens[self.limit - 2].low == "following"
            if leads and self.limit == len(tokens):
                return self._with([], "lead-in", open_end=True)
            if "object" in frames or cue_context.reports_deed_or_count(tokens, cue, start):
                return self._object("object-say")
            sent = cue.verb.lemma in SENDING and cue_context.is_plain(self.tokens, cue)
            if sent and end == self.limit and tokens[end - 2].low in MESSAGES:
                return self._with([], "agreed", open_end=True)  # `Quill tweeted a warning. "Stay away."`
            if cue.verb.lemma != "say" or objects.is_pronoun_only(tokens, start, end):
                return None
            return self._of([(start, end)], "bare-fragment")
        if cue.verb.lemma in REGARDING and (at := objects.taken_as(tokens, k, end)) is not None:
            return self._of([(k, at)], "call-as")
        clause = "think" in frames and tokens[k].low not in ("off", "up") and not self._finds_thing(k, end)
        if clause and begins_clause(tokens, k, end):
            return self._of([(k, end)], "think-clause")
        if cue.verb.lemma in FINDING and cue_context.is_survey(tokens, cue):
            return self._finding(k, end)
        pending = cue.verb.lemma in PENDING and cue.verb.form == "ing" and cue.how == "left"
        if ("object" in frames or pending) and cue.end < self.limit:
            return self._object("object")
        return None
