"""Articles written to mislead: whose words are these, and is there an answer at all?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering.answerer import Answerer
from qa.answers import Answer, Outcome, Quote

HOSTILE = Path(__file__).parent / "hostile"

SPOKEN = {
    "a promise kept": "Ellen Marsh",
    "wall around our wallets": "Tobias Renn",
    "never read a budget": "Lena Harkov",
    "counts every coin twice": "Pieter Oost",
    "would close in May": "Daniel Quill",
    "one suitcase": "Ingrid Solberg",
    "roof leaked": "Ingrid Solberg",
    "piano was bought": "Ingrid Solberg",
    "jars of tadpoles": "Ingrid Solberg",
    "stays in the family": "Robert Valdes",
    "must be sold before the next frost": "Anna Valdes",
    "until Christmas": None,
    "in secret to a cousin": "Viktor Salk",
    "while I’m breathing": "Moira Penhale",
    "isn't full": "Callum Reeve",
    "hotel with nine rooms": "Nadia Farsi",
    "go on shining": "Jonas Ellery",
    "between me and the ministry": "Nadia Farsi",
    "best of the decade": "Chidi Okafor",
    "Herring stocks are recovering": "Chidi Okafor",
    "Never sell the boat": "Greta Lund",
    "every lamp has been tested": "Iris Bohm",
    "we can promise a date": "Iris Bohm",
    "even I want to read": "Paul Arendt",
    "was poisoned": None,
    "clean as rain": "Ruth Amsel",
    "my customers get up": "Carla Weiss",
    "if the rent falls": "Hugo Brandt",
    "dairy will be saved": "Emil Hartog",
    "could not save the dairy": "Emil Hartog",
    "had become dangerous": "Salt Workers’ Union",
    "safest of the three": "Brine Company",
    "carried flour": "Dorothea Lang",
    "sleep below that wall": "Gerda Holm",
}
"""Whose words they are; None where the article leaves it open or says that nobody said them."""

ANSWERED = [
    ("What did Ellen Marsh say about the sea wall?", "Ellen Marsh", "a promise kept"),
    ("What did Tobias Renn say about the sea wall?", "Tobias Renn", "wall around our wallets"),
    ('Who called the sea wall "a wall around our wallets"?', "Tobias Renn", "wall around our wallets"),
    ("What did Lena Harkov say about Pieter Oost?", "Lena Harkov", "never read a budget"),
    ("What did Daniel Quill say about the swing bridge?", "Daniel Quill", "would close in May"),
    ("What did Solberg say about tadpoles?", "Ingrid Solberg", "jars of tadpoles"),
    ("What did Robert Valdes say about the cherry orchard?", "Robert Valdes", "stays in the family"),
    ("What did Anna Valdes say about the cherry orchard?", "Anna Valdes", "must be sold"),
    ("What did Viktor Salk say about the vineyard?", "Viktor Salk", "denied that he had sold"),
    ("What did Moira Penhale say about the land?", "Moira Penhale", "won’t be sold while I’m breathing"),
    ("What did Callum Reeve say about the car park?", "Callum Reeve", "the last one isn't full"),
    ("What did Nadia Farsi say about the lighthouse?", "Nadia Farsi", "hotel with nine rooms"),
    ("What did Jonas Ellery say about the lighthouse?", "Jonas Ellery", "go on shining"),
    ("What did Gerda Holm say about the wall?", "Gerda Holm", "Nobody should sleep"),
    ("What did Greta Lund say about the boat?", "Greta Lund", "and I never did"),
    ("What did Iris Bohm say about the tunnel?", "Iris Bohm", "will not open before"),
    ("What did Bohm say about the second shaft?", "Iris Bohm", "If the county pays"),
    ("What did Paul Arendt say about Sonia Kest?", "Paul Arendt", "even I want to read"),
    ("What did Ruth Amsel say about Lake Orm?", "Ruth Amsel", "clean as rain"),
    ("What did Carla Weiss say about noon?", "Carla Weiss", "my customers get up"),
    ("What did Hugo Brandt say about noon?", "Hugo Brandt", "if the rent falls"),
    ("What did the Salt Workers’ Union say about the night shift?", "Salt Workers’ Union", "dangerous"),
    ("What did the Brine Company say about the night shift?", "Brine Company", "safest of the three"),
    ("Who said that Lake Orm is as clean as rain?", "Ruth Amsel", "clean as rain"),
    ("How many people stopped work at the salt works?", None, "Two hundred people"),
    ("When did the old mill turn for the last time?", None, "1962"),
    ("How many books does the hill library have?", None, "forty thousand"),
]

NEAREST = [
    "What did Marta Ives say about the herring?",
    "What did Ellen Marsh say about the cherry orchard?",
    "What did Greta Lund say about the tunnel?",
    "What did Hugo Brandt say about the lighthouse?",
    "What did Valdes say about the bank?",
    "What did Sonia Kest say about the library?",
    "What did Oskar Thiel say about Lake Orm?",
]

NOT_FOUND = [
    "What did Barnaby Uxbridge say about the sea wall?",
    "What did Zelda Quist say about the night shift?",
    "What did Ellen Uxbridge say about the sea wall?",
    "Who won the chess championship in Reykjavik?",
]


@pytest.fixture(scope="session")
def ask(answerer_of: Callable[[Path], Answerer]) -> Callable[[str], Answer]:
    return answerer_of(HOSTILE).ask


def said(quote: Quote) -> str:
    """Return the words that an answer presents as its speaker's."""
    if quote.attribution is None:
        return ""
    text = quote.version.article.text
    return " … ".join(text[start:end] for start, end in quote.attribution.content)


@pytest.mark.slow
@pytest.mark.parametrize(("question", "speaker", "words"), ANSWERED, ids=[case[0] for case in ANSWERED])
def test_who_said_it_is_shown_with_the_words(
    ask: Callable[[str], Answer], question: str, speaker: str | None, words: str
) -> None:
    answer = ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert words in answer.quotes[0].text
    assert answer.quotes[0].speaker == speaker


@pytest.mark.parametrize("question", NEAREST, ids=str)
def test_a_speaker_who_said_nothing_on_it_gives_only_the_nearest(
    ask: Callable[[str], Answer], question: str
) -> None:
    assert ask(question).outcome in (Outcome.NEAREST, Outcome.NOT_FOUND)


@pytest.mark.parametrize("question", NOT_FOUND, ids=str)
def test_a_name_or_a_topic_that_occurs_nowhere_is_not_found(
    ask: Callable[[str], Answer], question: str
) -> None:
    assert ask(question).outcome is Outcome.NOT_FOUND


@pytest.mark.slow
@pytest.mark.parametrize("question", [case[0] for case in ANSWERED] + NEAREST + NOT_FOUND, ids=str)
def test_no_words_are_given_to_somebody_who_did_not_say_them(
    ask: Callable[[str], Answer], question: str
) -> None:
    for quote in ask(question).quotes:
        if quote.speaker is None:
            continue
        for words, speaker in SPOKEN.items():
            if words in said(quote):
                # A bare surname is not wrong, only less than the article says.
                assert speaker is not None
                assert speaker.endswith(quote.speaker)


def test_what_was_denied_is_not_shown_as_said(ask: Callable[[str], Answer]) -> None:
    own = [
        quote.attribution.polarity
        for quote in ask("What did Viktor Salk say about the vineyard?").quotes
        if quote.speaker == "Viktor Salk" and quote.attribution and "vineyard" in said(quote)
    ]

    assert set(own) == {"denied"}


def test_what_somebody_was_told_by_another_is_marked_as_second_hand(ask: Callable[[str], Answer]) -> None:
    first = ask("What did Daniel Quill say about the swing bridge?").quotes[0]

    assert first.attribution is not None
    assert first.attribution.second_hand


@pytest.mark.parametrize(
    "question",
    [
        "Have the cracks on the western side stopped growing?",
        "Can the houses below the spillway be lived in?",
    ],
    ids=str,
)
def test_a_negation_before_a_long_list_stays_with_its_items(
    ask: Callable[[str], Answer], question: str
) -> None:
    held = [
        each for each in ask(question).quotes if "stopped growing" in each.text or "lived in" in each.text
    ]

    assert held
    assert all("did not find" in quote.text for quote in held)


def test_neither_of_two_people_with_one_surname_is_guessed(ask: Callable[[str], Answer]) -> None:
    answer = ask("What did Valdes say about the bank?")

    assert set(answer.understood.ambiguous) == {"Anna Valdes", "Robert Valdes"}
    assert all(quote.speaker is None for quote in answer.quotes if "until Christmas" in said(quote))
