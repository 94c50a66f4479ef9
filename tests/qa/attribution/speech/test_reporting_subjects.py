"""Subjects of reporting verbs that more words than a name stand for, and those that are none."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said

NARROWED = {
    "a participle with its object": (
        "Boaters trying to reach the island say they have waited for hours.",
        ("Boaters", "they have waited for hours"),
    ),
    "an adjective with a preposition": (
        "People close to Ada Quill say the vote is lost.",
        ("People close to Ada Quill", "the vote is lost"),
    ),
    "a participle with by": (
        "Residents surveyed by the Gazette said the harbour was dirty.",
        ("Residents", "the harbour was dirty"),
    ),
    "an infinitive": (
        "Figures to be published today show that the catch fell.",
        ("Figures", "the catch fell"),
    ),
    "a letter that somebody obtained": (
        "A letter from the Ports Authority obtained by the Gazette warns that the levee will break.",
        ("A letter from the Ports Authority", "the levee will break"),
    ),
    "those with a participle": (
        "By a wide margin, those surveyed say the levee should be raised.",
        ("those surveyed", "the levee should be raised"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), NARROWED.values(), ids=NARROWED.keys())
def test_a_subject_that_a_participle_narrows_speaks(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


OF_A_PLACE = {
    "survivors": (
        "Survivors of the flood say the checks are weak.",
        ("Survivors of the flood", "the checks are weak"),
    ),
    "workers": (
        "Workers at the plant claim the checks are weak.",
        ("Workers at the plant", "the checks are weak"),
    ),
    "an adverb between": (
        "The tenants in the old mill also allege that it leaks.",
        ("The tenants in the old mill", "it leaks"),
    ),
    "doctors": (
        "The doctors in the study warn that it spreads.",
        ("The doctors in the study", "it spreads"),
    ),
    "clerks in two places": (
        "Clerks in both Dene and the Orsa Isles said that it leaks.",
        ("Clerks in both Dene and the Orsa Isles", "it leaks"),
    ),
    "bakers": (
        "Bakers in the county warn that flour will run out.",
        ("Bakers in the county", "flour will run out"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), OF_A_PLACE.values(), ids=OF_A_PLACE.keys())
def test_people_of_a_place_speak_in_the_plural(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    "text",
    [
        "The details of the plan claim half of the budget.",
        "Boats in the harbour fear no storm that comes.",
        "She met tenants in the old mill claim office.",
        "Workers lost the boats for the claim that they made.",
        "Prices of flour warn nobody that they rise.",
    ],
)
def test_things_of_a_place_do_not_speak(text: str) -> None:
    assert [mention for mention, _ in said(text) if mention.split()[0] != "they"] == []


NOT_NARROWED = {
    "an object before a participle": "The board sent boats carrying sand. It rained.",
    "a passive without a speaker": "Boats lost in the storm are said to have sunk.",
    "an object": "Quill passed boaters trying to reach the island and left.",
    "a noun before a noun": "The boats carrying claims forms left.",
    "an order": "Boaters trying to reach the island wait for hours.",
}


@pytest.mark.parametrize("text", NOT_NARROWED.values(), ids=NOT_NARROWED.keys())
def test_a_participle_alone_makes_nobody_speak(text: str) -> None:
    assert said(text) == []


SHARES = {
    "percent": (
        "In the poll 47 percent said they would vote for Quill.",
        ("47 percent", "they would vote for Quill"),
    ),
    "a sign": ("47% say the levee is safe.", ("47%", "the levee is safe")),
    "percent of": (
        "Some 26 percent of bakers say the harbour is dirty.",
        ("Some 26 percent of bakers", "the harbour is dirty"),
    ),
    "a fraction of": (
        "Two-thirds of bakers say the harbour is dirty.",
        ("Two-thirds of bakers", "the harbour is dirty"),
    ),
    "after a semicolon": ("Bakers differ; 47% say the levee is safe.", ("47%", "the levee is safe")),
}


@pytest.mark.parametrize(("text", "expected"), SHARES.values(), ids=SHARES.keys())
def test_a_share_of_those_asked_speaks(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


NO_SHARES = {
    "a number before a participle": "60 pledged boats met in Harwick.",
    "a number in a list": "Prices rose by 47 percent claims or not.",
    "most before a noun": "Most state ferries left.",
    "a count of a noun": "Some 47 reports came.",
    "a rise": "Fares rose 47 percent.",
}


@pytest.mark.parametrize("text", NO_SHARES.values(), ids=NO_SHARES.keys())
def test_a_number_that_counts_something_else_says_nothing(text: str) -> None:
    assert said(text) == []


NOBODY = {
    "an adverb": "The mayor is a man who seldom speaks of fares. Seldom speaks of boats.",
    "a place": "Those who moved away welcomed it.",
    "a weekday": "Sunday praised be the day.",
    "this past week": "It rained this past week announced dry.",
    "a manner": "Fully supported by none, the bridge fell.",
}


@pytest.mark.parametrize("text", NOBODY.values(), ids=NOBODY.keys())
def test_an_adverb_or_a_time_is_nobody(text: str) -> None:
    nobody = {"Seldom", "seldom", "away", "Sunday", "this past week", "this past", "Fully"}
    assert nobody.isdisjoint(mention for mention, _ in said(text))


def test_a_time_between_subject_and_verb_is_stepped_over() -> None:
    assert ("Una Strand", "a new ferry") in said(
        "Una Strand, the mayor, this past week announced a new ferry."
    )


@pytest.mark.parametrize("when", ["Yesterday afternoon", "Late on Monday"])
def test_a_time_before_the_subject_is_nobody(when: str) -> None:
    text = f"{when}, mayor of Dene Ada Quill, announced that the quay was open."

    assert said(text) == [("mayor of Dene Ada Quill", "the quay was open")]


@pytest.mark.parametrize(
    "text",
    ["Was he suggesting that the levee leaks?", "And is Quill saying that it leaks?"],
    ids=["he", "a name"],
)
def test_who_is_asked_to_have_said_something_has_not_said_it(text: str) -> None:
    assert said(text) == []


MAIN_CLAUSES = {
    "a number after a verb like a noun": (
        "Ada Quill owns two mills and said the levee was safe.",
        ("Ada Quill", "the levee was safe"),
    ),
    "an irregular past with its object": (
        "On Tuesday night, Mr. Quill struck a measured tone, saying he understood the burden.",
        ("Mr. Quill", "he understood the burden"),
    ),
    "two in one subject": (
        "Mr. Quill and Mr. Brandt cast it in plain terms, saying the town had no money.",
        ("Mr. Quill and Mr. Brandt", "the town had no money"),
    ),
    "a verb that is not in any list": (
        "Ada Quill shuffled her papers, arguing that the levee was safe.",
        ("Ada Quill", "the levee was safe"),
    ),
    "met and said": (
        "The mayor met bakers on Thursday and said the town must mend the levee.",
        ("The mayor", "the town must mend the levee"),
    ),
    "after a relative clause": (
        "The fund, which met on Friday, is responsible for the debt, and says it cannot repay it.",
        ("The fund", "it cannot repay it"),
    ),
    "after an object with a relative clause": (
        "The mayor saw the men who built the levee and said it was safe.",
        ("The mayor", "it was safe"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), MAIN_CLAUSES.values(), ids=MAIN_CLAUSES.keys())
def test_a_participle_and_a_second_verb_find_the_subject_of_the_main_clause(
    text: str, expected: tuple[str, str]
) -> None:
    assert expected in said(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The boatmen say that this quay leaks.", ("The boatmen", "this quay leaks")),
        ("HBC say this “is what boatmen want”.", ("HBC", "this “is what boatmen want”")),
        ("The council say the quay leaks.", ("The council", "the quay leaks")),
        ("“It is a blow,” the family say.", ("the family", "“It is a blow,”")),
    ],
)
def test_a_body_speaks_in_the_plural(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


@pytest.mark.parametrize(
    "text", ["Let the council say the quay leaks.", "Did the council say the quay leaks?"]
)
def test_a_body_that_is_only_let_or_asked_says_nothing(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("What Ned Hale said was wrong.", []),
        ("Most of what Ned Hale said is dull.", []),
        ("What Ned Hale said was that it leaks.", [("Ned Hale", "was that it leaks")]),
        ("Everything Ned Hale said was true.", []),
        ("Whatever Hale says is right.", []),
        (
            "What Ned Hale said was “the quay will be shut for good.”",
            [("Ned Hale", "was “the quay will be shut for good.”")],
        ),
        ("It has to face what Ned Hale said is a leak.", [("Ned Hale", "is a leak")]),
    ],
)
def test_a_judgement_on_what_was_said_is_not_said(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On May 26 Ada Quill, deputy head of the office in Dene, said people felt betrayed by the toll.",
            ("Ada Quill", "people felt betrayed by the toll"),
        ),
        (
            "Speaking from her bed, Ada Quill, said she had slept badly.",
            ("Ada Quill", "she had slept badly"),
        ),
        ("Boatmen we spoke to said that the quay leaks.", ("Boatmen", "the quay leaks")),
        ("“It leaks,” a boatman I met said.", ("a boatman", "“It leaks,”")),
        ("Those boatmen continue to say that the quay leaks.", ("Those boatmen", "the quay leaks")),
        (
            "It broke during a planned police support rally and march, Ada Quill told the Post by phone.",
            ("Ada Quill", "It broke during a planned police support rally and march"),
        ),
        (
            "The quay will be shut, the council has warned amid growing concern.",
            ("the council", "The quay will be shut"),
        ),
        (
            "“What will become of it?” Quill threatened.",
            ("Quill", "“What will become of it?”"),
        ),
    ],
    ids=[
        "a day before a name",
        "a comma too many",
        "whom a reporter spoke to",
        "whom a reporter met",
        "who continues",
        "a noun that could be a verb",
        "amid what it was said",
        "a question that threatens",
    ],
)
def test_the_subject_is_found_through_what_stands_beside_it(text: str, expected: tuple[str, str]) -> None:
    assert said(text) == [expected]


def test_what_a_plural_owns_is_a_noun() -> None:
    assert said("Some of the boatmen's and the millers' demands include a raise.") == []


def test_a_participle_that_opens_a_sentence_says_nothing() -> None:
    text = (
        "Appearing on behalf of the port, which is also a respondent in the matter, "
        "advocate Tom Brandt, SC, said it leaks."
    )

    assert said(text) == [("advocate Tom Brandt", "it leaks")]


def test_a_name_that_ends_like_one_still_speaks() -> None:
    assert said("Keating also said the levee was hers.") == [("Keating", "the levee was hers")]


@pytest.mark.parametrize(
    "who",
    [
        "Harding for his part",
        "Harding with his crew",
        "Beijing for its part",
        "Beijing with Norland, its ally,",
    ],
)
def test_a_name_that_ends_like_one_speaks_before_a_preposition_too(who: str) -> None:
    ((speaker, content),) = said(f"{who} said the levee leaks.")

    assert (speaker.split()[0], content) == (who.split(maxsplit=1)[0], "the levee leaks")


@pytest.mark.parametrize(
    "opening",
    ["Speaking on Monday the mayor", "Visiting the port, Ada Quill"],
)
def test_a_participle_without_a_comma_says_nothing(opening: str) -> None:
    assert "ing" not in said(f"{opening} said the levee leaks.")[0][0]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ada Quill said, however, that the levee leaks.", "the levee leaks"),
        ("In May, Ada Quill pointed out, however, that the levee leaks.", "In May ... the levee leaks"),
    ],
)
def test_however_between_commas_is_no_part_of_what_is_said(text: str, content: str) -> None:
    assert said(text) == [("Ada Quill", content)]


WHOSE_VERB = {
    "described by what no list knows": (
        "It was late, said strategist Tom Brandt, a contributor to the Post, who added that the toll is no help.",
        ("Tom Brandt, a contributor to the Post, who", "the toll is no help"),
    ),
    "one example, described": (
        "Other port organizations, including Harwick Co., the parent of the Post, said that they would go.",
        ("Other port organizations", "they would go"),
    ),
    "after an aside": (
        "The mayor, Quill said, claims the levee leaks.",
        ("Quill", "The mayor ... claims the levee leaks"),
    ),
    "a clause by its pronoun": (
        "Ada Quill confessed she would be sad if the quay went.",
        ("Ada Quill", "she would be sad if the quay went"),
    ),
    "a short verb": ("Ada Quill complained they'd left.", ("Ada Quill", "they'd left")),
    "in brackets": (
        "Quill told the Post that she was a guard (Harwick Surf Shop referred to her as “a legend of the sea”).",
        ("Harwick Surf Shop", "her as “a legend of the sea”"),
    ),
    "after but, with a place": (
        "The case was dropped, but the Court of Ports for the District of Dene reversed it, ordering the city to pay.",
        ("the Court of Ports", "the city to pay"),
    ),
    "throughout": (
        "Throughout his campaign, Mayor Tom Brandt pleased the bakers and called for a toll on ferries.",
        ("Mayor Tom Brandt", "a toll on ferries"),
    ),
    "after but": (
        "The case had been dropped, but last year the Norland Court of Ports reversed that, ordering the city to pay.",
        ("the Norland Court of Ports", "the city to pay"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), WHOSE_VERB.values(), ids=WHOSE_VERB)
def test_a_verb_has_the_subject_of_its_own_clause(text: str, expected: tuple[str, str]) -> None:
    assert expected in said(text)


def test_a_noun_after_an_adjective_reports_nothing() -> None:
    text = "Brandt is doing six months on federal charges that he hid his boats from the harbour."

    assert said(text) == []


def test_what_critics_say_that_somebody_wants_is_theirs() -> None:
    text = "The note was fuel for critics who say he wants to leave the town of Dene for good."

    assert [(mention[-11:], words) for mention, words in said(text)] == [
        ("critics who", "he wants to leave the town of Dene for good")
    ]


@pytest.mark.parametrize(
    "clause", ["the rain stopped play", "the price of bread rose", "last week the ferry sank"]
)
def test_what_cannot_speak_takes_no_words_after_but(clause: str) -> None:
    text = f"Ada Quill won the vote, but {clause}, saying that the town would pay for the levee."

    assert said(text) == [("Ada Quill", "the town would pay for the levee")]
