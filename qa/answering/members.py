"""Find the words of people whom an article introduces as a body's own, where it has no words of the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from qa.archive.quote_lookup import SaidInOrder, whole_sentences
from qa.datatypes import Span
from qa.language.exact_words import in_words
from qa.language.lexicon.offices import FORMER, HEADS
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
_LINKS = frozenset("of for at".split())
_MEMBER_OF = regex(
    r",\s+(?P<office>(?:(?!(?:from|in|near|who|that|with)\b)[\w’'-]+\s+){1,10}?)(?:at|of|for)\s+(?:(?:the|an?)\s+)?"
    rf"(?P<what>(?:(?!(?:{_OTHERS})\b)[a-z][\w’'-]*\s+){{0,5}})"
)
"""Between a person's name and a body's: ", the energy director at the consumer group "."""


def words_of_members(text: str, names: Iterable[Span], said: SaidInOrder) -> Iterator[Span]:
    """Yield the sentences with the words of people whom they introduce with a body's name.

    "“It is late,” said Una Strand, the tide director at the island group Ferry Watch."
    """
    for name in islice(names, _MOST_PLACES):
        # Their words stand before them or after: "Una Strand, head of Ferry Watch, said: ..."
        for record, who in said.touching(max(0, name[0] - _BESIDE), name[1] + _BESIDE):
            if who is None or record.mention is None or record.mention[1] > name[0]:
                continue
            member = _MEMBER_OF.fullmatch(text, record.mention[1], name[0])
            if member and _is_office(in_words(member["office"])):
                yield whole_sentences(text, record.start, record.end)


def _is_office(words: Sequence[str]) -> bool:
    """Return whether words name an office at what follows: "a lawyer for a victim" and a former one have none."""
    ends = next((i for i, word in enumerate(words) if word in _LINKS), len(words))
    own, beside = words[:ends], words[ends:]
    return not HEADS.isdisjoint(own) and FORMER.isdisjoint(own) and (HEADS | HUMAN).isdisjoint(beside)


def is_persons(name: str) -> bool:
    """Return whether a name begins with a given name: no lawyer of hers speaks for Una Strand."""
    given = parse_person(name).given
    return bool(given) and is_given(given[0])
