"""Own words: what of a record's content the speaker's mouth said, without the marks around it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.attribution.extractor import extract
from qa.attribution.parser.agreement import merge
from qa.datatypes import Article, Attribution, AttributionKind
from qa.language.quotations import quotations

LEAD = "The levee\n\n"


def own(text: str) -> list[list[str]]:
    whole = LEAD + text
    return [[whole[a:b] for a, b in one.own_words] for one in extract(Article("a", whole))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The levee holds,” Ada Quill said.", ["The levee holds,"]),
        ("“The levee holds,” Ada Quill said. “It is new.”", ["The levee holds,", "It is new."]),
        ("Ada Quill said the levee was “a fine wall” and new.", ["a fine wall"]),
        ("Ada Quill called it 'a fine wall', and went home.", ["a fine wall"]),
        ("Ada Quill said: \"The 'fine' levee holds.\"", ["The 'fine' levee holds."]),
        ("Ada Quill denied the claim as “nonsense from end to end”.", ["nonsense from end to end"]),
        ("“The levee holds,\n\n“and it is new,” Ada Quill said.", ["The levee holds,", "and it is new,"]),
        ("Ada Quill writes:\n\nThe levee holds. It is new.", ["The levee holds. It is new."]),
        ("The levee held — Ada Quill (@adaquill) March 3, 2026", ["The levee held"]),
        ("“The levee held.” — Ada Quill", ["The levee held."]),
    ],
)
def test_what_stands_in_marks_or_apart_is_the_speakers_own(text: str, words: list[str]) -> None:
    assert own(text)[-1] == words


@pytest.mark.parametrize(
    "text",
    [
        "Ada Quill said the levee holds.",
        "According to Ada Quill, the levee holds.",
        "Ada Quill declined to comment.",
        "Ada Quill denied that the levee leaked.",
        "Ada Quill said that Ivo Brandt called the levee “a ruin”.",
        "Ada Quill said Brandt had told her “not to mind the levee at all”.",
        "Ada Quill promised to mend the levee.",
    ],
)
def test_nothing_that_is_retold_is_the_speakers_own(text: str) -> None:
    assert own(text)[-1] == []


def test_all_of_an_answer_and_of_a_line_in_a_transcript_is_own() -> None:
    talk = "MS. QUILL: It holds.\n\nMR. BRANDT: It does not.\n\nMS. QUILL: It does."

    assert own(talk) == [["It holds."], ["It does not."], ["It does."]]


def assert_own(text: str) -> None:
    inner = [(q.inner_start, q.inner_end) for q in quotations(text)]
    for one in extract(Article("a", text)):
        assert list(one.own_words) == sorted(one.own_words)
        for (_, end), (start, _) in zip(one.own_words, one.own_words[1:], strict=False):
            assert end <= start
        for start, end in one.own_words:
            assert any(a <= start < end <= b for a, b in one.content)
            assert text[start] not in '“”"' and text[end - 1] not in '“”"'
            assert one.rule in WHOLE or any(a <= start and end <= b for a, b in inner)
        if one.kind is AttributionKind.INDIRECT:
            assert not one.own_words


WHOLE = ("transcript", "interview", "block", "question", "dash")


def test_own_words_of_the_seeds_lie_in_content_and_in_marks() -> None:
    for path in sorted(Path("seeds").rglob("*.md")):
        assert_own(path.read_text(encoding="utf-8"))


PIECES = "Ada Quill|he|said|called it|that|,|.|“|”|\"|'|:|MS. QUILL:|MR. BRANDT:|Q:|A:|—|the levee|held|\n|\n\n".split(
    "|"
)


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_own_words_of_any_text_lie_in_content_and_in_marks(pieces: list[str]) -> None:
    assert_own("Ada Quill met Ivo Brandt.\n\n" + " ".join(pieces))


def test_a_mark_alone_in_quotation_marks_is_no_word() -> None:
    assert_own("Ada Quill met Ivo Brandt.\n\nAda Quill said “ , ")


def test_a_joined_record_keeps_the_own_words_of_the_content_it_has() -> None:
    text = "Quill called the plan “a fine wall”, and left."
    a, b = text.index("the plan"), text.index("“")
    kind = AttributionKind.MIXED
    plain = Attribution(
        ((a, b + 13),), (0, 5), (6, 12), None, kind, "call-as", 0.5, own_words=((b + 1, b + 12),)
    )
    parsed = Attribution(
        ((b, b + 13),), (0, 5), (6, 12), None, kind, "parsed-call", 0.5, own_words=((b + 1, b + 12),)
    )

    (one,) = merge(text, [plain], [parsed])

    assert [text[s:e] for s, e in one.own_words] == ["a fine wall"]
