"""Attach a reporting verb to its subject, which may stand before it, after it, or at another verb."""

from __future__ import annotations

from collections.abc import Sequence

from qa.attribution.speech.subjects import main_clause, participles, subjects, whole_subjects
from qa.attribution.speech.subjects.after_opening import (
    after_event,
    after_opening,
    before_place,
    from_office,
    from_title,
    without_time,
)
from qa.attribution.speech.subjects.before_examples import before_examples
from qa.attribution.speech.subjects.documents import issuer, published_by
from qa.attribution.speech.subjects.role_and_name import before_role
from qa.attribution.speech.subjects.several import (
    between,
    from_two_bodies,
    with_colleagues,
    with_first_of_two,
)
from qa.attribution.speech.verbs import inverted
from qa.attribution.speech.without_verbs.colons import leads_to_quotation
from qa.attribution.speech.words.groups import Cue, outermost
from qa.attribution.speech.words.name_shapes import is_given_name
from qa.attribution.speech.words.narrowed import before_event, narrowed
from qa.attribution.speech.words.phrases import Phrase, phrase_after, phrase_before
from qa.attribution.speech.words.plurals import joins_plural
from qa.attribution.speech.words.shares import share, with_share
from qa.attribution.speech.words.single_words import is_finite
from qa.attribution.speech.words.tokens import Kind, Token
from qa.language.lexicon.calendar import TIMES
from qa.language.lexicon.function_words import (
    ADVERBS,
    COUNTS,
    MANNERS,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
)
from qa.language.lexicon.groups import GROUP_NOUNS
from qa.language.lexicon.reporting_verbs import VERBS
from qa.language.lexicon.titles import BEFORE_SURNAMES

_LONGEST_ROLE = 16
"""Tokens of what is said of somebody between two commas."""
_CAUSES = frozenset("help helps helped helping let lets letting make makes made making".split())
_HAVE = frozenset("has have had having".split())
_OPENS_CLAUSE = frozenset("after before since as than because until with".split())


def attach(tokens: Sequence[Token], cue: Cue, earlier: Sequence[Cue]) -> bool:
    """Give a verb its subject, or that of an `earlier` verb after "and"; tell whether it is one that may speak."""
    left = tokens[cue.group - 1] if cue.group else None
    if cue.how == "participle":
        return participles.attach(tokens, cue, earlier, left, quotes=leads_to_quotation(tokens, cue))
    if inverted.inverts(tokens, cue, left):
        return True
    opens = bool(cue.frames & {"say", "write"}) or cue.verb.lemma == "continue"
    if left is None and cue.verb.form in ("past", "present") and opens:
        return _opens_sentence(tokens, cue)
    if left is not None and _is_joined_on(tokens, cue, left):
        return _share(tokens, cue, earlier)
    if left is not None and left.low == "that" and cue.verb.lemma == "say":
        speaker = issuer(tokens, cue.group - 1)
        if speaker is not None and speaker[1] < cue.group - 1:
            cue.subject, cue.clause = speaker, cue.group
            return True  # "Quill issued a statement that said"
    found = share(tokens, cue.group) or subjects.subject(tokens, cue.group)
    # "Ada Quill, a friend of Brandt who never said much, wept": what is not said is told within the description.
    named = None if cue.negated else whole_subjects.before_open_apposition(tokens, cue.group)
    if named is not None and (found is None or found[0][0] > named[1]):
        cue.subject, cue.clause, cue.how = named, named[0], "left"
        return True
    if (outer := narrowed(tokens, cue.group) or before_examples(tokens, cue.group)) is not None:
        found = outer, outer[0]
    if found is None or _counts(tokens, cue, found[0]) or _is_verb(tokens, found[0]):
        return False
    # "Brandt, who chaired a review which urged it", "who works for a clerk who urged it": the verb is the review's.
    inside = left is not None and left.low in ("which", "who")
    subject, clause = found if inside else subjects.outside_relative(tokens, found, cue.group)
    whole = _whole(tokens, cue, subject)
    cue.subject, cue.clause = _cut(tokens, whole), clause if whole == subject else whole[0]
    cue.how = "relative" if left is not None and left.low in ("who", "which") else "left"
    return _may_speak(tokens, cue, cue.subject)


def _opens_sentence(tokens: Sequence[Token], cue: Cue) -> bool:
    """Attach a verb that opens its sentence to the name after it: `Said Quill: "Yes."`."""
    named = phrase_after(tokens, cue.end)
    if named is None or named[1] >= len(tokens):
        return False
    at = named[1] if tokens[named[1]].low == ":" else _comma_before_quote(tokens, named[1])
    cue.subject, cue.clause, cue.end = named, 0, at
    return at > 0


def _is_joined_on(tokens: Sequence[Token], cue: Cue, left: Token) -> bool:
    """Tell whether a verb goes on with the subject of the one before it: "and said", "or warn", ", then said"."""
    if left.low in ("and", "but", "or", "then"):
        return cue.verb.form in ("past", "present") or joins_plural(tokens, cue.verb_at)
    return left.low == "," and tokens[cue.group].low == "then"


def _whole(tokens: Sequence[Token], cue: Cue, subject: Phrase) -> Phrase:
    """Return all of a subject, of which only the end was found: the share, the first of two, who lives in a place."""
    subject = with_share(tokens, subject)
    subject = between(tokens, subject) or subject
    joint = with_first_of_two(tokens, cue, subject) or with_colleagues(tokens, subject)
    subject = joint or from_two_bodies(tokens, subject) or subject
    return before_place(tokens, cue, subject)


def _cut(tokens: Sequence[Token], subject: Phrase) -> Phrase:
    """Cut off the role after a subject and "this week", an event or all up to a "Mr" before it."""
    for without in (before_role, without_time, after_event, from_title, from_office):
        subject = without(tokens, subject)
    return subject


def _may_speak(tokens: Sequence[Token], cue: Cue, subject: Phrase) -> bool:
    """Tell by the words around it whether a subject is one that may speak, and take the outer one where it is none."""
    left = tokens[cue.group - 1]
    opening = cue.clause
    while opening and tokens[opening - 1].low in ADVERBS and not _joins_clause(tokens, opening - 1):
        opening -= 1
    before = tokens[opening - 1].low if opening else ""
    if before and (outer := before_event(tokens, opening - 1, cue.group)) is not None:
        subject, before = outer, ""
        cue.subject, cue.clause = outer, outer[0]
    if before in SUBORDINATORS or before == "as":
        cue.subordinate = before
    if before in ("nor", "neither") or _is_no_speaker(tokens, cue, subject, opening):
        return False
    if before not in PREPOSITIONS or before in _OPENS_CLAUSE:
        return True
    # A phrase after a preposition is no subject, unless the preposition can open a clause.
    if left.low in ("who", "which") and tokens[cue.group - 2].low == ",":
        return True  # "It was denied by Quill, who said the levee would hold"
    one = left.low == "who" and tokens[subject[0]].low in ("a", "an", "another")
    if one and cue.verb.form == "past" and cue.frames & {"say", "tell"}:
        return True  # "It was met by a clerk who said the levee would hold"
    if (document := published_by(tokens, subject, opening)) is not None:
        cue.clause = document[0]
        return True
    if outer := after_opening(tokens, cue, subject) or narrowed(tokens, cue.group, loose=True):
        cue.subject, cue.clause = outer, outer[0]
        return True
    return _part_joined(tokens, cue, subject)


def _joins_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word that may be an adverb joins a clause: "Even though Quill said so", "though, Quill said"."""
    return tokens[at].low == "though" and (at == 0 or tokens[at - 1].low == "even")


def _is_no_speaker(tokens: Sequence[Token], cue: Cue, subject: Phrase, opening: int) -> bool:
    """Tell whether the words before a verb name nobody who says it: "Nobody said", "You could assume it leaks"."""
    first = tokens[subject[0]]
    if first.low in ("no", "nobody", "neither", "none", "there", "whoever"):
        return not (first.low == "no" and subject[1] - subject[0] == 2 and tokens[subject[0] + 1].low == "10")
    if subject == (0, 1) and tokens[0].low == "who" and tokens[-1].low == "?":
        return True  # "Who would argue that the levee is safe?"
    if _is_manner(tokens, subject):
        return True
    described = cue.how != "relative" and first.kind is Kind.WORD and first.low.endswith("ed")
    if described and subject[1] - subject[0] > 2 and tokens[subject[0] + 1].low in PREPOSITIONS:
        return True  # "masks, associated with the Dene Street protests"
    if opening and (tokens[opening - 1].low, first.low) == ("as", "part"):
        return True  # "As part of a deal revealed early this month, Orsa will hire"
    if opening > 1 and tokens[opening - 2].low == "who" and tokens[opening - 1].low in VERBS:
        return first.low in SUBJECT_PRONOUNS  # "those who say he wants to leave"
    if cue.verb.form == "base" and cue.group == cue.verb_at and _is_caused(tokens, opening, subject[1]):
        return True
    head = tokens[subject[1] - 1]
    if head.low in ("they", "we", "i", "you") and cue.verb.form == "present":
        return True
    # "You could assume it leaks", "if you believe that it leaks": anybody may.
    return head.low == "you" and cue.verb.form == "base"


def _is_caused(tokens: Sequence[Token], subject: int, end: int) -> bool:
    """Tell whether a verb after a subject is what somebody is helped or made to do: "to help clerks predict floods"."""
    before = subject - 1
    if before > 0 and tokens[before].low == "and" and (first := phrase_before(tokens, before)) is not None:
        subject, before = first[0], first[0] - 1  # "to help clerks and port officials predict floods"
    # "The table helps clerks predict floods" looks like one phrase up to its last verb, as "The help desk" is.
    inside = any(token.low in _CAUSES - {"help"} for token in tokens[subject + 1 : end])
    return inside or tokens[subject].low in _CAUSES or (before >= 0 and tokens[before].low in _CAUSES)


def _comma_before_quote(tokens: Sequence[Token], at: int) -> int:
    """Return where the comma stands before a quotation: "Added Ada Quill, a clerk, “It leaks.”"; 0 if none is near."""
    if tokens[at].low != ",":
        return 0
    near = range(at, min(len(tokens), at + _LONGEST_ROLE))
    quote = next((i for i in near if tokens[i].kind is Kind.QUOTE), 0)
    return quote - 1 if quote and tokens[quote - 1].low == "," else 0


def _is_manner(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Tell whether a phrase is only an adverb or a time: "seldom speaks of it", "away convinced"."""
    if subject[1] - subject[0] != 1:
        return tokens[subject[0]].low == "this" and tokens[subject[1] - 1].low in TIMES | {"past", "last"}
    word = tokens[subject[0]]
    if is_given_name(tokens, subject[0]):
        return False  # "May said"
    return word.low in TIMES or word.low in MANNERS or (word.low.endswith("ly") and word.kind is Kind.WORD)


def _counts(tokens: Sequence[Token], cue: Cue, subject: Phrase) -> bool:
    """Tell whether a number or "most" before a verb form counts what follows it: "60 pledged boats"."""
    if subject[1] - subject[0] != 1 or cue.end >= len(tokens) or cue.group != cue.verb_at:
        return False
    first, following = tokens[subject[0]], tokens[cue.end]
    counts = first.kind is Kind.NUMBER or first.low in COUNTS
    return counts and following.kind is Kind.WORD and following.low.endswith("s") and not is_finite(following)


def _is_verb(tokens: Sequence[Token], subject: Phrase) -> bool:
    """Tell whether a word before a past is the verb, and the past describes its object: "missed repeated chances"."""
    first, end = subject
    one = end - first == 1 and tokens[first].kind is Kind.WORD and tokens[first].low.endswith("ed")
    return one and first > 0 and tokens[first - 1].low in _HAVE


def _part_joined(tokens: Sequence[Token], cue: Cue, subject: Phrase) -> bool:
    """Take the name after the last "and" as the subject: "was asked for comments and Quill said"."""
    first, end = subject
    for i in range(first + 1, end - 1):
        if tokens[i].low in BEFORE_SURNAMES and tokens[i].kind is Kind.NAME:
            cue.subject, cue.clause = (i, end), i  # "In a talk in Norvik Mr Quill said"
            return True
    for i in range(end - 2, first, -1):
        if tokens[i].low == "and" and all(t.kind is Kind.NAME for t in tokens[i + 1 : end]):
            if tokens[end - 1].low in GROUP_NOUNS and tokens[i - 1].low not in GROUP_NOUNS:
                # "A report in July by the Docks and Ports Authority stated": one body, and the report is by it.
                return tokens[first - 1].low in ("by", "from")
            cue.subject, cue.clause = (i + 1, end), i + 1
            return True
    return False


def _share(tokens: Sequence[Token], cue: Cue, earlier: Sequence[Cue]) -> bool:
    """Give a verb after "and" the subject of the verb before it."""
    previous = outermost(tokens, earlier)
    if previous is not None and _is_reported_aside(tokens, previous, cue):
        previous = outermost(tokens, [one for one in earlier if one is not previous]) or previous
    cue.how, cue.clause = "shared", cue.group - 1
    # "Quill asked why; he looked at her and said so": after "and" alone, what is joined on may be what Quill asked.
    joints = (";",) if previous is not None else main_clause.JOINTS
    begins = previous.end if previous is not None else 0
    if (joined := main_clause.joined_subject(tokens, begins, cue.clause, joints)) is not None:
        cue.subject = joined
    elif previous is not None and (previous.how != "inverted" or _goes_on(tokens, previous, cue)):
        cue.subject = previous.subject
    else:
        pronoun = main_clause.nearest_pronoun(tokens, cue.clause)
        cue.subject = pronoun or main_clause.main_subject(tokens, cue.clause)
    return cue.subject is not None


def _is_reported_aside(tokens: Sequence[Token], previous: Cue, cue: Cue) -> bool:
    """Tell whether between two commas only who told it stands: "Quill denied it, the Post reported, and said C"."""
    if previous.verb.lemma != "report" or previous.how != "left" or not previous.clause:
        return False
    parted = tokens[previous.clause - 1].low == "," == tokens[min(previous.end, len(tokens) - 1)].low
    return parted and previous.end + 2 == cue.group


def _goes_on(tokens: Sequence[Token], previous: Cue, cue: Cue) -> bool:
    """Tell whether only "but" or "and" parts a verb from who spoke before it: `“Yes,” said Quill, but added that`."""
    at = previous.end + 1 if previous.end < cue.group and tokens[previous.end].low == "," else previous.end
    return at == cue.group - 1
