"""Whom a draft credits beside a quotation is its speaker by the draft, though no sentence says so."""

from __future__ import annotations

import pytest

from qa.drafts.verdicts import CheckedQuotation
from tests.qa.drafts.conftest import Check

ROOM = "No decision on the old reading room has been taken"
"""Peter Okafor's words, in the Inland Post of 20 May 2024."""


def first(found: list[CheckedQuotation]) -> tuple[str, str | None]:
    return found[0].verdict.value, found[0].quotation.speaker


@pytest.mark.parametrize(
    "draft",
    [
        "“{}” — {}, Inland Post, 20 May 2024",
        "“{}” ({}, Inland Post, 20 May 2024)",
        "“{}” [{}, Inland Post]",
        "“{}”\n— {}, Inland Post",
        "“{}” ~ {}",
        "“{}” -- probably {}, Inland Post",
        "“{}” — [{}](https://gazette.example/quay), Inland Post",
        "*“{}”* — {}",
        "“{}” — port manager {}, Inland Post",
        "“{}” (source: Inland Post; speaker: {})",
        "“{}”, {}, Inland Post",
        "> {}\n> — {}, Inland Post, 20 May 2024",
        "> **{}**\n>\n> — {}, [New hours for the library](<https://post.example/a>), Inland Post, 20 May 2024, `q`",
    ],
    ids=lambda draft: draft.format("...", "NAME")[:40],
)
def test_who_is_credited_after_a_quotation_is_its_speaker(check: Check, draft: str) -> None:
    assert first(check(draft.format(ROOM, "Peter Okafor"))) == ("other_speaker", "Peter Okafor")
    assert first(check(draft.format(ROOM, "Maria Stein")))[0] in ("verbatim", "typography_only")


@pytest.mark.parametrize(
    "draft",
    [
        "- **{1}:** “{0}”\n",
        "- **{1}**: “{0}”\n",
        "* *{1}*, of the opposition: “{0}”\n",
        "1. {1} (Inland Post, 20 May 2024): “{0}”\n",
        "**{1}** said: “{0}”\n",
        "__{1}__ said: “{0}”\n",
        "[{1}](https://gazette.example/people) said: “{0}”\n",
        "| {1} | “{0}” |\n",
        "{1} “{0}”\n",
        "| “{0}” | {1} |\n",
        "### {1}\n\n> {0}\n",
        "**{1}**\n\n- “{0}”\n",
        "{1}:\n\n- “We were not asked about any of it”\n- “{0}”\n",
    ],
    ids=lambda draft: draft.format("...", "NAME").replace("\n", " ")[:40],
)
def test_who_stands_before_or_over_a_quotation_is_its_speaker(check: Check, draft: str) -> None:
    for name, verdict in (("Peter Okafor", "other_speaker"), ("Maria Stein", "verbatim")):
        (found,) = (each for each in check(draft.format(ROOM, name)) if each.quotation.text == ROOM)

        assert (found.verdict.value, found.quotation.speaker) == (verdict, name)


@pytest.mark.parametrize(
    "draft",
    [
        "“{}” (emphasis added)",
        "“{}” (Inland Post, 20 May 2024)",
        "“{}” — Inland Post",
        "“{}” (The Old Harbour, Inland Post)",
        "“{}” (see Okafor’s answer below)",
        "“{}” [1]",
        "“{}” — Peter Okafor could not believe it.",
        "“{}” – 300 people had come to hear it.",
        "Note: “{}”",
        "The plan\n\n“{}”",
        "Okafor “{}” is what was read out.",
    ],
)
def test_what_is_no_name_is_credited_with_nothing(check: Check, draft: str) -> None:
    assert first(check(draft.format(ROOM)))[0] == "verbatim"


@pytest.mark.parametrize("name", ["Zed Zorro", "No Such Body"])
def test_a_name_of_nobody_in_the_archive_is_not_whose_words_they_are(check: Check, name: str) -> None:
    assert first(check(f"“{ROOM}” — {name}, Inland Post, 20 May 2024")) == ("other_speaker", name)


def test_a_headline_in_the_place_of_a_name_is_nobody(check: Check) -> None:
    assert first(check(f"“{ROOM}” — New Hours For The Library, Inland Post"))[0] == "verbatim"


def test_a_credit_names_an_outlet_and_a_day_too(check: Check) -> None:
    (outlet,) = check(f"“{ROOM}” — Maria Stein, Coast Gazette, 20 May 2024")
    (day,) = check(f"“{ROOM}” (Maria Stein, Inland Post, 20 May 2019)")

    assert (outlet.verdict.value, outlet.note) == (
        "source_differs",
        "the draft names Coast Gazette, the article is from Inland Post",
    )
    assert day.verdict.value == "source_differs"


def test_a_name_that_a_sentence_has_beside_the_words_is_their_speaker(check: Check) -> None:
    (found,) = check(f"“{ROOM},” Stein said (Peter Okafor, Inland Post)")

    assert (found.verdict.value, found.quotation.speaker) == ("verbatim", "Stein")


def test_each_item_of_a_list_has_its_own_credit(check: Check) -> None:
    found = check(
        f"- “{ROOM}” — Maria Stein, Inland Post\n"
        "- “It is not about money. It is about people who work all week” — Peter Okafor, Inland Post\n"
    )

    assert [(each.verdict.value, each.quotation.speaker) for each in found] == [
        ("verbatim", "Maria Stein"),
        ("other_speaker", "Peter Okafor"),
    ]


def test_a_list_that_was_pasted_into_one_line_keeps_its_speakers(check: Check) -> None:
    other = "It is not about money. It is about people who work all week"
    found = check(f"Stein said it was late. - Peter Okafor: “{ROOM}” - Maria Stein: “{other}”")

    assert [
        (each.verdict.value, each.quotation.speaker) for each in found if each.quotation.kind == "quotation"
    ] == [("other_speaker", "Peter Okafor"), ("verbatim", "Maria Stein")]


def test_words_that_are_called_reported_need_not_be_quoted_by_the_article(check: Check) -> None:
    words = "the council had not read the plan before the vote"
    (own,) = check(f"“{words}” — Peter Okafor, Coast Gazette")
    (reported,) = check(f"“{words}” — Peter Okafor (reported), Coast Gazette")
    (of_another,) = check(f"“{words}” — Maria Stein (reported), Coast Gazette")
    (denied,) = check(f"“{words}” — Peter Okafor (denied), Coast Gazette")

    assert own.verdict.value == "reported_not_quoted"
    assert reported.verdict.value == "verbatim"
    assert of_another.verdict.value == "other_speaker"
    assert denied.verdict.value == "altered"


def test_a_passage_with_its_own_marks_may_be_credited_to_whom_it_quotes(check: Check) -> None:
    passage = "“We would support a new quay,” Okafor said, “but not at any price.”"
    with_marks = f"> Okafor said that the council had not read the plan before the vote.\n>\n> {passage}\n>\n"

    assert all(each.passes for each in check(f"{with_marks}> — Peter Okafor, Coast Gazette\n"))
    assert "other_speaker" in {
        each.verdict.value for each in check(f"{with_marks}> — Anna Lindqvist, Coast Gazette\n")
    }


def test_the_title_of_an_article_in_marks_is_no_altered_quotation(check: Check) -> None:
    quotation, title = check(f"“{ROOM}” — Maria Stein, “New hours for the library”, Coast Gazette")

    assert (title.verdict.value, title.note) == ("verbatim", "the title of an article of Inland Post")
    assert quotation.verdict.value == "source_differs"


def test_a_title_that_is_given_to_somebody_is_a_quotation(check: Check) -> None:
    (found,) = check("Maria Stein said: “New hours for the library.”")

    assert found.verdict.value == "not_here"


@pytest.mark.parametrize(
    "draft",
    [
        "From {1}: “{0}”",
        "And then there is this, from {1}: “{0}”",
        "To quote {1}: “{0}”",
        "The last word goes to {1}: “{0}”",
        "{1} introduces himself: “{0}”",
        "{1} likes to explain himself like this: “{0}”",
        "{1} again: “{0}”",
        "The council met. And {1} once more: “{0}”",
        "{1}, a member of the opposition, had this to say: “{0}”",
        "{1} has an old motto: “{0}”",
        "{1}’s first words are “{0}”",
        "{1}'s parting message to the council was: “{0}”",
        "> {0}\n\n{1}\n",
        "“{0}”\n{1}\n\nThe council met.",
    ],
    ids=lambda draft: draft.format("...", "NAME").replace("\n", " ")[:40],
)
def test_who_is_named_in_what_leads_to_a_quotation_is_its_speaker(check: Check, draft: str) -> None:
    assert first(check(draft.format(ROOM, "Peter Okafor"))) == ("other_speaker", "Peter Okafor")
    assert first(check(draft.format(ROOM, "Maria Stein"))) == ("verbatim", "Maria Stein")


@pytest.mark.parametrize(
    "draft",
    [
        "Peter Okafor was booed by a resident: “{}”",
        "Peter Okafor and Anna Lindqvist are at odds: “{}”",
        "A song about Peter Okafor: “{}”",
        "Peter Okafor’s critics use other words: “{}”",
        "Peter Okafor had a letter from a reader: “{}”",
        "The prize goes to Peter Okafor: “{}”",
        "A letter from Peter Okafor's sister: “{}”",
        "An open letter to Peter Okafor: “{}”",
        "Peter Okafor and again the question: “{}”",
        "“{}”\n\nPeter Okafor\n\n“The harbour must stay open to fishing boats.”",
    ],
)
def test_a_name_in_what_leads_to_others_words_is_credited_with_nothing(check: Check, draft: str) -> None:
    assert first(check(draft.format(ROOM))) == ("verbatim", None)


@pytest.mark.parametrize(
    "draft",
    [
        "{1} drew a crowd: “{0}”",
        "{1} laid it out plainly: “{0}”",
        "The member for the opposition, {1}, is blunt: “{0}”",
        "Quote of the day, by {1}: “{0}”",
        "The council met for hours. {1} doesn't hide it: “{0}”",
    ],
)
def test_the_only_name_before_a_colon_has_to_be_the_articles_speaker(check: Check, draft: str) -> None:
    assert first(check(draft.format(ROOM, "Peter Okafor"))) == ("speaker_unclear", "Peter Okafor")
    assert first(check(draft.format(ROOM, "Maria Stein"))) == ("verbatim", "Maria Stein")


@pytest.mark.parametrize(
    "draft",
    [
        "{1} — “{0}”",
        "As for {1}, “{0}”",
        "In {1}’s view, “{0}”",
        "{1}'s own description runs: “{0}”",
    ],
)
def test_who_is_named_in_front_of_a_quotation_is_its_speaker(check: Check, draft: str) -> None:
    assert first(check(draft.format(ROOM, "Peter Okafor"))) == ("other_speaker", "Peter Okafor")
    assert first(check(draft.format(ROOM, "Maria Stein"))) == ("verbatim", "Maria Stein")
