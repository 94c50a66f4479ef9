"""Known edits of the quotations of whole articles are called what they are."""

from __future__ import annotations

from qa.datatypes import Article
from tests.qa.drafts.conftest import checker
from tests.qa.drafts.real_edits import edits_of, statements_of

TEXT = """The council of Westerhaven met on Monday to speak about the old harbour.

“The harbour is open to all fishing boats of the coast, and the town will pay 40 crowns for every boat,” said Anna \
Lindqvist, the mayor.

Peter Okafor said: "We have read the plan of the council with great care, and it's the town's own money."

“There will be a new quay for the boats of the coast guard by spring,” if the county pays, said Anna Lindqvist.
"""


def test_the_quotations_of_an_article_are_known_with_the_speakers_beside_them() -> None:
    found = statements_of(TEXT)

    assert [(each.words[:11], each.speaker) for each in found] == [
        ("The harbour", "Anna Lindqvist"),
        ("We have rea", "Peter Okafor"),
    ]


def test_each_edit_of_a_real_article_is_called_what_it_is() -> None:
    check = checker([Article("harbour", TEXT, date="2024-03-04")])
    edits = list(edits_of(statements_of(TEXT), "Maria Stein", "4 March 2044"))

    found = check("\n\n".join(each.paragraph for each in edits))

    assert {each.edit for each in edits} >= {
        "cut",
        "negation",
        "number changed",
        "day",
        "two merged",
        "ellipsis",
    }
    quotations = [each for each in found if each.quotation.kind == "quotation"]
    called = [(each.edit, one.verdict.value) for each, one in zip(edits, quotations, strict=True)]
    assert called == [(each.edit, each.expected) for each in edits]
