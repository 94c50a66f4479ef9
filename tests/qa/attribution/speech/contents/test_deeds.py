"""Where a verb of speech reports nobody's words: deeds, descriptions, names of things."""

from __future__ import annotations

import pytest

from tests.qa.attribution.speech.attributed import said


@pytest.mark.parametrize(
    "sentence",
    [
        "The council confirmed a judge on Monday.",
        "The union called a strike for Monday.",
        "The union called a workers' meeting ahead of the vote.",
        "Ada Quill, who helped found Harwick's museum, left.",
        "The cuts came without a word, but she did respond to a reader who asked about the port.",
        "The mayor may call an early election in June.",
        "Harwick claimed their third title of the season.",
        "The firm recalled 2,000 cars.",
        "The show offered a glimpse of the sea.",
        "Ada Quill slammed the door.",
        "Five years ago, Ada Quill found herself at the centre of it.",
        "Ada Quill welcomed a daughter in May.",
        "Some of the changes announced were small.",
        "The cuts announced by the board were small.",
        "The troops met guerrillas who had attacked a town in the north.",
        "The firm started a new service called Orsa Radio.",
        "They work in a field called cyberlaw, which is new.",
        "A film called “The Long Levee” was shown.",
        "A company called Orsa makes boats.",
        "A ship called the Orsa Star sank in May.",
        "Rebels attacked the town for three days.",
        "Rebels attacked the base as night fell.",
        "Most southern states that will vote are poor.",
        "Ada Quill slammed a 41-ball 60 at the Harwick ground.",
        "Ada Quill slammed three fours before the rain.",
        "Guild activists attacked the mosques of Harwick.",
        "Ada Quill has never claimed the sport's oldest award.",
        "The clerks grew it, creating a new seed called Orsa cotton.",
    ],
)
def test_a_deed_or_a_description_is_nobodys_words(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ada Quill called her vote for the war a mistake.", "her vote for the war a mistake"),
        ("Ada Quill called the meeting “useful”.", "the meeting “useful”"),
        ("Ada Quill confirmed the sale of the levee.", "the sale of the levee"),
        ("Ada Quill welcomed the plan.", "the plan"),
        ("A critic called “the levee a joke”.", "“the levee a joke”"),
        ("Critics attacked the city for its tolls.", "the city for its tolls"),
        ("Ben Brandt attacked cities that raise tolls.", "cities that raise tolls"),
        ("Ada Quill attacked troops for looting the town.", "troops for looting the town"),
        ("“It leaks,” Ada Quill did reply to reporters.", "“It leaks,”"),
        ("Ada Quill did reply to Brandt that the levee was safe.", "the levee was safe"),
        ("A judge is ruling government lawyers must pay.", "government lawyers must pay"),
        ("A report called Brandt a liar.", "Brandt a liar"),
        ("A lawsuit called Orsa Radio a monopoly.", "Orsa Radio a monopoly"),
        ("A rival campaign called Quill dishonest.", "Quill dishonest"),
    ],
)
def test_what_is_said_of_a_deed_is_kept(sentence: str, words: str) -> None:
    assert [content for _, content in said(sentence)] == [words]


def test_a_noun_before_a_verb_is_who_speaks() -> None:
    sentence = "Critics say the levee is a trap, but advocates say it works."
    assert [speaker for speaker, _ in said(sentence)] == ["Critics", "advocates"]


def test_a_ruling_party_speaks_and_rules_nothing() -> None:
    assert [words for _, words in said("The new ruling party said the levee was safe.")] == [
        "the levee was safe"
    ]
