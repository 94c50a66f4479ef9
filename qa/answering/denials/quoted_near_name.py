"""Find what may be the words of somebody who has no records on a topic: beside their name, or as told by others.

"Ivo Brandt, the miller, is heard in it: “The quay must open.”" has no verb of saying, and so no record. To deny that
Brandt said anything on the quay would be wrong, and to name him as the speaker may be. And where "“The quay must
open,” Brandt said, according to the Harwick Star," the record is Brandt's: what the Star reports has none. In "The
Star said Quill had told the council that it must open" the record is the Star's, and Quill's words in it have none.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from operator import attrgetter, itemgetter
from typing import NamedTuple, TypeVar

from qa.answering.denials.members import is_persons, may_introduce, words_of_members
from qa.answering.topics.words_on_topic import topic_words
from qa.answers import Quote, Understanding
from qa.archive.exact_words import texts_with
from qa.archive.protocol import Said, View
from qa.archive.quote_lookup import SaidInOrder, attribution_at, whole_sentences
from qa.datatypes import Attribution, Scope, Span, Version, VersionHandle
from qa.language.exact_words import in_words, places
from qa.language.lexicon.places import NATIONS, OFFICES_OF, SAME_PLACE
from qa.language.lexicon.reporting_nouns import SPOKEN_NOUNS
from qa.language.patterns import regex
from qa.language.quotations import Quotation, in_paragraph
from qa.language.sections import sections
from qa.language.sentences import split
from qa.ranking.speaking import told_of
from qa.speakers.names import is_group

T = TypeVar("T")

_START = attrgetter("start")
_MOST_ARTICLES = 100
_MOST_PLACES = 1_000
"""How many places of a name are looked at in an article: a text may be a gigabyte of it."""
_MOST_LOOKED_UP = 40
"""From how many places of a name on all records of an article are read, instead of those at each place."""
_LEAST_WORDS = 4
"""The fewest words of a quotation that is no mere term: “Super Tuesday”, the “pier tax”."""
_LONGEST = 600
"""The most characters of a sentence and of a quotation that begins in it which are shown together."""
_THE = regex(r"the\s+", re.IGNORECASE)
_REPORTED_BY = regex(
    r"\b(?:according\s+to|as\s+reported\s+by|(?:speaking|writing|acting)\s+(?:on\s+behalf\s+of|for))\s+(?:the\s+)?"
    r"(?:(?:an?\s+)?(?:tweet|post|statement|letter|message|note|memo|e-?mail|column|memoir)\s+(?:[^.,;:“”\"]{0,30}\s)?"
    r"(?:by|from)\s+(?:(?!(?:that|who|which|whom|and|on|about|to|for|in|at)\b)[\w.’'-]+\s+){0,5})?(?<!\sof\s)\Z",
    re.IGNORECASE,
)
"""What stands before who is cited: "according to", "according to a post on Monday by the mayor"; not "by a foe of".

And before whom somebody else speaks for: "Speaking on behalf of the Guild, Una Strand said".
"""
_BEFORE = 120
_AND = regex(r",?\s+(?:and|or|nor)\s+(?:the\s+)?|,\s+(?:the\s+)?", re.IGNORECASE)
_OF_ITS_CLAUSE = (
    r"(?!(?:when|after|before|if|because|since|and|or|but|as|while|with|by|to|for|from|in|on|at"
    r"|what|who|how|why)\b)"
)
_BEFORE_A_NAME = regex(rf"\W*(?:that\s+)?(?:{_OF_ITS_CLAUSE}[\w'’.-]+,?\s+){{0,4}}", re.IGNORECASE)
_BEFORE_A_SURNAME = regex(
    rf"\W*(?:[Tt]hat\s+)?(?:{_OF_ITS_CLAUSE}[a-z'’-]+,?\s+){{0,4}}"
    r"(?:(?:M(?:r|rs|s)|Dr|Sir|Lord|Lady|Sen|Rep|Gov|Senator|President|Mayor|Judge)\.?\s+)?"
)
"""What stands before it where it opens a clause, "the former mayor": "Hale Quill" and "the day after Quill" do not."""
_SAID_SO = regex(
    r"(?:,[^,.;]{1,60},|,)?\s+(?:(?:has|had|also|once|then|later|previously|reportedly|allegedly)\s+){0,2}"
    r"(?:said|says?|told|tells?|claimed|claims?|wrote|writes|announced|warned|warns?|promised|vowed|insisted|insists?"
    r"|argued|argues|admitted|complained|called|calls|predicted|replied|stated|explained)\b(?!\s+(?:no|nobody|nothing)\b)"
)
"""What follows it where it says what was said; "Quill likes it" and "Quill has not said" do not."""
_SPOKEN = "|".join(sorted(SPOKEN_NOUNS | {"argument", "arguments", "assertion", "assertions"}))
_SAID_SO_BY_NOUN = regex(rf"\s+(?:[\w-]+\s+){{0,2}}(?:{_SPOKEN})\b\s*(?::\s*that|that|:)\s", re.IGNORECASE)
"""What follows it with "’s" in another's words: "Quill’s old argument: that it must close"."""
_OF_NATIONS = frozenset[str](NATIONS).union(OFFICES_OF, *SAME_PLACE)
_LONGEST_NATION = 30
_OPENING = 200
"""In so many characters of what somebody says another is named who said it."""
_CLOSES = regex(r"[.,!?…]['’]?\s*\Z")


def quoted_beside(
    view: View, understood: Understanding, scope: Scope, *, headed: bool = False
) -> list[Quote]:
    """Return what may be the words of who is asked for on the topic of a question, newest first.

    It is what an article reports "according to" them, what others say that they said ("The Star said Quill told the
    council"), and, where no record names them, a sentence that says by name that they spoke, or has a quotation after
    their name that is nobody else's. And of a body it is what the people say whom an article introduces as its own, or
    what a body does whose name has a nation's before it. Of a role it is what others say alone: "doctors say that he
    can walk".

    Args:
        headed: Whether it is enough that the article's title or its first sentences have the topic.
    """
    name = understood.speaker
    if name is None:
        return []
    # Of a doctor's words without a name nothing is told but in another's: "doctors say that he can walk".
    nameless = understood.speaker_is_role or bool(understood.bearers)
    topic = topic_words(view, understood.topic)
    found = []
    typed = _THE.sub("", name, count=1)
    texts = {
        each.version: list(islice(each.places(), _MOST_PLACES))
        for each in islice(texts_with(view, typed, scope), _MOST_ARTICLES)
    }
    for each in islice(texts_with(view, f"{typed}'s", scope), _MOST_ARTICLES):
        texts.setdefault(each.version, [])  # "Brandt disputed Quill's argument"
    naming = _records_naming(view, texts, name)
    of_many = is_group(name) and " " in typed
    for version, names in texts.items():
        key, text = version.key, version.article.text
        known = understood.speaker_known or nameless
        said = None if known else SaidInOrder(view.attributions([key])[key])
        its_own = said if nameless or not is_group(name) else said or _of_members(view, version, typed)
        spans = [
            *(() if nameless else _beside(text, names, said)),
            *_told_by_others(text, [record for record, _ in naming[key]], name),
            *_of_a_nation(view, key, text, _nations(text, names) if of_many else ()),
            *(
                words_of_members(text, _places_of(typed, text), its_own)
                if its_own and not is_persons(name)
                else ()
            ),
        ]
        if not spans:
            # So it is in most articles: what they are about, and what else is said in them, need not be known.
            continue
        said = said or SaidInOrder(view.attributions([key])[key])
        cover = topic.in_article(version.article) if topic else None
        for start, end in dict.fromkeys(sorted(spans)):
            if cover is None or cover.stands_in(start, end) or (headed and cover.is_headed()):
                found.append(_shown(version, start, end, said))
    return found


def _of_members(view: View, version: Version, typed: str) -> SaidInOrder | None:
    """Return the records of an article that may introduce a body's own people, though it has words of its own too."""
    text = version.article.text
    if not may_introduce(text, _places_of(typed, text)):
        return None
    return SaidInOrder(view.attributions([version.key])[version.key])


def _places_of(name: str, text: str) -> Iterator[Span]:
    """Yield where a text has a name, and where it has it as an owner's: "Ferry Watch’s director"."""
    for form in (name, f"{name}'s"):
        yield from islice(places(in_words(form), text), _MOST_PLACES)


def _beside(text: str, names: list[Span], said: SaidInOrder | None) -> Iterator[Span]:
    """Yield the sentences with a name, each with the quotation that begins in it, that may be its bearer's words.

    Args:
        said: What is said in the article; None where what is nobody's by the records is not looked for.
    """
    if said is None:
        names = [name for name in names if _REPORTED_BY.search(text, max(0, name[0] - _BEFORE), name[0])]
    for first, last in sections(text):
        here = _between(names, first, last, itemgetter(0))
        for paragraph in split(text[first:last]) if here else ():
            inside = _between(here, first + paragraph.start, first + paragraph.end, itemgetter(0))
            marked = in_paragraph(text, first + paragraph.start, first + paragraph.end) if inside else []
            for name in inside:
                if any(each.start < name[0] < each.end for each in _between(marked, 0, name[0], _START)[-1:]):
                    continue  # somebody speaks of them
                at = bisect_right(paragraph.sentences, name[0] - first, key=itemgetter(0)) - 1
                start, end = (first + border for border in paragraph.sentences[at])
                # "It drew a sharp reply from Quill. “Nobody asked us.”"
                following = paragraph.sentences[at + 1 : at + 2]
                until = first + following[0][0] + 1 if following else end
                own = _own(text, _between(marked, name[1], until, _START), said) if said else None
                cited = _REPORTED_BY.search(text, max(start, name[0] - _BEFORE), name[0])
                if own is not None:
                    # What follows it in its sentence is shown: "“He is a fool and must go,” the paper wrote."
                    yield start, max(end, whole_sentences(text, own.start, own.end)[1])
                elif cited or (said and _is_told(text, (start, end), name, said)):
                    yield start, end


class _Form(NamedTuple):
    """The words by which somebody is named, with what may stand before them, and what after where they said so."""

    words: tuple[str, ...]
    before: re.Pattern[str]
    after: re.Pattern[str]


def _forms(name: str) -> list[_Form]:
    """Return the words by which a name's bearer is named, as who spoke and as whose words something is."""
    words = in_words(name)
    ways = [(words, _BEFORE_A_NAME)]
    if len(words) > 1 and not is_group(name):
        ways.append((words[-1:], _BEFORE_A_SURNAME))
    return [
        form
        for each, before in ways
        for form in (
            _Form(each, before, _SAID_SO),
            _Form((*each[:-1], f"{each[-1]}'s"), before, _SAID_SO_BY_NOUN),
        )
    ]


def _records_naming(
    view: View, versions: Iterable[Version], name: str
) -> Mapping[VersionHandle, Sequence[Said]]:
    """Return the records of each version in which the bearer of a name may be named, and perhaps others."""
    near: dict[VersionHandle, list[Span]] = {}
    for version in versions:
        text = version.article.text
        spans = [
            span for form in _forms(name) for span in islice(places(form.words, text), _MOST_LOOKED_UP + 1)
        ]
        near[version.key] = spans if len(spans) <= _MOST_LOOKED_UP else [(0, len(text))]
    return view.attributions_near(near)


def _told_by_others(text: str, records: Iterable[Attribution], name: str) -> Iterator[Span]:
    """Yield the sentences in which somebody else says what the bearer of a name, or of its surname, said."""
    forms = _forms(name)
    for start, end in (span for record in records for span in record.content):
        opening = text[start : min(end, start + _OPENING)]
        for form in forms:
            found = next(places(form.words, opening), None)
            if found is not None and form.before.fullmatch(opening, 0, found[0]):
                if form.after.match(opening, found[1]):
                    yield whole_sentences(text, start, end)
                break


def _nations(text: str, names: Iterable[Span]) -> list[Span]:
    """Return the places of a body's name that have a nation's before them: "the Irish Tide Office"."""
    found = []
    for start, end in islice(names, _MOST_PLACES):
        before = in_words(text[max(0, start - _LONGEST_NATION) : start])
        if not {" ".join(before[-1:]), " ".join(before[-2:])}.isdisjoint(_OF_NATIONS):
            found.append((start, end))
    return found


def _of_a_nation(view: View, key: VersionHandle, text: str, names: Sequence[Span]) -> Iterator[Span]:
    """Yield the sentences of a body that is named at one of some places, with a nation before."""
    said = SaidInOrder(view.attributions([key])[key] if names else ())
    for name in names:
        start, end = whole_sentences(text, *name)
        mentions = [record.mention for record, _ in said.touching(start, end) if record.mention is not None]
        if any(each[0] <= name[0] < each[1] for each in mentions):
            yield start, end


def _is_told(text: str, sentence: Span, name: Span, said: SaidInOrder) -> bool:
    """Return whether a sentence tells what somebody said, alone or with another: "The Guild and the Bakers say so"."""
    if not told_of(text[slice(*sentence)], text[slice(*name)]):
        return False
    mentions = [record.mention for record, who in said.touching(*sentence) if who is not None]
    return all(each is not None and _is_beside(text, each, name) for each in mentions)


def _is_beside(text: str, mention: Span, name: Span) -> bool:
    """Return whether two names are one subject, or one is a part of the other."""
    first, second = sorted((mention, name))
    return first[1] > second[0] or _AND.fullmatch(text, first[1], second[0]) is not None


def _between(found: Sequence[T], first: int, last: int, start: Callable[[T], int]) -> Sequence[T]:
    """Return what begins between two offsets, of what is in the order of its starts."""
    return found[bisect_left(found, first, key=start) : bisect_left(found, last, key=start)]


def _own(text: str, marked: Iterable[Quotation], said: SaidInOrder) -> Quotation | None:
    """Return the first quotation of some that says something and is nobody's by the records."""
    for each in marked:
        start, end = each.inner_start, each.inner_end
        if len(text[start:end].split()) < _LEAST_WORDS:
            continue
        if each.closed and not _CLOSES.search(text, start, end):
            continue  # a name of something, or a part of the article's own sentence
        record = attribution_at(start, end, said.touching(start, end))
        if record is None or record[1] is None:
            return each
    return None


def _shown(version: Version, start: int, end: int, said: SaidInOrder) -> Quote:
    """Return a quote of a span, or of its first sentence where all of it is too long to be read at a glance."""
    if end - start > _LONGEST:
        start, end = whole_sentences(version.article.text, start, start + 1)
    record, speaker = attribution_at(start, end, said.touching(start, end)) or (None, None)
    return Quote(version, start, end, 0.0, record, speaker)
