"""Find who speaks after a verb, `"Yes," said Ada Quill last week`, and tell what may follow there."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.contents.asides import closes_aside
from qa.attribution.speech.contents.clause_shape import begins_clause
from qa.attribution.speech.subjects import main_clause
from qa.attribution.speech.subjects.role_and_name import with_name
from qa.attribution.speech.subjects.subjects import is_none
from qa.attribution.speech.subjects.whole_subjects import before_quoting_description
from qa.attribution.speech.verbs.interrupting import interrupts
from qa.attribution.speech.words.groups import Cue
from qa.attribution.speech.words.phrases import Phrase, phrase_after
from qa.attribution.speech.words.single_words import is_adverb, is_finite, is_verb_like
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import SPANS, TIMES
from qa.language.lexicon.function_words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    PLURALS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from qa.language.lexicon.offices import JOBS
from qa.language.lexicon.reporting_nouns import PUBLICATIONS
from qa.language.lexicon.roles import ANY_ROLE, HUMAN
from qa.language.lexicon.verb_classes import FINDING, WHEN_ASKED

_WHEN = frozenset("last next late early earlier later back".split())
_MOST_BEFORE = 3
"""Words that may stand before a span of time: "a couple of weeks ago"."""
_WHERE = frozenset("in at on to with during after before".split())
_ON = frozenset("about regarding concerning".split())
_OWN = frozenset("his her their its a an".split())
_GOES_ON = PREPOSITIONS | DETERMINERS | SUBJECT_PRONOUNS
_DESCRIBES = DETERMINERS | {"who", "whose"}
_LONGEST_NAME = 7
_FOLLOW = frozenset("who when as while and".split())
_RELATIVE = frozenset("whose whom where which".split())
"""What begins words on who spoke, after a quotation: `“It leaks,” said a rower whose boat was lost`."""


def subject_after(tokens: Sequence[Token], start: int) -> Phrase | None:
    """Return the noun phrase after a verb, without the time or the deed that follows a name: "Quill last week"."""
    found = phrase_after(tokens, start)
    if found is None or _is_when(tokens, found[0]):
        return None  # "its plan, announced last week, will fail"
    found = found[0], _second_role_end(tokens, found)
    for i in range(found[0] + 1, found[1]):
        following = tokens[i + 1].low if i + 1 < len(tokens) else ""
        doing = tokens[i].low.endswith("ing") and following in _GOES_ON
        if tokens[i - 1].low in HUMAN and doing:
            return found[0], i  # "says a woman carrying a net"
        if tokens[i - 1].kind is not Kind.NAME or tokens[i].kind is not Kind.WORD:
            continue
        if tokens[i].low in _WHERE and i + 1 < len(tokens) and _is_no_part_of_name(tokens[i + 1]):
            return found[0], i
        if tokens[i].low in _WHEN or doing or tokens[i].low in _ON:
            return found[0], i  # "said Quill about the book she writes", "said Quill regarding Brandt's book"
    return found


def _is_when(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether nothing but a time begins at a place: "last week", but not "late mayor Tom Brandt"."""
    if tokens[at].kind is not Kind.WORD or tokens[at].low not in _WHEN:
        return False
    after, owner = ([*tokens[at + 1 : at + 3], None, None])[:2]
    timed = after is None or after.low in SPANS | PREPOSITIONS
    return timed and (owner is None or owner.kind is not Kind.SUFFIX)


def _second_role_end(tokens: Sequence[Token], found: Phrase) -> int:
    """Return where a phrase ends with a second role and the name: "port engineer and Herald columnist | Ada Quill"."""
    first, end = found
    one = tokens[first].low not in DETERMINERS and tokens[end - 1].low in ANY_ROLE | HUMAN | JOBS
    if not one or end + 3 >= len(tokens) or tokens[end].low != "and":
        return end
    second = phrase_after(tokens, end + 1)
    words = tokens[slice(*second)] if second is not None else []
    named = len(words) > 2 and words[-1].kind is words[-2].kind is Kind.NAME and words[-3].kind is Kind.WORD
    return second[1] if second is not None and named else end


def _is_no_part_of_name(token: Token) -> bool:
    """Tell whether a word after "in" shows that it says where or when: "in his book", "at 6.15am"."""
    return token.low in _OWN or (token.kind is Kind.NUMBER and token.low[-1] == "m")


def may_follow(tokens: Sequence[Token], end: int, *, quoted: bool) -> bool:
    """Tell whether what stands at `end` may follow who spoke, so that the phrase before it is whole.

    Args:
        quoted: Whether a quotation stands before the verb.
    """
    if end >= len(tokens):
        return True
    after = tokens[end]
    if after.kind in (Kind.MARK, Kind.QUOTE) or after.low in PREPOSITIONS | TIMES | _FOLLOW | _ON:
        return True
    if not quoted:
        return False
    # "says a source involved in it"
    return after.low in _RELATIVE or is_verb_like(after) or _is_time(tokens, end) or _is_manner(tokens, end)


def _is_time(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a time begins: "this summer", "two weeks ago", "the next day", "back in May"."""
    if tokens[at].low in _WHEN:
        return True
    if tokens[at].low not in DETERMINERS and tokens[at].kind is not Kind.NUMBER:
        return False
    for token in tokens[at + 1 : at + 2 + _MOST_BEFORE]:
        if token.low in SPANS:
            return True
        if token.kind not in (Kind.WORD, Kind.NUMBER) or is_finite(token):
            return False
    return False


def _is_manner(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether an adverb or "laughing at it" follows, and no clause whose subject the phrase before would be."""
    token = tokens[at]
    deed = token.kind is Kind.WORD and token.low.endswith("ing")
    if not deed and token.low not in ADVERBS and not is_adverb(token):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is None or after.kind in (Kind.MARK, Kind.QUOTE):
        return True
    return after.low in PREPOSITIONS | SUBORDINATORS or (deed and after.low in _GOES_ON)


def _owns(tokens: Sequence[Token], end: int) -> bool:
    """Tell whether an apostrophe alone follows a name in -s: "Harris' work"."""
    last, mark = tokens[end - 1], tokens[end]
    held = end + 1 < len(tokens) and tokens[end + 1].kind is not Kind.MARK
    return held and mark.low in "'’" and mark.start == last.end and last.low.endswith("s")


def _unnamed(tokens: Sequence[Token], at: int) -> Phrase | None:
    """Return "another" in `"Yes," tweeted another.`, and all of "another of the clerks"."""
    if at + 1 < len(tokens) and tokens[at].low == "another" and tokens[at + 1].low == "of":
        some = phrase_after(tokens, at + 2)
        return (at, some[1]) if some is not None else None
    closes = at + 1 >= len(tokens) or tokens[at + 1].kind is Kind.MARK
    return (at, at + 1) if at < len(tokens) and tokens[at].low in ("another", "one") and closes else None


def _is_name(tokens: Sequence[Token], phrase: Phrase) -> bool:
    words = tokens[phrase[0] : phrase[1]]
    return len(words) > 1 and all(t.kind is Kind.NAME and t.low not in TIMES for t in words)


def _ends_what_is_told(tokens: Sequence[Token], group: int, named: Phrase) -> bool:
    """Tell whether a name ends what can be nobody else's words: "Skis contain metal, making them dear, said Quill".

    "The firm, asked where it was founded, said Harwick": what somebody said may be a name.
    """
    if not _ends(tokens, named[1]) or any(t.kind is not Kind.NAME for t in tokens[slice(*named)]):
        return False
    told = tokens[: group - 1]
    somebody = any(t.low in SUBJECT_PRONOUNS or t.low in ANY_ROLE or t.low in HUMAN for t in told)
    opens = len(told) > 2 and told[0].kind <= Kind.NAME and told[1].kind is Kind.WORD
    answers = any(t.low in WHEN_ASKED for t in told)
    return opens and not (somebody or answers) and all(t.kind is not Kind.NAME for t in told[1:])


def _closes(tokens: Sequence[Token], cue: Cue, named: Phrase) -> bool:
    """Read "Quill lied, say the Reds": a short clause, a comma, the verb and who said it, and nothing else."""
    said = tokens[: cue.group - 1]
    head = tokens[named[1] - 1]
    ends = named[1] >= len(tokens) or tokens[named[1]].low == "."
    one = head.kind is Kind.NAME or head.low in ANY_ROLE or head.low in HUMAN or head.low in PLURALS
    if (
        cue.verb.lemma != "say"
        or cue.verb.form == "ing"
        or not (ends and one)
        or any(t.low == "," for t in said)
    ):
        return False
    if not any(is_verb_like(t) or t.low.endswith("ed") for t in said[1:]):
        return False
    cue.subject, cue.how, cue.end, cue.clause = named, "inverted", named[1], cue.group
    return True


def _is_spoken_of(tokens: Sequence[Token], cue: Cue, named: Phrase) -> bool:
    """Tell whether who is described before a verb speaks of a name after it: "Quill, a nurse, says Brandt, ill, lied".

    "Costs go up, said Brandt, who left": what stands before is no name that is described.
    """
    comma = next((i for i in range(min(_LONGEST_NAME, cue.group)) if tokens[i].low == ","), 0)
    if not 0 < comma < cue.group - 2 or any(t.kind is not Kind.NAME for t in tokens[:comma]):
        return False
    if tokens[comma + 1].low not in _DESCRIBES or tokens[min(named[1], len(tokens) - 1)].low != ",":
        return False
    closing = next((i for i in range(named[1] + 1, len(tokens) - 1) if tokens[i].low == ","), 0)
    return closing > 0 and (is_finite(tokens[closing + 1]) or is_verb_like(tokens[closing + 1]))


def _ends(tokens: Sequence[Token], at: int) -> bool:
    return at >= len(tokens) or tokens[at].kind is Kind.MARK


def _several_tell(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether several speak after a verb: "Quill lied, say the Reds", "The levee is too low, warn experts"."""
    found = phrase_after(tokens, at)
    words = [token.low for token in tokens[slice(*found)]] if found is not None else []
    of = next((i for i, low in enumerate(words) if low in PREPOSITIONS), len(words))
    if found is not None and any(token.low in CONJUNCTIONS for token in tokens[found[1] : found[1] + 2]):
        return False  # "The mayor must go out, warn residents and shut the gates"
    return of > 0 and words[of - 1].endswith("s") and words[of - 1] in ANY_ROLE | HUMAN | JOBS


def _study_finds(tokens: Sequence[Token], cue: Cue) -> bool:
    """Tell whether a publication has found what stands before: "The levee is too low, finds a study"."""
    found = phrase_after(tokens, cue.end) if cue.verb.lemma in FINDING else None
    if found is None or all(token.low not in PUBLICATIONS for token in tokens[slice(*found)]):
        return False
    published = found[1] < len(tokens) and tokens[found[1]].low == "published"
    return published or cue.verb.form == "present"  # "Quill left, found the report and read it"


def _is_urged(tokens: Sequence[Token], cue: Cue, found: Phrase) -> bool:
    """Tell whether who stands after a verb is to do something: "The council, which met, warned Quill to leave"."""
    at = found[1]
    if cue.verb.lemma == "say" or at + 1 >= len(tokens) or tokens[at].low != "to":
        return False
    word = tokens[at + 1]
    # `"It leaks," warned Quill to reporters`
    plural = word.low.endswith("s") and not word.low.endswith("ss")
    noun = plural or word.low in DETERMINERS | PREPOSITIONS | ANY_ROLE | HUMAN
    return word.kind is Kind.WORD and not noun


def inverts(tokens: Sequence[Token], cue: Cue, left: Token | None) -> bool:
    """Tell whether the subject follows the verb: `"Yes," said Quill` or `It is over, said Quill`."""
    several = cue.verb.form == "base" and (cue.verb.lemma == "say" or _several_tell(tokens, cue.end))
    finite = several or cue.verb.form in ("past", "present")
    if not finite or not (cue.frames & {"say", "write", "quote", "ask"} or _study_finds(tokens, cue)):
        return False
    if (
        cue.verb.lemma == "tell"
        or left is None
        or not (left.kind is Kind.QUOTE or left.low in (",", "”", '"', "''"))
    ):
        return False
    if left.low == "," and closes_aside(tokens, cue.group - 2):
        return False  # "The mayor, Quill said, claims the levee leaks"
    start = cue.end
    if start < len(tokens) and tokens[start].low in ("also", "then"):
        start += 1
    owner = left.kind is Kind.QUOTE and start + 2 < len(tokens) and tokens[start + 2].kind is Kind.SUFFIX
    if start < len(tokens) and tokens[start].low == "that" and not owner:  # `“Yes,” said that study's leader`
        return False  # "Quill, one of three who run the Port, said that the Port's fee is dear"
    found = subject_after(tokens, start) or _unnamed(tokens, start)
    # "Quill, a senator, said the plan was bad" looks the same up to "plan".
    quoted = left.kind is Kind.QUOTE or tokens[0].kind is Kind.QUOTE
    quoted = quoted or (cue.group > 1 and tokens[cue.group - 2].kind is Kind.QUOTE)
    # "The institute, a body that lent the boat, called Quill" is no speech of Quill's.
    if found is None or is_none(tokens, found) or (cue.verb.lemma == "call" and not quoted):
        return False
    if cue.group > 1 and _is_urged(tokens, cue, found):
        return False  # but `“It leaks,” warned Quill to applause`
    # A name after "said" needs no verb to be found before it: "Costs go up, said Ada Quill, a nurse".
    named = cue.verb.lemma == "say" and cue.group > 5 and _is_name(tokens, found)
    named = named or (cue.verb.lemma == "say" and _ends_what_is_told(tokens, cue.group, found))
    # `The results “confirm the plan” for Dene, said Ada Quill`
    told = tokens[: cue.group - 1]
    partly = any(t.kind is Kind.QUOTE for t in told) and all(t.low != "," for t in told)
    named = named or (
        partly and cue.verb.lemma == "say" and any(t.kind is Kind.NAME for t in tokens[slice(*found)])
    )
    person = any(t.kind is Kind.NAME for t in tokens[slice(*found)])  # "Quill paused, said the words"
    if before_quoting_description(tokens, cue.group) and not (person and _ends(tokens, found[1])):
        return False  # `Quill, who calls it “a mess,” said Brandt had lied`
    whole = main_clause.has_main_verb(tokens, 0, cue.group) or (
        person and begins_clause(tokens, 0, cue.group - 1)
    )
    if not (quoted or named or whole or interrupts(tokens, found, cue.group)):
        return _closes(tokens, cue, found)
    after = tokens[found[1]] if found[1] < len(tokens) else None
    ends = may_follow(tokens, found[1], quoted=quoted) or (
        # "The levee is too low, finds a study published in May"
        after is not None and after.low == "published" and _study_finds(tokens, cue)
    )
    if after is not None and after.low == "and" and not quoted:
        # "Quill, an expert on ports, said Ms. Lund and the board had failed": they are what was spoken of.
        ends = not any(is_finite(token) for token in tokens[found[1] :])
    if not ends or (after is not None and (after.kind is Kind.SUFFIX or _owns(tokens, found[1]))):
        return False  # "Quill, in a note, said Marsh's work had helped", "said Harris' \"work\" had helped"
    if not quoted and _is_spoken_of(tokens, cue, found):
        return False
    last = with_name(tokens, found[1], len(tokens))
    cue.subject, cue.how, cue.end = (found[0], last), "inverted", last
    cue.clause = cue.group
    return True
