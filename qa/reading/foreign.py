"""Files that other programs made, to articles: parsed in the sandbox, checked here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version

from qa.datatypes import Article
from qa.reading.articles import article
from qa.reading.files import Found, Origin, Problem, ProblemKind, Unusable
from qa.reading.opening import Opened
from qa.reading.sandbox import Sandbox
from qa.reading.stories import Remark


@dataclass(frozen=True, slots=True)
class ForeignFormat:
    """`parser` is a name in `worker.PARSERS`; `number` grows when the same bytes would be read differently.

    `libraries` are those whose version decides the text as well.
    """

    parser: str
    number: int
    libraries: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return _name(self)

    def read(
        self, file: Opened, found: Found, max_bytes: int, sandbox: Sandbox
    ) -> Iterator[Article | Problem]:
        data = file.whole(max_bytes)
        yield from from_bytes(
            data, self, origin=found, identity=found.relative, sandbox=sandbox, max_bytes=max_bytes
        )


HTML = ForeignFormat("html", 1, ("trafilatura", "lxml"))


@cache
def _name(format_: ForeignFormat) -> str:
    return " ".join(
        [f"{format_.parser}/{format_.number}", *(f"{each}/{version(each)}" for each in format_.libraries)]
    )


def from_bytes(
    data: bytes,
    format_: ForeignFormat,
    *,
    origin: Origin,
    identity: str,
    sandbox: Sandbox,
    max_bytes: int,
    hints: Mapping[str, str] | None = None,
) -> Iterator[Article | Problem]:
    """Yield the articles in the bytes of a file, a page or a mail, and what is wrong with them."""
    try:
        results = sandbox.parse(format_.parser, data, max_characters=max_bytes, hints=hints)
    except Unusable as error:
        yield origin.problem(error.reason, error.kind)
        return
    for result in results:
        if isinstance(result, Remark):
            yield origin.problem(result.reason, ProblemKind.DETAIL, fatal=False)
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
            identity=f"{identity}#{result.part}" if result.part else identity,
            reader=format_.name,
            pages=result.pages,
        )
