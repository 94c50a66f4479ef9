"""Each quotation of a draft gets the finding that its article and its speaker bear out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answers import Quote
from qa.attribution.extractor import extract
from qa.datatypes import Article, Version, VersionHandle
from qa.drafts.checked_drafts import LONGEST
from qa.drafts.draft_quotations import MOST_ATTRIBUTED
from qa.drafts.same_speaker import Voices, compared, is_same
from qa.drafts.verdicts import CheckedQuotation, DraftQuotation, Verdict
from qa.errors import InputProblem
from qa.speakers.known import ListedSpeakers
from tests.qa.drafts.conftest import Check, checker


def only(found: list[CheckedQuotation]) -> CheckedQuotation:
    (one,) = found
    return one


@pytest.mark.parametrize(
    ("draft", "verdict"),
    [
        pytest.param(
            "“The harbour must stay open to fishing boats,” Anna Lindqvist said.", "verbatim", id="verbatim"
        ),
        pytest.param(
            "“We will not sell it for 40 million crowns,” said Lindqvist.", "verbatim", id="surname"
        ),
        pytest.param("“We will not sell it for … crowns,” said Lindqvist.", "marked_changes", id="ellipsis"),
        pytest.param(
            "“The [old] harbour must stay open,” Anna Lindqvist said.", "marked_changes", id="bracket"
        ),
        pytest.param(
            "“[W]e will not sell it for 40 million crowns,” said Lindqvist.", "marked_changes", id="capital"
        ),
        pytest.param(
            "“I was never asked about the long term plan,” Okafor said.", "typography_only", id="hyphen"
        ),
        pytest.param('"and it\'s a "hole in the budget"," Okafor said.', "typography_only", id="marks"),
        pytest.param("“We will sell it for 40 million crowns,” said Lindqvist.", "altered", id="negation"),
        pytest.param("“We will not sell it for 50 million crowns,” said Lindqvist.", "altered", id="number"),
        pytest.param(
            "“We will not sell it for 4 million crowns,” said Lindqvist.", "altered", id="part of a number"
        ),
        pytest.param(
            "“We will [now] sell it for 40 million crowns,” Lindqvist said.", "altered", id="bracket for not"
        ),
        pytest.param(
            "“We will not sell it for [90] million crowns,” Lindqvist said.", "altered", id="bracketed number"
        ),
        pytest.param(
            "“We will not sell it for 40 million crowns?” said Lindqvist.", "altered", id="made a question"
        ),
        pytest.param(
            "“The harbour must stay open to fishing boats,” Peter Okafor said.", "other_speaker", id="speaker"
        ),
        pytest.param(
            "“The council had not read the plan,” Okafor said.", "reported_not_quoted", id="reported"
        ),
        pytest.param("“We would support a new quay,” Okafor said.", "cut_before_contrast", id="but"),
        pytest.param(
            "“We will repair the road to the lighthouse,” Lindqvist said.", "verbatim", id="cut elsewhere"
        ),
        pytest.param(
            "“We will repair the road to the lighthouse this winter,” Lindqvist said.",
            "cut_before_contrast",
            id="if",
        ),
        pytest.param(
            "“decision on the old reading room has been taken,” Stein said.", "cut_before_contrast", id="no"
        ),
        pytest.param(
            "“We will … sell it for 40 million crowns,” Lindqvist said.",
            "cut_before_contrast",
            id="… for not",
        ),
        pytest.param(
            "“We will not sell it for 40 million crowns,” Lindqvist told the Inland Post.",
            "source_differs",
            id="outlet",
        ),
        pytest.param(
            "On 9 May 2024 Lindqvist said: “We will not sell it for 40 million crowns.”",
            "source_differs",
            id="day",
        ),
        pytest.param("“Submarines are welcome in our waters today,” Okafor said.", "not_here", id="not here"),
        pytest.param("“Hole in the wall,” Lindqvist said.", "not_here", id="four words"),
        pytest.param("It is a “hole in budget”.", "too_short", id="too short"),
        pytest.param(
            "“The harbour must stay open … sell it for 40 million crowns,” Lindqvist said.",
            "cut_before_contrast",
            id="… over a sentence's end for not",
        ),
        pytest.param(
            "“The harbour must stay open\nto all Danish fishing boats,” Anna Lindqvist said.",
            "altered",
            id="words on another line",
        ),
        pytest.param(
            "“We have asked the owner to resign the contract,” said Stein.", "altered", id="hyphen in a word"
        ),
        pytest.param(
            "“The books have cost about twenty,” said Stein.", "altered", id="half a number in words"
        ),
        pytest.param(
            "“Should we close the old reading room?” said Stein.", "verbatim", id="question as it is"
        ),
        pytest.param("“Should we close the old reading room,” said Stein.", "altered", id="made a statement"),
        pytest.param(
            "“Should … close the old reading room,” said Stein.", "altered", id="made a statement with …"
        ),
        pytest.param(
            "“We will not sell it for 40 million crowns,” the Coast Gazette reported.",
            "verbatim",
            id="reported by its outlet",
        ),
        pytest.param(
            "“We will not sell it for 40 million crowns,” the Inland Post reported.",
            "source_differs",
            id="reported by another outlet",
        ),
    ],
)
def test_a_quotation_gets_the_finding_that_fits(check: Check, draft: str, verdict: str) -> None:
    assert only(check(draft)).verdict.value == verdict


def test_what_is_found_is_proved_by_slices_of_the_article(check: Check) -> None:
    found = only(check("“The harbour must … open to [all] fishing boats,” Anna Lindqvist said."))

    assert found.place is not None
    assert [part.text for part in found.place.parts] == ["The harbour must", "open to", "fishing boats"]
    assert found.place.quote.text == "The harbour must stay open to fishing boats"
    assert len(found.receipts) == 3


def test_numbers_and_negations_come_first_among_the_changes(check: Check) -> None:
    found = only(check("“You will sell it for 45 million crowns,” said Lindqvist."))

    assert [(each.kind, each.draft, each.article) for each in found.changes] == [
        ("number", "45", "40"),
        ("negation", "", "not"),
        ("word", "You", "We"),
    ]
    assert found.receipts == ()


def test_a_sentence_that_goes_on_in_the_draft_is_not_cut(check: Check) -> None:
    found = check("“We would support a new quay,” Okafor said, “but not at any price.”")

    assert [each.verdict for each in found] == [Verdict.VERBATIM, Verdict.VERBATIM]


def test_two_quotations_put_together_are_altered(check: Check) -> None:
    joined = "“Families have asked us for Sunday hours for more than ten years. No decision on the old reading room”"
    found = only(check(f"{joined}, said Stein."))

    assert found.verdict is Verdict.ALTERED
    assert "put together" in found.note


def test_the_other_outlets_that_print_the_words_are_named(check: Check) -> None:
    found = only(check("“The harbour must stay open to fishing boats,” Anna Lindqvist said."))

    assert found.place is not None
    assert {found.place.quote.version.article.id, *(other.version.article.id for other in found.others)} == {
        "harbour",
        "brief",
    }


def test_what_the_article_says_itself_passes_as_nobodys(check: Check) -> None:
    words = "“The repair of the quay cost about 900,000 crowns in all.”"

    assert only(check(words)).verdict is Verdict.VERBATIM
    assert only(check(f"Okafor said: {words}")).verdict is Verdict.REPORTED_NOT_QUOTED


def test_the_place_is_that_of_the_opening_mark(check: Check) -> None:
    found = only(check("A line.\r\nAnother.\n\nThen: “We will not sell it for 40 million crowns.”"))

    assert (found.quotation.line, found.quotation.column) == (4, 7)


def test_the_nearest_words_are_no_place(check: Check) -> None:
    found = only(check("“The lighthouse needs paint and brushes every spring,” Okafor said."))

    assert found.verdict is Verdict.NOT_HERE
    assert found.place is None
    assert found.nearest is not None
    assert "lighthouse" in found.nearest.quote.text


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_a_quotation_over_several_lines_is_one_with_all_that_is_between(check: Check, between: str) -> None:
    lines = ("“The harbour must stay open", "or so some people think", "to fishing boats,” Lindqvist said.")
    found = only(check(between.join(lines)))

    assert found.verdict is Verdict.ALTERED
    assert "or so some people think" in found.quotation.text
    assert (found.quotation.line, found.quotation.column) == (1, 1)


def test_a_draft_too_long_for_its_speakers_says_so(check: Check) -> None:
    filler = "The tide was high all day.\n\n" * (MOST_ATTRIBUTED // 20)
    found = only(check(f"{filler}“We will not sell it for 40 million crowns,” Peter Okafor said."))

    assert found.verdict is Verdict.SPEAKER_UNCLEAR
    assert "too long for its speakers" in found.note


def test_a_quotation_too_long_to_be_searched_for_says_so(check: Check) -> None:
    found = only(check(f"“{'The harbour must stay open. ' * (LONGEST // 20)}”"))

    assert found.verdict is Verdict.NOT_HERE
    assert "too long" in found.note


def test_a_former_text_takes_its_place_among_what_is_wrong() -> None:
    new = Article("quay", "The quay is closed for the winter.\n")
    old = Article("quay", "“We will open the quay again before summer,” said Ada Quill.\n")
    check = checker([new], former=old)
    words = "“We will open the quay again before summer,”"

    assert only(check(f"{words} said Ada Quill.")).verdict is Verdict.SUPERSEDED
    other = only(check(f"{words} said Ivo Brandt."))
    assert other.verdict is Verdict.OTHER_SPEAKER
    assert other.also == (Verdict.SUPERSEDED,)


def test_what_is_also_altered_has_no_receipts(check: Check) -> None:
    found = only(check("“The harbour must stay open to fishing boats,” Anna Lindqvist said."))

    assert found.receipts
    assert replace(found, verdict=Verdict.SUPERSEDED, also=(Verdict.ALTERED,)).receipts == ()


def test_the_longest_name_of_an_outlet_is_the_one_that_a_draft_names() -> None:
    text = "“We will open the quay again before summer,” said Ada Quill.\n"
    check = checker(
        [Article("quay", text, source="Tide Up"), Article("ebb", "The quay was quiet.\n", source="The Tide")]
    )

    assert (
        only(check("“We will open the quay again before summer,” Quill told Tide Up.")).verdict.value
        == "verbatim"
    )


def test_a_text_without_words_says_so(check: Check) -> None:
    with pytest.raises(InputProblem, match="it has no text"):
        check(" \n")


def test_an_ellipsis_does_not_join_quotations_of_nobody_in_particular() -> None:
    text = "It shows “The word means search for truth.” Below it stands “How can people look at both sides of it?”"
    check = checker([Article("page", f"{text}\n")])

    found = only(check("“The word means search for truth … How can people look at both sides of it?”"))

    assert found.verdict is Verdict.SPEAKER_UNCLEAR
    assert "several quotations" in found.note


def test_a_likely_speaker_is_another_one_where_the_drafts_is_not_named() -> None:
    text = "“We will open the quay again before summer,” said Ada Quill.\n"
    (record,) = extract(Article("quay", text))
    quote = Quote(
        Version(VersionHandle(0), "a", "", Article("quay", text)),
        1,
        43,
        1.0,
        replace(record, name_confidence=0.7),
    )
    stranger = DraftQuotation(
        "draft", "", 0, 0, 1, 1, record=replace(record, speaker="Ivo Brandt"), mention="Ivo Brandt"
    )
    known = ListedSpeakers()

    assert compared(stranger, quote, known) is Voices.OTHER
    unlikely = replace(quote, attribution=replace(record, name_confidence=0.5))
    assert compared(stranger, unlikely, known) is Voices.UNCLEAR


@pytest.mark.parametrize(
    ("own", "other", "same"),
    [
        pytest.param("Claudio Vincenti", "Claudio De Vincenti", True, id="particle left out"),
        pytest.param("Vincenti", "Claudio De Vincenti", True, id="surname"),
        pytest.param("Maria Vincenti", "Claudio De Vincenti", False, id="another given name"),
    ],
)
def test_a_name_without_its_particle_is_the_same_speakers(own: str, other: str, *, same: bool) -> None:
    assert is_same(own, other, ListedSpeakers()) is same
