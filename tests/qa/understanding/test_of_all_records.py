from __future__ import annotations

import pytest

from qa.answers import OfAll
from qa.understanding.of_all_records import AskedOfAll, asked_of_all


@pytest.mark.parametrize(
    ("question", "plain", "of_all"),
    [
        ("How often did Quill mention the tunnel?", "What did Quill say about the tunnel?", "count"),
        ("how many times has Ada Quill talked about tolls?", "What did Ada Quill say about tolls?", "count"),
        ("how many times did Quill say no comment?", "What did Quill say about no comment?", "count"),
        (
            "How many quotes do you have from Quill on the tunnel?",
            "What did Quill say about the tunnel?",
            "count",
        ),
        ("How many times is Ada Quill quoted on fares?", "What did Ada Quill say about fares?", "count"),
        ("How many times was Quill quoted in May 2024?", "What did Quill say in May 2024?", "count"),
        (
            "the longest quote by Quill on fares since May",
            "What did Quill say about fares since May?",
            "longest",
        ),
        ("the oldest quote from the mayor of Harwick", "What did the mayor of Harwick say?", "first"),
        ("When did Quill first speak of resigning?", "What did Quill say about resigning?", "first"),
        ("when did Quill last mention the strike?", "What did Quill say about the strike?", "latest"),
        ("When was the first time Quill mentioned the toll?", "What did Quill say about the toll?", "first"),
        ("the oldest quote by Ada Quill", "What did Ada Quill say?", "first"),
        ("what's the most recent quote from Quill about fares?", "What did Quill say about fares?", "latest"),
        ("What is the most recent thing Quill said?", "What did Quill say?", "latest"),
        ("the first thing that Quill ever said about fares", "What did Quill say about fares?", "first"),
        ("Show me Quill's longest quote", "What did Quill say?", "longest"),
        ("who was the first to mention the toll?", "Who talked about the toll?", "first"),
        ("Who spoke last about the toll?", "Who talked about the toll?", "latest"),
        ("Who first spoke of a strike?", "Who talked about a strike?", "first"),
        ("Who was the first to call for a ban?", "Who called for a ban?", "first"),
        ("who first criticised the toll", "Who criticised the toll?", "first"),
        ("Who talks most about the port?", "Who talked about the port?", "most"),
        ("who has been quoted most on housing?", "Who talked about housing?", "most"),
        ("top speakers on the port", "Who talked about the port?", "most"),
        ("How many people criticised the toll?", "Who criticised the toll?", "voices"),
        ("how many speakers are quoted on the toll", "Who talked about the toll?", "voices"),
        ("How many people have said that the toll is late?", "Who said that the toll is late?", "voices"),
        ("How often did anybody mention the toll?", "Who talked about the toll?", "count"),
        ("When did people first speak about the toll?", "Who talked about the toll?", "first"),
        ("Who was quoted most often in May 2024?", "Who spoke in May 2024?", "most"),
        ("top speakers last week", "Who spoke last week?", "most"),
        ("Who is quoted in May 2024?", "Who spoke in May 2024?", "most"),
        ("List everyone quoted in May 2024", "Who spoke in May 2024?", "most"),
        ("Which people are quoted in articles from May 2024?", "Who spoke in May 2024?", "most"),
        ("How many people are quoted in May 2024?", "Who spoke in May 2024?", "voices"),
        ("Who mentions the toll most often?", "Who talked about the toll?", "most"),
        ("Who said the most about the toll?", "Who talked about the toll?", "most"),
        ("who has most to say on the toll", "Who talked about the toll?", "most"),
        ("Who has the most quotes in May 2024?", "Who spoke in May 2024?", "most"),
        ("How much has Quill said about the toll?", "What did Quill say about the toll?", "count"),
        ("the number of quotes by Quill on fares", "What did Quill say about fares?", "count"),
        ("How many quotes on the toll do you have?", "Who talked about the toll?", "count"),
        ("When was Quill last quoted?", "What did Quill say?", "latest"),
        (
            "when was Quill first quoted on fares since May",
            "What did Quill say about fares since May?",
            "first",
        ),
        ("When did Quill last speak?", "What did Quill say?", "latest"),
        ("When did Quill start talking about the toll?", "What did Quill say about the toll?", "first"),
        ("when did people begin to speak of a strike", "Who talked about a strike?", "first"),
        ("since when has Quill been mentioning fares?", "What did Quill say about fares?", "first"),
        ("What is the oldest quote on the toll?", "Who talked about the toll?", "first"),
        ("What did Quill say first about the toll?", "What did Quill say about the toll?", "first"),
        ("latest quotes about the toll", "Who talked about the toll?", "latest"),
        ("Who has had the most to say on the toll?", "Who talked about the toll?", "most"),
        ("Who was the last person quoted on the toll?", "Who talked about the toll?", "latest"),
        ("top three speakers on the toll", "Who talked about the toll?", "most"),
        ("Who brought up the toll for the first time?", "Who talked about the toll?", "first"),
        ("At what point did Quill start talking of tolls?", "What did Quill say about tolls?", "first"),
        ("when did Quill most recently touch on tolls", "What did Quill say about tolls?", "latest"),
        ("the last three quotes from Ada Quill", "What did Ada Quill say?", "latest"),
        ("Who has spoken most in May about the toll?", "Who talked about the toll in May?", "most"),
        ("Which people have weighed in on the toll?", "Who talked about the toll?", None),
        ("Whose comments on the toll do you have?", "Who talked about the toll?", None),
        ("Who had the final word on the toll?", "Who talked about the toll?", "latest"),
        ("Who gets quoted most when it comes to tolls?", "Who talked about tolls?", "most"),
        ("How regularly does Quill speak about tolls?", "What did Quill say about tolls?", "count"),
        ("show me what Quill said, newest first", "What did Quill say?", "latest"),
        ("What were the first comments on the toll?", "Who talked about the toll?", "first"),
        ("Who is most outspoken on the toll?", "Who talked about the toll?", "most"),
        ("Who was first to back the toll?", "Who backed the toll?", "first"),
        ("What did Quill say about tolls, newest first?", "What did Quill say about tolls?", "latest"),
        ("Was Quill quoted on the toll?", "What did Quill say about the toll?", None),
        ("all quotes in which Quill mentions tolls", "What did Quill say about tolls?", None),
        ("List every speaker on the toll", "Who talked about the toll?", None),
        ("everyone quoted on the toll", "Who talked about the toll?", None),
        ("Who has something to say about the toll?", "Who talked about the toll?", None),
        ("Tell me who said what about the toll", "Who talked about the toll?", None),
        ("Show me the first quotes on the toll in your archive", "Who talked about the toll?", "first"),
        ("Whose comments on the toll are in here?", "Who talked about the toll?", None),
        ("Which of the quotes on the toll is the longest?", "Who talked about the toll?", "longest"),
        ("Name three people quoted in the articles about the toll", "Who talked about the toll?", None),
        ("only direct quotes by Quill on fares", "What did Quill say about fares?", "quoted"),
        ("Who was the first to say that the toll is late?", "Who said that the toll is late?", "first"),
    ],
    ids=lambda value: str(value)[:60],
)
def test_what_is_asked_of_all_words_is_read_with_its_plain_question(
    question: str, plain: str, of_all: OfAll | None
) -> None:
    assert asked_of_all(question) == AskedOfAll(plain, of_all)


@pytest.mark.parametrize(
    ("question", "plain", "of_all"),
    [
        ("Which doctors spoke about the toll?", "What did doctors say about the toll?", None),
        ("which Labour MPs are quoted on the toll", "What did Labour MPs say about the toll?", None),
        ("Which secretary has talked about tolls?", "What did secretaries say about tolls?", None),
        ("Which women mention the toll?", "What did women say about the toll?", None),
        ("Which astronauts talked about tolls?", "Who talked about tolls?", None),
        ("Which companies commented on tolls in May?", "Who talked about tolls in May?", None),
        ("Any lawyers quoted on tolls?", "What did lawyers say about tolls?", None),
        ("list all doctors who spoke about the toll", "What did doctors say about the toll?", None),
        ("Which psychologists are quoted?", "What did psychologists say?", None),
        ("How many economists commented on tolls?", "What did economists say about tolls?", "voices"),
        (
            "Which minister was first to speak of the toll?",
            "What did ministers say about the toll?",
            "first",
        ),
    ],
    ids=lambda value: str(value)[:60],
)
def test_people_of_a_kind_are_asked_for_by_what_they_are(
    question: str, plain: str, of_all: OfAll | None
) -> None:
    assert asked_of_all(question) == AskedOfAll(plain, of_all, of_kind=True)


@pytest.mark.parametrize(
    "question",
    [
        "Which roads mention the toll?",
        "What problems did Quill discuss?",
        "all the mayor's quotes on tolls",
    ],
)
def test_things_are_no_people_of_a_kind(question: str) -> None:
    assert asked_of_all(question) is None


@pytest.mark.parametrize(
    "question",
    [
        "What did Quill say about the tunnel?",
        "How often does the ferry sail?",
        "How many people did Quill mention?",
        "How many people voted against the toll?",
        "How many people live in Harwick?",
        "How many people were hurt?",
        "When did Quill first visit Harwick?",
        "Who was the first to cross the bridge?",
        "Who spends most on the port?",
        "What is the longest bridge in Harwick?",
        "How much did Quill say the toll costs?",
        "How many comments on the toll did the council get?",
        "When did Quill start building the bridge?",
        "When did Quill first speak to the council?",
        "What did Quill say last on Monday?",
        "What did Quill say first on 4 May?",
        "What did the first minister say about the toll?",
        "What was the first thing he wrote?",
        "When was Quill last mentioned?",
        "What did people say about the toll?",
        "What was Quill's first remark after the vote?",
        "Who spoke at the last hearing on the toll?",
    ],
)
def test_other_questions_of_numbers_and_firsts_are_left_alone(question: str) -> None:
    assert asked_of_all(question) is None


def test_whom_an_outlet_quotes_is_asked_only_where_one_is_named() -> None:
    asked = AskedOfAll("Who talked about the toll in the Inland Post?", "most", within=True)

    assert asked_of_all("Who has the Inland Post quoted most on the toll?") == asked


@pytest.mark.parametrize(
    "question",
    [
        "Whom does the Dene Times quote?",
        "Who was quoted most by the Dene Times?",
        "Who is quoted in the Dene Times?",
        "list everyone quoted by the Dene Times",
    ],
)
def test_whom_an_outlet_quotes_may_be_asked_without_a_topic(question: str) -> None:
    assert asked_of_all(question) == AskedOfAll("Who spoke in the Dene Times?", "most", within=True)
