from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.attribution.name_confidence import CONSTANT, WEIGHTS, name_confidence
from qa.datatypes import Article, Attribution

CERTAIN = [
    ("full-name", "“The harbour stays open,” Ada Quill said on Monday.", "Ada Quill"),
    (
        "surname-after-the-full-name",
        "Ada Quill runs the ferries. “The harbour stays open,” Quill said on Monday.",
        "Ada Quill",
    ),
    (
        "pronoun-right-after-the-name",
        "Ada Quill came back to the harbour on Monday. “We sail at noon,” she said.",
        "Ada Quill",
    ),
    (
        "pronoun-after-own-words",
        "“We sail at noon,” Ada Quill said on Monday. “The tide is on our side,” she added.",
        "Ada Quill",
    ),
    ("body", "“The harbour stays open,” the Ports Authority said on Monday.", "Ports Authority"),
    ("known-body-of-one-word", "“The harbour stays open,” NATO said on Monday.", "NATO"),
    (
        "one-word-that-comes-back",
        "The fleet of Selkie is old. “We will sail,” Selkie said. The ships of Selkie are grey, and the captains of "
        "Selkie are tired.",
        "Selkie",
    ),
    ("label", "QUILL: The harbour stays open.\n\nSTRAND: I doubt that.\n\nQUILL: It does.", "Quill"),
]

DOUBTFUL = [
    (
        "pronoun-after-others",
        "Ada Quill met Una Strand and Vera Holt of the Ports Authority at the Harwick Institute, where Strand and Holt "
        "had spoken to the Dene Council. Then she said that the harbour would close.",
    ),
    (
        "pronoun-far-from-the-name",
        "Ivo Brandt runs the Harwick Institute. The Ports Authority pays for it. The roof leaks. The Dene Council sent "
        "a builder. Rain came in. The floor was wet for days. It has dried by now. He said that it was not his fault.",
    ),
    ("word-that-may-be-no-name", "Selkie said that the ferry would sail at noon."),
    (
        "pronoun-of-somebody-with-one-name",
        "Mr. Selkie came back to Harwick on Monday. “We sail at noon,” he said.",
    ),
    (
        "I-in-doubtful-words",
        "Selkie told the court on Monday: “I said that the ferry would sail at noon.”",
    ),
]


def said(text: str) -> list[Attribution]:
    found = [record for record in extract(Article("a", text)) if record.speaker]
    assert found
    return found


@pytest.mark.parametrize(("text", "name"), [each[1:] for each in CERTAIN], ids=[each[0] for each in CERTAIN])
def test_a_name_that_nothing_speaks_against_is_certain(text: str, name: str) -> None:
    assert [(record.speaker, record.certain) for record in said(text) if record.speaker == name][-1:] == [
        (name, True)
    ]


@pytest.mark.parametrize("text", [each[1] for each in DOUBTFUL], ids=[each[0] for each in DOUBTFUL])
def test_a_name_that_something_speaks_against_is_not_certain(text: str) -> None:
    assert [record.certain for record in said(text)][-1] is False


def test_a_record_without_a_name_leaves_nothing_to_doubt() -> None:
    (record,) = extract(Article("a", "Officials said that the ferry would sail at noon."))

    assert record.speaker is None
    assert record.name_confidence == 1.0


def test_a_probability_matches_a_value_worked_out_by_hand() -> None:
    # 1 / (1 + exp(-(3.29 - 0.33 - 0.91 * 0.5))) = 1 / (1 + exp(-2.505)) = 0.9245
    assert name_confidence({"pronoun": 1.0, "far": 0.5}) == pytest.approx(0.9245, abs=1e-3)
    assert name_confidence({}) == pytest.approx(0.9641, abs=1e-3)


def test_every_sign_speaks_against_a_name() -> None:
    assert CONSTANT > 0
    assert max(WEIGHTS.values()) <= 0


def test_signs_of_a_long_article_are_read_in_linear_time() -> None:
    text = "Selkie said that Una Strand left. She said that it rained. Quorn told Vera Holt to go. " * 2_000

    assert len(extract(Article("a", text))) > 3_000
