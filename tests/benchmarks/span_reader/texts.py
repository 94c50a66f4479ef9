"""Words, sentences and tokens: compare texts that were split and written differently, and put them together again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

LETTERS = re.compile(r"[^\W_]+")
_BORDER = re.compile(r"(?<=[.!?][\"’”)\]])\s+(?=[A-Z\"“(\[])|(?<=[.!?])\s+(?=[A-Z\"“(\[])")
_BORDER_IN_LOWER_CASE = re.compile(r"(?<=[.!?])\s+")
_BRACKETS = {"-lrb-": "(", "-rrb-": ")", "-lsb-": "[", "-rsb-": "]", "-lcb-": "{", "-rcb-": "}"}
_NO_SPACE_BEFORE = re.compile(r"(?:[.,;:?!%)\]}…]+|'s|'m|'d|'re|'ve|'ll|n't|'|’s|’)$", re.IGNORECASE)
_NO_SPACE_AFTER = {"(", "[", "{", "$", "£", "€", "#"}


@dataclass(frozen=True, slots=True)
class Answer:
    text: str
    answer_start: int


def squeeze(text: str) -> str:
    """Return letters and digits in lower case, so that neither marks nor the way of splitting words matter."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(LETTERS.findall(plain))


def words_of(text: str) -> set[str]:
    return set(LETTERS.findall(text.casefold()))


def sentences_of(text: str) -> list[str]:
    border = _BORDER_IN_LOWER_CASE if text == text.lower() else _BORDER
    return [each for each in (part.strip() for part in border.split(text)) if each]


def joined(tokens: Sequence[str]) -> tuple[str, list[int]]:
    """Join tokens as a text is written ("did n't ( say )": "didn't (say)"), and return where each of them starts."""
    text, starts, is_open, glue = "", [], False, True
    for raw in tokens:
        token = _BRACKETS.get(raw.lower(), raw)
        opens = token == "``" or (token == '"' and not is_open)
        closes = token == "''" or (token == '"' and is_open)
        if opens or closes:
            token, is_open = '"', opens
        tight = glue or closes or bool(_NO_SPACE_BEFORE.match(token))
        text += "" if tight else " "
        starts.append(len(text))
        text += token
        glue = opens or token in _NO_SPACE_AFTER
    return text, starts


def tidy(text: str) -> str:
    return joined(text.split())[0]


def find_answers(context: str, answer: str) -> list[Answer]:
    """Return the places of an answer's words in a context, whatever the marks and spaces between them."""
    words = LETTERS.findall(answer)
    if not words:
        return []
    pattern = r"(?<![^\W_])" + r"[\W_]*".join(re.escape(word) for word in words) + r"(?![^\W_])"
    return [Answer(found.group(), found.start()) for found in re.finditer(pattern, context, re.IGNORECASE)]


def placed(tokens: Sequence[str], first: int, last: int) -> Answer:
    """Return tokens `first` to `last`, as they stand in the joined text."""
    text, starts = joined(tokens)
    end = starts[last + 1] if last + 1 < len(starts) else len(text)
    return Answer(text[starts[first] : end].rstrip(), starts[first])
