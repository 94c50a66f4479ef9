"""Tell whom "he" and "she" cannot mean, by where their sentence names them."""

from __future__ import annotations

from collections.abc import Container, Sequence
from itertools import takewhile

from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.persons import People
from qa.attribution.people.pronouns.name_positions import is_modifier, is_topic
from qa.attribution.people.pronouns.nameless import Unnamed
from qa.attribution.people.pronouns.read_mentions import ReadMention
from qa.language.lexicon.first_names import Gender
from qa.language.patterns import regex

_ENDS_IN_VERB = regex(r"[Ss]?he (?:\w+ly |also |later |then )?[a-z]+(?=[.;]|$|, [a-z]+ing\b)")
_CLAUSE = regex(
    r"(?:(?!\b(?:that|and|but|or|when|after|before|because|as|if|while|who|which|what|how|whether|where|said|says)\b)"
    r"[^,;:—“”\"\n])*"
)
_REPORTED = regex(
    r"(?:(?!\b(?:and|but|or|yet|after|before|when|as|while|though|because|since|until|if|where|which|who|whom)\b)"
    r"[^,;:—“”\"\n])*"
)
_OPENING = regex(
    r"(?:But |And )?(?:Even )?(?:Although|Though|While|When|After|As|Before|Because|If|Once|Since|Until) "
)
_ASKED_FIRST = regex(
    r"(?:But |And )?(?:[Ww]hen )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned) [^,;:—–“”\"\n]*\b(?:if|whether|why|how|what) "
)
_OPENS = regex(r"(?:(?:And|But|However|Still|Today|Yet),? )?(?:[A-Z][\w.-]+ ){0,3}")
_APPOSED = regex(r", [^;:—“”\"\n]{1,150}?, ")
_THINKS = regex(
    r"(?:(?:also|always|just|never|now|personally|really|still) )*(?:(?:does not|doesn[’']t|did not|didn[’']t) )?"
    r"(?:believed?s?|doubt(?:s|ed)?|expects?|fear(?:s|ed)?|hoped?s?|prefers?|regrets?|thinks?|thought|wants?|wish(?:es)?"
    r"|worr(?:y|ies))\b"
)
"""What goes on in somebody, so that who reports it is hardly another; what they knew or felt a court tells too."""
_SPEAKS_FOR = regex(
    r"\b(?:[Pp]olice|[Pp]rosecut\w+|[Dd]etective|[Ss]heriff|[Cc]oach|[Dd]octor|Dr|[Aa]gent|[Mm]anager|[Ss]poke[sn]\w*"
    r"|[Rr]epresentative|[Aa]ide|[Aa]dvis[eo]r|[Aa]ttorney|[Ll]awyer)\b"
)
"""Who tells what goes on in others: "Police chief Quill spoke. Brandt wants to flee, he said"."""
TOLD_BEFORE = 400
_WITH_TITLE = 16
"""Characters after a comma within which a name begins that opens a clause, "Mr." before it or not."""


def told_of(
    layout: Layout, people: People, wanted: Container[int], named: int, start: int
) -> tuple[int, ...]:
    """Return whom a pronoun cannot mean since it is the subject of what is told of them.

    "Weiss, he said, had learned" is somebody else's word on Weiss, as is "Weiss's task was hard, he said."

    Args:
        wanted: Offsets of pronouns that are the speaker of something.
        named: The number of the last mention before the pronoun, or -1.
        start: Where the pronoun begins.
    """
    text, mentions = layout.text, people.mentions
    if named < 0 or text[start - 2 : start] != ", ":
        return ()
    if text[mentions[named].end : start] == ", ":
        return () if is_topic(text, mentions[named].start) else mentions[named].people
    begin, end = layout.sentences[layout.sentence_at(start)]
    if start not in wanted or not _ENDS_IN_VERB.match(text, start, end):
        return ()
    begin = max(begin, start - TOLD_BEFORE, *(text.rfind(mark, begin, start) for mark in ":;—"))
    return tuple(i for m in people.within(begin, start) if not m.quoted for i in m.people)


def thinker(
    layout: Layout, people: People, wanted: Container[int], start: int, gender: Gender
) -> tuple[int, ...]:
    """Return whom a pronoun means after what they think: "Quill, who swims, doubts that it leaks, he said".

    What somebody else has done may be anybody's report, but hardly what they think.
    """
    text = layout.text
    begin, end = layout.sentences[layout.sentence_at(start)]
    if start not in wanted or text[start - 2 : start] != ", " or not _ENDS_IN_VERB.match(text, start, end):
        return ()
    first = next(iter(people.within(begin, min(start, begin + TOLD_BEFORE))), None)
    if first is None or first.possessive or first.quoted or not _OPENS.fullmatch(text, begin, first.start):
        return ()
    apposed = _APPOSED.match(text, first.end, start)
    ends = (first.end + 1, *((apposed.end(),) if apposed else ()))
    before = layout.sentences[max(0, layout.sentence_at(start) - 1)][0]
    if _SPEAKS_FOR.search(text, before, begin) is not None:
        return ()
    # "Norland wants war, he said": one word may be a place.
    own = all(
        people.persons[i].gender in (None, gender) and " " in people.persons[i].name for i in first.people
    )
    return first.people if own and any(_THINKS.match(text, at, start) for at in ends) else ()


def named_after(layout: Layout, people: People, start: int) -> tuple[int, ...]:
    """Return whom a pronoun cannot mean that opens a sentence, since its own clause names them: "He called Brandt shy".

    A clause that hangs on it may name him again: "He says that nobody heard Brandt".
    """
    begin, end = layout.sentences[layout.sentence_at(start)]
    if start - begin > 1:
        return ()
    clause = _CLAUSE.match(layout.text, start, min(end, start + TOLD_BEFORE))
    own = people.within(start, clause.end()) if clause is not None else []
    return tuple(i for mention in own if not mention.quoted for i in mention.people)


def named_in_report(layout: Layout, people: People, start: int) -> tuple[int, ...]:
    """Return whom a pronoun hardly means that reports what names them: "He said he had urged Brandt to wait".

    The "Brandt campaign" and "Brandt's plan" may stand there for his own, and "While he said no, Brandt waited" is his.
    """
    text, end = layout.text, layout.sentences[layout.sentence_at(start)][1]
    report = _REPORTED.match(text, start, min(end, start + TOLD_BEFORE))
    named = people.within(start, report.end()) if report is not None else []
    told = (m for m in named if not (m.quoted or m.possessive or is_modifier(text, m.end)))
    return tuple(mention.people[0] for mention in told if len(mention.people) == 1)


def named_next(layout: Layout, people: People, start: int, gender: Gender) -> tuple[int, ...]:
    """Return whom a pronoun may mean that opens a clause before their own: "Although he left, Ivo Brandt said"."""
    begin, end = layout.sentences[layout.sentence_at(start)]
    if _OPENING.fullmatch(layout.text, begin, start) is None:
        return ()
    comma = layout.text.find(", ", start, min(end, start + TOLD_BEFORE))
    near = people.within(comma + 2, comma + _WITH_TITLE) if comma > 0 else []
    if not near or near[0].possessive:
        return ()
    return tuple(i for i in near[0].people if people.persons[i].gender in (None, gender))


def is_asked_first(layout: Layout, start: int) -> bool:
    """Tell whether a pronoun in a question means whom its sentence names later: "Asked if he runs, the mayor said"."""
    begin = layout.sentences[layout.sentence_at(start)][0]
    return start - begin < TOLD_BEFORE and _ASKED_FIRST.fullmatch(layout.text, begin, start) is not None


def of_other_gender(events: Sequence[ReadMention], sentence: int, gender: Gender) -> frozenset[int]:
    """Return who is "she" in a sentence, and so is no "he" in it: "she recalled, after he had asked"."""
    here = takewhile(lambda event: event.sentence == sentence, reversed(events))
    others = (event for event in here if len(event.people) == 1 and event.gender not in (None, gender))
    return frozenset(event.people[0] for event in others)


def somebody(start: int, pronoun: str) -> Unnamed:
    """Return the unnamed person whom an unexplained pronoun means: a later "he" is rather them than whom they name."""
    return Unnamed(start, start + len(pronoun), pronoun.lower(), "woman" if pronoun[0] in "sS" else "man")
