"""Find who signs an article above: a column or an essay is the author's own words, but for what others say in it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from urllib.parse import urlsplit

from qa.attribution.people.names.full_names import is_full_name
from qa.attribution.people.names.persons import People, Person
from qa.attribution.people.transcripts.other_voices import BYLINE, may_be_others
from qa.datatypes import Article
from qa.language.lexicon.first_names import is_given_for_sure
from qa.language.lexicon.function_words import FUNCTION
from qa.language.lexicon.roles import ROLES
from qa.language.patterns import regex
from qa.language.sentences import Paragraph
from qa.speakers.names import fold, is_group

RULE = "author"

_PART = regex(r"\s*(?:\n|,|\||;|/|&| and | with | for | in | at )\s*")
_OPINION = frozenset(
    """opinion opinions op-ed oped op-eds column columns columnist columnists commentary commentisfree comment viewpoint
    essay essays""".split()
)
"""What a paper calls pieces that say what their author thinks, in a title ("Opinion: ...") or an address."""
_KINDS = _OPINION | {"analysis", "perspective"}
_BEFORE_TITLE = regex(r"\W*(?P<kind>[\w-]+)\s?[:|]")
_AFTER_TITLE = regex(r"\|\s*(?P<kind>[\w-]+)\W*\Z")
_BYLINES_READ = 4
_ENDS_READ = 4
_INTRODUCES = regex(
    r"\W*(?P<name>[A-Z][^\n,:;]{2,60}?),? (?:is|was|has|hosts|writes|teaches|serves|covers|an?|the) "
)
"""How a column ends that says who wrote it: "Ada Quill is a teacher", "Ada Quill, a teacher in Harwick,"."""
_NO_NAME = frozenset(
    """admin administrator agencies anonymous bureau content contributor contributors correspondent desk digital editors
    letters live newsroom online page readers readers' readers’ reports sponsored sports staff user voices web wire
    writers""".split()
)
"""Words of what stands where an author's name does: "Web Desk", "Guest Contributor"."""


def person_of(article: Article, paragraphs: Sequence[Paragraph], people: People) -> Person | None:
    """Return who signs an article, under the name that the text has for them."""
    author = author_of(article, paragraphs)
    return people.named_in_full(author) if author else None


def author_of(article: Article, paragraphs: Sequence[Paragraph]) -> str:
    """Return the one person who signs an article above, "" where none does, or where somebody else tells it."""
    text = article.text
    heads = [text[start:end] for start, end, _ in paragraphs[:_BYLINES_READ]]
    # A line "By Ada Quill" may go on with more: "By Ada Quill - The Herald - Friday".
    signed = [article.author] if article.author.strip() else _bylines(heads)
    author = ""
    if len(signed) == 1:
        author = _person(signed[0]) or _introduced(
            signed[0], [text[start:end] for start, end, _ in paragraphs[-_ENDS_READ:]]
        )
    # A paper may sign as itself.
    if not author or author.casefold() in f"{article.source} {article.url}".casefold():
        return ""
    return "" if may_be_others(author, article, paragraphs) else author


def is_opinion(article: Article) -> bool:
    """Return whether a paper says that an article holds an opinion: in its title, "Opinion: Stay", or its address."""
    kinds = [
        match["kind"]
        for shape in (_BEFORE_TITLE.match, _AFTER_TITLE.search)
        if (match := shape(article.title))
    ]
    with suppress(ValueError):  # an article may have any address
        kinds += urlsplit(article.url).path.split("/")
    return not _OPINION.isdisjoint(kind.casefold() for kind in kinds)


def _bylines(heads: Sequence[str]) -> list[str]:
    return [match["name"] for each in heads if (match := BYLINE.match(each))]


def _person(author: str) -> str:
    """Return the name of one author, "Ada Quill" of "By Ada Quill, Opinion Editor"; "" for two, and for an office."""
    match = BYLINE.match(author)
    name, *rest = [part for part in _PART.split((match["name"] if match else author).strip()) if part] or [""]
    kind, *words = name.split() or [""]
    name = " ".join(words) if kind.casefold() in _KINDS else name
    others = any(len(part.split()) > 1 and not _says_what(part.split()) for part in rest)
    if others or is_group(name) or not is_full_name(name.split(), titled=True):
        return ""
    words = name.casefold().split()
    given = [is_given_for_sure(fold(word)) for word in words]
    # "Hedda Strand Tom Brandt" are two.
    if not _NO_NAME.isdisjoint(words) or (len(words) > 3 and given[2] and not given[1]):
        return ""
    return name.title() if name.isupper() else name


def _introduced(authors: str, ends: Sequence[str]) -> str:
    """Return which of several names a text introduces below, as it writes the name; "" for none, and for two.

    A page's list may hold whoever signs anything on it: "Ada Quill, Herald Staff, Tom Brandt" of a column that ends
    with "Ada Quill is the host of a show." A list of people alone is of those who wrote it together.
    """
    listed = [part for part in _PART.split(authors) if part]
    names = [part for part in listed if len(part.split()) > 1 and _person(part)]
    if len(names) == len(listed):
        return ""
    below = [match["name"] for each in ends if (match := _INTRODUCES.match(each))]
    found = [
        (name, own)
        for name in names
        for own in below
        if " " in own and _letters(name).endswith(_letters(own))
    ]
    words = " ".join(ends).casefold()
    others = (
        (name.rsplit(maxsplit=1)[-1].casefold() for name in names if name != found[0][0]) if found else ()
    )
    return found[0][1] if len(found) == 1 and not any(surname in words for surname in others) else ""


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, fold(name)))


def _says_what(words: Sequence[str]) -> bool:
    """Return whether words say what an author is: "Opinion Editor", "Special To The Herald"."""
    return any(fold(word) in ROLES or word.casefold() in FUNCTION or word.islower() for word in words)
