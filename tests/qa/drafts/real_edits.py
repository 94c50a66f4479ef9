"""Change the quotations of real articles in known ways: what each change is to be called is known by how it was made.

Imports nothing of what it is the proof of. A speaker is known only where the article writes it beside the quotation
("...," said Ada Quill), or where people marked it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

_NAME = r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,2}"
_QUOTED = re.compile(r"(?<![\w,.!?])[“\"](?P<words>[^“”\"\n…\[\]]{30,500})[”\"]")
_SAID_AFTER = re.compile(
    rf",? (?:said|says|added) (?P<name>{_NAME})(?=[,.;]| (?:of|at|from|in|on|for|who)\b)"
)
_SAID_BEFORE = re.compile(rf"(?:^|[.\n] ?)(?P<name>{_NAME}) (?:said|says|added|told [\w ]{{2,20}}):? \Z")
_TURNS = re.compile(
    r".{0,220}?[“\"]\s*(?:but|not|if|unless|except|although|though|however|yet)\b|[^“”\"]{0,12}\b(?:if|unless|but|not)\b",
    re.IGNORECASE | re.DOTALL,
)
_DENIED = re.compile(
    r"(?:\bnot?\b|never|n['’]t|without|deni|refus|less than|more than)[^.\n]{0,40}\Z", re.IGNORECASE
)
_PLAIN = re.compile(r"[a-z]{2,}")
_NOT_PLAIN = frozenset(
    """
    not no never none nobody nothing nor neither without hardly cannot but if unless except although though however yet
    one two three four five six seven eight nine ten hundred thousand million billion first second third half dozen per
    cent percent twice once double less more than under over below above least most dollars pounds euros
    """.split()
)
_AUXILIARY = re.compile(r"\b(is|are|was|were|will|would|could|should|must)\b(?! not\b|n['’]t)")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,6}(?![\w.,]*\d)")
LEAST, MOST = 8, 60


@dataclass(frozen=True, slots=True)
class RealStatement:
    """Words that an article has in quotation marks; `speaker` where it is known whose they are."""

    words: str
    speaker: str | None


@dataclass(frozen=True, slots=True)
class RealEdit:
    """A paragraph of a draft whose quotation is changed by `edit`, and is to be found as `expected`."""

    edit: str
    expected: str
    paragraph: str


def statements_of(text: str, marked: Sequence[tuple[int, int, str]] = ()) -> list[RealStatement]:
    """Return the quotations of an article, without those beside words that turn them.

    Args:
        marked: Where people marked who says something: from, to, and the name.
    """
    found = []
    for match in _QUOTED.finditer(text):
        words = match["words"].strip()
        before, after = (
            text[max(0, match.start() - 80) : match.start()],
            text[match.end() : match.end() + 300],
        )
        whole = words[:1].isalnum() and LEAST <= len(words.split()) <= MOST
        if not whole or _TURNS.match(after) or _DENIED.search(before):
            continue
        said = _SAID_AFTER.match(after) if words[-1:] == "," else _SAID_BEFORE.search(before)
        people = [
            name for start, end, name in marked if start <= match.start("words") and match.end("words") <= end
        ]
        name = said["name"] if said else None
        found.append(RealStatement(words, people[0] if people else name))
    return found


def edits_of(
    statements: Sequence[RealStatement], stranger: str, day: str | None = None
) -> Iterator[RealEdit]:
    """Yield every edit of every statement of an article that can be made of it.

    Args:
        stranger: Somebody who says nothing of it.
        day: A day long after the article, "4 March 2044", if the article has one.
    """
    for at, each in enumerate(statements):
        for name, (expected, change) in _EDITS.items():
            words = change(each.words)
            if words is not None and words != each.words:
                yield RealEdit(name, expected, _paragraph(words, each.speaker))
        yield RealEdit("none", "verbatim", _paragraph(each.words, each.speaker))
        marks = _paragraph(each.words, each.speaker).translate(str.maketrans("“”’‘", "\"\"''"))
        curly = set("’‘") & set(each.words)
        yield RealEdit("straight marks", "typography_only" if curly else "verbatim", marks)
        if each.speaker is not None:
            yield RealEdit("speaker exchanged", "other_speaker", _paragraph(each.words, stranger))
            if day is not None:
                yield RealEdit(
                    "day", "source_differs", f"On {day}, {each.speaker} said: “{each.words.rstrip(',.')}.”"
                )
        other = statements[(at + 1) % len(statements)]
        if other.words != each.words and not other.words.startswith(each.words[:20]):
            yield RealEdit("two merged", "altered", _paragraph(f"{each.words} {other.words}", each.speaker))


def _paragraph(words: str, speaker: str | None) -> str:
    bare = words.rstrip(",")
    mark = "" if bare[-1:] in "?!." else ","
    if speaker is None:
        return f"The words were these: “{bare}”"
    return f"“{bare}{mark}” said {speaker}." if mark else f"{speaker} said: “{bare}”"


def _plain_at(tokens: Sequence[str], at: int) -> bool:
    return bool(_PLAIN.fullmatch(tokens[at])) and tokens[at] not in _NOT_PLAIN


def _middle(words: str, run: int) -> tuple[list[str], int] | None:
    """Return the words, and where in their middle a run of plain ones begins with plain ones beside it."""
    tokens = words.split(" ")
    for at in range(len(tokens) // 3, len(tokens) - run - 3):
        if all(_plain_at(tokens, each) for each in range(at - 1, at + run + 1)):
            return tokens, at
    return None


def _exchanged(run: int, put_in: Sequence[str]) -> Callable[[str], str | None]:
    def change(words: str) -> str | None:
        found = _middle(words, run)
        if found is None:
            return None
        tokens, at = found
        return " ".join([*tokens[:at], *put_in, *tokens[at + run :]])

    return change


def _other_number(words: str) -> str | None:
    return _NUMBER.sub(lambda found: str(int(found[0]) + 1), words, count=1)


def _turned(words: str) -> str | None:
    if " not " in words:
        return words.replace(" not ", " ", 1)
    return _AUXILIARY.sub(r"\1 not", words, count=1)


def _cut(words: str) -> str | None:
    found = _middle(words, 2)
    if found is None or found[1] < LEAST - 1:
        return None
    return " ".join(found[0][: found[1] + 1])


_EDITS: dict[str, tuple[str, Callable[[str], str | None]]] = {
    "cut": ("verbatim", _cut),
    "spaces": ("typography_only", lambda words: words.replace(" ", "\u00a0", 2)),
    "ellipsis": ("marked_changes", _exchanged(2, ["…"])),
    "bracket": ("marked_changes", _exchanged(1, ["[those", "concerned]"])),
    "word dropped": ("altered", _exchanged(1, [])),
    "word put in": ("altered", _exchanged(0, ["surely"])),
    "word exchanged": ("altered", _exchanged(1, ["umbrellas"])),
    "number changed": ("altered", _other_number),
    "negation": ("altered", _turned),
    "mark exchanged": ("altered", lambda words: words.replace(", ", "; ", 1)),
}  # fmt: skip
