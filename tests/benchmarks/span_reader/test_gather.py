"""How questions and texts that were split differently are put together, kept apart and mined. No repository is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.span_reader.near import Question, Window, choose, has_answer, windows_of
from tests.benchmarks.span_reader.overlap import Apart, kept_apart
from tests.benchmarks.span_reader.sources import Pair, Row, made_up
from tests.benchmarks.span_reader.squad_parts import Collection
from tests.benchmarks.span_reader.texts import Answer, find_answers, joined, placed, sentences_of, squeeze

LEVEE = "The levee above the old mill at Brackwater was raised by two metres in the spring of 1911."


def row(question: str, answer: str, context: str = LEVEE, source: str = "val") -> Row:
    return Row(context, question, find_answers(context, answer), "", source)


def test_tokens_are_joined_as_a_text_is_written() -> None:
    text, starts = joined("`` She did n't go -LRB- yet -RRB- , '' he said .".split())

    assert text == '"She didn\'t go (yet)," he said.'
    assert text[starts[1] :].startswith("She")


def test_a_range_of_tokens_becomes_the_span_in_the_joined_text() -> None:
    tokens = "It cost $ 63.1 million , he said .".split()

    answer = placed(tokens, 2, 4)

    assert answer == Answer("$63.1 million", 8)
    assert joined(tokens)[0][8:].startswith(answer.text)


def test_an_answer_is_found_whatever_its_marks_but_not_within_a_word() -> None:
    assert find_answers("Part of the U.S. Army", "u . s . army") == [Answer("U.S. Army", 12)]
    assert find_answers("Outcast", "cast") == []


def test_of_two_rows_with_a_question_and_its_answer_the_first_stays() -> None:
    collection = Collection()

    collection.add(row("Where was the levee raised?", "Brackwater"))
    collection.add(row("where was the levee raised ?", "brackwater"))
    collection.add(row("where was the levee raised ?", "the old mill"))

    assert [each.answers[0].text for each in collection.rows] == ["Brackwater", "the old mill"]


def test_an_unanswerable_question_goes_to_the_context_of_its_twin() -> None:
    collection = Collection()
    collection.add(row("When was the levee raised?", "1911"))

    collection.add_pair(Pair("when was the levee raised ?", "when was the levee razed ?", 0, 0, ""), [])

    assert collection.rows[-1] == Row(LEVEE, "when was the levee razed?", [], "", "unansq")


def test_a_twin_that_nobody_has_is_placed_by_its_answer_and_words() -> None:
    collection = Collection()
    collection.add(row("Where was the levee raised?", "Brackwater"))
    pair = Pair("by how many metres was the levee of brackwater raised ?", "by how many feet ?", 0, 0, "")

    collection.add_pair(pair, ["five"])
    assert len(collection.rows) == 1

    collection.add_pair(pair, ["two"])
    assert collection.rows[-1].question == "by how many feet?"


def test_a_question_on_a_sentence_gets_the_paragraph_that_has_it() -> None:
    paragraph = f"Rain had fallen for a month. {LEVEE}"
    collection = Collection()
    collection.add(row("How long had rain fallen?", "a month", paragraph))

    collection.add_on_sentence("nqg", "when was the levee raised ?", LEVEE.lower(), ["1911"])

    found = collection.rows[-1]
    assert found.context == paragraph
    assert found.answers == [Answer("1911", paragraph.index("1911"))]


def test_what_shares_a_question_or_a_sentence_with_a_set_is_dropped() -> None:
    shared_text = row("Where was the levee raised?", "Brackwater")
    shared_question = row("Who is Quill?", "a baker", "Quill is a baker.", "nqg")
    own = row("Who is Crane?", "a provost", "Crane is a provost.", "nqg")
    apart = Apart({squeeze("who is quill")}, [squeeze(f"Some words before. {LEVEE} And after.")])

    kept, dropped = kept_apart([shared_text, shared_question, own], apart)

    assert kept == [own]
    assert dropped == {"val": 1, "nqg": 1}


def test_a_window_has_whole_sentences_of_35_to_60_words() -> None:
    sentences = ["a " * 20, "b " * 20, "c " * 70]

    found = [window.text for window in windows_of(sentences, "here")]

    assert found == [f"{'a ' * 20} {'b ' * 20}"]


def test_half_of_an_answers_telling_words_make_a_window_no_near_miss() -> None:
    text = "The baker Ada Quill left."

    assert has_answer(text, ["Mayor Quill"])
    assert has_answer(text, ["the baker"])
    assert not has_answer(text, ["the mayor"])


def test_near_misses_are_of_other_contexts_and_one_of_each() -> None:
    question = Question("Who left?", ("own",), ("Quill",))
    windows = [
        Window(f"{name} stayed.", origin) for name, origin in zip("ABCD", ("own", "x", "x", "y"), strict=True)
    ]

    assert choose(question, [*windows, Window("Quill left.", "z")]) == ["B stayed.", "D stayed."]


def test_a_text_in_lower_case_is_split_at_each_stop_and_others_before_capitals() -> None:
    assert sentences_of("it rained. the levee held.") == ["it rained.", "the levee held."]
    assert sentences_of("The U.S. found it. It left.") == ["The U.S. found it.", "It left."]


def written(folder: Path, **question: str | None) -> Path:
    path = folder / "made_up.jsonl"
    article = {"title": "A new levee", "text": f"{LEVEE} Ada Quill paid.", "questions": [question]}
    path.write_text(json.dumps(article) + "\n", encoding="utf-8")
    return path


def test_a_made_up_article_is_read_with_the_places_of_its_answers(tmp_path: Path) -> None:
    (answered,) = made_up(written(tmp_path, q="who put up the money", a="Ada Quill"))
    (unanswered,) = made_up(written(tmp_path, q="When was the mill built?", a=None, near="1911"))

    assert answered.answers == [Answer("Ada Quill", answered.context.index("Ada Quill"))]
    assert (answered.question, answered.title, answered.source) == (
        "who put up the money",
        "A new levee",
        "made up",
    )
    assert unanswered.answers == []


@pytest.mark.parametrize("key", ["a", "near"])
def test_an_answer_that_does_not_stand_in_a_made_up_article_is_an_error(tmp_path: Path, key: str) -> None:
    path = written(tmp_path, **{"q": "Who paid?", "a": None, key: "Tom Brandt"})

    with pytest.raises(ValueError, match="A new levee: 'Tom Brandt' does not stand in the article"):
        list(made_up(path))


def test_all_made_up_articles_can_be_read() -> None:
    rows = list(made_up())

    assert len({row.context for row in rows}) == 1196
    assert 0.3 < sum(not row.answers for row in rows) / len(rows) < 0.4
