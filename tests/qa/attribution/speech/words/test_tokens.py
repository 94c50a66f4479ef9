"""The sentences that hold a word are those of the whole text, taken apart in the same way."""

import re

import pytest

from qa.attribution.speech.words.tokens import Kind, paragraphs, sentences_with

TEXT = """Ada Quill backed the toll road. Nobody else did. “We are for it,” said Noor Brandt, of Orsa Foods, Inc., who
“backed it. Twice.” Its costs rose in 2021.Backed by none, it fell. “Why?” Quill fumed. They co-backed it
in the 5backed plan.

Mr. Vantor said nothing. Sale's over."""


@pytest.mark.parametrize("word", ["backed", "co", "sale", "nobody", "quill", "absent"])
def test_a_sentence_is_found_by_a_word_and_stays_the_same(word: str) -> None:
    every = [sentence for _, sentences in paragraphs(TEXT) for sentence in sentences]
    wanted = [
        sentence
        for sentence in every
        if any(token.kind is Kind.QUOTE for token in sentence.tokens)
        or word in re.findall(r"[^\W\d_]+", TEXT[sentence.start : sentence.end].lower())
    ]
    assert list(sentences_with(TEXT, {word})) == wanted
    assert len(wanted) < len(every)
