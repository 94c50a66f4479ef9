"""Quotations are found in every typography, and apostrophes are not."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from qa.language.quotations import quotations
from qa.language.sentences import split

TYPICAL = st.text(alphabet=st.sampled_from(list("ab S.,\"'“”‘’`«»„\n")), max_size=60)


def quoted(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in quotations(text)]


@given(st.one_of(st.text(), TYPICAL))
@example("0\na“\na")
def test_quotations_lie_in_the_text_in_order_and_are_not_empty(text: str) -> None:
    last = 0
    paragraphs = split(text)
    for q in quotations(text):
        assert last <= q.start <= q.inner_start < q.inner_end <= q.end <= len(text)
        assert q.closed == (q.inner_end < q.end)
        # Lines broken to a width belong to one paragraph, so a quotation may go on over a line break there.
        assert any(p.start <= q.start and q.end <= p.end for p in paragraphs)
        assert "\n\n" not in text[q.start : q.end]
        last = q.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes" and “no”.', ["yes", "no"]),
        ("He said ``yes'' and ''no'' and `` so '' .", ["yes", "no", " so "]),
        ("«Oui», „ja“, »doch«.", ["Oui", "ja", "doch"]),
        ("“They cried ‘out’ and “in” again,” he said.", ["They cried ‘out’ and “in” again,"]),
        ("'It's fine,' he said. 'We're in.'", ["It's fine,", "We're in."]),
        ("'The Smiths' house burns,' he said.", ["The Smiths' house burns,"]),
        ("‘I’m goin’ home,’ she said.", ["I’m goin’ home,"]),
        ("The Smiths' house, rock 'n' roll, the '90s and 'em all.", []),
        ("the so-called 'boss' was late, the Smiths' house burnt", ["boss"]),
        ('A man 5\'10" tall and a board of 6" or so', []),
        ('He said " yes " and left .', [" yes "]),
        ('"He cried "out" again," she said.', ['He cried "out" again,']),
        ('“We won," he said, "again.” So?', ["We won,", "again."]),
        ('“He cried "out" again,” she said.', ['He cried "out" again,']),
        ("'' He cried, 'Out!''' she said. ''Yes.''", [" He cried, 'Out!'", "Yes."]),
        ("“We won,’’ he said. “Again.” ‘‘So?’’ she said.", ["We won,", "Again.", "So?"]),
        ("‘She said ‘no’’, he wrote.", ["She said ‘no’"]),
        # Typed the wrong way round.
        ("“We won,“ she said. “It is late.”", ["We won,", "It is late."]),
        ('"We won.“ The board left, “late” as ever.', ["We won.", "late"]),
        ("The best“ boat is “old,” he said.", ["old,"]),
        # The first is not closed: its other sentences may be nobody's words, but where they begin the next paragraph.
        ("“We won. Mr. Brandt was at the lock, “asleep.”", ["We won.", "asleep."]),
        ("“We won. It is late. “So we left,” he said.", ["We won. It is late. “So we left,"]),
        ("“We won the “cup and left,” he said.", ["We won the “cup and left,"]),
        ("” … they are not,” she said.", [" … they are not,"]),
    ],
)
def test_outermost_quotations_in_every_typography(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_two_single_marks_open_nothing() -> None:
    assert quotations("0“’’‘") == []


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "“One.\n\n“Two.\n\n“Three,” he said. More."

    found = quotations(text)

    assert quoted(text) == ["One.", "Two.", "Three,"]
    assert [q.closed for q in found] == [False, False, True]


def test_a_long_quotation_in_single_marks_opens_each_paragraph() -> None:
    text = "'One goes on.\n'Two ends,' he said."

    assert quoted(text) == ["One goes on.", "Two ends,"]


@pytest.mark.parametrize(
    "other", ["Brandt said: “No.”", "“No,” said Brandt.", "Brandt said that it was dry."]
)
def test_a_single_mark_that_nothing_closes_takes_in_nobody_elses_words(other: str) -> None:
    found = quoted(f"Ada Quill said: 'It leaks. We shall mend it. {other}\n\nA boat in Dene.")

    assert all("Brandt" not in each for each in found)


def test_single_marks_within_single_marks_end_nothing() -> None:
    text = "Hale said: 'It is a 'ports bill' that helps nobody. It's dear.'\n\n'They must be 'black or grey'.\n\n'Go.'"

    assert quoted(text) == [
        "It is a 'ports bill' that helps nobody. It's dear.",
        "They must be 'black or grey'.",
        "Go.",
    ]


def test_a_single_mark_after_a_colon_opens_a_quotation_up_to_its_end() -> None:
    text = "Ada Quill said: 'It leaks. I can't mend it.\n\nA boat in Dene.\n\n'Two ends,' she said."

    assert quoted(text) == ["It leaks. I can't mend it.", "Two ends,"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Hale said: 'It holds.'\n\n'It leaks,' said Hale. 'It is old. We saw it.\n\n'It is dear.'",
            ["It holds.", "It leaks,", "It is old. We saw it.", "It is dear."],
        ),
        ("'It is old.\n\nThe quay at noon\n\n'It leaks.'", ["It is old.", "It leaks."]),
        ("'It is old.\n\nThe quay was shut.\n\n'It leaks.'", ["It leaks."]),
        (
            "'We won for the Boys' Club, and twice.\n\n'It is the boats' fault.\n\n'They leak.'",
            ["We won for the Boys' Club, and twice.", "It is the boats' fault.", "They leak."],
        ),
    ],
    ids=["opened within", "a caption between", "a sentence between", "plurals"],
)
def test_a_single_mark_opens_a_quotation_that_the_next_paragraph_goes_on_with(
    text: str, expected: list[str]
) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    ["'It leaks\n\n" + " " * 9_000 + "x" * 9_000, "'It is. " + "The Boys' Club is old, " * 5_000],
    ids=["blanks below an open mark", "plurals after an open mark"],
)
def test_a_single_mark_that_nothing_closes_takes_no_time(text: str) -> None:
    before = time.process_time()

    quotations(text)

    assert time.process_time() - before < 0.5


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The quay is shut,” said Ada Quill.", ["The quay is shut,”"]),
        ("The quay is shut,“ said Ada Quill.", ["The quay is shut,“"]),
        ('It rained. The quay is shut," Ada Quill said.', ['The quay is shut,"']),
        ("“Go.” It rained. Is it shut?” she asked. “Yes.”", ["“Go.”", "Is it shut?”", "“Yes.”"]),
        ("He waited,” and left.", []),
        ("But plants can only do so much.,” Ada Quill said.", []),
        ("``It is late,’’ Quill said. ``Go.’’", ["``It is late,’’", "``Go.’’"]),
    ],
    ids=[
        "curly",
        "turned round",
        "straight",
        "between others",
        "nobody said it",
        "words are lacking",
        "single closing marks",
    ],
)
def test_a_quotation_without_an_opening_mark_begins_with_its_sentence(text: str, quoted: list[str]) -> None:
    assert [text[q.start : q.end] for q in quotations(text)] == quoted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We wait,’ said Ada Quill. “It is late,” said Tom Brandt.", ["We wait,", "It is late,"]),
        ("“It is ours,” said Ada Quill. “We wait,’ Mr. Brandt said.", ["It is ours,", "We wait,"]),
        ("\"We wait,' said Ada Quill, who left.", ["We wait,"]),
        ("“He cried, ‘No,’ said so and left.", ["He cried, ‘No,’ said so and left."]),
        ("“He cried, 'No,' said so and left.", ["He cried, 'No,' said so and left."]),
        ("“The dockers,’ Quill thought, were late.", ["The dockers,’ Quill thought, were late."]),
    ],
    ids=[
        "before another",
        "at the end",
        "straight",
        "a quotation within",
        "straight within",
        "nobody said it",
    ],
)
def test_a_double_mark_that_a_single_one_closes_by_mistake_ends_before_who_said_it(
    text: str, expected: list[str]
) -> None:
    assert quoted(text) == expected


def test_a_quotation_that_a_single_mark_closes_does_not_go_on_in_the_next_paragraph() -> None:
    first, second = quotations("“We wait,’ said Ada Quill.\n\nThe quay is shut,” said Tom Brandt.")

    assert (first.closed, second.closed) == (True, True)
