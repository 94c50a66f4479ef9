from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qa.answering import listed_articles
from qa.answering.answerer import Answerer
from qa.answering.articles_of_a_time import FIRST_WORDS, OF_OTHER_DAYS
from qa.answers import Answer, Meta, Nearest, Outcome
from qa.conversation.earlier.turns import Conversation

ARTICLES = (
    (
        "2024-03-01",
        "Harwick Post",
        "The tunnel is late",
        "“The tunnel will cost too much,” Ada Quill said. “The tunnel must wait,” said Tom Brandt.",
    ),
    (
        "2024-03-09",
        "Inland Post",
        "Fares in Harwick rise",
        "“I have nothing to add on the tunnel,” Ada Quill said on Friday.\n\n“The fares are fair for all who live on"
        " the island and for all who come to see it in the summer,” she said later."
        "\n\nIt rained.\n\n“The harbour is quiet,” Ms. Quill said.",
    ),
    (
        "2024-05-02",
        "Harwick Post",
        "Council meets",
        "“The tunnel is a gift to nobody,” Ada Quill said.\n\n“We need the new green line, and the deal must hold,”"
        " said Ivo Hale.",
    ),
)

RAIN = "\n\nIt rained.\n\nIt rained again.\n\n"


@pytest.fixture(scope="module")
def harwick(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("harwick")
    rows = [
        {"id": f"a{number}", "date": day, "source": source, "title": title, "text": text}
        for number, (day, source, title, text) in enumerate(ARTICLES)
    ]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return answerer_of(folder)


@pytest.fixture(scope="module")
def apiary(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    """Two articles without an outlet; each has bees and fences, in sentences far apart."""
    folder = tmp_path_factory.mktemp("apiary")
    rows = [
        {
            "id": f"b{number}",
            "title": f"Spring {number}",
            "text": f"The bees swarm in {place}.{RAIN}The fences hold.",
        }
        for number, place in enumerate(("Dene", "Hale"))
    ]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return answerer_of(folder)


def days(answer: Answer) -> list[str | None]:
    return [quote.version.article.date for quote in answer.quotes]


def test_how_often_somebody_mentions_something_is_counted_over_all_their_words(harwick: Answerer) -> None:
    answer = harwick.ask("How often did Quill mention the tunnel?")

    assert answer.outcome is Outcome.ANSWERED
    assert answer.note == "3 quotes in 3 articles, 1 March 2024 to 2 May 2024."
    assert {quote.speaker for quote in answer.quotes} == {"Ada Quill"}


def test_when_somebody_first_spoke_of_something_is_by_the_oldest_article(harwick: Answerer) -> None:
    first = harwick.ask("When did Quill first speak of the tunnel?")
    last = harwick.ask("When did Quill last mention the tunnel?")

    assert days(first) == ["2024-03-01", "2024-03-09", "2024-05-02"]
    assert first.note == "First in an article of 1 March 2024, of 3 quotes in 3 articles."
    assert days(last) == days(first)[::-1]
    assert last.note == "Latest in an article of 2 May 2024, of 3 quotes in 3 articles."


def test_words_without_a_date_may_be_older_than_the_first_ones(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    rows = [
        {"id": "a", "date": "2024-03-01", "text": "“The tunnel will cost too much,” Ada Quill said."},
        {"id": "b", "text": "“The tunnel is a gift to nobody,” Ada Quill said."},
    ]
    (tmp_path / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    ask = answerer_of(tmp_path).ask

    counted = "2 quotes in 2 articles"
    assert ask("When did Quill first speak of the tunnel?").note == (
        f"First in an article of 1 March 2024, of {counted}; 1 without a date."
    )
    assert (
        ask("How often did Quill mention the tunnel?").note == f"{counted}, 1 March 2024; 1 without a date."
    )


@pytest.mark.parametrize(
    ("question", "note"),
    [
        ("What was the first thing Quill said?", "what is certainly theirs here has no date."),
        ("When did Quill first speak of the tunnel?", "that has a date names it in words that are certain."),
    ],
)
def test_of_words_without_a_date_it_is_said_that_they_have_none(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path, question: str, note: str
) -> None:
    row = {"id": "b", "text": "“The tunnel is a gift to nobody,” Ada Quill said."}
    (tmp_path / "articles.jsonl").write_text(json.dumps(row), encoding="utf-8")

    assert answerer_of(tmp_path).ask(question).note.endswith(note)


def test_who_speaks_of_a_first_day_is_said_of_all_who_do(harwick: Answerer) -> None:
    answer = harwick.ask("Who was the first to mention the tunnel?")

    assert "1 March 2024 (Ada Quill and Tom Brandt)" in answer.note


def test_words_that_only_stand_beside_a_topic_are_not_its_first_mention(harwick: Answerer) -> None:
    answer = harwick.ask("Who was the first to mention the Green Line Deal?")

    assert answer.outcome is Outcome.ANSWERED
    assert answer.quotes[0].speaker == "Ivo Hale"
    assert "2 May 2024" in answer.note


def test_the_longest_quote_is_by_what_is_said_in_own_words(harwick: Answerer) -> None:
    answer = harwick.ask("What is the longest quote by Ada Quill?")

    assert answer.quotes[0].text.startswith("“The fares are fair")
    assert answer.note == "The longest of 5 quotes in 3 articles; what is only reported is left aside."


def test_who_talks_most_stands_first_with_the_number_of_quotes(harwick: Answerer) -> None:
    answer = harwick.ask("Who talks most about the tunnel?")

    assert answer.note == "Most often quoted on this: Ada Quill, 3 of 4 quotes in 3 articles."
    assert [quote.speaker for quote in answer.quotes] == ["Ada Quill", "Tom Brandt"]


def test_who_is_left_out_of_a_question_is_not_counted_and_that_is_said(harwick: Answerer) -> None:
    answer = harwick.ask("Who talks most about the tunnel apart from Quill?")

    assert (
        answer.note == "Most often quoted on this: Tom Brandt, 1 of 1 quote in 1 article. Ada Quill left out."
    )
    assert [name for name, _ in answer.voices] == ["Tom Brandt"]


def test_how_many_speak_on_a_topic_is_counted_by_name(harwick: Answerer) -> None:
    answer = harwick.ask("How many people spoke about the tunnel?")

    assert answer.note == (
        "2 speakers (Ada Quill and Tom Brandt), in 4 quotes in 3 articles. Whom no article names is not counted."
    )
    assert [quote.speaker for quote in answer.quotes] == ["Ada Quill", "Tom Brandt"]


def test_how_many_an_article_tells_is_not_the_number_of_speakers(
    tmp_path: Path, answerer_of: Callable[[Path], Answerer]
) -> None:
    (tmp_path / "toll.txt").write_text(
        "Two hundred people criticised the toll in Harwick.\n\nAda Quill criticised the toll.\n",
        encoding="utf-8",
    )

    answer = answerer_of(tmp_path).ask("How many people criticised the toll in Harwick?")

    assert answer.quotes[0].text.startswith("Two hundred people")
    assert "speaker" not in answer.note


def test_what_tells_no_number_is_not_how_many(
    tmp_path: Path, answerer_of: Callable[[Path], Answerer]
) -> None:
    (tmp_path / "toll.txt").write_text(
        "Many people criticised the toll in Harwick this week.\n\n"
        "“The toll is a disgrace,” said Ada Quill, who criticised the toll in Harwick.\n",
        encoding="utf-8",
    )

    answer = answerer_of(tmp_path).ask("How many people criticised the toll in Harwick?")

    assert answer.note.startswith("Read as that: 1 speaker (Ada Quill)")


def test_the_first_who_did_something_is_the_first_that_was_read_as_that(harwick: Answerer) -> None:
    answer = harwick.ask("Who was the first to criticise the tunnel?")

    assert "First in" not in answer.note or answer.note.endswith("words that I do not read as that.")


def test_how_many_quotes_there_are_on_a_topic_counts_those_with_a_name(harwick: Answerer) -> None:
    answer = harwick.ask("How many quotes are there on the tunnel?")

    assert answer.note == (
        "4 quotes in 3 articles, 1 March 2024 to 2 May 2024. Whom no article names is not counted."
    )


def test_who_is_quoted_most_in_a_time_is_counted_whatever_they_speak_of(harwick: Answerer) -> None:
    answer = harwick.ask("Who was quoted most in March 2024?")
    in_post = harwick.ask("Who was quoted most in the Harwick Post?")

    assert answer.note == "Most often quoted: Ada Quill, 4 quotes; then Tom Brandt (1)."
    assert [quote.speaker for quote in answer.quotes] == ["Ada Quill", "Tom Brandt"]
    assert in_post.note == "Most often quoted: Ada Quill, 2 quotes; then Ivo Hale (1), Tom Brandt (1)."


@pytest.mark.parametrize(
    "question",
    [
        "Who is quoted in the Harwick Post?",
        "Whom does the Harwick Post quote?",
        "Who spoke in the Harwick Post?",
    ],
)
def test_who_speaks_in_an_outlet_on_anything_is_who_is_quoted_there(harwick: Answerer, question: str) -> None:
    assert (
        harwick.ask(question).note
        == "Most often quoted: Ada Quill, 2 quotes; then Ivo Hale (1), Tom Brandt (1)."
    )


def test_who_else_speaks_in_an_outlet_is_none_of_those_who_were_shown(harwick: Answerer) -> None:
    first = harwick.ask("Who is quoted in the Harwick Post?")
    others = harwick.ask("who else?", conversation=Conversation().after(first, shown=1))

    assert others.understood.of_all is None
    assert {quote.speaker for quote in others.quotes} <= {"Tom Brandt", "Ivo Hale", None}


def test_how_many_speak_in_an_outlet_is_counted(harwick: Answerer) -> None:
    answer = harwick.ask("How many people are quoted in the Inland Post?")

    assert answer.note == "1 person or body is quoted. Most often quoted: Ada Quill, 3 quotes."


def test_an_outlet_alone_shows_the_first_words_of_its_articles(harwick: Answerer) -> None:
    answer = harwick.ask("articles from the Inland Post")

    assert answer.note == FIRST_WORDS
    assert {quote.version.article.source for quote in answer.quotes} == {"Inland Post"}


def test_what_somebody_never_mentions_is_denied_as_by_the_plain_question(harwick: Answerer) -> None:
    answer = harwick.ask("How often did Quill mention Dene?")

    assert (answer.outcome, answer.nearest) == (Outcome.NEAREST, Nearest.SPEAKER_NOT_ON_THIS)


def test_a_pronoun_in_what_is_counted_means_who_was_talked_of(harwick: Answerer) -> None:
    first = harwick.ask("What did Quill say about the tunnel?")
    answer = harwick.ask("how often did she mention it?", conversation=Conversation().after(first))

    assert answer.note.startswith("3 quotes")


@pytest.mark.parametrize(
    ("question", "note"),
    [
        (
            "How many articles mention the fares?",
            "1 article mentions “the fares” in any form: “Fares in Harwick rise”, Inland Post, 9 March 2024.",
        ),
        (
            "Which papers wrote about the tunnel?",
            "3 articles mention “the tunnel” in any form, in 2 outlets: Harwick Post (2), Inland Post.",
        ),
        (
            "Which articles quote Tom Brandt?",
            "1 article quotes Tom Brandt: “The tunnel is late”, Harwick Post, 1 March 2024.",
        ),
        (
            "Which articles quote both Quill and Brandt?",
            "1 article quotes Ada Quill and Tom Brandt: “The tunnel is late”, Harwick Post, 1 March 2024.",
        ),
        (
            "How many articles are there about the tunnel since April 2024?",
            "1 article mentions “the tunnel” in any form since 1 April 2024: “Council meets”, Harwick Post, 2 May"
            " 2024.",
        ),
        (
            "Which month has the most articles on the tunnel?",
            "3 articles mention “the tunnel” in any form, by month: March 2024 (2), May 2024 (1).",
        ),
        (
            "Which articles mention volcanoes?",
            "I find no article here that mentions “volcanoes” in any form.",
        ),
        (
            "When was the tunnel first mentioned?",
            "3 articles mention “the tunnel” in any form, oldest first: “The tunnel is late”, Harwick Post, 1 March"
            " 2024; “Fares in Harwick rise”, Inland Post, 9 March 2024; “Council meets”, Harwick Post, 2 May 2024.",
        ),
        (
            "What is the latest article on the fares?",
            "1 article mentions “the fares” in any form: “Fares in Harwick rise”, Inland Post, 9 March 2024.",
        ),
        (
            "Which articles are from the Harwick Post?",
            "2 articles from the Harwick Post, newest first: “Council meets”, Harwick Post, 2 May 2024; “The tunnel is"
            " late”, Harwick Post, 1 March 2024.",
        ),
        (
            "How many articles appeared in May 2024?",
            "1 article in May 2024: “Council meets”, Harwick Post, 2 May 2024.",
        ),
        ("How many articles are from May 1999?", "I find no article here from May 1999."),
        ("How many articles do you have from the Dene News?", "No outlet here is called the Dene News."),
        (
            "Are there any articles from Brandt?",
            "No outlet here is called Brandt. 1 article mentions Brandt: “The tunnel is late”, Harwick Post, 1 March"
            " 2024.",
        ),
        (
            "How many articles has the Inland Post published about the fares?",
            "1 article from Inland Post mentions the fares: “Fares in Harwick rise”, Inland Post, 9 March 2024.",
        ),
        (
            "How many articles did the Inland Post publish on ferries?",
            "I find no article here from Inland Post that mentions ferries.",
        ),
    ],
    ids=lambda value: value[:50],
)
def test_articles_and_outlets_are_listed_and_counted(harwick: Answerer, question: str, note: str) -> None:
    answer = harwick.ask(question)

    assert (answer.meta, answer.note) == (Meta.ARTICLES, note)


def test_it_is_told_where_another_name_of_a_topic_counts(
    tmp_path: Path, answerer_of: Callable[[Path], Answerer]
) -> None:
    rows = [
        {"id": name, "title": "Tide", "text": f"The ferry went to {name}."} for name in ("Beijing", "China")
    ]
    (tmp_path / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    answer = answerer_of(tmp_path).ask("Which articles mention Beijing?")

    assert answer.note.startswith("2 articles mention Beijing under this name or another: ")


def test_what_was_not_read_is_not_said_to_lack_a_topic(
    monkeypatch: pytest.MonkeyPatch, apiary: Answerer
) -> None:
    assert apiary.ask("Which articles mention bees fences?").note.startswith(
        "I find no article here that mentions"
    )
    monkeypatch.setattr(listed_articles, "MOST_READ", 1)

    assert apiary.ask("Which articles mention bees fences?").note == (
        "Of the 1 articles that I read, none mentions “bees fences” in any form; others may, which I did not read."
    )


def test_articles_without_an_outlet_are_counted_without_one(apiary: Answerer) -> None:
    answer = apiary.ask("Which papers wrote about the bees?")

    assert answer.note == "2 articles mention “the bees” in any form, without the name of an outlet."


def test_the_longest_of_what_was_said_is_asked_on(harwick: Answerer) -> None:
    first = harwick.ask("What did Quill say?")
    answer = harwick.ask("the longest?", conversation=Conversation().after(first))

    assert answer.quotes[0].text.startswith("“The fares are fair")


def test_how_often_alone_counts_what_was_asked_before(harwick: Answerer) -> None:
    first = harwick.ask("What did Quill say about the tunnel?")
    answer = harwick.ask("how often?", conversation=Conversation().after(first))

    assert answer.note.startswith("3 quotes in 3 articles")


def test_that_day_is_the_day_of_what_was_shown(harwick: Answerer) -> None:
    first = harwick.ask("What did Quill say about the fares?")
    answer = harwick.ask("what else did she say that day?", conversation=Conversation().after(first, shown=1))

    assert str(answer.understood.since) == "2024-03-09"
    assert [quote.text for quote in answer.quotes] == ["“The harbour is quiet,” Ms. Quill said."]


def test_a_timeline_of_a_topic_has_a_quote_of_each_day_oldest_first(harwick: Answerer) -> None:
    answer = harwick.ask("give me a timeline of the tunnel")

    assert days(answer) == ["2024-03-01", "2024-03-09", "2024-05-02"]
    assert answer.note == "Articles on this are of 3 days, 1 March 2024 to 2 May 2024."


def test_a_timeline_says_that_its_days_are_those_of_the_dated_articles(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    rows = [
        {"id": "a", "date": "2024-03-01", "text": "“The tunnel will cost too much,” Ada Quill said."},
        {"id": "b", "text": "“The tunnel is a gift to nobody,” Ada Quill said."},
    ]
    (tmp_path / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    answer = answerer_of(tmp_path).ask("give me a timeline of the tunnel")

    assert answer.note == "The dated articles on this are of 1 day."


@pytest.mark.parametrize(
    "question",
    ["What did the Inland Post write about the tunnel?", "quotes from the Inland Post on the tunnel"],
)
def test_what_an_outlet_wrote_is_what_there_is_on_it_there(harwick: Answerer, question: str) -> None:
    answer = harwick.ask(question)

    assert answer.outcome is Outcome.ANSWERED
    assert {quote.version.article.source for quote in answer.quotes} == {"Inland Post"}


def test_what_an_outlet_wrote_in_a_time_is_all_that_it_has_of_then(harwick: Answerer) -> None:
    answer = harwick.ask("What did the Inland Post write in March 2024?")

    assert answer.outcome is Outcome.ANSWERED
    assert {quote.version.article.source for quote in answer.quotes} == {"Inland Post"}
    assert {(quote.version.article.date or "")[:7] for quote in answer.quotes} == {"2024-03"}


@pytest.mark.parametrize(
    "question",
    [
        "How do the Harwick Post and the Inland Post differ on the tunnel?",
        "compare what the Harwick Post and Inland Post say about the tunnel",
        "Harwick Post vs Inland Post on the tunnel",
    ],
)
def test_two_outlets_are_compared_by_what_each_has_on_a_topic(harwick: Answerer, question: str) -> None:
    answer = harwick.ask(question)

    assert [{quote.version.article.source for quote in side.quotes} for side in answer.sides] == [
        {"Harwick Post"},
        {"Inland Post"},
    ]


def test_whose_position_changed_is_found_by_a_surname_that_others_have(
    tmp_path: Path, answerer_of: Callable[[Path], Answerer]
) -> None:
    (tmp_path / "tunnel.txt").write_text(
        "“The tunnel is dear,” Ada Quill said. “The tunnel must wait,” she said.\n\n“Bread is dear,” said Ivo Quill.\n",
        encoding="utf-8",
    )

    answer = answerer_of(tmp_path).ask("Has Quill changed her position on the tunnel?")

    assert {quote.speaker for quote in answer.quotes} == {"Ada Quill"}
    assert answer.understood.instead_of == ("Ivo Quill",)


def test_a_time_of_no_article_is_said_to_be_of_none(harwick: Answerer) -> None:
    answer = harwick.ask("What happened in March 1999?")

    assert answer.outcome is not Outcome.ANSWERED
    assert answer.note.endswith(OF_OTHER_DAYS)


def test_why_and_who_else_count_nothing(harwick: Answerer) -> None:
    first = harwick.ask("How often did Quill mention the tunnel?")
    why, others = (
        harwick.ask(each, conversation=Conversation().after(first)) for each in ("why?", "who else?")
    )

    assert (why.understood.of_all, others.understood.of_all) == (None, None)
    assert [quote.speaker for quote in others.quotes] == ["Tom Brandt"]


def test_where_words_on_a_topic_do_not_name_it_the_count_says_that_those_counted_do(
    answerer_of: Callable[[Path], Answerer], tmp_path: Path
) -> None:
    rows = [
        {"id": "a", "date": "2024-03-01", "text": "“Harwick will be flooded,” Ada Quill said."},
        {"id": "b", "date": "2024-05-02", "text": "In Harwick, Ada Quill said that the rain will last."},
    ]
    (tmp_path / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")

    answer = answerer_of(tmp_path).ask("How often did Quill mention Harwick?")

    assert answer.note == "1 quote that names it, in 1 article, 1 March 2024."


def test_the_first_of_one_quote_is_not_called_the_first(harwick: Answerer) -> None:
    answer = harwick.ask("When did Brandt first mention the tunnel?")

    assert answer.note == "1 quote in 1 article, 1 March 2024."


def test_another_name_in_its_place_is_counted_in_turn(harwick: Answerer) -> None:
    first = harwick.ask("How often did Quill mention the tunnel?")
    answer = harwick.ask("and Brandt?", conversation=Conversation().after(first))

    assert answer.note == "1 quote in 1 article, 1 March 2024."


def test_which_papers_printed_what_was_shown_is_asked_of_the_quotes(harwick: Answerer) -> None:
    first = harwick.ask("What did Quill say about the tunnel?")
    answer = harwick.ask("which papers quoted it?", conversation=Conversation().after(first))

    assert answer.meta is None
    assert [quote.id for quote in answer.quotes] == [quote.id for quote in first.quotes[:3]]


@pytest.fixture(scope="module")
def orsa(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("orsa")
    rows = [
        {
            "id": "a",
            "date": "2024-03-01",
            "title": "Orsa ferry to stop",
            "text": "On her first visit to the pier since May, Una Strand said that the ferry would stop.\n\n“The ferry"
            " is old,” Strand said.\n\nStrand declined to speak of the pier.",
        },
        {
            "id": "b",
            "date": "2024-03-02",
            "title": "Lock in Dene",
            "text": "Ivo Hale met Tom Brandt in Dene. “The lock must go,” he said.",
        },
    ]
    (folder / "articles.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return answerer_of(folder)


def test_what_only_the_article_names_beside_somebodys_words_is_not_counted(orsa: Answerer) -> None:
    answer = orsa.ask("How often did Strand mention the pier?")

    assert "1 quote" not in answer.note
    assert answer.understood.of_all is None


def test_what_could_not_be_counted_is_said_to_be_so(orsa: Answerer) -> None:
    answer = orsa.ask("How often did Brandt mention the lock?")

    assert "The lock must go" in answer.quotes[0].text
    assert answer.note.startswith("I could not count that")


@pytest.mark.parametrize(
    "question",
    [
        "only direct quotes by Strand on the ferry",
        "Direct quotes from Una Strand about the ferry",
        "show me Strand's direct quotes on the ferry",
    ],
)
def test_only_what_stands_in_quotation_marks_is_shown_where_that_is_asked(
    orsa: Answerer, question: str
) -> None:
    answer = orsa.ask(question)

    assert [quote.text for quote in answer.quotes] == ["“The ferry is old,”"]
    assert answer.note == "1 quote in 1 article; what is only reported is left aside."


def test_only_direct_quotes_of_what_was_asked_before_leaves_out_what_is_reported(orsa: Answerer) -> None:
    first = orsa.ask("What did Strand say about the ferry?")
    answer = orsa.ask("only direct quotes", conversation=Conversation().after(first))

    assert len(first.quotes) > len(answer.quotes) == 1
    assert answer.understood.of_all == "quoted"


@pytest.fixture(scope="module")
def guild(tmp_path_factory: pytest.TempPathFactory, answerer_of: Callable[[Path], Answerer]) -> Answerer:
    folder = tmp_path_factory.mktemp("guild")
    text = (
        "“The quay is unsafe,” said Ada Quill, a surgeon. “The quay must close,” said Ivo Brandt.\n\n"
        "“Bread is dear,” said Una Strand, a teacher. “Fares will rise,” said Tom Hale, the transport minister.\n"
    )
    (folder / "guild.jsonl").write_text(
        json.dumps({"id": "g", "title": "Notes", "text": text}), encoding="utf-8"
    )
    return answerer_of(folder)


def test_which_people_of_a_kind_spoke_is_answered_by_those_who_are_called_so(guild: Answerer) -> None:
    surgeons, ministers = (
        guild.ask("Which surgeons spoke of the quay?"),
        guild.ask("Which ministers spoke of fares?"),
    )

    assert (surgeons.outcome, {quote.speaker for quote in surgeons.quotes}) == (
        Outcome.ANSWERED,
        {"Ada Quill"},
    )
    assert (ministers.outcome, {quote.speaker for quote in ministers.quotes}) == (
        Outcome.ANSWERED,
        {"Tom Hale"},
    )


def test_of_a_kind_that_nobody_is_called_whoever_spoke_may_be_one(guild: Answerer) -> None:
    answer = guild.ask("Which astronauts talked about the quay?")

    assert answer.outcome is Outcome.UNSURE
    assert {quote.speaker for quote in answer.quotes} == {"Ada Quill", "Ivo Brandt"}
