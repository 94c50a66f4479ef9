"""Read Markdown with YAML front matter: one article a file. The text is exactly what follows the front matter.

Only where that is a page's markup, as exports of blogs hold it, is it the text that the markup shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from qa.datatypes import Article
from qa.reading.articles import article
from qa.reading.dated_names import day_in_path
from qa.reading.decoding import decode
from qa.reading.field_names import FIELD_NAMES, field_name
from qa.reading.files import FoundFile, Problem, ProblemKind
from qa.reading.opening import Opened
from qa.reading.sandbox import Sandbox
from qa.reading.shown_text import shown
from qa.reading.web_addresses import is_address

NAME = "markdown/4"

MAX_FRONT_MATTER = 64 * 1024
"""Characters. YAML takes a thousand times as long to read as text, so only a beginning is read as YAML."""

_OPENING = re.compile(r"---[ \t]*\r?\n")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\r?\Z)", re.MULTILINE)
_KEY = re.compile(r"^[A-Za-z_][\w-]*[ \t]*:(?:\s|\Z)", re.MULTILINE | re.ASCII)

# A value that begins like a list, a block or an alias has more than its line.
_PAIR = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:[ \t]+([^\s\[{|>*&!].*)", re.ASCII)


_TAGGED = re.compile(r"</p>", re.IGNORECASE)
_UNTAGGED = re.compile(r"(?:\A|\n[ \t]*\n)[ \t]*[^\s<]")
"""Where a paragraph begins without a tag."""
_FEWEST = 3


class _NotReadError(Exception):
    pass


def read(file: Opened, found: FoundFile, max_bytes: int, sandbox: Sandbox) -> Iterator[Article | Problem]:
    """Yield what is wrong with a Markdown file, then its article."""
    decoded = decode(file.whole(max_bytes))
    if decoded.note:
        yield found.problem(decoded.note, ProblemKind.DETAIL, fatal=False)
    block, text = _divide(decoded.text)
    given: dict[object, object] = {}
    try:
        given = _parse(block)
    except _NotReadError as error:
        given = _lines(block)
        how = "read line by line" if given else "not read"
        yield found.problem(f"its front matter is {how}: {error}", ProblemKind.DETAIL, fatal=False)
    if _is_markup(text):
        text = shown(text, sandbox, max_bytes)
    yield from article(
        found, _named(given), text, identity=found.relative, reader=NAME, day=day_in_path(found.relative)
    )


def _is_markup(text: str) -> bool:
    """Tell whether tags and not empty lines make the paragraphs of a text; some tags between them are Markdown."""
    tagged = sum(1 for _ in _TAGGED.finditer(text))
    return tagged >= _FEWEST and sum(1 for _ in _UNTAGGED.finditer(text)) < tagged


def _named(given: Mapping[object, object]) -> dict[str, object]:
    """Return front matter under our own field names: blogs and web clippers call a date "published" or "pubDate"."""
    keys = {field_name(str(key)): value for key, value in given.items()}
    named = {}
    for field in ("title", "date", "source", "url", "author"):
        name = next((each for each in FIELD_NAMES[field] if each in keys), field)
        named[field] = keys.get(name)
    if "url" not in keys and is_address(str(named["source"] or "")):
        # Web clippers put the address there.
        named["url"], named["source"] = named["source"], None
    return named


def _divide(text: str) -> tuple[str, str]:
    """Divide a file into front matter and text; without a block of keys between two rules (`---`), all is text."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + MAX_FRONT_MATTER) if opening else None
    if opening is None or closing is None:
        return "", text
    block = text[opening.end() : closing.start()]
    # Two rules (`---`) with prose between them are not front matter.
    if block.strip() and not _KEY.search(block):
        return "", text
    return block, text[closing.end() :]


def _lines(block: str) -> dict[object, object]:
    """Read the names and values of front matter that is no YAML, each as it stands: `title: "Yes" to the ferry`."""
    given: dict[object, object] = {}
    for line in block.splitlines():
        if match := _PAIR.fullmatch(line):
            value = match[2].strip()
            whole = len(value) > 1 and value[0] in "\"'" and value[0] == value[-1]
            given.setdefault(match[1], value[1:-1] if whole and value.count(value[0]) == 2 else value)
    return given


def _parse(block: str) -> dict[object, object]:
    if not block.strip():
        return {}
    # Imported here: a folder of plain text need not wait for it.
    import yaml

    class Loader(yaml.SafeLoader):
        """Loads scalars as text: a title "2024" or "No" is no number or truth value, and dates are read by us."""

        yaml_implicit_resolvers = {  # noqa: RUF012
            first: [(tag, pattern) for tag, pattern in resolvers if tag == "tag:yaml.org,2002:null"]
            for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
        }

        def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
            # A few aliases of aliases expand to gigabytes, and no article's front matter needs one.
            if self.check_event(yaml.AliasEvent):
                raise _NotReadError("aliases (*name) are not allowed in it")
            return super().compose_node(parent, index)

    try:
        # The loader is a SafeLoader: it makes text, lists and mappings, nothing else.
        given = yaml.load(block, Loader)
    except yaml.MarkedYAMLError as error:
        line = f" in its line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise _NotReadError(f"{error.problem or 'not YAML'}{line}") from error
    except yaml.YAMLError as error:
        raise _NotReadError("it is not YAML") from error
    except (ValueError, RecursionError) as error:
        raise _NotReadError("a value in it is not what its tag says, or is nested too deeply") from error
    if not isinstance(given, dict):
        raise _NotReadError("it is not a list of names and values")
    return given
