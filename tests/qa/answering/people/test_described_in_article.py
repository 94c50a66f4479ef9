"""Whom "the driver's wife" means, by what an article as a whole says: in full, or by the noun and where it begins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest

from qa.answering.answerer import Answerer
from qa.answering.people.typed_phrase import words_in
from qa.answers import Answer, Outcome
from qa.understanding.line import understood_line

FERRY = (
    "The ferry at Dene sank on Monday with its pilot, Ivo Holt, on board.\n\n"
    "“The company never called me,” said Ines Orsa, the wife of pilot Ivo Holt. “It was the pumps,” she said.\n\n"
    "Rena Quill, lawyer for the Holt family, said the pumps of the ferry had been old.\n\n"
    "“Nobody checked the hull of that ferry,” said Lea Strand, a marine hydrologist with the Dene Water Board.\n\n"
    "The Inland Line, a ferry builder, paid a fine. The Inland Line said the hull had been sound.\n\n"
    "Dene Institute of Water Patrol Captain Ada Thorn said the ferry had no radio.\n\n"
    "Lea Thorn, Red MP for Dene and spokeswoman on boats for the Bench of Reds, said: “That ferry was a coffin.”\n\n"
    "District Attorney Tom Vane said the case of the ferry was open.\n"
)
FIRE = (
    "A nurse from Orsa, Ada Dene, saved two boys in a fire on Monday.\n\n"
    "Una Hale came late, and her sister, Pia Hale, said that the street was shut.\n\n"
    "“We heard nothing,” said Ivo Dorn, his uncle.\n"
)
BRIDGE = (
    "A bus driver from Harwick fell off the bridge at Hale, and a boy was hurt.\n\n"
    "“He loved buses,” said Una Brandt, his sister.\n\n"
    "Pia Dorn, a spokeswoman for the ministry of transport of Norland, said the bridge was closed.\n\n"
    "“There is no way round that bridge,” said Kit Moss, the southern director of the Inland Taxi Association.\n\n"
    "“It shook,” said the mayor of Hale, Jon Pryce.\n\n"
    "The boy's mother said that the bridge had no rail.\n"
)
STRIKE = (
    "The porters of Harwick station will not work on Monday.\n\n"
    "The United Porters Union said that a new roster was unfair. UPU president Pia Vane called the "
    "roster “a joke”.\n\n"
    "Kit Lund, chief of staff at Harwick Rail, said nobody would be dismissed over the roster.\n"
)
QUARRY = (
    "A girl drowned on Sunday in a quarry lake at Vell, where a shop sells ice.\n\n"
    "“I saw nobody swim,” the kiosk owner said. “She was the best swimmer here,” Ida Voss's father said.\n"
)
MILL = (
    "Orsa Mills said on Monday that it will shut its mill at Hale.\n\n"
    "“We ran out of grain,” spokesman Kit Dorn said. Fellow spokesman Jon Moss said nobody was owed wages.\n\n"
    "“The mill poisoned the river,” said Rena Vane, a spokeswoman for Orsa Mills Free Hale.\n"
)
WALK = (
    "A woman of 98 walked six miles from Vell to Orsa on Sunday.\n\n"
    "“I am glad that she came,” said her daughter, Ida Lund.\n"
)


@pytest.fixture
def ask(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> Callable[[str], Answer]:
    texts = {"ferry": FERRY, "bridge": BRIDGE, "fire": FIRE, "strike": STRIKE, "quarry": QUARRY}
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return answerer_of(tmp_path).ask


@pytest.mark.parametrize(
    ("described", "topic", "name", "words"),
    [
        ("pilot's wife", "", "Ines Orsa", "never called"),
        ("Holt family's lawyer", "the pumps", "Rena Quill", "had been old"),
        ("DWB hydrologist", "the hull", "Lea Strand", "Nobody checked"),
        ("Red MP for Dene", "the ferry", "Lea Thorn", "a coffin"),
        ("DIW patrol captain", "the ferry", "Ada Thorn", "no radio"),
        ("ferry builder", "the hull", "The Inland Line", "had been sound"),
        ("president of the United Porters Union", "the roster", "Pia Vane", "a joke"),
    ],
)
def test_whom_an_article_calls_so_in_full_is_that(
    ask: Callable[[str], Answer], described: str, topic: str, name: str, words: str
) -> None:
    answer = ask(f"What did the {described} say{f' about {topic}' if topic else ''}?")

    assert not answer.understood.loosely_described
    assert name.removeprefix("The ") in understood_line(answer.understood)
    assert answer.outcome in (Outcome.ANSWERED, Outcome.UNSURE)
    assert words in answer.quotes[0].text


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What did the Harwick driver's sister say?", "loved buses"),
        ("What did the Hale boy's mother say about the bridge?", "no rail"),
        ("What did the Norland transport ministry say about the bridge?", "bridge was closed"),
        ("What did the taxi association say about the bridge?", "no way round"),
        ("What did the state's taxi association director say about the bridge?", "no way round"),
        ("What did the father of the girl who drowned say?", "best swimmer"),
    ],
)
def test_who_is_called_so_by_the_noun_alone_may_be_that(
    ask: Callable[[str], Answer], question: str, words: str
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.UNSURE
    assert words in answer.quotes[0].text


@pytest.mark.parametrize(
    "question",
    [
        "What did the mayor of Harwick say about the bridge?",  # that of Hale speaks
        "What did the Harwick driver's brother say?",
        "What did Ada Dene's sister say?",  # that of Una Hale speaks
        "What did Ada Dene's uncle say?",  # of a man, by "his"
        "What did the Strand family's lawyer say about the pumps?",
        "What did the chief executive of Harwick Rail say about the roster?",  # its chief of staff speaks
        "What did the mother of the girl who drowned say?",
        "What did the father of the boy who won the race say?",
    ],
)
def test_nobody_is_meant_where_an_article_says_otherwise(ask: Callable[[str], Answer], question: str) -> None:
    answer = ask(question)

    assert answer.outcome in (Outcome.NOT_FOUND, Outcome.NEAREST)


def test_of_several_lawyers_the_mans_is_meant(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    text = (
        "A man filmed the flood at Vell on Monday.\n\n“The film may be false,” said lawyer Tom Lund, who saw it.\n\n"
        "“He gave the police his film,” said the man's lawyer, Una Hart.\n"
    )
    (tmp_path / "flood.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What did the lawyer of the man who filmed the flood say?")

    assert [quote.speaker for quote in answer.quotes] == ["Una Hart"]


def test_a_word_before_the_noun_may_make_another_office(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did the attorney of the Dene ferry say about the case?")

    assert all(quote.speaker != "Tom Vane" for quote in answer.quotes)  # a district attorney


def test_words_off_the_topic_stand_nowhere_for_a_topic_with_a_name_that_their_article_has_not(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("What did the Dene hydrologist say about Vell's pumps?")

    assert answer.outcome in (Outcome.NOT_FOUND, Outcome.NEAREST)


def test_words_off_the_topic_stand_with_a_note_in_an_article_that_has_most_of_it(
    ask: Callable[[str], Answer],
) -> None:
    answer = ask("What did the Dene hydrologist say about the repair of the pumps?")

    assert answer.outcome is Outcome.UNSURE
    assert answer.quotes[0].speaker == "Lea Strand"
    assert answer.note


@pytest.mark.parametrize(
    ("text", "question", "words"),
    [
        (WALK, "What did the daughter of the woman who walked six miles say?", "glad that she came"),
        (MILL, "What did the Orsa Mills spokesman say about the grain?", "ran out of grain"),
    ],
)
def test_who_may_be_meant_in_an_article_that_begins_with_the_rest_is_shown(
    asker_of: Callable[[str], Callable[[str], Answer]], text: str, question: str, words: str
) -> None:
    answer = asker_of(text)(question)

    assert answer.outcome is Outcome.UNSURE
    assert words in answer.quotes[0].text


def test_who_speaks_for_a_body_with_a_longer_name_is_not_surely_meant(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    answer = asker_of(MILL)("What did the Orsa Mills spokeswoman say about the river?")

    assert answer.outcome is not Outcome.ANSWERED


def test_a_relative_who_is_called_by_the_given_name_alone_is_who_speaks(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    swim = (
        "Lea Strand of Dene did not let a boy of six swim.\n\n“The ferry is safer,” Strand wrote.\n\n"
        "His mom, Lea, was glad to see Kit in the water.\n"
    )

    answer = asker_of(swim)("what did Kit's mother say about the ferry?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, "Lea Strand")


@pytest.mark.parametrize("part", ["A", "A-", "A’", "Aa "])
def test_a_long_name_is_read_in_no_time(part: str) -> None:
    started = process_time()
    words_in(part * (20_000 // len(part)))

    assert process_time() - started < 1


def test_the_initials_of_a_name_are_words_of_its_text() -> None:
    assert {"tb", "dene"} <= words_in("a clerk of 'Tide Bank' in Dene")
