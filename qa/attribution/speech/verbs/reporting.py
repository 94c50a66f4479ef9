"""Find the reporting verbs of a sentence, each with its words and its subject."""

from __future__ import annotations

from collections.abc import Sequence, Set

from qa.attribution.speech.contents.borders import has_quotes
from qa.attribution.speech.contents.extents import is_full
from qa.attribution.speech.verbs.attaching import attach
from qa.attribution.speech.words.groups import Cue, collect
from qa.attribution.speech.words.phrases import phrase_after
from qa.attribution.speech.words.single_words import is_adverb, is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import AUXILIARIES, CONJUNCTIONS, HEARERS, PERSONAL
from qa.language.lexicon.reporting_verbs import PARTICLED, VERBS, WITH_PREPOSITION, Verb
from qa.language.lexicon.verb_classes import WHEN_ASKED

_WORDS = frozenset(PARTICLED) | frozenset(VERBS) | frozenset(WITH_PREPOSITION)
_NONE = frozenset[str]()
_ABOUT = frozenset(("about",))
_QUOTE = frozenset(("quote",))
_SAYING = frozenset(("say", "tell"))
_SAID = frozenset(("said", "says"))
_ASKS = frozenset("what how whether if why who when where which".split())
_SHORT = frozenset("d ll s m re ve".split())
_BEFORE_LINKS = frozenset("instead again often once too".split())


def find(tokens: Sequence[Token], *, title_case: bool = False) -> list[Cue]:
    """Return the reporting verbs of a sentence that have a subject, from left to right."""
    found: list[Cue] = []
    quotes = has_quotes(tokens)
    for i, token in enumerate(tokens):
        spoken = quotes and _ends_with_deed(tokens, i)
        if (token.low not in _WORDS and not spoken) or token.kind > Kind.NAME:
            continue
        if token.kind is Kind.NAME and not (title_case or _has_capital_from_place(tokens, i)):
            continue
        verb, end = _verb(tokens, i, quotes=quotes)
        if spoken and (verb is None or verb.frames <= {"object"}):
            verb, end = Verb(token.low, "past", _QUOTE), i + 1
        cue = collect(tokens, i, verb, end, title_case=title_case) if verb is not None else None
        if cue is not None and attach(tokens, cue, found) and not _is_asked(tokens, cue):
            found.append(cue)
    return found


def _ends_with_deed(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether only who speaks parts a verb from a quotation, so that it is one of speech: `“Yes,” she beamed.`"""
    closes = at + 1 >= len(tokens) or tokens[at + 1].low in (".", ",")
    if at < 2 or not closes or not tokens[at].low.endswith("ed"):
        return False
    who = at - 1
    if tokens[who].low not in ("he", "she"):
        while who > 1 and tokens[who].kind is tokens[who - 1].kind is Kind.NAME:
            who -= 1  # `“Yes,” Ada Quill beamed.`
        if who != 1 or tokens[who].kind is not Kind.NAME or not is_full(tokens[0]):
            return False
    quoted = tokens[who - 1]
    return tokens[at].kind is Kind.WORD and quoted.kind is Kind.QUOTE and "," in quoted.low[-2:]


def _is_asked(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether a question asks if something was said: "Was he suggesting that the levee leaks?".

    "Asked what he thought when it broke, Quill said" asks so too.
    """
    if tokens[0].low in WHEN_ASKED and cue.subject is not None and tokens[1].low in _ASKS:
        return cue.subject == (2, 3) and tokens[2].low in PERSONAL and cue.how == "left"
    first = cue.subject[0] if cue.subject is not None else 0
    asks = bool(first) and tokens[-1].low == "?" and tokens[first - 1].low in AUXILIARIES
    if not asks or cue.subject is None or cue.subject[1] != cue.group or cue.how == "relative":
        return False
    if cue.frames.isdisjoint(_SAYING):
        return False  # "Has he called for a vote?" is not on his words
    head = tokens[cue.subject[1] - 1]
    if head.kind is not Kind.NAME and head.low not in ("he", "she"):
        return False
    return first == 1 or tokens[first - 2].low in CONJUNCTIONS or tokens[first - 2].low in (",", ":", ";")


def _has_capital_from_place(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word begins a sentence, or follows a full stop that was taken for one: "in the U.S., Said"."""
    if at == 0 or tokens[at - 1].kind is Kind.QUOTE:
        return True
    before = tokens[at - 2] if tokens[at - 1].low == "," and at > 1 else tokens[at - 1]
    stopped = before.kind is Kind.NAME and before.end - before.start > len(before.low) and "." in before.low
    return stopped and tokens[at].low in _SAID


def _verb(tokens: Sequence[Token], at: int, *, quotes: bool) -> tuple[Verb | None, int]:
    """Return the verb that stands at a place, and where the words end that make it one of speech."""
    low = tokens[at].low
    for particle, verb, links in PARTICLED.get(low, ()):
        end = at + 1 + len(particle)
        if tuple(token.low for token in tokens[at + 1 : end]) == particle:
            reporting, end = _reporting(verb, links, tokens, end, quotes=quotes)
            if reporting is not None:
                return reporting, end
    if low in WITH_PREPOSITION:
        verb, links = WITH_PREPOSITION[low]
        return _reporting(VERBS.get(low, verb), links, tokens, at + 1, quotes=quotes)
    return _reporting(VERBS[low], _NONE, tokens, at + 1, quotes=quotes) if low in VERBS else (None, at + 1)


def _reporting(
    verb: Verb, links: Set[str], tokens: Sequence[Token], at: int, *, quotes: bool
) -> tuple[Verb | None, int]:
    """Keep the frames that a verb can have here, and return where its words end; None where it reports nothing.

    "Determined that" reports and "determined the price" does not.
    """
    frames = verb.frames
    if "that" in frames and not _has_that(tokens, at):
        # "Quill confessed she would leave"
        said = frozenset(("say" if "quote" in frames else "think",)) if _is_clause(tokens, at) else _NONE
        frames = frames - {"that"} | said
    if frames <= {"quote"} and links and (link := _link(tokens, at, links)) is not None:
        return verb._replace(frames=_ABOUT | frames if quotes else _ABOUT), link
    return (verb._replace(frames=frames) if frames else None), at


def _has_that(tokens: Sequence[Token], at: int) -> bool:
    if at + 1 < len(tokens) and tokens[at].low == "to":
        heard = phrase_after(tokens, at + 1)  # "confided to a friend that", "confided to her that"
        at = at + 2 if tokens[at + 1].low in HEARERS else heard[1] if heard is not None else at
    # "Underlined that by saying so" has it as its object.
    return at + 1 < len(tokens) and tokens[at].low == "that" and tokens[at + 1].low != "by"


def _is_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a clause begins by its pronoun: "she would leave", "they'd left"."""
    if at + 1 >= len(tokens) or tokens[at].low not in ("he", "she", "they", "i"):
        return False
    verb = tokens[at + 1]
    return is_finite(verb) or is_verb_like(verb) or (verb.kind is Kind.SUFFIX and verb.low[1:] in _SHORT)


def _link(tokens: Sequence[Token], at: int, links: Set[str]) -> int | None:
    """Return where the preposition of a verb with a particle stands: "spoke out Tuesday about", "in favour of"."""
    end = at
    while end < len(tokens) and (
        tokens[end].low in _BEFORE_LINKS or is_adverb(tokens[end]) or _is_when(tokens, end)
    ):
        end += 1
    if end < len(tokens) and tokens[end].low in links:
        return end
    favours = [token.low for token in tokens[end : end + 3]] in (
        ["in", "favor", "of"],
        ["in", "favour", "of"],
    )
    return end + 2 if favours and "against" in links else None


def _is_when(tokens: Sequence[Token], at: int) -> bool:
    on_a_day = tokens[at].low == "on" and at + 1 < len(tokens) and tokens[at + 1].low in TIMES
    return on_a_day or tokens[at].low in TIMES
