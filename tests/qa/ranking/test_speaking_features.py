from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from qa.archive.protocol import Said
from qa.attribution.extractor import extract
from qa.datatypes import Article
from qa.language.sentences import split
from qa.ranking.speaking import Asked
from qa.ranking.speaking_features import NAMES, Spans, measure_speaking

ASKED = Asked(frozenset({"Ada Quill"}), word="Quill")
WEIGHTS = np.asarray([1.0, 2.5], np.float32)
WORDS = ("pier", "ferries")
TEXTS = (
    '"The pier is shut," said Ada Quill. "The ferries are late," said Una Strand. Quill left the pier.',
    "Rain fell on the pier.",
    'Quill said that the ferries are late. "No ferries today, and no pier," she added. "Nonsense," said Una Strand.',
)


def said_in(text: str) -> list[Said]:
    return [(record, record.speaker) for record in extract(Article("a", text))]


def measured(texts: Sequence[str]) -> NDArray[np.float32]:
    """Measure each sentence, and each with the next one, of some texts at once."""
    spans: list[tuple[int, int, int]] = []
    places: list[tuple[int, int, int]] = []
    for number, text in enumerate(texts):
        sentences = [span for paragraph in split(text) for span in paragraph.sentences]
        for at, (start, end) in enumerate(sentences):
            spans += [(number, start, stop) for stop in (end, *(s[1] for s in sentences[at + 1 : at + 2]))]
        places += [
            (number, at, word)
            for word, form in enumerate(WORDS)
            for at in range(len(text))
            if text.startswith(form, at)
        ]
    of, starts, ends = np.asarray(spans, np.int64).T
    place_of, offsets, words = np.asarray(places, np.int64).T
    near = np.ones(len(of), np.float32)
    found = Spans(of, starts, ends, near, place_of, offsets, words)
    return measure_speaking(texts, [said_in(text) for text in texts], ASKED, found, WEIGHTS)


def test_articles_measured_together_have_the_features_that_each_has_alone() -> None:
    together = measured(TEXTS)

    assert together.any(axis=0).sum() > 8  # of the features, so many are something here
    assert np.array_equal(together, np.concatenate([measured([text]) for text in TEXTS]))


def test_a_span_has_the_share_of_its_characters_and_the_topic_that_are_the_asked_speakers() -> None:
    first = measured(TEXTS)[0]

    content = len('"The pier is shut,"')
    share = first[NAMES.index("own_share")]
    assert content - 2 <= share * len('"The pier is shut," said Ada Quill.') <= content
    assert first[NAMES.index("about_in_own")] == np.float32(1 / 3.5)  # "pier" weighs 1 of 3.5
    assert first[NAMES.index("other_share")] == 0
