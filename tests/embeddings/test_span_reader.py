from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from safetensors.numpy import load_file, save_file

from embeddings import adaptation
from embeddings.adaptation import SPAN_READER
from embeddings.export import exported
from embeddings.loading import load_span_reader
from embeddings.model_files import ModelFolder
from embeddings.span_reader import LONGEST, MAX_TOKENS, ReadText, SpanReader
from tests.budgets import examples

TEXT = (
    "The old ferry was sold to a museum. Engineers opened the new bridge at Halden in 1931. "
    "Crossing it is free for cyclists."
)
OPENED = TEXT.index("Engineers"), TEXT.index(" Crossing")


@pytest.fixture(scope="session")
def reader() -> SpanReader:
    return load_span_reader()


def sentence_scores(read: ReadText, text: str) -> list[float]:
    starts = [0, *(place + 2 for place in range(len(text) - 2) if text[place : place + 2] == ". ")]
    scores = [read.best(start, end) for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return [score for score in scores if score is not None]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("When was the bridge at Halden opened?", 1),
        ("Who was the old ferry sold to?", 0),
        ("Who may cross the bridge for free?", 2),
    ],
)
def test_the_sentence_that_answers_reads_best(reader: SpanReader, question: str, place: int) -> None:
    (read,) = reader.read(question, [TEXT])

    assert int(np.argmax(sentence_scores(read, TEXT))) == place


def test_what_a_text_does_not_tell_reads_worse_than_what_it_tells(reader: SpanReader) -> None:
    told, untold = reader.read(
        "When was the bridge at Halden opened?", [TEXT, TEXT.replace("in 1931", "again")]
    )

    assert max(sentence_scores(told, TEXT)) > max(sentence_scores(untold, TEXT)) + 1


def test_scores_do_not_depend_on_what_else_is_read(reader: SpanReader) -> None:
    question = "When was the bridge opened?"
    (alone,) = reader.read(question, [TEXT])
    among = reader.read(question, ["Short.", TEXT, "Something else. " * 40])[1]

    assert alone.opening.tolist() == among.opening.tolist()
    assert alone.closing.tolist() == among.closing.tolist()
    assert (alone.none, alone.answers) == (among.none, among.answers)


def test_offsets_count_the_characters_of_the_text(reader: SpanReader) -> None:
    text = "Żółw 🐢 śpi. The tortoise of Łódź sleeps until noon."
    (read,) = reader.read("Until when does the tortoise sleep?", [text])

    assert read.starts.min() >= 0
    assert read.starts.max() < len(text)
    assert "noon" in {text[start : start + 4] for start in read.starts.tolist()}


def test_where_nothing_was_read_there_is_no_score(reader: SpanReader) -> None:
    long = "The committee met again. " * 200
    (read,) = reader.read("Who met?", [long])

    assert len(read.starts) < MAX_TOKENS
    assert read.best(len(long) - 20, len(long)) is None
    assert read.place(len(long) - 20, len(long)) == (len(long) - 20, len(long) - 20)
    assert read.best(0, 24) is not None


def test_the_best_answer_is_an_opening_and_a_closing_at_most_so_far_apart() -> None:
    # Worked out by hand: 5 + 4 is best, but its end comes before its start; 5 + 1 - 2 is left.
    read = ReadText(np.arange(4), np.float32([0, 0, 5, 0]), np.float32([4, 0, 0, 1]), none=2.0, answers=0.0)
    assert read.best(0, 4) == pytest.approx(4.0)
    assert read.best(0, 1) == pytest.approx(2.0)
    assert (read.place(0, 4), read.place(0, 3), read.place(1, 2)) == ((2, 4), (2, 3), (1, 2))

    far = np.zeros(LONGEST + 1, np.float32)
    opening, closing = far.copy(), far.copy()
    opening[0], closing[-1] = 3.0, 3.0
    whole = ReadText(np.arange(LONGEST + 1), opening, closing, none=0.0, answers=0.0)
    assert whole.best(0, LONGEST + 1) == pytest.approx(3.0)


@settings(max_examples=examples(25))
@given(question=st.text(max_size=2000), text=st.text(max_size=2000))
def test_any_text_can_be_read(reader: SpanReader, question: str, text: str) -> None:
    (read,) = reader.read(question, [text])

    assert len(read.starts) == len(read.opening) == len(read.closing)
    assert np.isfinite([read.none, read.answers]).all()


@pytest.mark.slow
def test_torch_reads_as_the_exported_model_does(packaged: ModelFolder, reader: SpanReader) -> None:
    on_torch = SpanReader(
        packaged.path / "tokenizer.json", adaptation.span_scores(packaged.path, SPAN_READER)
    )
    question = "When was the bridge opened?"
    (there,), (here,) = on_torch.read(question, [TEXT]), reader.read(question, [TEXT])

    # Torch adds in another order, and a last digit decides to which whole number an input is rounded.
    assert there.answers == pytest.approx(here.answers, abs=0.1)
    assert there.best(*OPENED) == pytest.approx(here.best(*OPENED), abs=0.2)


@pytest.mark.slow
def test_another_adaptation_is_another_export(packaged: ModelFolder, tmp_path: Path) -> None:
    other = tmp_path / "other.safetensors"
    tensors = load_file(SPAN_READER)
    tensors["head.bias"] = tensors["head.bias"] + 1
    save_file(tensors, other)

    plain = exported(packaged, (tmp_path,))
    adapted = exported(packaged, (tmp_path,), other)

    assert plain is not None
    assert adapted is not None
    assert plain.parent != adapted.parent
    shutil.rmtree(adapted.parent)
    assert exported(packaged, (tmp_path,), SPAN_READER) != adapted


def test_the_adaptation_stays_small_and_says_what_it_was_fitted_on() -> None:
    assert SPAN_READER.stat().st_size < 8_000_000
    header = SPAN_READER.read_bytes()[:20_000]
    assert b"fitted_on" in header
    assert b"CC BY-SA 4.0" in header
