"""Find who is named together with others: "Ada Quill and Ivo Brandt said"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from qa.attribution.people.mentions import read_mention
from qa.attribution.people.names.layout import Layout
from qa.attribution.people.names.named import NOBODY, Named
from qa.attribution.people.names.persons import People
from qa.datatypes import Span
from qa.language.lexicon.bodies import OF_TWO_WORDS_JOINED
from qa.language.lexicon.calendar import CALENDAR
from qa.language.lexicon.first_names import is_given
from qa.language.lexicon.name_parts import SUFFIXES
from qa.language.lexicon.roles import ROLES
from qa.language.lexicon.titles import COURTESY, TITLES
from qa.language.patterns import regex

_REACH = 200
"""Characters on each side of a name in which others are looked for."""
_NAME = r"[A-Z][\w.&’'-]*(?: [A-Z][\w.&’'-]*){0,4}"
_NO_NAMES = COURTESY | SUFFIXES
_TITLE = r"(?:Mr|Mrs|Ms|Dr)\.? "
# ", Brandt and Strand": a list goes on; ", the mayor of Harwick and Brayford" is one person.
_WITH_LATER = regex(rf"(?:, {_NAME})?,? (?:and|or|&) \w")
# Only a clause that begins with them: "rain fell and Quill said" has one speaker.
_WITH_EARLIER = regex(
    rf"(?:[\n.!?:;,”\"“] ?|\b(?:that|while|but|when|as) )"
    rf"(?P<earlier>(?:[Tt]he )?{_NAME}(?: \([^()\n]{{1,20}}\))?|(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?) [a-z]\w*"
    rf"|[Hh]e|[Ss]he|[Tt]hey) "
    rf"(?:and|or|&) (?:the |{_TITLE})?\Z"
)

_FIRST_OF_TWO = regex(rf"{_NAME} (?:and|&) (?:{_TITLE})?")
_AND = regex(r",? and ")
"""Not "&", which joins the halves of one name: "Quill & Brandt"."""
_WHOLE_NAME = regex(r"[A-Z][\w’'-]+(?: [A-Z]\.)?(?: [A-Z][\w’'-]+){1,2}")
"""That of somebody of whom an article says nothing but this: "Pia Holt" in "said Pia Holt and Tom Brandt"."""
_OF_ONE = regex(
    r",? ?(?:\w+ly )?(?:has|is|was|does|(?!(?:always|as|besides|perhaps|sometimes)\b)\w+(?<!s)s)\b"
)
_OF_FIELDS = regex(
    rf".*\b(?:Bureau|Commission|Committee|Council|Department|Institute|Ministry|Office|Secretariat) (?:of|for) "
    rf"(?:the )?{_NAME}(?:, {_NAME})+,? and (?:the )?{_NAME}\Z"
)
"""A body with all its fields, who is not several: "the Ministry of Health, Labour and Welfare"."""
_TO_EACH_OTHER = regex(r"(?:discuss|debat|talk|spoke|speak|chat|argued? about)\w*", re.IGNORECASE)
_OF_A_PLACE_AND = regex(rf" of (?:the )?{_NAME}(?: of {_NAME})?,? and ")
_LISTED = regex(
    rf"(?:(?:[\n!?:;,”\"“]|(?<!\b(?:Mr|Ms|Dr))(?<!\b(?:Mrs|Sen|Rep|Gov))\.) ?|\b(?:that|while|but|when|as) )"
    rf"(?P<listed>{_NAME}(?:, {_NAME}){{0,3}}), \Z"
)
"""What stands before "Tom Brandt and Pia Holt said" where a third one is named first."""


def is_joint(text: str, mention: Span | None, named: Named, people: People) -> bool:
    """Tell whether a mention, or what stands before it, names others than the one it is read as."""
    if mention is None or named.how not in ("person", "group", "role", "pronoun"):
        return False
    end = _name_end(text, named, people)
    if named.how == "group" and _OF_FIELDS.match(text, *mention):
        return False
    if end is not None and _WITH_LATER.match(text, end, min(mention[1], end + _REACH)):
        return True
    if end is not None and _is_of_a_place(text, (end, mention[1]), people):
        return True
    # "Minister for Mines Ivo Brandt and Minister for Ports Ada Quill": the one read is the last.
    if any(text.startswith(" and ", each.end) for each in people.within(mention[0], named.start)):
        return True
    if _FIRST_OF_TWO.fullmatch(text, mention[0], named.start):
        return True
    return _earlier(text, named.start) is not None


def _is_of_a_place(text: str, after: Span, people: People) -> bool:
    """Tell whether a person of a place and another are named: "Ada Quill of Dene and Senator Tom Brandt of Hale"."""
    found = _OF_A_PLACE_AND.match(text, *after)
    # "Ada Quill of Dene and Hale" is of two places.
    return found is not None and any(
        " " in text[each.start : each.end] for each in people.within(found.end(), after[1])
    )


def _earlier(text: str, start: int) -> Span | None:
    """Return where the first of two stands, before the second: "The mayor" in "The mayor and Ada Quill said"."""
    before = _text_before(text, start)
    found = _WITH_EARLIER.search(before)
    at = start - len(before)
    return (at + found.start("earlier"), at + found.end("earlier")) if found is not None else None


def _text_before(text: str, start: int) -> str:
    """Return what stands before an offset, within reach; a text begins as a line does."""
    first = max(0, start - _REACH)
    return text[first:start] if first else f"\n{text[:start]}"


def _name_end(text: str, named: Named, people: People) -> int | None:
    if named.how == "group":
        name = named.name or ""
        return named.start + len(name) if text.startswith(name, named.start) else None
    mention = people.mention_at(named.start)
    return mention.end if mention is not None else None


def named_beside(layout: Layout, people: People, mention: Span, named: Named) -> Iterator[Named]:
    """Yield whom else a joint mention names, or what stands before it: a person, a group, or somebody by their role."""
    text = layout.text
    borders = [mention[0]]
    for found in _AND.finditer(text, *mention):
        borders += found.span()
    borders.append(mention[1])
    pieces = list(zip(borders[::2], borders[1::2], strict=True))
    pieces[:0] = _before(text, mention[0], people)
    whole = f"{text[pieces[0][0] : mention[1]].casefold().replace('.', '')} "
    if any(f"{name} " in whole for name in OF_TWO_WORDS_JOINED):
        return
    for start, end in pieces:
        if start <= named.start < end or text[start:end].rstrip(".").casefold() in _NO_NAMES:
            continue  # "Mr and Mrs Brandt": "Mr" is nobody's name, nor is "Jr." in "Quill, Jr. and Brandt"
        other = read_mention(layout, people, (start, end))
        if _is_given_alone(people, other) and not _is_given_alone(people, named):
            continue  # "Tom and Ada Quill", of whom the article says no more
        if other is NOBODY and _is_a_name(text[start:end]):
            other = Named("group", start, (), text[start:end])  # by what the article has for it
        if other.how == "group" or (other.how in ("person", "role") and len(other.people) == 1):
            yield other


def _is_given_alone(people: People, named: Named) -> bool:
    name = people.persons[named.people[0]].name if named.people else named.name or ""
    return is_given(name.casefold())


def say_it_together(text: str, mention: Span, cue: Span | None) -> bool:
    """Tell whether several say the words that follow.

    "Boats and Ferries says so" is one speaker, and who "discussed the levee" or "spoke about it" may have
    said it to each other.
    """
    if cue is None:
        return True
    if _TO_EACH_OTHER.match(text, *cue):
        return False
    return cue[0] < mention[1] or _OF_ONE.match(text, mention[1], cue[1]) is None


def _is_a_name(words: str) -> bool:
    known = TITLES | ROLES | CALENDAR
    return _WHOLE_NAME.fullmatch(words) is not None and known.isdisjoint(words.lower().split())


def _before(text: str, start: int, people: People) -> list[Span]:
    """Return where others stand before a joint mention: one with "and", or the first of a list."""
    earlier = _earlier(text, start)
    if earlier is not None:
        return [] if text.startswith(" or ", earlier[1]) else [earlier]
    before = _text_before(text, start)
    listed = _LISTED.search(before)
    if listed is None:
        return []
    at = start - len(before) + listed.start("listed")
    names = listed["listed"].split(", ")
    starts = accumulate((len(name) + 2 for name in names[:-1]), initial=at)
    # "In Harwick, Tom Brandt and Pia Holt said": each must be a person's name and nothing else.
    whole = [(begin, begin + len(name)) for begin, name in zip(starts, names, strict=True)]
    known = (people.mention_at(begin) for begin, _ in whole)
    if all(one is not None and one.end == end for one, (_, end) in zip(known, whole, strict=True)):
        return whole
    return []
