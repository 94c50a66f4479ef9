"""Read the header of a plain text: lines as "Headline: ..." and "Date: ...", which news databases put before it."""

from __future__ import annotations

import re

from qa.reading.articles import FIELDS, MAX_FIELD
from qa.reading.dates import normalised
from qa.reading.field_names import FIELD_NAMES, field_name

_NO_LABELS = {
    "name",
    "subject",
    "day",
    "media",
    "address",
    "by",
    "creator",
    "writer",
    "journalist",
    "reporter",
}
"""Names of columns that begin lines of other texts: "Reporter: Why?", "Subject: the pier" in a mail."""

_FIELD_OF = {name: field for field in FIELDS for name in FIELD_NAMES[field] if name not in _NO_LABELS}
_BESIDE = {
    "id", "section", "page", "pages", "edition", "length", "words", "word_count", "language", "copyright", "category",
    "load_date", "document_type", "tags", "keywords", "issn", "volume", "issue", "database", "subtitle",
}  # fmt: skip
# The spaces around a value are stripped afterwards: a line may have a million of them.
_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{0,30}):([^\r\n]*)(?:\r\n|\n|\r)")
_BLANK = re.compile(r"[ \t]*(?:\r\n|\n|\r)")


def divide(text: str) -> tuple[dict[str, object], str]:
    """Divide a text into the fields of its header and what follows the blank line after it.

    Without a header all is text. A header is a block of lines with names that are known, none of them twice, with two
    fields at least: the title, or a date that can be read, is one of them. So the lines of a talk are no header.
    """
    fields: dict[str, object] = {}
    names: set[str] = set()
    at = 0
    while line := _LINE.match(text, at):
        name = field_name(line[1])
        field = _FIELD_OF.get(name)
        value = line[2].strip(" \t")
        if (
            name in names
            or field in fields
            or (field is None and name not in _BESIDE)
            or len(value) > MAX_FIELD
        ):
            return {}, text
        names.add(name)
        if field is not None:
            fields[field] = value
        at = line.end()
    blank = _BLANK.match(text, at)
    told = "title" in fields or normalised(fields.get("date")) is not None
    if blank is None or not told or len(fields) < 2 or not text[blank.end() :].strip():
        return {}, text
    return fields, text[blank.end() :]
