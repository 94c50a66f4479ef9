from __future__ import annotations

import math
from collections.abc import Callable, Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.answers import QUOTE_WORDS
from qa.archive.scoring import K1, B
from qa.datatypes import Article
from qa.ranking.bm25 import bm25
from qa.ranking.features import ALL_NAMES, Candidates, candidates
from qa.ranking.question import analyse
from qa.ranking.retrieved import Retrieved
from qa.ranking.spans import MAX_SENTENCES
from tests.budgets import examples

Retrieve = Callable[..., Retrieved]

WORDS = st.lists(
    st.sampled_from(["lichen", "stone", "Varn", "the", "grows", "1931", "never", "slowly"]),
    min_size=1,
    max_size=45,
)
SENTENCE = st.builds(
    lambda words, mark: " ".join(words).capitalize() + mark, WORDS, st.sampled_from([".", "!", "?"])
)
PARAGRAPH = st.lists(SENTENCE, min_size=1, max_size=5).map(" ".join)
TEXT = st.lists(PARAGRAPH, min_size=1, max_size=6).map("\n\n".join)


def column(found: Candidates, name: str) -> list[float]:
    return [float(value) for value in found.features[:, ALL_NAMES.index(name)]]


def spans(retrieved: Retrieved, found: Candidates) -> list[str]:
    texts = []
    for row, owner in enumerate(found.passage):
        article = retrieved.versions[retrieved.passages[int(owner)].version_key].article
        texts.append(article.text[int(found.starts[row]) : int(found.ends[row])])
    return texts


def one(name: str, retrieved: Retrieved, words: str) -> float:
    """Return a feature of the span that is exactly these words."""
    found = candidates(retrieved)
    return column(found, name)[spans(retrieved, found).index(words)]


def test_bm25_matches_a_value_worked_out_by_hand() -> None:
    # "stone" stands in 3 of 10 passages: idf = ln(1 + 7.5 / 3.5) = 1.145132. In a passage of 100 words
    # against an average of 110 it occurs twice: norm = 1.2 * (0.25 + 0.75 * 100 / 110) = 1.118182, and
    # 1.145132 * 2 * 2.2 / (2 + 1.118182) = 1.615876.
    question = analyse("stone", np.asarray([1.0], np.float32), {"stone": 3}, 10)

    scores = bm25(
        question, np.asarray([[2], [0]], np.float32), np.asarray([100, 40], np.float32), average=110.0
    )

    assert (K1, B) == (1.2, 0.75)
    assert scores.tolist() == pytest.approx([1.615876, 0.0], abs=1e-5)


@settings(max_examples=examples(60))
@given(texts=st.lists(TEXT, min_size=1, max_size=3))
def test_a_span_is_up_to_three_whole_sentences_of_one_passage_and_up_to_sixty_words(
    retrieve: Retrieve, texts: Sequence[str]
) -> None:
    retrieved = retrieve("Where does lichen grow?", [Article(str(n), text) for n, text in enumerate(texts)])

    found = candidates(retrieved)

    seen = set()
    for row, text in enumerate(spans(retrieved, found)):
        owner = int(found.passage[row])
        sentences = retrieved.passages[owner].passage.sentences
        starts, ends = [start for start, _ in sentences], [end for _, end in sentences]
        first, last = starts.index(int(found.starts[row])), ends.index(int(found.ends[row]))
        assert 0 <= last - first < MAX_SENTENCES
        assert first == last or len(text.split()) <= QUOTE_WORDS
        seen.add((owner, first, last))
    assert len(seen) == len(found.passage)
    singles = {
        (owner, at, at)
        for owner, p in enumerate(retrieved.passages)
        for at in range(len(p.passage.sentences))
    }
    assert singles <= seen


@settings(max_examples=examples(60))
@given(texts=st.lists(st.text(max_size=200), max_size=3), question=st.text(max_size=60))
def test_every_feature_of_any_text_is_a_finite_number(
    retrieve: Retrieve, texts: Sequence[str], question: str
) -> None:
    found = candidates(retrieve(question, [Article(str(n), text) for n, text in enumerate(texts)]))

    assert found.features.shape == (len(found.passage), len(ALL_NAMES))
    assert np.isfinite(found.features).all()


def test_features_do_not_depend_on_the_order_in_which_passages_were_proposed(retrieve: Retrieve) -> None:
    texts = ["Lichen grows on stone. It is slow.", "Stone is cold.", "Varn has no lichen. None at all."]
    articles = [Article(str(n), text) for n, text in enumerate(texts)]
    question = "Does lichen grow in Varn?"
    there, back = retrieve(question, articles), retrieve(question, articles[::-1])

    one_way = dict(zip(spans(there, candidates(there)), candidates(there).features.tolist(), strict=True))
    other_way = dict(zip(spans(back, candidates(back)), candidates(back).features.tolist(), strict=True))

    assert one_way == other_way


def test_cover_is_the_share_of_the_words_of_the_question_that_a_span_holds(retrieve: Retrieve) -> None:
    retrieved = retrieve("lichen basalt", [Article("a", "Lichen grows. Basalt is dark. Nothing is here.")])

    # Both words stand in the one passage, so they weigh the same.
    assert one("cover_span", retrieved, "Lichen grows.") == pytest.approx(0.5)
    assert one("cover_span", retrieved, "Lichen grows. Basalt is dark.") == pytest.approx(1.0)
    assert one("cover_span", retrieved, "Nothing is here.") == 0.0
    assert one("cover_near", retrieved, "Lichen grows.") == pytest.approx(1.0)
    assert one("cover_passage", retrieved, "Nothing is here.") == pytest.approx(1.0)


def test_words_of_a_title_and_words_of_a_span_are_counted_apart(retrieve: Retrieve) -> None:
    retrieved = retrieve("lichen stone", [Article("a", "Stone is cold.", title="Lichen on churches")])

    # Lichen stands in no passage, stone in the only one: ln(1 + 1.5 / 0.5) against ln(1 + 0.5 / 1.5).
    lichen = math.log(4) / (math.log(4) + math.log(4 / 3))
    assert one("cover_title", retrieved, "Stone is cold.") == pytest.approx(lichen)
    assert one("cover_span", retrieved, "Stone is cold.") == pytest.approx(1 - lichen)


def test_a_date_answers_when_and_a_number_how_many(retrieve: Retrieve) -> None:
    articles = [Article("a", "The mill burned in March 1931. The mill had nine floors. The mill was loud.")]

    when = retrieve("When did the mill burn?", articles)
    many = retrieve("How many floors did the mill have?", articles)

    assert one("type_time", when, "The mill burned in March 1931.") == 1.0
    assert one("type_time", when, "The mill was loud.") == 0.0
    assert one("type_number", many, "The mill had nine floors.") == 1.0
    assert one("type_number", many, "The mill was loud.") == 0.0
    assert one("type_number", when, "The mill had nine floors.") == 0.0


def test_a_number_that_the_question_gives_is_not_new(retrieve: Retrieve) -> None:
    articles = [Article("a", "In 1931 it burned. It was rebuilt in 1934.")]

    retrieved = retrieve("When was the mill that burned in 1931 rebuilt?", articles)

    assert one("new_time", retrieved, "In 1931 it burned.") == 0.0
    assert one("new_time", retrieved, "It was rebuilt in 1934.") == 1.0


def test_a_negation_on_one_side_only_is_seen(retrieve: Retrieve) -> None:
    articles = [Article("a", "The dam is safe. The dam isn’t safe.")]

    affirmed = retrieve("Is the dam safe?", articles)
    negated = retrieve("Is the dam not safe?", articles)

    assert one("negation_differs", affirmed, "The dam is safe.") == 0.0
    assert one("negation_differs", affirmed, "The dam isn’t safe.") == 1.0
    assert one("negation_differs", negated, "The dam isn’t safe.") == 0.0


def test_a_sentence_that_leans_on_the_one_before_is_marked_unless_that_is_shown_too(
    retrieve: Retrieve,
) -> None:
    retrieved = retrieve("Is lichen slow?", [Article("a", "Lichen grows. It is slow.")])

    assert one("leans", retrieved, "It is slow.") == 1.0
    assert one("leans", retrieved, "Lichen grows. It is slow.") == 0.0


def test_no_passages_give_no_candidates(retrieve: Retrieve) -> None:
    assert len(candidates(retrieve("Where?", [])).passage) == 0


def test_a_word_that_begins_like_one_of_the_question_counts_as_alike(retrieve: Retrieve) -> None:
    found = retrieve("Who invented the loom?", [Article("a", "The inventor was Ada Pell.")])

    assert one("cover_span", found, "The inventor was Ada Pell.") == 0.0
    assert one("alike_span", found, "The inventor was Ada Pell.") > 0.0


def test_words_that_stand_together_are_tighter_than_words_that_stand_apart(retrieve: Retrieve) -> None:
    together, apart = "The red harbour burned.", "The red ship came to no harbour."
    found = retrieve("red harbour", [Article("a", f"{together}\n\n{apart}")])

    assert one("tight", found, together) == 1.0
    assert 0.0 < one("tight", found, apart) < 1.0


def test_only_numbers_that_the_question_does_not_give_are_new(retrieve: Retrieve) -> None:
    text = "In 1931 the bridge cost 40 crowns."
    found = retrieve("What did the bridge cost in 1931?", [Article("a", text)])

    assert one("new_digits", found, text) == pytest.approx(np.log1p(1))
