"""Make articles of the rows of a table: its heading says what each column holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from qa.datatypes import Article
from qa.reading.articles import MAX_FIELD, article, without_surrogates
from qa.reading.field_names import FIELD_NAMES, field_name
from qa.reading.files import FoundFile, Problem, ProblemKind, Unusable
from qa.reading.many import Seen

NO_TEXT_COLUMN = f"its first line names no column for the text ({', '.join(FIELD_NAMES['text'][:5])} ...)"


def columns(cells: Sequence[str]) -> list[str]:
    """Return the field of each column ("" if it has none); of columns that could be one, the likeliest name wins."""
    named = [field_name(cell) for cell in cells]
    found = [""] * len(named)
    for field, synonyms in FIELD_NAMES.items():
        best = next((name for name in synonyms if name in named), None)
        if best is not None:
            found[named.index(best)] = field
    return found


def is_plain(cells: Sequence[str]) -> bool:
    """Return whether a column bears our own name for the text: then it is kept as it is, tags and all."""
    return "text" in map(field_name, cells)


def from_row(
    found: FoundFile,
    heading: Sequence[str],
    row: Sequence[str],
    seen: Seen,
    *,
    otherwise: str,
    reader: str,
    line: int,
    shown: Callable[[str], str],
) -> Iterator[Article | Problem]:
    """Yield the article of a row, and what is wrong with it.

    Args:
        heading: The field of each column.
        seen: The ids so far; the row's is added.
        otherwise: The id of a row that gives none.
        line: Where the row begins.
        shown: Makes the text of markup, if it is markup.

    Raises:
        Unusable: If its id was given before, or is too long, or its markup cannot be read.
    """
    given = {field: cell for field, cell in zip(heading, row, strict=False) if field}
    identity = without_surrogates(given.get("id", "").strip()) or otherwise
    if len(identity) > MAX_FIELD:
        raise Unusable(f"its id is longer than {MAX_FIELD} characters", ProblemKind.BROKEN)
    seen.refuse_again(identity)
    text = shown(given.get("text", ""))
    for result in article(found, given, text, identity=identity, reader=reader, line=line):
        if isinstance(result, Article):
            seen.add(identity, line)
        yield result
