"""Find the words of people whom an article introduces as a body's own, where it has no words of the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from qa.archive.quote_lookup import SaidInOrder, whole_sentences
from qa.datatypes import Span
from qa.language.exact_words import in_words
from qa.language.lexicon.offices import FORMER, HEADING, HEADING_OFFICES, HEADS
from qa.language.lexicon.roles import HUMAN
from qa.language.patterns import regex
from qa.speakers.callings import is_given
from qa.speakers.names import parse_person

_MOST_PLACES = 1_000
"""How many places of a name are looked at in an article."""
_BESIDE = 120
"""Within how many characters before a body's name somebody stands whom an article introduces with it; and their words,
before or after it."""
_OTHERS = "who|that|which|of|on|about|against|over|by|from|to|with|in|at|under|for|suing|opposing|fighting"
"""What leads from something else to the body: "the author of a book on Ferry Watch"."""
_HEADS_OF_BODIES = HEADING | {office.split()[-1] for office in HEADING_OFFICES}
_OWN_OFFICES = _HEADS_OF_BODIES | frozenset(
    """
    ceo cfo coo cto executive officer chair chairwoman chairperson manager founder co-founder cofounder secretary
    economist engineer scientist lawyer counsel coordinator co-ordinator organizer organiser advocate treasurer
    """.split()
)
"""Offices that are the body's own where its name stands before them: "a Ferry Watch critic" and its tenant are none."""
_COMMA = regex(r",\s+(?:(?:the|an?)\s+)?")
_PHRASE = regex(r"(?:[’']s?)?\s+(?P<office>[^,.;:!?“”\"\n]{2,80})")
_LONGEST_OFFICE = 7
"""In words: "the Ferry Watch government affairs senior director"."""
_LINKS = frozenset("of for at".split())
_OFFICES = (HEADS | {"fellow"}) - frozenset("critic rival opponent tenant competitor customer victim".split())
"""What somebody is at a body, and not to it, as "a critic of Ferry Watch" is."""
_MEMBER_OF = regex(
    r",\s+(?P<office>(?:(?!(?:from|in|near|who|that|with)\b)[\w’'-]+\s+){1,10}?)(?:at|of|for|with)\s+(?:(?:the|an?)\s+)?"
    r"(?:[A-Z][\w.’'-]*-(?:based|backed|funded|owned|registered)\s+)?"
    rf"(?P<what>(?:(?!(?:{_OTHERS})\b)[a-z][\w’'-]*\s+){{0,5}})"
)
"""Between a person's name and a body's: ", the energy director at the Dene-based consumer group "."""


def may_introduce(text: str, names: Iterable[Span]) -> bool:
    """Return whether an office stands near one of the places that name a body; where none does, nobody is its own."""
    near = (text[max(0, start - _BESIDE) : end + _BESIDE] for start, end in islice(names, _MOST_PLACES))
    return any(not _OFFICES.isdisjoint(in_words(each)) for each in near)


def words_of_members(text: str, names: Iterable[Span], said: SaidInOrder) -> Iterator[Span]:
    """Yield the sentences with the words of people whom they introduce with a body's name.

    "“It is late,” said Una Strand, the tide director at the island group Ferry Watch", "Ferry Watch’s tide director" or
    "Ferry Watch tide director Una Strand".
    """
    for name in islice(names, _MOST_PLACES):
        # Their words stand before them or after: "Una Strand, head of Ferry Watch, said: ..."
        for record, who in said.touching(max(0, name[0] - _BESIDE), name[1] + _BESIDE):
            if who is not None and record.mention is not None and _is_member(text, name, record.mention, who):
                yield whole_sentences(text, record.start, record.end)


def _is_member(text: str, name: Span, mention: Span, who: str) -> bool:
    """Return whether an article introduces a speaker by an office at the body that a place names."""
    if mention[1] <= name[0]:
        owner = text[name[1] - 2 : name[1]] in ("'s", "’s")  # "the mother of Ferry Watch’s director"
        member = None if owner else _MEMBER_OF.fullmatch(text, mention[1], name[0])
        if member and _is_office(in_words(member["office"])):
            return True
        phrase = _PHRASE.match(text, name[1]) if _COMMA.fullmatch(text, mention[1], name[0]) else None
    else:
        # "Ferry Watch tide director | Una Strand", "Ferry Watch’s tide director, | Una Strand, said"
        person = text.find(who.split(maxsplit=1)[0], name[1], mention[1])
        phrase = _PHRASE.fullmatch(text[name[1] : person].rstrip(", ")) if person > 0 else None
    office = in_words(phrase["office"]) if phrase else ()
    own = 0 < len(office) <= _LONGEST_OFFICE and office[-1] in _OWN_OFFICES
    return own and FORMER.isdisjoint(office) and _LINKS.isdisjoint(office)


def _is_office(words: Sequence[str]) -> bool:
    """Return whether words name an office at what follows: "a lawyer for a victim" and a former one have none."""
    ends = next((i for i, word in enumerate(words) if word in _LINKS), len(words))
    own, beside = words[:ends], words[ends:]
    return not _OFFICES.isdisjoint(own) and FORMER.isdisjoint(own) and (HEADS | HUMAN).isdisjoint(beside)


def is_persons(name: str) -> bool:
    """Return whether a name begins with a given name: no lawyer of hers speaks for Una Strand."""
    given = parse_person(name).given
    return bool(given) and is_given(given[0])
