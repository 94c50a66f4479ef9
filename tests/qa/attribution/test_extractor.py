"""What the extractor finds in ordinary newspaper prose, and what every record keeps to."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa.attribution.confidence import CONFIDENCE
from qa.attribution.extractor import extract, find
from qa.datatypes import Article, Attribution, AttributionKind
from tests.budgets import examples

LEAD = "The levee vote\n\n"
"""A headline, so that the text under test is never taken for one."""

PIECES = """
Ada Quill|he|said|told|that|,|.|"|“|”|'|:|—|\n|who|according to|the levee|denied|declined to comment
|NAME:|''|(|)
|and|'s claim that|\ud800|\x00
"""
WORDS = st.sampled_from(PIECES.strip("\n").replace("\n|", "|").split("|"))


def records(text: str) -> list[tuple[str | None, list[str]]]:
    """Return mention and pieces of content of each record."""
    whole = LEAD + text
    return [
        (whole[slice(*one.mention)] if one.mention else None, [whole[a:b] for a, b in one.content])
        for one in find(Article("a", whole))
    ]


def only(text: str) -> Attribution:
    (one,) = find(Article("a", LEAD + text))
    return one


@settings(max_examples=examples(300))
@given(
    st.one_of(
        st.text(), st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map("".join)
    )
)
def test_every_span_lies_in_the_text_in_order_and_is_not_empty(text: str) -> None:
    for one in extract(Article("a", text, title=text[:20])):
        assert one.content
        assert all(0 <= start < end <= len(text) for start, end in one.content)
        assert all(a[1] <= b[0] for a, b in zip(one.content, one.content[1:], strict=False))
        for span in (one.mention, one.cue):
            assert span is None or 0 <= span[0] < span[1] <= len(text)
        assert 0 < one.confidence < 1


def test_headlines_in_a_list_of_sources_are_no_words_of_the_papers() -> None:
    sources = (
        '"Lock found shut" — Dene Star, August 15, 2008\n\n"It leaks, say divers" — Orsa Post, May 3, 2021\n'
    )

    assert find(Article("1", sources)) == []


@given(st.lists(WORDS, max_size=60).map(" ".join))
def test_records_stand_in_the_order_of_their_contents(text: str) -> None:
    starts = [one.start for one in find(Article("a", text))]

    assert starts == sorted(starts)


@pytest.mark.parametrize(
    ("text", "mention", "content"),
    [
        ('"It holds," Quill said.', "Quill", ['"It holds,"']),
        ("“It holds,” said Ada Quill, a senator.", "Ada Quill", ["“It holds,”"]),
        ("'' It holds , '' said Quill .", "Quill", ["'' It holds , ''"]),
        ("'It holds,' the senator told reporters.", "the senator", ["'It holds,'"]),
        ('"It holds," he said. "We built it."', "he", ['"It holds,"', '"We built it."']),
        ('"The levee," Quill said, "will hold."', "Quill", ['"The levee,"', '"will hold."']),
        ('Quill said: "It holds."', "Quill", ['"It holds."']),
        ('Quill wrote on Twitter, "It holds."', "Quill", ['"It holds."']),
        ('"Does it hold?" the mayor asked.', "the mayor", ['"Does it hold?"']),
        ("“It holds now.” — Ada Quill", "Ada Quill", ["“It holds now.”"]),
        ("“It holds now.” — Ada Quill, chair; May 3, 2021", "Ada Quill", ["“It holds now.”"]),
        ("“It holds now.” — Quill; 6 Nov. 2021", "Quill", ["“It holds now.”"]),
        ("“It holds now.” — **Ada Quill**, Dene Ferries", "Ada Quill", ["“It holds now.”"]),
        ("“It holds now.” — Dene Harbour Board Member Ada Quill", "Ada Quill", ["“It holds now.”"]),
        ("Quill said that the levee would hold.", "Quill", ["the levee would hold"]),
        ("Quill said Monday the levee would hold.", "Quill", ["the levee would hold"]),
        ("Quill told reporters on Monday that it would hold.", "Quill", ["it would hold"]),
        ("The levee will hold, Quill said.", "Quill", ["The levee will hold"]),
        ("The levee, Quill said, will hold.", "Quill", ["The levee", "will hold"]),
        ("The levee will hold, said Ada Quill, a senator.", "Ada Quill", ["The levee will hold"]),
        ("The levee will hold, according to Quill.", "Quill", ["The levee will hold"]),
        ("According to Quill, the levee will hold.", "Quill", ["the levee will hold"]),
        ("As Quill told reporters, the levee will hold.", "Quill", ["the levee will hold"]),
        ("Quill, a senator from Dover, said it would hold.", "Quill", ["it would hold"]),
        ("Quill (R-Ohio) said it would hold.", "Quill", ["it would hold"]),
        ("Quill on Monday night said it would hold.", "Quill", ["it would hold"]),
        (
            "A spokesman for the Quill campaign said it holds.",
            "A spokesman for the Quill campaign",
            ["it holds"],
        ),
        ("Orsa Foods, Inc. said it holds.", "Orsa Foods, Inc.", ["it holds"]),
        ("Orsa Foods, Ltd., said it holds.", "Orsa Foods, Ltd.", ["it holds"]),
        ("Ned Pryce, the head of Orsa Foods, Inc., said it holds.", "Ned Pryce", ["it holds"]),
        ("Quill urged the mayor to resign.", "Quill", ["the mayor to resign"]),
        ('Quill called Marsh "a coward."', "Quill", ['Marsh "a coward."']),
        ("Quill's claim that the levee was safe was wrong.", "Quill", ["the levee was safe"]),
    ],
)
def test_one_attribution_in_one_sentence(text: str, mention: str, content: list[str]) -> None:
    assert records(text) == [(mention, content)]


@pytest.mark.parametrize(
    ("text", "kind", "polarity"),
    [
        ('"It holds," Quill said.', AttributionKind.DIRECT, "said"),
        ('Quill said it was "a strong levee."', AttributionKind.MIXED, "said"),
        ("Quill said it would hold.", AttributionKind.INDIRECT, "said"),
        ("It will hold, according to Quill.", AttributionKind.ACCORDING, "said"),
        ("Quill declined to comment on the levee.", AttributionKind.DECLINED, "declined"),
        ("Quill did not respond to a request for comment.", AttributionKind.DECLINED, "declined"),
        ("Quill did not say whether it would hold.", AttributionKind.INDIRECT, "not"),
        ("Quill denied that it had leaked.", AttributionKind.DENIED, "denied"),
    ],
)
def test_kind_and_polarity(text: str, kind: AttributionKind, polarity: str) -> None:
    one = only(text)

    assert (one.kind, one.polarity) == (kind, polarity)


def test_every_rule_has_a_measured_confidence() -> None:
    text = (
        LEAD + "“It holds.” Quill said. The levee, she said, holds. Quill, who said it, denied it.\n“More.”"
    )

    assert all(one.rule in CONFIDENCE for one in find(Article("a", text)))


def test_the_names_in_and_around_a_content_are_its_targets() -> None:
    text = "Flood\n\nMarsh spoke first.\n\nThe mayor of Dover listened. Quill said Carla Brandt was wrong."

    (one,) = find(Article("a", text, title="Storm over Essex"))

    assert {(t.name, t.where) for t in one.targets} >= {
        ("Carla Brandt", "content"),
        ("Dover", "paragraph"),
        ("Marsh", "previous"),
        ("Essex", "title"),
    }


def test_extract_resolves_a_surname() -> None:
    text = "Ada Quill, the senator, came. The levee will hold, Quill said."

    assert [one.speaker for one in extract(Article("a", text))] == ["Ada Quill"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece", ['"', "'", "“", "A ", "he said ", "Quill said that ", "(a ", "according to "]
)
def test_endless_repetition_is_read_in_linear_time(piece: str) -> None:
    # A quadratic rule would need hours for this, so that simply finishing is the test.
    find(Article("a", piece * (300_000 // len(piece))))


def test_words_shared_in_a_post_are_the_sharers() -> None:
    text = "Anna Lindqvist won. Lindqvist shared in a social media post, “We will open the harbour in May.”"

    found = extract(Article(id="a", text=text))

    assert [(each.speaker, each.kind) for each in found] == [("Anna Lindqvist", AttributionKind.DIRECT)]


@pytest.mark.parametrize(
    "text",
    [
        "The broken quay, Quill, restated, previously reported separately.",
        "Ice broke the quay, the Ledger, noted reported.",
    ],
)
def test_a_report_at_the_end_is_not_cut_off_before_another_verb(text: str) -> None:
    for record in find(Article("a", text)):
        assert 0 <= record.start < record.end <= len(text)
