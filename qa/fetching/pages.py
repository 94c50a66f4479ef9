"""Read a fetched page into an article, by the readers that also read files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from qa.datatypes import Article
from qa.fetching.outcomes import Response
from qa.fetching.sniffing import charset_of, kind_of
from qa.reading.articles import article
from qa.reading.files import Problem, ProblemKind, Unusable
from qa.reading.foreign import HTML, PDF, from_bytes
from qa.reading.parsing.markup import decoded
from qa.reading.sandbox import Sandbox

TEXT = "web text/1"


@dataclass(frozen=True, slots=True)
class Address:
    """A web address that an article comes from, and that its problems are about."""

    relative: str

    def problem(
        self, reason: str, kind: ProblemKind, *, line: int | None = None, fatal: bool = True
    ) -> Problem:
        """Return a problem with this address."""
        return Problem(self.relative, reason, kind, self.relative, line, fatal)


def read(
    answer: Response, address: str, identity: str, *, sandbox: Sandbox, max_bytes: int
) -> Iterator[Article | Problem]:
    """Yield what is wrong with a page, then its article; nothing in a page raises.

    The article's url is the address that was asked: the address that a page gives as its own may be another page's.
    """
    origin = Address(address)
    content_type = answer.headers.get("content-type", "")
    charset = charset_of(content_type)
    kind = kind_of(answer.body, content_type)
    if not answer.body:
        yield origin.problem("it is empty", ProblemKind.EMPTY)
    elif kind in ("html", "pdf"):
        for each in from_bytes(
            answer.body,
            HTML if kind == "html" else PDF,
            origin=origin,
            identity=identity,
            sandbox=sandbox,
            max_bytes=max_bytes,
            hints={"url": answer.url, "charset": charset},
        ):
            yield replace(each, url=address) if isinstance(each, Article) else each
    elif kind == "text":
        try:
            text = decoded(answer.body, charset)
        except Unusable as error:
            yield origin.problem(error.reason, error.kind)
            return
        yield from article(origin, {"url": address}, text, identity=identity, reader=TEXT)
    elif kind == "feed":
        yield origin.problem("it is a feed, not an article", ProblemKind.FORMAT)
    else:
        named = content_type.split(";", 1)[0].strip()[:60] or "an unknown type"
        yield origin.problem(f"it is neither a page nor a feed, but {named}", ProblemKind.FORMAT)
