"""Read files that other programs made: parse them in the sandbox, check the result here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from qa.datatypes import Article
from qa.reading.articles import article
from qa.reading.dated_names import day_in_path
from qa.reading.files import FoundFile, Problem, ProblemKind, Provenance, Unusable
from qa.reading.opening import Opened
from qa.reading.sandbox import Sandbox
from qa.reading.stories import Found, Remark, Story


@dataclass(frozen=True, slots=True)
class ForeignFormat:
    """A format that is parsed in the sandbox.

    `parser` is a module of `qa.reading.parsing`; `number` grows when the same bytes would be read differently.
    `libraries` are those whose versions affect the text too.
    """

    parser: str
    number: int
    libraries: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The reader's name, with the versions that affect the text: "pdf/1 pypdfium2/5.0"."""
        return _name(self)

    def read(
        self, file: Opened, found: FoundFile, max_bytes: int, sandbox: Sandbox
    ) -> Iterator[Article | Problem]:
        """Yield the articles of a file of this format, and what is wrong with them."""
        yield from from_bytes(
            file.whole(max_bytes),
            self,
            origin=found,
            identity=found.relative,
            sandbox=sandbox,
            max_bytes=max_bytes,
            day=day_in_path(found.relative),
        )


HTML = ForeignFormat("html", 2, ("trafilatura", "lxml"))
MHT = ForeignFormat("mht", 2, ("trafilatura", "lxml"))
PDF = ForeignFormat("pdf", 1, ("pypdfium2",))
DOCX = ForeignFormat("docx", 1)
EPUB = ForeignFormat("epub", 1, ("lxml",))
EML = ForeignFormat("mail", 1)
SUBTITLES = ForeignFormat("subtitles", 1, ("webvtt-py",))
RTF = ForeignFormat("rtf", 1, ("striprtf",))
SAVED_FEED = ForeignFormat("saved_feed", 1, ("feedparser", "lxml"))
SHEET = ForeignFormat("sheet", 1, ("python-calamine",))


@cache
def _name(format_: ForeignFormat) -> str:
    from importlib.metadata import version  # here: a run that finds nothing new need not wait for it

    return " ".join(
        [f"{format_.parser}/{format_.number}", *(f"{each}/{version(each)}" for each in format_.libraries)]
    )


def from_bytes(
    data: bytes,
    format_: ForeignFormat,
    *,
    origin: Provenance,
    identity: str,
    sandbox: Sandbox,
    max_bytes: int,
    hints: Mapping[str, str] | None = None,
    day: str = "",
) -> Iterator[Article | Problem]:
    """Yield the articles in the bytes of a file or a page, and what is wrong with them; nothing in them raises.

    Args:
        hints: What is known from elsewhere of a page: "url", where it came from (its own canonical address takes
            precedence), and "charset", the encoding that its sender named.
        day: The day of an article that gives no date itself.
    """
    try:
        results = sandbox.parse(format_.parser, data, max_characters=max_bytes, hints=hints)
    except Unusable as error:
        yield origin.problem(error.reason, error.kind)
        return
    yield from articles_of(results, format_, origin=origin, identity=identity, day=day)


def articles_of(
    results: Iterable[Found],
    format_: ForeignFormat,
    *,
    origin: Provenance,
    identity: str,
    day: str = "",
    line: int | None = None,
) -> Iterator[Article | Problem]:
    """Check what a parser found and make articles of it. An article's id is `identity`, its part, or both."""
    for result in results:
        if isinstance(result, Remark):
            yield origin.problem(result.reason, ProblemKind.DETAIL, line=line, fatal=False)
            continue
        if not isinstance(result, Story):
            continue
        given = {
            "title": result.title,
            "date": result.date,
            "source": result.source,
            "url": result.url,
            "author": result.author,
        }
        yield from article(
            origin,
            given,
            result.text,
            identity="#".join(part for part in (identity, result.part) if part),
            reader=format_.name,
            line=line,
            pages=result.pages,
            day=day,
        )
