"""What one parsed sentence reports."""

from __future__ import annotations

import pytest

from qa.attribution.parser.parsed_clauses import Reported, reported
from qa.attribution.parser.parsing import Parser, open_parser

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def parser() -> Parser:
    return open_parser()


def of(parser: Parser, text: str) -> list[Reported]:
    (words,) = parser.parse([text])
    opening = text.find("“")
    return list(reported(words, [(opening, text.index("”") + 1)] if opening >= 0 else []))


@pytest.mark.parametrize(
    ("text", "mention", "content", "rule", "polarity"),
    [
        ("Quill said that the pier is shut.", "Quill", "the pier is shut", "parsed-say-that", "said"),
        ("The pier is shut, Quill said.", "Quill", "The pier is shut", "parsed-say-before", "said"),
        ("Quill promised to open the pier.", "Quill", "to open the pier", "parsed-to", "said"),
        ("Quill urged the council to wait.", "Quill", "to wait", "parsed-told-to", "said"),
        ("Quill criticized the new toll.", "Quill", "the new toll", "parsed-object", "said"),
        ("Quill did not say that the pier is safe.", "Quill", "the pier is safe", "parsed-say-that", "not"),
        (
            "Reyes, who said the pier is safe, left.",
            "Reyes, who",
            "the pier is safe",
            "parsed-say-clause",
            "said",
        ),
    ],
    ids=["that", "before", "infinitive", "hearer", "object", "negated", "relative"],
)
def test_a_frame_gives_mention_content_and_polarity(
    text: str, mention: str, content: str, rule: str, polarity: str, parser: Parser
) -> None:
    (one,) = of(parser, text)

    assert text[slice(*one.mention)] == mention
    assert [text[a:b] for a, b in one.content] == [content]
    assert (one.rule, one.polarity) == (rule, polarity)


def test_a_content_that_begins_in_a_quotation_ends_with_it(parser: Parser) -> None:
    text = (
        "Reyes tweeted, “The pier is ours. All of it! Come and see, friends, for yourselves, when it opens.”"
    )

    (one,) = of(parser, text)

    assert one.content[0][0] <= text.index("“")
    assert one.content[-1][1] == len(text)


def test_verbs_inside_a_quotation_report_nothing(parser: Parser) -> None:
    assert of(parser, "“Quill said that the pier is shut.”") == []
