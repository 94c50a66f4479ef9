from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from embeddings.encoder import Encoder
from qa.datatypes import PASSAGE_CHARACTERS, PASSAGE_PIECES, PASSAGE_WORDS, Article
from qa.ingest.chunking import chunk, embedded
from qa.language.clauses import clauses
from qa.language.quotations import quotations
from qa.language.sentences import split

LIMIT = 256
SEEDS = Path(__file__).parents[3] / "seeds"

PIECES = [
    "The mayor spoke. ",
    '"We will build it. We will. ',
    'Trust us," she said. ',
    "\n",
    "\n\n",
    "\r\n",
    "x" * 40,
]


def words(texts: Sequence[str]) -> list[int]:
    return [len(text.split()) for text in texts]


def article(text: str, title: str = "") -> Article:
    return Article(id="a", text=text, title=title)


@given(
    st.one_of(st.text(max_size=400), st.lists(st.sampled_from(PIECES), max_size=60).map("".join)),
    st.integers(min_value=4, max_value=60),
)
def test_passages_hold_every_sentence_once_and_in_order(text: str, limit: int) -> None:
    passages = chunk(article(text, "A title"), words, limit)

    held = [span for passage in passages for span in passage.sentences]
    sentences = [span for paragraph in split(text) for span in paragraph.sentences]
    assert held == [part for span in sentences for part in clauses(text, span)]
    for before, after in pairwise(passages):
        assert before.end <= after.start
    for passage in passages:
        assert (passage.start, passage.end) == (passage.sentences[0][0], passage.sentences[-1][1])


@given(st.text(max_size=400), st.text(max_size=300))
def test_what_is_embedded_has_the_passages_sentences_at_its_spans(text: str, title: str) -> None:
    source = article(text, title)

    for passage in chunk(source, words, LIMIT):
        shown = embedded(source, passage)
        assert [shown.text[start:end] for start, end in shown.spans] == [
            text[start:end] for start, end in passage.sentences
        ]


def test_a_headline_above_the_text_is_no_sentence() -> None:
    text = "Mayor opens  bridge\n\nThe bridge was opened on Monday."

    (passage,) = chunk(article(text, "MAYOR opens bridge"), words, LIMIT)

    assert text[passage.start : passage.end] == "The bridge was opened on Monday."


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("The bridge was opened.", "The bridge was opened.\nNobody came."),
        ("Mayor opens bridge", "Mayor opens bridge"),
        ("Mayor opens bridge", "Mayor opens bridge today\nNobody came."),
        ("Nobody came", "The bridge was opened.\nNobody came"),
        ("", "Mayor opens bridge\nNobody came."),
    ],
    ids=["a sentence that became the title", "nothing else", "it says more", "not above", "no title"],
)
def test_what_is_more_than_the_title_is_kept(title: str, text: str) -> None:
    (passage,) = chunk(article(text, title), words, LIMIT)

    assert (passage.start, passage.end) == (0, len(text))


def test_short_paragraphs_share_a_passage() -> None:
    text = "\n\n".join(f"Paragraph number {i} is short." for i in range(8))

    assert len(chunk(article(text), words, LIMIT)) == 1


def test_a_paragraph_that_does_not_fit_begins_a_passage() -> None:
    first, second = "One two three four. " * 40, "Five six seven. " * 40

    passages = chunk(article(f"{first}\n{second}"), words, LIMIT)

    assert [passage.start for passage in passages] == [0, len(first) + 1]


def test_a_passage_is_not_cut_inside_a_quotation() -> None:
    before = "The council met on the first Monday of the month. " * 18
    quotation = (
        '"' + "We have listened to everyone who came here tonight. " * 6 + 'And we will act," she said.'
    )
    text = before + quotation

    passages = chunk(article(text), words, LIMIT)

    assert len(passages) > 1
    for quote in quotations(text):
        assert any(passage.start <= quote.start and quote.end <= passage.end for passage in passages)


def test_a_quotation_that_alone_is_too_long_is_cut_between_sentences() -> None:
    text = '"' + "We have listened to everyone who came here tonight. " * 60 + 'And we will act," she said.'

    passages = chunk(article(text), words, LIMIT)

    assert len(passages) > 1
    assert all(words([text[p.start : p.end]])[0] <= PASSAGE_PIECES for p in passages)


def test_a_sentence_that_is_too_long_is_a_passage_of_its_own() -> None:
    long = "Many " + "more " * 500 + "words."
    text = f"A short one. {long} Another short one."

    passages = chunk(article(text), words, LIMIT)

    assert long in [text[passage.start : passage.end] for passage in passages]


def test_a_long_sentence_with_semicolons_is_cut_only_when_it_does_not_fit() -> None:
    fits, does_not = "It may be so; " * 40 + "we shall see.", "It may be so; " * 80 + "we shall see."

    assert len(chunk(article(fits), words, LIMIT)) == 1
    assert len(chunk(article(does_not), words, LIMIT)) > 1


def test_a_long_paragraph_is_cut_into_even_parts() -> None:
    text = "One two three four five. " * 42

    sizes = [words([text[p.start : p.end]])[0] for p in chunk(article(text), words, LIMIT)]

    assert max(sizes) - min(sizes) <= 10


def test_the_title_takes_its_room() -> None:
    text = "One two three four five. " * 60
    title = "word " * 40

    passages = chunk(article(text, title), words, 120)

    assert all(words([embedded(article(text, title), p).text])[0] <= 118 for p in passages)


def test_another_title_or_other_sentence_borders_make_another_input() -> None:
    one, two = article("He left. She stayed.", "A"), article("He left. She stayed.", "B")
    (passage,) = chunk(one, words, LIMIT)

    assert embedded(one, passage).sha() != embedded(two, passage).sha()
    assert embedded(one, passage).sha() == embedded(one, passage).sha()


def test_the_length_of_passages_in_words_and_characters_follows_from_that_in_word_pieces(
    encoder: Encoder,
) -> None:
    seeds = [article(path.read_text("utf-8").split("---", 2)[2]) for path in sorted(SEEDS.glob("*.md"))]
    texts = [
        seed.text[passage.start : passage.end]
        for seed in seeds
        for passage in chunk(seed, encoder.count_tokens, encoder.identity.max_tokens)
    ]

    assert mean(len(text.split()) for text in texts) == pytest.approx(PASSAGE_WORDS, rel=0.25)
    assert mean(len(text) for text in texts) == pytest.approx(PASSAGE_CHARACTERS, rel=0.25)
    assert max(encoder.count_tokens(texts)) <= PASSAGE_PIECES <= encoder.identity.max_tokens
