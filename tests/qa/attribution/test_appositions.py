"""A speaker who is given by what they are, and then by name: long titles, relatives, honours."""

from __future__ import annotations

import pytest

from qa.attribution.extractor import extract
from qa.datatypes import Article


def speakers(text: str) -> list[str | None]:
    return [record.speaker for record in extract(Article("a", text))]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "The Shadow Minister for Rural Transport and the Coast, Una Strand, said: “We will not.”",
            "Una Strand",
            id="a title with an and",
        ),
        pytest.param(
            "The leader of the opposition Reds, Ivo Brandt, said the vote settled nothing.",
            "Ivo Brandt",
            id="the leader of a party",
        ),
        pytest.param(
            "The chief executive of the Wexdale Ferry Trust, Dr Oyvind Marl, has said the boats were old.",
            "Oyvind Marl",
            id="a title before the name",
        ),
        pytest.param(
            "The chief executive of the Wexdale Ferry Trust, Oyvind Marl, said the boats were old.",
            "Oyvind Marl",
            id="a first name that no list has",
        ),
        pytest.param(
            "An outspoken activist, Norwegian Ivo Brandt, said the boats were old.",
            "Ivo Brandt",
            id="where somebody is from before the name",
        ),
        pytest.param(
            "The chairman of the Ports Authority, Ned Pryce, said the cranes would stay.",
            "Ned Pryce",
            id="the chairman of a body",
        ),
        pytest.param(
            "A spokeswoman for the Rail Agency, Hollie Ward, said the line was shut.",
            "Hollie Ward",
            id="a spokeswoman",
        ),
        pytest.param(
            "The vicar, the Rev Petra Lusk, said the roof leaked.", "Petra Lusk", id="an article and a title"
        ),
        pytest.param(
            "The trawler’s skipper, Davy Nanskell, said that he owed her a pint.",
            "Davy Nanskell",
            id="a role of a thing",
        ),
        pytest.param(
            "The Bishop of Harwick, the Right Reverend Guy Hale, said the roof leaked.",
            "Guy Hale",
            id="a title that begins again",
        ),
        pytest.param(
            "“No,” said the Bishop of Harwick, the Rt Rev Guy Hale.", "Guy Hale", id="a bishop after the verb"
        ),
        pytest.param(
            "The president and chief executive of the Ports Authority, Guy Hale, said the quay was full.",
            "Guy Hale",
            id="two roles of one body",
        ),
        pytest.param(
            "The council’s member for roads, Cllr Guy Hale, said the road was shut.",
            "Guy Hale",
            id="a short title",
        ),
        pytest.param(
            "The former Harwick mayor and Reds treasurer Una Strand said the vote settled nothing.",
            "Una Strand",
            id="two former roles",
        ),
        pytest.param(
            "Ivo Brandt, 54, Labour MP for Harwick, said the vote settled nothing.",
            "Ivo Brandt",
            id="an age, a party and a place",
        ),
        pytest.param("Tory MP Una Strand said the bill was bad.", "Una Strand", id="a party and MP"),
        pytest.param("Guy Hale QC said the bill was bad.", "Guy Hale", id="letters after the name"),
        pytest.param(
            "Ivo Brandt MP, a farmer, said the bill was bad.", "Ivo Brandt", id="letters and a role"
        ),
    ],
)
def test_a_name_after_what_somebody_is_is_the_speaker(text: str, speaker: str) -> None:
    assert speakers(text) == [speaker]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        pytest.param(
            "Meeting the mayor of Harwick, Ivo Brandt, the envoy said the bill was bad.",
            "Ivo Brandt",
            id="met",
        ),
        pytest.param(
            "The spokesman for the mayor of Harwick, in Salem, said the bill was bad.", "Salem", id="a town"
        ),
        pytest.param("The mayor of Salem, New York, said the bill was bad.", "New York", id="a state"),
        pytest.param("The mayor of Salem, Ohio, said the bill was bad.", "Ohio", id="one word"),
        pytest.param(
            "The leader of the Reds, Ivo Brandt and Una Strand, said the vote settled nothing.",
            "Ivo Brandt",
            id="a list",
        ),
        pytest.param("A lawyer for Acme, Smith and Sons, said no.", "Smith", id="a firm of several"),
        pytest.param(
            "After meeting the leader of the Reds, Ivo Brandt, Una Strand said the talks went well.",
            "Ivo Brandt",
            id="somebody who was met",
        ),
        pytest.param("MP Materials said the mine was open.", "Materials", id="a firm that begins with MP"),
        pytest.param(
            "The minister for the coast, Monday Night Football, said it was over.",
            "Monday Night Football",
            id="a day",
        ),
    ],
)
def test_what_follows_a_role_is_not_always_its_bearer(text: str, nobody: str) -> None:
    assert nobody not in speakers(text)
