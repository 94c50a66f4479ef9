"""Speech in participles and infinitives: "a statement saying", "with Brandt insisting", "held a rally to announce"."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

DOCUMENTS = {
    "a statement saying": (
        "Ada Quill released a statement saying the boats were lost.",
        ("Ada Quill", "the boats were lost"),
    ),
    "a statement saying, quoted": (
        "Ada Quill issued a statement saying, “We are sorry for the loss of the boats.”",
        ("Ada Quill", "“We are sorry for the loss of the boats.”"),
    ),
    "a message saying, after a hearer": (
        "The union sent out a text message to bakers saying: “With your help the levee will stand.”",
        ("The union", "“With your help the levee will stand.”"),
    ),
    "a letter criticising": (
        "The clerk wrote a letter criticising the plan.",
        ("The clerk", "the plan"),
    ),
    "a sign of nobody's": (
        "Una Strand held up a sign saying “No more boats in this harbour now.”",
        ("a sign", "“No more boats in this harbour now.”"),
    ),
    "polls that show": (
        "The vote followed polls that show a lead for Quill.",
        ("polls that", "a lead for Quill"),
    ),
    "a statement that said": (
        "On Friday, Ada Quill issued a statement that said the boats were lost.",
        ("Ada Quill", "the boats were lost"),
    ),
    "a report that warned": (
        "The board hid a report that warned the levee would fail.",
        ("a report that", "the levee would fail"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_a_document_says_what_the_one_who_issued_it_says(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


NO_DOCUMENTS = {
    "a person beside a participle": "Ada Quill met a man carrying signs.",
    "a thing": "Ada Quill bought a boat praising nobody.",
    "no participle": "Ada Quill released a statement on Monday.",
    "a plan": "Ada Quill sent a boat supporting divers.",
    "a statement that is not speech": "Ada Quill signed a letter opening the bridge.",
}


@pytest.mark.parametrize("text", NO_DOCUMENTS.values(), ids=NO_DOCUMENTS.keys())
def test_a_participle_after_another_noun_says_nothing(text: str) -> None:
    assert said(text) == []


PURPOSES = {
    "a news conference": (
        "Ada Quill held a news conference to announce that she would run.",
        ("Ada Quill", "she would run"),
    ),
    "on television": (
        "Ada Quill went on television to declare that Brandt had won.",
        ("Ada Quill", "Brandt had won"),
    ),
    "a speech": (
        "Ada Quill used her speech to call the mayor a liar.",
        ("Ada Quill", "the mayor a liar"),
    ),
    "out of the way": (
        "He went out of his way to say that the levee had held.",
        ("He", "the levee had held"),
    ),
    "an interview": (
        "The mayor gave an interview to criticise the plan.",
        ("The mayor", "the plan"),
    ),
    "a social network": (
        "The mayor took to Facebook to condemn the plan.",
        ("The mayor", "the plan"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), PURPOSES.values(), ids=PURPOSES.keys())
def test_what_one_takes_the_floor_to_say_is_said(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


NO_PURPOSES = {
    "expected": "Ada Quill is expected to announce her run.",
    "yet": "Ada Quill has yet to condemn the plan.",
    "wished": "The board hoped for a chance to criticise the plan.",
    "not": "Ada Quill did not hold a news conference to announce her run.",
    "somebody else": "Ada Quill used an oar to call attention.",
    "a walk": "Ada Quill walked home to tell nobody.",
}


@pytest.mark.parametrize("text", NO_PURPOSES.values(), ids=NO_PURPOSES.keys())
def test_what_one_may_yet_say_is_not_said(text: str) -> None:
    assert [one for one in said(text) if one[0] == "Ada Quill"] == []


PARTED = {
    "a time before to": ("Mr. Quill vowed Tuesday to remain.", ("Mr. Quill", "to remain")),
    "years before to": (
        "The centre has pledged for years to reveal its funding.",
        ("The centre", "to reveal its funding"),
    ),
    "not to": ("Ada Quill decided not to sue.", ("Ada Quill", "not to sue")),
    "for the first time": (
        "On Sunday, she disclosed for the first time that the levee had failed.",
        ("she", "the levee had failed"),
    ),
    "with ties to somebody": (
        "Several bakers with long ties to Quill cited another trap.",
        ("Several bakers", "another trap"),
    ),
    "and she": (
        "Ada Quill said the levee had broken and she accused Brandt of lying.",
        ("Ada Quill", "the levee had broken"),
    ),
    "what she accused him of": (
        "Ada Quill said the levee had broken and she accused Brandt of lying.",
        ("she", "Brandt of lying"),
    ),
    "considering": ("The town is considering a ban on barges.", ("The town", "a ban on barges")),
}


@pytest.mark.parametrize(("text", "expected"), PARTED.values(), ids=PARTED.keys())
def test_words_between_a_verb_and_what_it_reports_are_stepped_over(
    text: str, expected: tuple[str, str]
) -> None:
    assert expected in said(text)


NOT_PARTED = {
    "and he, within what is said": (
        "Ada Quill said the levee had broken and she would mend it.",
        [("Ada Quill", "the levee had broken and she would mend it")],
    ),
    "a belief of the speaker's": (
        "Ada Quill said the levee had broken and she thought it was lost.",
        [("Ada Quill", "the levee had broken and she thought it was lost")],
    ),
    "a time that is spoken of": (
        "Ada Quill said for years nobody had come.",
        [("Ada Quill", "for years nobody had come")],
    ),
    "somebody considered": ("Ada Quill considered a ban.", []),
    "a place": ("Ada Quill pledged in Harwick.", []),
}


@pytest.mark.parametrize(("text", "expected"), NOT_PARTED.values(), ids=NOT_PARTED.keys())
def test_what_belongs_together_is_not_parted(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("In announcing the vote, the town joins New Harwick and Dene.", "the town"),
        (
            "The very next day, when Quill declared a crisis, the council walked out, blasting “the mob.”",
            "the council",
        ),
    ],
    ids=["a verb that no list knows", "a time before when"],
)
def test_a_participle_has_the_subject_of_its_main_clause(text: str, whose: str) -> None:
    assert whose in [mention for mention, _ in said(text)]
