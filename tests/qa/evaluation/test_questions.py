from __future__ import annotations

import pytest

from qa.errors import InputProblem
from qa.evaluation.questions import MAX_TOLD, Expected, read_questions


def test_a_question_alone_is_taken_as_answerable() -> None:
    assert read_questions([b'{"question": "Who?"}']) == [Expected("line 1", "Who?")]


def test_what_people_leave_out_or_write_in_short_is_understood() -> None:
    lines = [
        b'\xef\xbb\xbf{"id": 7, "question": "Who?", "answers": "Anna", "article_ids": "a.md"}\r\n',
        b"\n",
        b'{"question": "Why?", "answerable": false, "answers": null, "speaker": ""}',
    ]

    found = read_questions(lines)

    assert found == [
        Expected("7", "Who?", answers=("Anna",), article_ids=("a.md",)),
        Expected("line 3", "Why?", answerable=False),
    ]
    assert [each.judged for each in found] == [True, False]


def test_a_question_with_only_a_wrong_answer_is_not_known_to_have_a_right_one() -> None:
    wrong, known = read_questions(
        [
            b'{"question": "Who?", "not_answers": ["Bob"]}',
            b'{"question": "Who?", "not_answers": ["Bob"], "answers": ["Anna"]}',
        ]
    )

    assert wrong.answerable is None
    assert known.answerable is True


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{", "not JSON in UTF-8"),
        (b"\xff", "not JSON in UTF-8"),
        (b"[" * 100_000, "not JSON in UTF-8"),
        (b"[]", "not a JSON object"),
        (b"{}", "`question` is missing or empty"),
        (b'{"question": " "}', "`question` is missing or empty"),
        (b'{"question": "Who?", "answerable": "no"}', "`answerable` must be true, false or null"),
        (b'{"question": "Who?", "answers": [1]}', "`answers` must be a text or a list of texts"),
        (b'{"question": "Who?", "id": true}', "`id` must be a text or a whole number"),
        (b'{"question": "Who?", "speaker": 3}', "`speaker` must be a text"),
        (b'{"question": "Who?", "history": "x"}', "`history` must be a list of texts or of answers"),
    ],
    ids=[
        "cut off", "not UTF-8", "too deep", "a list", "no question", "an empty question", "answerable",
        "answers", "id", "speaker", "history",
    ],
)  # fmt: skip
def test_a_bad_line_is_named_with_its_number(line: bytes, reason: str) -> None:
    with pytest.raises(InputProblem, match="line 2: ") as caught:
        read_questions([b'{"question": "Who?"}', line])

    assert reason in str(caught.value)


def test_a_misspelt_key_is_named_and_any_other_is_allowed() -> None:
    with pytest.raises(InputProblem, match="line 1: `answer` is not known: did you mean `answers`"):
        read_questions([b'{"question": "Who?", "answer": "Ada Quill"}'])

    (question,) = read_questions(
        [b'{"question": "Who?", "answers": "Ada Quill", "kind": "short", "note": "easy"}']
    )
    assert question.answers == ("Ada Quill",)


def test_many_bad_lines_are_counted() -> None:
    with pytest.raises(InputProblem, match="and 5 more"):
        read_questions([b"{"] * (MAX_TOLD + 5))


def test_two_questions_of_one_id_are_refused() -> None:
    with pytest.raises(InputProblem, match="line 2: the id 'a'"):
        read_questions([b'{"id": "a", "question": "Who?"}', b'{"id": "a", "question": "Why?"}'])


def test_a_file_without_questions_is_refused() -> None:
    with pytest.raises(InputProblem, match="no questions"):
        read_questions([b"\n"])
