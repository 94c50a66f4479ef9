"""Names that "he" does not mean: roads, flights, who signs a text or a picture; and who is no relative."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.attribution.people.cast.cast import find_cast
from qa.attribution.people.names.layout import Layout
from qa.datatypes import Article


def last_speaker(text: str) -> str | None:
    return list(extract(Article("a", text)))[-1].speaker


NOBODY = {
    "a firm before its clerk": (
        "Orsa told a paper it was late. Earlier, a sales executive at Orsa told it that boats sank. They are old,"
        " he said."
    ),
    "who spoke before a stranger of herself": (
        "“It is wet,” Una Dyego Quaz, who lives there, said. Tham Thi Qay, one of two survivors, told a paper that she"
        " held on. “I looked out,” she said."
    ),
    "whom a stranger who goes on has named": (
        "Mayor Zorvan Quaz said it was late.\n\nKestra Vool called Quaz’s plan, and its harbour, old. “It is cold,”"
        " she added."
    ),
    "a constituency": "Labour MP Ada Quill left. “It is late,” the Bradford West MP said.",
    "his father, of the same name": (
        "Qazas Quill has been elected. His dad, Tom Quill, was the first. Mr Quill said that it was late."
    ),
    "a road": "Some men were found on Edmond Street. The men told a clerk that it rained. He said it was late.",
    "a flight": "Ivo QZ8501 made a steep climb, a source said. “It was late,” he said.",
    "who signs": "The song is long. [Tom Brandt]\n\nA miller hums. He said that it was late.",
    "a film that bears a name": (
        "Ivo Hale makes films. The film “Tom Brandt” shows thirty boats. Hale’s “Low Tide” was turned away, he said."
    ),
    "who took a picture": "Tom Brandt/for the Dene Post A miller hums at the pier. He said that it was late.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY)
def test_he_is_none_of_these(text: str) -> None:
    assert last_speaker(text) is None


def test_whoever_sits_beside_his_wife_is_not_she() -> None:
    text = "Sitting beside his wife, Tom Brandt denied it all.\n\n“It is late,” he said."

    assert last_speaker(text) == "Tom Brandt"


def test_a_wife_is_told_from_her_husband() -> None:
    text = "He came with his wife, Orin Brandt, to Dene. “It is late,” she said."

    assert last_speaker(text) == "Orin Brandt"


NAMED_IN_REPORT = {
    "of whom he says so": "Tom Brandt leads Orsa. A clerk said Ivo Quill had left. He said he had urged Quill to stay.",
    "of whom he says so after a deed": (
        "Tom Brandt leads Orsa. A clerk said Ivo Quill had left. Claiming that it rained, he said Quill was cold."
    ),
}


@pytest.mark.parametrize("text", NAMED_IN_REPORT.values(), ids=NAMED_IN_REPORT)
def test_he_is_not_whom_his_own_report_names(text: str) -> None:
    assert last_speaker(text) in ("Tom Brandt", None)


NAMES = {
    "a day before a paper": ("According to a Tuesday Dene Times report, the pier leaks.", "Dene Times"),
    "a paper of Sundays": ("According to a Sunday Times report, the pier leaks.", "Sunday Times"),
    "somebody of a body in -s": ("Dene Airlines' Kent Quaz reported that it rained.", "Kent Quaz"),
    "a scientist of an institute for something": (
        "Dene Institute for Tide Studies climatologist Guy Quaz likened the pier to a sieve.",
        "Guy Quaz",
    ),
    "a name with New": ("The New Quayer admits that the pier leaks.", "New Quayer"),
}


@pytest.mark.parametrize(("text", "name"), NAMES.values(), ids=NAMES)
def test_a_body_has_its_name(text: str, name: str) -> None:
    assert last_speaker(text) == name


def test_where_somebody_studies_is_nobody() -> None:
    people = find_cast(Layout.of("Both were cold. A friend of hers at Yelm says that it rained."))

    assert [person.name for person in people.persons] == []


def test_a_name_that_follows_may_be_whom_a_pronoun_before_it_means() -> None:
    text = "Ivo Brandt ran the port. Although he admitted that it was old, Tom Quill said it would hold."

    admitted, told = extract(Article("a", text))

    assert (admitted.speaker, told.speaker) == (None, "Tom Quill")


def test_who_is_she_in_a_sentence_is_no_he_in_it() -> None:
    text = (
        "Orsane spoke to a host about the storm with Wex. She told Wex of it since she was cold, Orsane said. She told"
        " her tale on the steps. “I can't be left alone,” she remembered telling Wex, after he suggested she stay."
    )

    assert last_speaker(text) != "Orsane"


def test_a_lawyer_according_to_whom_it_is_may_go_on() -> None:
    text = "Tom Quill is in Dene. The levee leaks, according to Tom Quill’s lawyer. He added that it is old."

    assert last_speaker(text) is None


def test_a_president_of_a_nation_with_one_full_stop_is_no_name() -> None:
    assert last_speaker("U.S President, Joe Quill, has said the levee leaks.") == "Joe Quill"
    assert last_speaker("The U.S President said the levee leaks.") is None


UNNAMED = {
    "whom a paper was told by, at the end": (
        "Ivo Brandt was among the dead, another man told the Post.\n\n“He went to get a bag of flour,” he said."
    ),
    "whom a paper met, however": (
        "Tom Quill told the Post it was late.\n\nHowever, one man interviewed by the Post said he knew the boy.\n\n"
        "“There is no food in the town,” he said."
    ),
    "a guy": (
        "“It may help,” says Ivo Quill, a professor.\n\nA guy who’s been listening to our talk butts in. “They can take"
        " it,” he says."
    ),
    "one of several": (
        "Ivo Brandt spoke. “Just look around,” one of the associates at the office said to me when I left. It was kind,"
        " because he knew. “We’re all in the same boat,” he said."
    ),
    "whose shirt has a name": (
        "The youngster donning an Ivo Quill T-shirt had a question.\n\n“Dad, it’s gonna be dark, right?” he asked."
    ),
}


@pytest.mark.parametrize("text", UNNAMED.values(), ids=UNNAMED)
def test_somebody_unnamed_is_no_name_of_the_article(text: str) -> None:
    assert last_speaker(text) is None


def test_somebody_with_a_before_their_name_is_nowhere_their_surname() -> None:
    text = (
        "Rep. Mark Quill left in May. The address was bought in June by a Scott Quill, who seems to be his brother. In"
        " telling of his plans, Quill said he would go."
    )

    assert last_speaker(text) == "Mark Quill"


def test_whose_account_was_told_goes_on() -> None:
    text = (
        "Dene seeks a pact on boats, as was confirmed by Secretary Tom Brandt. Its head is in Hale.\n\nMayor"
        " Ivo Quill has called the crisis a concern for his town.\n\nWith this in mind, Mayor Ivo Quill held a meeting,"
        " hoping to mend it.\n\nThe meeting intends to “lay the groundwork for a strong pact,” according to Brandt’s"
        " explanations. The pact should set “our shared principles,” he added."
    )

    assert last_speaker(text) == "Tom Brandt"


@pytest.mark.parametrize("doubt", ["it's unclear if", "it is not known whether", "it isn't clear why"])
def test_he_is_not_who_something_is_unclear_about(doubt: str) -> None:
    text = f"Samuel Hale drove the car. Tom Brandt said, “It was old.” While {doubt} Hale was fast, he said, “It was.”"

    assert last_speaker(text) == "Tom Brandt"
