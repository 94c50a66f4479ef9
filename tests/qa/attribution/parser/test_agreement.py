"""Merging and grading: two extractors' records of one text, without the parser that makes one side."""

from __future__ import annotations

import pytest

from qa.attribution.parser.agreement import merge
from qa.attribution.parser.parsed_confidence import AGREED, ALONE, DOUBTED, PARSED
from qa.datatypes import Attribution, AttributionKind, Span

TEXT = "Quill said the ferry would sail in May. Reyes urged the council to wait, and Lund doubted it."


def record(rule: str, content: str, mention: str, cue: str, confidence: float = 0.5) -> Attribution:
    return Attribution((at(content),), at(mention), at(cue), None, AttributionKind.INDIRECT, rule, confidence)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


PLAIN = record("bare-clause", "the ferry would sail in May", "Quill", "said")


def test_the_same_content_and_mention_are_one_record_of_more_confidence() -> None:
    parsed = record("parsed-say-clause", "the ferry would sail", "Quill", "said")

    (one,) = merge(TEXT, [PLAIN], [parsed])

    assert (one.content, one.rule) == (PLAIN.content, "bare-clause")
    assert one.confidence == AGREED["bare-clause"] > ALONE["bare-clause"]


def test_the_same_content_of_somebody_else_is_one_record_of_less_confidence() -> None:
    parsed = record("parsed-say-clause", "the ferry would sail in May", "Reyes", "said")

    (one,) = merge(TEXT, [PLAIN], [parsed])

    assert one.mention == PLAIN.mention
    assert AGREED["bare-clause"] > one.confidence == DOUBTED["bare-clause"]


def test_what_only_the_default_extractor_finds_is_kept_and_graded_by_its_rule() -> None:
    (one,) = merge(TEXT, [PLAIN], [])

    assert (one.content, one.confidence) == (PLAIN.content, ALONE["bare-clause"])


def test_a_rule_without_a_measured_grade_keeps_the_confidence_it_has() -> None:
    rare = record("as-never-before", "the ferry would sail in May", "Quill", "said", confidence=0.77)

    assert merge(TEXT, [rare], []) == [rare]


def test_what_only_the_parse_finds_is_added_in_its_place_and_graded_by_its_rule() -> None:
    parsed = record("parsed-told-to", "to wait", "Reyes", "urged")
    last = record("object", "it.", "Lund", "doubted")

    found = merge(TEXT, [PLAIN, last], [parsed])

    assert [one.rule for one in found] == ["bare-clause", "parsed-told-to", "object"]
    assert found[1].confidence == PARSED["parsed-told-to"]


def test_a_parse_rule_that_was_seldom_right_does_not_speak_alone() -> None:
    assert merge(TEXT, [], [record("parsed-think-before", "to wait", "Reyes", "urged")]) == []


@pytest.mark.parametrize("content", ["sail in May", "May. Reyes urged the council"], ids=["inside", "across"])
def test_no_words_are_given_twice(content: str) -> None:
    parsed = record("parsed-say-clause", content, "Reyes", "urged")

    (one,) = merge(TEXT, [PLAIN], [parsed])

    assert one.content == PLAIN.content


def test_two_parses_of_the_same_words_are_one_record() -> None:
    parsed = record("parsed-told-to", "to wait", "Reyes", "urged")

    assert len(merge(TEXT, [], [parsed, parsed])) == 1


def test_of_one_verb_the_parse_cuts_an_object_better() -> None:
    plain = record("object", "the council to wait, and Lund doubted it", "Reyes", "urged")
    parsed = record("parsed-object", "the council", "Reyes", "urged")

    (one,) = merge(TEXT, [plain], [parsed])

    assert (one.content, one.rule) == ((at("the council"),), "parsed-object")
    assert one.confidence == PARSED["parsed-object"]


def test_records_without_a_letter_share_nothing() -> None:
    mark = Attribution(((38, 39),), None, None, None, AttributionKind.DIRECT, "dash", 0.5)

    assert len(merge(TEXT, [mark], [mark])) == 1


def test_a_content_of_many_pages_still_meets_what_stands_on_each() -> None:
    text = "word " * 2000
    whole = Attribution(((0, 9999),), None, None, None, AttributionKind.DIRECT, "transcript", 0.5)
    late = Attribution(((9000, 9004),), None, None, None, AttributionKind.INDIRECT, "parsed-say-that", 0.5)

    assert [one.rule for one in merge(text, [whole], [late])] == ["transcript"]
