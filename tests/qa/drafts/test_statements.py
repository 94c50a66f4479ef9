"""What a draft reports without quotation marks is proved by words alone, and else not judged."""

from __future__ import annotations

import pytest

from qa.datatypes import Article
from tests.qa.drafts.conftest import Check, checker

ARTICLE = """The council of Harwick met on Monday.

Peter Okafor said that the council had not read the plan before the vote. Okafor denied that he had been paid by the \
owner of the old quay.

“The harbour must stay open to fishing boats in winter,” said Mayor Anna Lindqvist.

Lindqvist said the bridge was old, but that it would be kept.
"""
READ = "the council had not read the plan before the vote"


@pytest.fixture(scope="module")
def check_statement() -> Check:
    return checker([Article("harwick", ARTICLE)])


@pytest.mark.parametrize(
    ("draft", "verdict", "passes"),
    [
        pytest.param(f"Peter Okafor said that {READ}.", "reported", True, id="reported of the speaker"),
        pytest.param(f"Anna Lindqvist said that {READ}.", "other_speaker", False, id="another speaker's words"),
        pytest.param(
            "Anna Lindqvist said the harbour must stay open to fishing boats in winter.",
            "typography_only",
            True,
            id="own words without marks",
        ),
        pytest.param(
            "Peter Okafor said he had been paid by the owner of the old quay.", "altered", False, id="denied there"
        ),
        pytest.param(
            "Anna Lindqvist said the fishing boats could stay all winter.", "not_compared", True, id="paraphrase"
        ),
        pytest.param("Peter Okafor said the bridge was old.", "not_compared", True, id="a few words of another"),
        pytest.param(
            "Peter Okafor said that the council had read the plan before the vote.",
            "not_compared",
            True,
            id="nothing by likeness",
        ),
    ],
)  # fmt: skip
def test_a_statement_gets_the_finding_that_words_prove(
    check_statement: Check, draft: str, verdict: str, *, passes: bool
) -> None:
    (found,) = check_statement(draft)

    assert found.quotation.kind == "statement"
    assert (found.verdict.value, found.passes) == (verdict, passes)


def test_what_cannot_be_told_shows_the_speakers_nearest_words(check_statement: Check) -> None:
    (found,) = check_statement("Anna Lindqvist said the fishing boats could stay in the harbour.")

    assert found.place is None
    assert found.nearest is not None
    assert found.nearest.quote.speaker == "Anna Lindqvist"


def test_quotations_and_statements_come_in_the_order_of_the_draft(check_statement: Check) -> None:
    found = check_statement(
        f"Peter Okafor said that {READ}. “The harbour must stay open to fishing boats,” said Anna Lindqvist. "
        "Lindqvist said the bridge was old and dear to everybody in town."
    )

    assert [each.quotation.kind for each in found] == ["statement", "quotation", "statement"]
    assert [each.quotation.start for each in found] == sorted(each.quotation.start for each in found)


def test_words_that_an_article_has_as_denied_are_not_quoted_as_said(check_statement: Check) -> None:
    (found,) = check_statement("“paid by the owner of the old quay,” said Peter Okafor.")

    assert not found.passes
    assert "denied" in found.note
