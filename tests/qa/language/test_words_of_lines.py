import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.language.terms import split_words
from qa.language.words_of_lines import Lines

_PIECES = (
    "U.S.",
    "a",
    "B",
    "é",
    "É",
    "ß",
    "7",
    "٣",
    "½",
    "_",
    ".",
    ",",
    "'",
    "’",
    "“",
    "-",
    " ",
    "\n",
    "中",
    "\ud800",
)
_TEXTS = st.lists(
    st.lists(st.sampled_from(_PIECES), max_size=12).map("".join) | st.text(max_size=20), max_size=4
)
_CAPITAL_WORD = re.compile(r"(?<![.!?“\"‘'\n] )(?<!^)\b[A-Z][\w’'-]+", re.M)
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@given(_TEXTS)
def test_words_of_lines_are_those_of_each_text(texts: list[str]) -> None:
    lines = Lines(texts)

    found = [
        (line, start - lines.begins[line], end - lines.begins[line], word)
        for line, start, end, word in zip(
            lines.line_of(lines.starts).tolist(),
            lines.starts.tolist(),
            lines.ends.tolist(),
            lines.words,
            strict=True,
        )
    ]
    expected = [
        (line, start, end, word)
        for line, text in enumerate(texts)
        for word, start, end in zip(*split_words(text), strict=True)
    ]
    assert found == expected


@given(_TEXTS)
def test_capitalised_words_and_numbers_are_what_expressions_find(texts: list[str]) -> None:
    lines = Lines(texts)

    for (starts, found), pattern in ((lines.capital_words, _CAPITAL_WORD), (lines.numbers, _NUMBER)):
        expected = list(pattern.finditer(lines.text))
        assert found == [match[0] for match in expected]
        assert starts.tolist() == [match.start() for match in expected]


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["."], ["A.B"]], ids=str)
def test_texts_of_few_characters_have_their_words(texts: list[str]) -> None:
    lines = Lines(texts)

    assert lines.words == [word for text in texts for word in split_words(text)[0]]
    assert np.all(lines.starts < lines.ends)
