"""Read the fields of an article from a JSON object, under the names that exports and news APIs use."""

from __future__ import annotations

from qa.reading.articles import MAX_FIELD, without_surrogates
from qa.reading.field_names import FIELD_NAMES, field_name
from qa.reading.files import ProblemKind, Unusable

LISTS = ("articles", "results", "items", "data", "docs", "documents", "stories", "hits", "entries", "news")
"""The keys under which APIs and exports give a list of articles, likeliest first."""
_INNER = ("name", "title", "label", "original")
"""What says which outlet or author an object stands for: `"source": {"id": null, "name": "Bay Courier"}`."""
_WRAPPED = ("rendered", "main", "$date", "$oid", "$numberLong")
"""What holds a value of which more is said: `{"rendered": "Ferry kept", "protected": false}`, a database's dates."""

Fields = dict[str, object]


def fields_of(given: Fields) -> Fields:
    """Return the fields of an article by our own names; a field's own name goes before all others.

    "author" may be an object with a name, or a list of names or such objects; a text may be a list of its paragraphs.
    """
    names = {field_name(key): value for key, value in reversed(given.items())}
    found: Fields = {}
    for field, synonyms in FIELD_NAMES.items():
        if given.get(field) is not None:
            value = given[field]
        else:
            candidates = (names[each] for each in synonyms if names.get(each) not in (None, ""))
            value = next(candidates, given.get(field))
        found[field] = _plain(value) if field in {"source", "author"} else _unwrapped(value, field)
    return found


def article_fields_of(given: Fields) -> Fields:
    """Return the fields of an article, also where most of them are in an object of their own (`fields`, `_source`)."""
    found = fields_of(given)
    inner = [fields_of(value) for value in given.values() if isinstance(value, dict)]
    inner = [each for each in inner if isinstance(each["text"], str)]
    if found["text"] is None and len(inner) == 1:
        return {field: value if value is not None else inner[0][field] for field, value in found.items()}
    return found


def is_plain(given: Fields) -> bool:
    """Return whether the text stands under our own name for it: then it is kept as it is, tags and all."""
    return isinstance(given.get("text"), str) and given["text"] != ""


def _unwrapped(value: object, field: str) -> object:
    for _ in _WRAPPED:
        if isinstance(value, dict):
            value = next((value[key] for key in _WRAPPED if key in value), value)
    if isinstance(value, list) and value and all(isinstance(each, str) for each in value):
        if field == "text":
            return "\n".join(value)
        return value[0] if len(value) == 1 else value
    return value


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return next((value[key] for key in _INNER if isinstance(value.get(key), str)), value)
    if isinstance(value, list):
        names = [_plain(each) for each in value]
        if names and all(isinstance(name, str) for name in names):
            return ", ".join(str(name) for name in names)
    return value


def text_of(fields: Fields) -> str:
    """Return the text of an article. Raises Unusable if there is none."""
    text = fields["text"]
    if isinstance(text, str):
        return text
    raise Unusable("it has no text" if text is None else "its text is not a string", ProblemKind.BROKEN)


def identity_of(fields: Fields, otherwise: str) -> str:
    """Return the id of an article, or `otherwise` where it gives none. Raises Unusable if it cannot be one."""
    identity = fields["id"]
    if identity is None or identity == "":
        return otherwise
    if isinstance(identity, bool) or not isinstance(identity, str | int):
        raise Unusable("its id is neither a string nor a whole number", ProblemKind.BROKEN)
    try:
        identity = without_surrogates(str(identity))
    except ValueError as error:
        # Python refuses to write out numbers of thousands of digits.
        raise Unusable("its id is too long", ProblemKind.BROKEN) from error
    if len(identity) > MAX_FIELD:
        raise Unusable(f"its id is longer than {MAX_FIELD} characters", ProblemKind.BROKEN)
    return identity


def listed(whole: object) -> list[object] | None:
    """Return the articles that a whole JSON file holds; None if it holds none.

    They are the list itself, the list under one of `LISTS`, also one level further in, or one object with a text.
    """
    if isinstance(whole, list):
        return whole
    if not isinstance(whole, dict):
        return None
    if isinstance(fields_of(whole)["text"], str):
        return [whole]
    names = {field_name(str(key)): value for key, value in reversed(whole.items())}
    for name in LISTS:
        if isinstance(names.get(name), list):
            return list(names[name])
    inner = (listed(value) for value in whole.values() if isinstance(value, dict) and not _is_article(value))
    return next((found for found in inner if found), None)


def _is_article(value: Fields) -> bool:
    return isinstance(fields_of(value)["text"], str)
