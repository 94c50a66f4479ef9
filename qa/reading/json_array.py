"""Read a JSON file of articles: a list, or what a news API answers, an object with a list in it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial

from qa.datatypes import Article
from qa.reading.articles import article
from qa.reading.decoding import decode
from qa.reading.files import FoundFile, Problem, ProblemKind, Unusable
from qa.reading.json_objects import article_fields_of, identity_of, is_plain, listed, text_of
from qa.reading.many import Seen, limited
from qa.reading.opening import Opened
from qa.reading.sandbox import Sandbox
from qa.reading.shown_text import shown as shown_text

NAME = "json/2"


def read(file: Opened, found: FoundFile, max_bytes: int, sandbox: Sandbox) -> Iterator[Article | Problem]:
    """Yield the article of each object, and what is wrong with objects. The file is read whole, up to the limit."""
    decoded = decode(_whole(file, max_bytes))
    if decoded.note:
        yield found.problem(decoded.note, ProblemKind.DETAIL, fatal=False)
    try:
        whole = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        where = f", at line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        reason = f"it is not JSON{where}; a file with an object on each line is named .jsonl"
        raise Unusable(reason, ProblemKind.BROKEN) from error
    objects = listed(whole)
    if objects is None:
        raise Unusable("it holds no list of articles and no text", ProblemKind.BROKEN)
    if not objects:
        raise Unusable("its list of articles is empty", ProblemKind.EMPTY)
    shown = partial(shown_text, sandbox=sandbox, max_bytes=max_bytes)
    yield from limited(found, _articles(found, objects, shown), "articles")


def _whole(file: Opened, max_bytes: int) -> bytes:
    try:
        return file.whole(max_bytes)
    except Unusable as error:
        if error.kind is not ProblemKind.OVERSIZED:
            raise
        advice = "a larger file can be read as .jsonl, with one object on each line"
        raise Unusable(f"{error.reason}; {advice}", error.kind) from error


def _articles(
    found: FoundFile, objects: list[object], shown: Callable[[str], str]
) -> Iterator[Article | Problem]:
    seen = Seen("article")
    for number, given in enumerate(objects, start=1):
        try:
            if not isinstance(given, dict):
                raise Unusable("it is not a JSON object", ProblemKind.BROKEN)
            fields = article_fields_of(given)
            identity = identity_of(fields, f"article {number}")
            text = text_of(fields)
            text = text if is_plain(given) else shown(text)
            seen.refuse_again(identity)
        except Unusable as error:
            yield found.problem(f"article {number}: {error.reason}", error.kind)
            continue
        for result in article(found, fields, text, identity=identity, reader=NAME):
            if isinstance(result, Article):
                seen.add(identity, number)
            yield result
