"""Check and clean the values that a file gives, and make an Article of them. Nothing else does so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape

from qa.datatypes import Article
from qa.language.sentences import split
from qa.reading.datelines import dateline
from qa.reading.dates import normalised
from qa.reading.files import Problem, ProblemKind, Provenance

FIELDS = ("title", "date", "source", "url", "author")

MAX_FIELD = 1000
"""Longest title, source, author or address that is kept, in characters."""

_MAX_TITLE = 120
"""Longest title that is made from a text's beginning."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]+")
_END_OF_SENTENCE = re.compile("[.!?…。！？:;,][\"'”’»)\\]]*\\Z")
_HEADING = re.compile(r"#{1,6}\s+|=+\s+")
# Sites export their titles as they stand in a page: "The mayor&#8217;s ferry".
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,31});", re.IGNORECASE)
_EMPHASIS = re.compile(
    r"<(i|em|b|strong|span|font|small|sup|sub|u|q|cite|a)(?:\s[^<>]{0,500})?>([^<>]*)</\1\s*>", re.IGNORECASE
)
_BREAK = re.compile(r"<w?br\s*/?>", re.IGNORECASE)
_DEEPEST = 4
_BY = re.compile(r"by:?\s+(?=\S)", re.IGNORECASE)
# What stands above a headline: a link of a saved page, a line of a press release.
_NO_TITLE = re.compile(
    r"skip to (?:the )?(?:main |primary )?(?:content|navigation)|(?:for immediate|press|news|media) release:?",
    re.IGNORECASE,
)
_LINES_ABOVE = 4
"""Lines at a text's beginning that may be no title."""
_BOLD = re.compile(r"(?<![\w*])\*\*(?=\S)([^*\n]+)(?<=\S)\*\*(?![\w*])")
"""Words in bold type, in Markdown: "**Ada Quill:** Good morning."."""


def article(
    found: Provenance,
    given: Mapping[str, object],
    text: str,
    *,
    identity: str,
    reader: str,
    line: int | None = None,
    pages: tuple[int, ...] = (),
    day: str = "",
) -> Iterator[Article | Problem]:
    """Make an article: yield what is wrong with its details, then the article; only a fatal problem if it has no text.

    In the text nothing is changed but a lone half of a surrogate pair, which is no character and cannot be
    stored: it becomes U+FFFD, so offsets stay. NUL is a character and stays. Details become one line without
    control characters. `day` is the day in the file's name, for an article that gives no date itself.
    """

    def detail(reason: str) -> Problem:
        return found.problem(reason, ProblemKind.DETAIL, line=line, fatal=False)

    if not text or text.isspace():
        yield found.problem("it has no text", ProblemKind.EMPTY, line=line)
        return
    cleaned = without_surrogates(text)
    if cleaned != text:
        yield detail("its text holds half characters (lone surrogates), shown as \ufffd")
    fields: dict[str, str] = {}
    for name in FIELDS:
        value = given.get(name)
        if name == "date":
            continue
        fields[name], problem = _detail(name, value)
        if problem:
            yield detail(problem)
    when = given.get("date")
    moment = None if _absent(when) else normalised(when)
    if moment is None and not _absent(when):
        instead = "the day in its name is used" if day else "it counts as undated"
        yield detail(f"its date is not clear, so {instead}: {_shown(when)}")
    yield Article(
        id=identity,
        text=cleaned,
        title=fields["title"] or title_of(cleaned),
        date=moment or day or None,
        source=fields["source"],
        url=fields["url"],
        author=fields["author"],
        path=found.relative,
        reader=reader,
        pages=pages,
    )


def title_of(text: str) -> str:
    """Make a title of a text's beginning: its first line if that looks like one, else its first sentence.

    At most 120 characters, in one line, without marks of bold type. A dateline is no title, and none begins with one.
    """
    start = _after_no_title(text)
    start += dateline(text[start : start + 10 * _MAX_TITLE])
    # The beginning is enough, and a line can be as long as the file.
    line = text[start : start + 10 * _MAX_TITLE].splitlines()[0] if start < len(text) else ""
    line = _HEADING.sub("", line, count=1) if _HEADING.match(line) else line
    line = _BOLD.sub(r"\1", line)
    if len(line) > _MAX_TITLE or _END_OF_SENTENCE.search(line.rstrip()):
        for paragraph in split(line)[:1]:
            begin, end = paragraph.sentences[0]
            line = line[begin:end]
    line = one_line(line)
    if len(line) <= _MAX_TITLE:
        return line
    return line[:_MAX_TITLE].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def _after_no_title(text: str) -> int:
    """Return where a text begins after lines that are no title: a link of the page that it was copied from, a day."""
    start = len(text) - len(text.lstrip())
    for _ in range(_LINES_ABOVE):
        line, end, rest = text[start : start + 10 * _MAX_TITLE].partition("\n")
        if not end or not rest.strip() or not (_NO_TITLE.fullmatch(line.strip()) or normalised(line)):
            break
        start += len(line) + 1 + len(rest) - len(rest.lstrip())
    return start


def one_line(value: str) -> str:
    """Return a text in one line, without control characters."""
    return " ".join(_CONTROL.sub(" ", without_surrogates(value)).split())


def without_surrogates(text: str) -> str:
    """Replace each half of a surrogate pair by U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def _absent(value: object) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _detail(name: str, value: object) -> tuple[str, str]:
    """Return a detail in the form that is kept, and what is wrong with it ("" if nothing)."""
    if value is None:
        return "", ""
    if name == "author" and isinstance(value, list) and all(isinstance(each, str) for each in value):
        value = ", ".join(value)
    if name == "author" and isinstance(value, int) and not isinstance(value, bool):
        # The number of an account, which says nothing to anybody.
        return "", ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if not isinstance(value, str):
        return "", f"its {name} is not text and is left out: {_shown(value)}"
    # Cut before cleaning too: a value can be as long as the file.
    value = value[: 10 * MAX_FIELD]
    if name == "title":
        value = _without_emphasis(value)
    line = one_line(_ENTITY.sub(lambda entity: unescape(entity[0]), value))
    if name == "author":
        line = _BY.sub("", line, count=1) if _BY.match(line) else line
    if len(line) <= MAX_FIELD:
        return line, ""
    if name == "url":
        return "", f"its url is longer than {MAX_FIELD} characters and is left out"
    return line[:MAX_FIELD], f"its {name} is longer than {MAX_FIELD} characters and is cut"


def _without_emphasis(title: str) -> str:
    """Return a title without markup of words in it: "Review: <i>The Toll</i>". What has no end is text: "a <b> tag"."""
    for _ in range(_DEEPEST):
        plain = _EMPHASIS.sub(r"\2", title)
        if plain == title:
            break
        title = plain
    return _BREAK.sub(" ", title)


def _shown(value: object) -> str:
    text = (
        value
        if isinstance(value, str)
        else repr(value)
        if isinstance(value, int | float | bool)
        else type(value).__name__
    )
    text = one_line(text[:200])
    return text if len(text) <= 60 else text[:60] + "…"
