"""Whom "the casino manager" means, where an article says "general manager" and tells of a casino."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome
from qa.understanding.line import understood_line

CASINO = (
    "The casino at Harwick took down a sign about bikers. Lea Orsa, the Tidehouse’s general manager, said the sign "
    "had caused too much talk.\n"
)
BANK = (
    "A bank in Dene lost 40 million crowns. Ivo Brandt, chairman of NDT, said that all deposits were safe.\n"
)


@pytest.fixture
def ask(answerer_of: Callable[[Path], Answerer], tmp_path: Path) -> Callable[[str], Answer]:
    for name, text in (("casino", CASINO), ("bank", BANK)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    return answerer_of(tmp_path).ask


@pytest.mark.parametrize(
    ("question", "name", "words"),
    [
        ("what did the casino manager say about the sign", "Lea Orsa", "too much talk"),
        ("what did the bank chairman say about deposits", "Ivo Brandt", "deposits were safe"),
    ],
    ids=lambda text: text[:24],
)
def test_whoever_the_article_calls_so_may_be_meant(
    ask: Callable[[str], Answer], question: str, name: str, words: str
) -> None:
    answer = ask(question)

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, name)
    assert words in answer.quotes[0].text
    described = question[13 : question.index(" say")]
    # No article says that they are.
    assert understood_line(answer.understood).startswith(f"{described}: perhaps {name}")


@pytest.mark.parametrize(
    "question",
    [
        "what did the school manager say about the sign",
        "what did the casino chairman say about the sign",
        "what did the casino manager say about deposits",
    ],
    ids=lambda text: text[13:],
)
def test_nobody_is_meant_where_a_word_or_the_topic_is_not_the_articles(
    ask: Callable[[str], Answer], question: str
) -> None:
    answer = ask(question)

    assert answer.outcome is not Outcome.ANSWERED
    assert answer.quotes[0].speaker is None


def test_nobody_is_meant_where_an_article_calls_two_people_so(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    other = "Una Strand, the Pier’s general manager, said the sign was hers.\n"
    (tmp_path / "casino.txt").write_text(f"{CASINO}\n{other}", encoding="utf-8")

    answer = answerer_of(tmp_path).ask("what did the casino manager say about the sign")

    assert answer.outcome is not Outcome.ANSWERED
    assert not any(quote.speaker for quote in answer.quotes)


@pytest.mark.parametrize("called", ["the manager of the boat race", "the boat race manager"])
def test_nobody_is_meant_who_is_called_so_of_something_else(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, called: str
) -> None:
    text = f"The clinic at Harwick lent its hall. Lea Orsa, {called}, said the hall was too small.\n"
    (tmp_path / "hall.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("what did the clinic manager say about the hall")

    assert answer.outcome is not Outcome.ANSWERED
    assert answer.understood.described is None


@pytest.mark.parametrize(
    "question",
    [
        "What did the president of Sri Lanka say about the ferry?",
        "what did the sri lanka president say about the ferry",
    ],
    ids=["with capitals", "without"],
)
def test_the_head_of_another_named_body_is_not_meant(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, question: str
) -> None:
    text = (
        "A ferry from Dene sank off Sri Lanka. “We mourn two nurses who were on the ferry,” said Lea Orsa, president "
        "of Harwick Hospital.\n"
    )
    (tmp_path / "ferry.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask(question)

    assert answer.understood.speaker != "Lea Orsa"
    assert answer.outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(
    ("question", "speaker"),
    [("What did the mayor of Dene say?", "Ivo Brandt"), ("What did the mayor of Vell say?", None)],
)
def test_without_a_topic_somebody_is_meant_where_the_article_begins_with_the_place(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, question: str, speaker: str | None
) -> None:
    rest = (
        "The quay was closed for repairs on the same day, and the boats went to the old harbour instead. " * 6
    )
    text = (
        f"DENE - The tide came early.\n\nMayor Ivo Brandt said that nobody was hurt.\n\n{rest}\n\n"
        "A crane was brought from Vell.\n"
    )
    (tmp_path / "tide.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask(question)

    assert answer.outcome in (Outcome.UNSURE, Outcome.NOT_FOUND)
    assert (answer.understood.speaker == "Ivo Brandt") is (speaker == "Ivo Brandt")


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What did the mayor of Bela say?", "Ivo Brandt"),
        ("What did the mayor of Vell say?", None),
        ("What did the president of Chile say?", None),
    ],
    ids=["named again and again", "named once", "a nation"],
)
def test_without_a_topic_the_mayor_of_a_town_that_the_article_is_about_may_be_meant(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, question: str, speaker: str | None
) -> None:
    rest = "The quay was closed for repairs on the same day, and the boats went to the old harbour instead. "
    text = (
        f"The tide came early.\n\n{rest * 5}\n\nWater stood in the streets of Bela. {rest * 4}\n\n"
        f"Bela has a market. {rest * 4}\n\n"
        "Mayor Ivo Brandt and President Una Hale said that nobody was hurt.\n\nBoats came to Bela from Vell, and to "
        "Chile. From Chile came a crane, and to Chile it went.\n"
    )
    (tmp_path / "tide.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask(question)

    assert answer.outcome in (Outcome.UNSURE, Outcome.NOT_FOUND)
    assert (answer.understood.speaker == "Ivo Brandt") is (speaker is not None)


def test_without_a_topic_nobody_is_meant_where_articles_call_two_people_so(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    for name in ("Ivo Brandt", "Una Strand"):
        text = f"DENE - The tide came early.\n\nMayor {name} said that nobody was hurt.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")

    assert answerer_of(tmp_path).ask("What did the mayor of Dene say?").understood.described is None


def test_a_party_before_an_office_is_not_what_it_is_of(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    text = "DENE - The lawmakers met.\n\n“The law stays,” said GOP Gov. Ivo Brandt after the vote.\n"
    (tmp_path / "law.txt").write_text(text, encoding="utf-8")

    assert answerer_of(tmp_path).ask("What did the governor of Dene say?").quotes[0].speaker == "Ivo Brandt"


@pytest.mark.parametrize(
    ("told", "beside"),
    [
        ("DENE - Trams came.\n\n“They are quick,” said Mayor Ivo Brandt of Harwick.\n", "Pears are ripe.\n"),
        (
            "DENE - Trams came.\n\n“They are quick,” said Mayor Ivo Brandt.\n",
            "Ivo Brandt, the mayor of Harwick, likes pears.\n",
        ),
        (
            "Trams came. They are red. Una Strand of Dene cheered.\n\n“They are quick,” said Mayor Ivo Brandt.\n",
            "Pears are ripe.\n",
        ),
    ],
    ids=["after the name", "in another article", "no longer in the opening"],
)
def test_without_a_topic_nobody_is_meant_who_has_the_office_elsewhere(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, told: str, beside: str
) -> None:
    (tmp_path / "trams.txt").write_text(told, encoding="utf-8")
    (tmp_path / "pears.txt").write_text(beside, encoding="utf-8")

    assert answerer_of(tmp_path).ask("What did the mayor of Dene say?").understood.described is None


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What did the Polish president say about the lamp?", "Ada Quill"),
        ("What did the Polish prime minister say about the lamp?", "Ines Orsa"),
        ("What did the Polish prime minister say?", "Ines Orsa"),
        ("What did the Polish minister say about the lamp?", None),
        ("What did the Danish president say about the lamp?", None),
    ],
)
def test_a_country_in_an_article_is_that_of_its_adjective_in_a_question(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, question: str, speaker: str | None
) -> None:
    text = (
        "A lamp fell at the lighthouse of Hale in Poland.\n\n“The lamp was old,” President Ada Quill said.\n\n"
        "“We will buy another lamp,” said Prime Minister Ines Orsa.\n"
    )
    (tmp_path / "lamp.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask(question)

    assert (answer.understood.speaker if answer.understood.loosely_described else None) == speaker
    assert answer.outcome is not Outcome.ANSWERED


def test_an_article_that_tells_of_a_people_tells_of_its_country(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    text = (
        "Filipino clerks posed with a former mayor who was accused of spying for China.\n\nInterior Secretary Una "
        "Strand, who fetched her, said she had the photo taken for the court.\n\nThe Philippine police said nothing.\n"
    )
    (tmp_path / "photo.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What did the Philippine interior secretary say about the photo?")

    assert answer.understood.speaker == "Una Strand"


MILL = (
    "A blast at the Orsa mill killed two people. The mill is in Hale, about 60 miles (96 kilometers) northwest of "
    "Harwick.\n\n“The mill is gone,” Mayor Una Strand said of the blast.\n"
)


@pytest.mark.parametrize(
    ("question", "described"),
    [
        ("What did the mayor of Hale say about the blast?", "mayor of Hale"),
        ("What did Hale's mayor say about the blast?", "Hale's mayor"),
        ("What did the mayor of Harwick say about the blast?", None),
        ("What did Harwick's mayor say about the blast?", None),
        ("What did Orsa's mother say about the blast?", None),
    ],
)
def test_a_place_that_is_miles_away_from_the_story_is_not_whose_mayor_speaks(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, question: str, described: str | None
) -> None:
    (tmp_path / "mill.txt").write_text(MILL, encoding="utf-8")

    answer = answerer_of(tmp_path).ask(question)

    assert answer.understood.described == described
    assert (answer.outcome is Outcome.UNSURE) == (described is not None)


def _dated(folder: Path, name: str, day: str, text: str) -> None:
    article = {"title": f"On the {name}", "date": day, "source": "Hale Post", "text": text}
    (folder / f"{name}.jsonl").write_text(json.dumps(article), encoding="utf-8")


@pytest.mark.parametrize(
    ("day", "speaker"),
    [("2023-03-24", "Ada Holt"), ("2019-12-01", "Tom Brandt")],
    ids=["years later", "the same month"],
)
def test_an_office_may_be_borne_by_another_in_an_article_of_another_time(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, day: str, speaker: str
) -> None:
    _dated(
        tmp_path,
        "ferry",
        "2019-11-19",
        "Norland Foreign Secretary Tom Brandt said that the ferry was safe.\n",
    )
    visas = (
        "Visas of Norland take weeks.\n\n“We have more visas to print,” said Foreign Secretary Ada Holt.\n"
    )
    _dated(tmp_path, "visas", day, visas)

    answer = answerer_of(tmp_path).ask("What did the Norland foreign secretary say about visas?")

    # No article says that it was Norland's, so that it is never more than a guess.
    assert (answer.understood.speaker, answer.understood.loosely_described) == (
        speaker,
        speaker == "Ada Holt",
    )
    assert answer.outcome is (Outcome.UNSURE if speaker == "Ada Holt" else Outcome.NEAREST)


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What did the Norwegian interior minister say about the tower?", "Una Strand"),
        ("What did the interior minister of Denmark say about the tower?", None),
        ("What did Denmark's interior minister say about the tower?", None),
    ],
)
def test_the_minister_of_one_nation_is_not_that_of_another_that_is_named_too(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, question: str, speaker: str | None
) -> None:
    text = (
        "OSLO - The tower of Hale will be sold, Norway's interior minister said, years after a king of Denmark built "
        "it.\n\n“The tower stands for nothing,” said Interior Minister Una Strand.\n"
    )
    (tmp_path / "tower.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask(question)

    assert (answer.understood.speaker if answer.understood.loosely_described else None) == speaker


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("What did the Norwegian foreign minister say about guests?", "Una Strand"),
        ("What did the Danish foreign minister say about guests?", None),
    ],
)
def test_a_minister_is_that_of_the_nation_that_is_told_of_first(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, question: str, speaker: str | None
) -> None:
    text = (
        "No camp for guests\n\nOSLO - Norway is no camp for the sick, Foreign Minister Una Strand said on Sunday.\n\n"
        "Denmark, for one, has shut the door to guests from the north. “We open the door to guests,” Strand said.\n"
    )
    (tmp_path / "guests.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask(question)

    assert [quote.speaker for quote in answer.quotes[:1] if quote.speaker] == ([speaker] if speaker else [])


def test_the_chief_executive_of_a_firm_may_be_whom_an_article_on_it_calls_company_ceo(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    text = (
        "Halvorn Bank was shut on Monday. Halvorn Bank said that it was sorry.\n\n“The outage was needed,” "
        "company CEO Una Strand said.\n"
    )
    (tmp_path / "bank.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What did Halvorn Bank's chief executive say about the outage?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, "Una Strand")
    assert answer.understood.loosely_described


def test_of_two_who_are_called_so_the_one_with_more_of_the_words_is_meant(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    text = (
        "The ferry fees rise, and the Greens object.\n\n“The fees are a blow,” said the Greens' shadow island "
        "development secretary Lea Orsa.\n\nShadow home secretary Una Strand said the fees were late.\n"
    )
    (tmp_path / "fees.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What did the Greens' shadow home secretary say about the fees?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, "Una Strand")


def test_a_body_may_be_named_in_part_beside_the_office_and_in_part_elsewhere(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    text = (
        "Ferries stay in port.\n\nThe order came on Monday.\n\nThe Norland Access to Island Ferries Commission met. "
        "Guy Hale, the commission's executive director, said that the boats were old.\n"
    )
    (tmp_path / "ferries.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What did the Norland ferries commission's director say?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, "Guy Hale")


def test_whoever_heads_a_body_may_be_its_director_general(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    text = (
        "Pirates are a threat again.\n\nA third of the cases of IB7 told of pirates, the agency's Director General "
        "Ken Strand said in a speech. “We are alive to the pirates,” Strand said.\n"
    )
    (tmp_path / "pirates.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What did the head of IB7 say about pirates?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, "Ken Strand")


def test_what_the_mayor_of_an_article_on_the_topic_says_may_be_on_it_in_other_words(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    text = (
        "Tom Hale worked for the city of Vell.\n\nHale was shot on Monday in Dene.\n\n“He was kind and quick,” "
        "Mayor Ivo Brandt said in a release.\n"
    )
    (tmp_path / "shot.txt").write_text(text, encoding="utf-8")

    answer = answerer_of(tmp_path).ask("What did the mayor of Vell say about Hale?")

    assert (answer.outcome, answer.quotes[0].speaker) == (Outcome.UNSURE, "Ivo Brandt")


def test_the_words_of_the_article_that_has_the_place_come_before_better_ones_elsewhere(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    (tmp_path / "shot.txt").write_text(
        "Tom Hale worked for the city of Vell.\n\nHale was shot on Monday in Dene.\n\n“He was kind and quick,” "
        "Mayor Ivo Brandt said in a release.\n",
        encoding="utf-8",
    )
    (tmp_path / "thief.txt").write_text(
        "“Hale was shot by a thief, and Hale was brave,” Ivo Brandt said on Friday.\n", encoding="utf-8"
    )

    answer = answerer_of(tmp_path).ask("What did the mayor of Vell say about Hale?")

    assert (answer.outcome, answer.understood.speaker) == (Outcome.UNSURE, "Ivo Brandt")
    assert answer.quotes[0].version.article.id == "shot.txt"


@pytest.mark.parametrize(
    ("question", "office"),
    [
        ("What did the Harwick University director say about the boats?", "director of Harwick Hospital"),
        ("What did the Quill Centre's director say about the boats?", "director of the Tide Centre"),
        ("What did the police chief of Harwick say about the boats?", "a harbour superintendent"),
    ],
    ids=["another kind", "only the kind", "another office"],
)
def test_who_is_of_another_body_in_the_same_article_is_not_meant(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, question: str, office: str
) -> None:
    text = (
        f"The boats of Harwick University and of the Quill Centre burned. The police came.\n\n“The boats were old,” "
        f"said Lea Orsa, {office}.\n"
    )
    (tmp_path / "boats.txt").write_text(text, encoding="utf-8")

    assert not answerer_of(tmp_path).ask(question).understood.loosely_described
