"""Quoted words in lines of their own that nobody says there: pull quotes and headings."""

from __future__ import annotations

from qa.attribution.extractor import extract
from qa.datatypes import Article

QUILL = "Ada Quill, a nurse, voted. “The silence was very real,” she said.\n\n"
BRANDT = "Tom Brandt rolled his eyes. “They had pins on,” he said.\n\n"
PULLED = "“Clerks who skip tests are why he won.”\n\n"


def speakers(text: str) -> dict[str, str | None]:
    """Return the quoted words, letters only, with their speakers."""
    found = extract(Article("a", text))
    return {text[slice(*span)].strip("“”‘’,.?!"): one.speaker for one in found for span in one.content}


def test_a_pull_quote_is_whose_the_same_words_are_further_down() -> None:
    told = "“Clerks who skip tests are why he won,” Brandt said. “People were tired.”"

    assert [one.speaker for one in extract(Article("a", QUILL + PULLED + BRANDT + told))] == [
        "Ada Quill",
        "Tom Brandt",
        "Tom Brandt",
        "Tom Brandt",
    ]


def test_a_quotation_in_a_line_of_its_own_goes_on_with_the_speaker_before() -> None:
    assert speakers(QUILL + PULLED + BRANDT)["Clerks who skip tests are why he won"] == "Ada Quill"


def test_words_that_two_people_say_stay_with_the_speaker_before() -> None:
    both = "“Clerks who skip tests are why he won,” Brandt said. “Clerks who skip tests are why he won,” Orsa said."

    assert [one.speaker for one in extract(Article("a", QUILL + PULLED + BRANDT + both))][1] == "Ada Quill"


def test_words_that_two_nameless_people_say_stay_with_the_speaker_before() -> None:
    both = "“Clerks who skip tests are why he won,” a baker said.\n\n" + PULLED[:-4] + ",” a clerk said."

    assert [one.speaker for one in extract(Article("a", QUILL + PULLED + BRANDT + both))][1] == "Ada Quill"


def test_a_heading_in_quotation_marks_is_not_the_words_of_the_speaker_before() -> None:
    heading = "‘It is just under the surface’\n\nMany came."

    assert "It is just under the surface" not in speakers(QUILL + heading)
    assert (
        speakers(QUILL + heading.replace("surface’", "surface.’"))["It is just under the surface"]
        == "Ada Quill"
    )


def test_he_is_this_student_and_not_whom_protests_are_against() -> None:
    text = (
        "Tom Brandt won. This student cancelled a talk because he was afraid after reading about anti-Brandt"
        " protests. “The hate is getting worse,” he wrote."
    )

    assert speakers(text)["The hate is getting worse"] is None
