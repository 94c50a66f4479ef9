"""Find attributions whose verb has another subject than the speaker: "in the words of X", "described by X as"."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.extents import Range, is_full
from qa.attribution.speech.contents.found import Found
from qa.attribution.speech.contents.objects import predicate_end
from qa.attribution.speech.without_verbs.judgements import JUDGED, judged_by
from qa.attribution.speech.without_verbs.nouns import owner_of
from qa.attribution.speech.words.infinitives import is_infinitive
from qa.attribution.speech.words.phrases import phrase_after, phrase_before
from qa.attribution.speech.words.single_words import is_adverb, is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.function_words import ADVERBS, BE
from qa.language.lexicon.reporting_nouns import ANSWERS, REASONS
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.verb_classes import PUTS, TELLING

IS = frozenset("is was".split())
PASSIVE = frozenset(
    form
    for form, verb in VERBS.items()
    if verb.form == "past" and verb.frames & {"call", "tell", "ask", "order"}
)
BEGIN = PASSIVE | JUDGED | IS | {"words"}
"""The words at which `wording` may find something."""
_LONGEST = 16
ASKED_BY = "asked-by"
_ASKED = frozenset("whether if why how what when where who".split())
"""What a reported question begins with: "was asked by the host whether it leaks"."""


def wording(tokens: Sequence[Token], at: int, *, quotes: bool) -> Found | None:
    """Return what the word at `at`, one of `BEGIN`, attributes; `quotes`: the sentence holds a quotation."""
    low = tokens[at].low
    if low in PASSIVE and (found := passive(tokens, at)) is not None:
        return found
    if low in JUDGED:
        return judged_by(tokens, at)
    if low in PASSIVE:
        return None
    if not quotes:
        return None
    return in_words_of(tokens, at) if low == "words" else answer_is(tokens, at)


def in_words_of(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of "in the words of X, Q", "Q, in the words of X" or "in X's words: Q"."""
    named: Range | None
    if at + 2 < len(tokens) and tokens[at + 1].low == "of":
        named = phrase_after(tokens, at + 2)
        first = at - 1 if tokens[at - 1].low == "the" else at
        end = named[1] if named is not None else at
    else:
        named, _ = owner_of(tokens, at)
        first, end = named[0] if named is not None else at, at + 1
    if named is None or first == 0 or tokens[first - 1].low != "in":
        return None
    cue = (at, at + 1)
    quote = end + 1 if end < len(tokens) and tokens[end].low in (",", ":") else end
    if quote < len(tokens) and tokens[quote].kind is Kind.QUOTE:
        return Found([(quote, quote + 1)], named, cue, "in-words", "words")
    quote = first - 3 if first >= 3 and tokens[first - 2].low == "," else first - 2
    if quote >= 0 and tokens[quote].kind is Kind.QUOTE:
        return Found([(quote, quote + 1)], named, cue, "in-words", "words")
    return None


def answer_is(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of "X's answer was blunt: Q", "Q was X's answer", "Q is how X puts it"; `at` on "is"."""
    if at == 0 or at + 1 >= len(tokens):
        return None
    left = at - 2 if at > 1 and tokens[at - 1].low == "," else at - 1
    if tokens[left].kind is Kind.QUOTE:
        return _after_quote(tokens, (left, left + 1), at)
    quote = at + 1
    while quote < min(len(tokens), at + 5) and tokens[quote].kind is Kind.WORD:
        quote += 1
    after_colon = quote + 1 < len(tokens) and tokens[quote].low == ":"
    if after_colon or (quote == at + 1 and quote + 1 < len(tokens) and tokens[quote].low == ","):
        quote += 1  # "His answer was, “No.”"
    if quote >= len(tokens) or tokens[quote].kind is not Kind.QUOTE:
        return None
    if not after_colon and (quote > at + 2 or not is_full(tokens[quote])):
        return None
    mention = _whose_answer(tokens, at)
    return (
        Found([(quote, quote + 1)], mention, (at, at + 1), "answer-is", "") if mention is not None else None
    )


def _after_quote(tokens: Sequence[Token], quote: Range, at: int) -> Found | None:
    cue = (at, at + 1)
    if tokens[at + 1].low == "how":
        verb = next((i for i in range(at + 3, min(len(tokens), at + 10)) if tokens[i].low in PUTS), None)
        named = phrase_before(tokens, verb) if verb is not None else None
        if verb is not None and named is not None and named[0] == at + 2:
            return Found([quote], named, (verb, verb + 1), "answer-is", "")
        return None
    for noun in range(at + 2, min(len(tokens), at + 10)):
        if tokens[noun].kind is Kind.MARK and tokens[noun].low != "-":
            break
        if tokens[noun].low in ANSWERS:
            mention, owner = owner_of(tokens, noun)
            begins = mention is not None and mention[0] == at + 1
            return Found([quote], mention, cue, "answer-is", "") if begins and owner else None
    return None


def _whose_answer(tokens: Sequence[Token], at: int) -> Range | None:
    """Return X in "X's answer (to them) was" and in "For X, the answer was"."""
    if tokens[0].low == "for":
        named = phrase_after(tokens, 1)
        if named is None or named[1] >= at or tokens[named[1]].low != ",":
            return None
        words = tokens[named[1] + 1 : at]
        plain = len(words) <= 3 and all(t.kind is Kind.WORD for t in words)
        return named if plain and words and words[-1].low in REASONS else None
    for noun in range(1, at):
        if tokens[noun].low in ANSWERS:
            between = tokens[noun + 1 : at]
            if len(between) > 6 or any(t.kind > Kind.NAME or is_finite(t) for t in between):
                return None
            mention, _ = owner_of(tokens, noun)
            begins = mention is not None and (
                mention[0] == 0 or tokens[mention[0] - 1].low in ("but", "and", ",")
            )
            return mention if begins else None
    return None


def passive(tokens: Sequence[Token], at: int) -> Found | None:
    """Return the attribution of "described by X as C", "called Q by X" or "was told by X that C", `at` on the verb."""
    verb = VERBS[tokens[at].low]
    before = at - 1
    while before >= 0 and (tokens[before].low in ADVERBS or is_adverb(tokens[before])):
        before -= 1
    if before >= 0 and tokens[before].low not in BE and tokens[before].kind is not Kind.MARK:
        return None
    cue = (at, at + 1)
    if at + 2 < len(tokens) and tokens[at + 1].low == "by":
        named = phrase_after(tokens, at + 2)
        if named is None or named[1] + 1 >= len(tokens):
            return None
        link, start = tokens[named[1]].low, named[1] + 1
        if verb.lemma == "ask" and link in _ASKED:
            return Found([(named[1], _end(tokens, start))], named, cue, ASKED_BY, verb.lemma)
        if verb.lemma in TELLING and link == "that":
            return Found([(start, _end(tokens, start))], named, cue, "passive", verb.lemma)
        if (
            "order" in verb.frames
            and "think" not in verb.frames
            and is_infinitive(tokens, named[1], len(tokens))
        ):
            return Found(
                [(named[1], predicate_end(tokens, start, _end(tokens, start)))],
                named,
                cue,
                "passive",
                verb.lemma,
            )
        end = predicate_end(tokens, start, _end(tokens, start))
        called = "call" in verb.frames and link == "as" and tokens[start].low != "saying"
        says = tokens[start].kind is Kind.QUOTE or end > start + 1
        return Found([(start, end)], named, cue, "passive", verb.lemma) if called and says else None
    if "call" not in verb.frames:
        return None
    start = at + 2 if at + 1 < len(tokens) and tokens[at + 1].low == "as" else at + 1
    for by in range(start + 1, min(len(tokens) - 1, start + _LONGEST)):
        if tokens[by].low == "by" and tokens[by - 1].kind is Kind.QUOTE:
            named = phrase_after(tokens, by + 1)
            if named is None or any(is_finite(t) for t in tokens[start:by]):
                return None
            if all(t.kind is not Kind.NAME for t in tokens[slice(*named)]):
                return None  # "called “The Long Road” by its publisher": a title
            return Found([(start, by)], named, cue, "passive", verb.lemma)
    return None


def _end(tokens: Sequence[Token], start: int) -> int:
    """Return where a sentence, or its part before a comma or semicolon, ends."""
    for i in range(start, len(tokens)):
        if tokens[i].low in (",", ";", ".", "!", "?"):
            return i
    return len(tokens)
