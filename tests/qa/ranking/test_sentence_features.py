import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.datatypes import Article, Passage, PassageHandle, StoredPassage, Version, VersionHandle
from qa.language.terms import located_terms
from qa.ranking import passage_words
from qa.ranking.passage_words import KnownStrings
from qa.ranking.question import AnalysedQuestion, AnswerType, analyse
from qa.ranking.sentence_features import Sentences, measure

_WORDS = (
    "harbour Harbor invent inventor Invented the not never United States Nation 1,200 1200 3.5 May 1987 because in "
    "Paris he However U.S. don't Mara Quill's quill Quill said, \n \n\n "
).split(" ")
_TEXTS = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=12).map(" ".join)
_STORIES = st.lists(
    st.tuples(_TEXTS, st.lists(_TEXTS.map(lambda text: f"{text}. "), min_size=1, max_size=6)),
    min_size=1,
    max_size=4,
)
_STARTS = st.sampled_from(("When", "How many", "Where", "Why", "Who", "What"))
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_VECTOR = np.asarray([0.6, 0.8], np.float32)


def _stored(number: int, title: str, sentences: list[str]) -> tuple[StoredPassage, Version]:
    text, spans = "", []
    for sentence in sentences:
        spans.append((len(text), len(text) + len(sentence.rstrip())))
        text += sentence
    article = Article(str(number), text, title)
    version = Version(VersionHandle(number), "a" * 10, article.sha256(), article)
    vectors = np.tile(_VECTOR, (len(spans), 1))
    return StoredPassage(
        PassageHandle(number), version.key, Passage(0, len(text), tuple(spans)), _VECTOR, vectors
    ), version


def _asked(text: str) -> AnalysedQuestion:
    return analyse(text, _VECTOR, {found: 2 for _, _, found in located_terms(text)}, 9)


def _rows(s: Sentences) -> list[dict[str, object]]:
    """Return what was measured of each sentence, as plain values."""
    return [
        {
            "hits": set(np.flatnonzero(s.hits[row]).tolist()),
            "exact": set(np.flatnonzero(s.exact[row]).tolist()),
            "alike": set(np.flatnonzero(s.alike[row]).tolist()),
            "pairs": set(np.flatnonzero(s.pairs[row]).tolist()),
            "numbers": set(np.flatnonzero(s.numbers[row]).tolist()),
            "counts": s.term_counts[row].tolist(),
            "words": int(s.words[row]),
            "tight": float(s.tight[row]),
            "new_digits": int(s.new_digits[row]),
            "places": [(at, term) for of, at, term in s.places.tolist() if of == row],
        }
        for row in range(len(s.words))
    ]


def _word_by_word(question: AnalysedQuestion, text: str, start: int) -> dict[str, object]:
    """Measure one sentence the slow way, as the arrays are defined."""
    located = located_terms(text)
    index = {found: at for at, found in enumerate(question.terms)}
    letters = {found[:5]: at for at, found in enumerate(question.terms) if len(found) >= 5}
    met = [(place, s, e, index[t]) for place, (s, e, t) in enumerate(located) if t in index]
    hits = {at for _, _, _, at in met}
    digits = [number.replace(",", "") for number in _NUMBER.findall(text)]
    pairs = {
        question.pairs.index((a, b))
        for first, _, _, a in met
        for second, _, _, b in met
        if 0 < second - first <= 3 and (a, b) in question.pairs
    }
    span = met[-1][0] - met[0][0] + 1 if met else 1
    return {
        "hits": hits,
        "exact": {at for _, s, e, at in met if text[s:e].casefold() == question.surfaces[at]},
        "alike": hits | {letters[t[:5]] for _, _, t in located if t not in index and t[:5] in letters},
        "pairs": pairs,
        "numbers": {question.numbers.index(each) for each in digits if each in question.numbers},
        "counts": [float(sum(at == term for *_, at in met)) for term in range(len(question.terms))],
        "words": len(located),
        "tight": float(np.float32(len(met) / span)) if len(met) > 1 else 0.0,
        "new_digits": sum(each not in question.numbers for each in digits),
        "places": [(start + s, at) for _, s, _, at in met],
    }


@pytest.mark.slow
@settings(max_examples=60)
@given(_STORIES, _STARTS, _TEXTS)
def test_all_sentences_at_once_are_measured_like_each_word_by_word(
    stories: list[tuple[str, list[str]]], start: str, about: str
) -> None:
    question = _asked(f"{start} {about}")
    stored = [_stored(number, *story) for number, story in enumerate(stories)]

    found = measure(question, [passage for passage, _ in stored], {v.key: v for _, v in stored})

    expected = [
        _word_by_word(question, version.article.text[s:e], s)
        for passage, version in stored
        for s, e in passage.passage.sentences
    ]
    assert _rows(found) == expected
    for n, (_, version) in enumerate(stored):
        own = [t for _, _, t in located_terms(version.article.title)]
        inside = found.term_counts[found.passage == n].sum(0)
        in_title = [own.count(t) for t in question.terms]
        assert found.title[n].tolist() == [count > 0 for count in in_title]
        assert found.counts[n].tolist() == (inside + in_title).tolist()
        assert found.passage_words[n] == len(own) + found.words[found.passage == n].sum()


def test_what_is_kept_of_a_passage_does_not_depend_on_the_question_that_asked_first() -> None:
    passage, version = _stored(
        0, "Harbor", ["The harbor opened in May 1987. ", "It cost 1,200 because Mara paid. "]
    )
    questions = [_asked(f"{start} did Mara open the harbor?") for start in ("When", "How much", "Why", "Who")]

    found = [measure(question, [passage], {version.key: version}) for question in questions]

    assert [question.answer_type for question in questions] == [
        AnswerType.TIME, AnswerType.NUMBER, AnswerType.REASON, AnswerType.PERSON,
    ]  # fmt: skip
    assert [each.has_type.tolist() for each in found] == [
        [True, False], [True, True], [False, True], [True, False],
    ]  # fmt: skip


def test_no_more_passages_are_kept_than_the_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passage_words, "MOST_PASSAGES", 3)
    strings = KnownStrings()
    for number in range(5):
        passage, version = _stored(number, "", [f"{number}. "])
        strings.passages([passage], {version.key: version})

    assert len(strings._passages) == 3


def test_strings_begin_again_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passage_words, "MOST_STRINGS", 3)
    passage, version = _stored(0, "Harbor", ["The harbor opened in May. "])
    versions = {version.key: version}
    before = passage_words.known_strings()
    measured = measure(_asked("When did the harbor open?"), [passage], versions)

    again = measure(_asked("When did the harbor open?"), [passage], versions)

    assert passage_words.known_strings() is not before
    assert _rows(again) == _rows(measured)
