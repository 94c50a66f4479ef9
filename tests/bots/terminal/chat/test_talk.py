from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bots.terminal.chat.stopping import Stopped
from bots.terminal.chat.talk import Talk
from bots.terminal.rendering import Look
from embeddings.encoder import Encoder
from qa.answering.answerer import Answerer
from qa.answers import Answer
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from tests.budgets import examples

Say = Callable[[str], str]


def test_a_question_is_answered_as_by_ask(say: Say) -> None:
    told = say("What did Lindqvist say about the harbour?")

    assert "The harbour must stay open" in told
    assert "— Anna Lindqvist" in told
    assert "qa show " not in told
    assert "answers it" in told


def test_a_follow_up_keeps_the_speaker(say: Say) -> None:
    say("What did Lindqvist say about the harbour?")

    told = say("and about the library?")

    assert "The library costs too much" in told
    assert "— Anna Lindqvist" in told


def test_thanks_are_no_turn(talk: Talk, say: Say) -> None:
    say("What did Lindqvist say about the harbour?")

    assert say("thanks") == "You are welcome.\n"
    told = talk.reply("and about the library?")

    assert told.answer is not None
    assert told.answer.understood.speaker == "Anna Lindqvist"


def test_the_quotes_above_thanks_keep_their_numbers(say: Say) -> None:
    say("What did Lindqvist say about the harbour?")
    before = say("/show 1")

    say("thanks")

    assert say("/show 1") == before


def test_what_is_in_here_is_shown_with_what_can_be_typed_here(say: Say) -> None:
    told = say("What is in here?")

    assert told.startswith("In here: 3 articles, 4 March 2024 to 20 May 2024.\n\nWhen\n")
    assert "in all: /speakers" in told
    assert "  What did Anna Lindqvist say" in told
    assert "qa ask" not in told


def test_the_chat_names_quotes_by_their_numbers_and_by_ids_if_asked(
    library: Library, encoder: Encoder
) -> None:
    today = date(2024, 5, 25)
    answerer = Answerer(library, lambda: encoder, open_span_reader, today=today)

    def told(look: Look) -> str:
        return (
            Talk(library, answerer, quotes=3, today=today, look=lambda: look)
            .reply("What did Lindqvist say?")
            .text
        )

    assert "show" not in told(Look(ids="number"))
    assert "paragraph" not in told(Look(ids="number"))
    assert "news.jsonl, paragraph 2, characters " in told(Look(verbose=True, ids="number"))


def test_a_number_picks_one_of_the_questions_about_namesakes(talk: Talk) -> None:
    answer = talk.reply("What did Lindqvist say about the harbour?").answer
    assert answer is not None
    namesakes = replace(answer.understood, instead_of=("Peter Okafor",))
    talk._answers.append(replace(answer, understood=namesakes))

    told = talk.reply("1").answer

    assert told is not None
    assert told.question == "What did Peter Okafor say about the harbour?"


@pytest.mark.slow
def test_after_new_a_question_stands_alone(talk: Talk) -> None:
    talk.reply("What did Lindqvist say about the harbour?")
    talk.reply("/new")

    answer = talk.reply("and about the library?").answer

    assert answer is not None
    assert answer.understood.speaker is None


def test_more_does_not_repeat_what_was_shown(talk: Talk) -> None:
    first = talk.reply("What did Lindqvist say?").answer
    more = talk.reply("/more").answer

    assert first is not None
    assert more is not None
    assert not {quote.id for quote in first.quotes[:3]} & {quote.id for quote in more.quotes}


def test_the_article_of_a_quote_is_shown_to_its_end(talk: Talk) -> None:
    talk.reply("What did Lindqvist say about the harbour?")

    article = talk.reply("/article 1").text
    more = talk.reply("/more").text

    assert "The council met on Monday" in article
    assert "Peter Okafor, who leads the" in article
    assert "That is the end of the article." in more
    assert not talk.reply("/show 1").failed


def test_why_shows_the_last_answer_again_with_reasons(say: Say) -> None:
    say("What did Lindqvist say about the harbour?")
    say("thanks")

    told = say("/why")

    assert "The harbour must stay open" in told
    assert "It has these words of the question: harbour." in told


def test_exact_words_are_found_and_numbered(say: Say) -> None:
    told = say("/find costs too much")

    assert told.startswith("1 place in 1 article:")
    assert "Anna Lindqvist, Inland Post" in told
    assert " · \n" not in told
    assert "The library will open on Sundays" in say("/show 1")
    assert say("/find zebras") == "Not found: no text has exactly the words “zebras”.\n"


def test_a_greeting_is_returned_with_questions_to_ask(say: Say) -> None:
    told = say("hello")

    assert told.startswith("Hello. Ask what somebody said")
    assert "\n\nAsk, for example\n  What did Anna Lindqvist say" in told
    assert "Quoted most" not in told


def test_a_quote_is_shown_in_its_surroundings(talk: Talk) -> None:
    answer = talk.reply("What did Lindqvist say about the harbour?").answer
    assert answer is not None

    by_number = talk.reply("/show 1").text

    assert ">>>" in by_number
    assert "The council met on Monday" in by_number
    assert talk.reply("/show").text == by_number
    assert talk.reply(f"/show {answer.quotes[0].id}").text == by_number


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("/show 1", "ask something first"),
        ("/show nothing", "nothing"),
        ("/shwo", "Did you mean /show?"),
        ("/xyzzy", "/help lists"),
        ("/since the day after never", "not a date"),
        ("/source Cost Gazette", "Did you mean 'Coast Gazette'?"),
        ("/source xyz", "/sources lists"),
        ("/save", "Name a file"),
        ("/why", "ask something first"),
        ("/article", "ask something first"),
        ("/find", "words to find"),
        ("/save x.md", "nothing to save"),
        ("/speakers Nobody Atall", "speaks in these articles. /speakers lists who does"),
        ("q" * 10_001, "at most 10,000"),
    ],
    ids=lambda value: value[:20],
)
def test_what_cannot_be_done_is_said(talk: Talk, line: str, told: str) -> None:
    reply = talk.reply(line)

    assert reply.failed
    assert told in reply.text
    assert talk.reply("Who spoke about the harbour?").answer is not None


def test_show_knows_how_many_quotes_there_are(say: Say) -> None:
    say("What did Lindqvist say about the harbour?")

    assert "give a number up to that" in say("/show 9")
    assert "give a number up to that" in say("/show 0")


def test_bounds_hold_until_they_are_lifted(talk: Talk) -> None:
    assert talk.reply("/since last week").text == "Only articles: since 13 May 2024.\n"
    answer = talk.reply("What did Lindqvist say about the harbour?").answer
    assert answer is not None
    assert answer.outcome == "nearest"

    talk.reply("/since")
    talk.reply("/until April 2024")
    assert talk.bounds() == "until 30 April 2024"
    answer = talk.reply("What did Lindqvist say about the harbour?").answer
    assert answer is not None
    assert {quote.version.article.source for quote in answer.quotes} == {"Coast Gazette"}
    assert talk.reply("/until").text == "All articles.\n"


def test_bounds_that_exclude_each_other_are_refused(talk: Talk) -> None:
    talk.reply("/since 2024-05-01")

    assert talk.reply("/until 2024-04-01").failed
    assert talk.bounds() == "since 1 May 2024"


def test_an_outlet_may_be_named_in_part(talk: Talk) -> None:
    talk.reply("/source inland")

    assert talk.bounds() == "Inland Post"
    answer = talk.reply("What did Lindqvist say?").answer
    assert answer is not None
    assert {quote.version.article.source for quote in answer.quotes} == {"Inland Post"}


def test_speakers_and_sources_are_listed(say: Say) -> None:
    assert "Anna Lindqvist, 3" in say("/speakers") or "Anna Lindqvist, 2" in say("/speakers")
    assert "quoted" in say("/speakers Lindqvist")
    assert "Coast Gazette" in say("/sources")


def test_a_conversation_is_saved_with_the_ids_of_its_quotes(talk: Talk, tmp_path: Path) -> None:
    answer = talk.reply("What did Lindqvist say about the harbour?").answer
    talk.reply("and about the library?")
    path = tmp_path / "talk.md"

    assert "2 answers saved" in talk.reply(f"/save {path}").text

    text = path.read_text(encoding="utf-8")
    assert answer is not None
    assert f"`{answer.quotes[0].id}`" in text
    assert "**and about the library?**" in text
    assert text.count("\n---\n") == 1


def test_a_file_is_never_overwritten(talk: Talk, tmp_path: Path) -> None:
    talk.reply("What did Lindqvist say?")
    path = tmp_path / "talk.md"
    path.write_text("mine")

    reply = talk.reply(f"/save {path}")

    assert reply.failed
    assert "already" in reply.text
    assert path.read_text() == "mine"
    assert talk.reply(f"/save {tmp_path / 'no' / 'folder.md'}").failed


@pytest.mark.slow
@pytest.mark.parametrize(
    "line",
    [
        "What was said about the lighthouse?",
        "/show 1",
        "/speakers",
        "/sources",
        "/speakers Stern",
        "/\x1b[31m",
    ],
    ids=["ask", "show", "speakers", "sources", "profile", "command"],
)
def test_hostile_text_is_shown_and_never_acts(say: Say, line: str) -> None:
    say("What was said about the lighthouse?")

    told = say(line)

    assert not set("\x1b\x07\u202e") & set(told)


@settings(max_examples=examples(50), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=st.text(min_size=1, max_size=30).map(lambda text: f"/{text}"))
def test_any_command_line_is_answered(talk: Talk, tmp_path: Path, line: str) -> None:
    if line.lower().startswith("/save"):
        return

    reply = talk.reply(line)

    assert reply.end or reply.text
    assert "\x1b" not in reply.text


def test_a_number_picks_one_of_the_choices(talk: Talk) -> None:
    answer = talk.reply("who else?").answer
    assert answer is not None
    assert answer.choices

    picked = talk.reply("1").answer

    assert picked is not None
    assert picked.question == answer.choices[0]


def test_a_question_that_was_stopped_leaves_no_trace(library: Library, encoder: Encoder) -> None:
    def run(work: Callable[[], Answer]) -> Answer:
        if stopping:
            raise Stopped
        return work()

    stopping = False
    today = date(2024, 5, 25)
    talk = Talk(
        library,
        Answerer(library, lambda: encoder, open_span_reader, today=today),
        quotes=3,
        today=today,
        run=run,
    )
    talk.reply("What did Lindqvist say about the harbour?")

    stopping = True
    with pytest.raises(Stopped):
        talk.reply("What did Okafor say?")

    stopping = False
    answer = talk.reply("and about the library?").answer
    assert answer is not None
    assert answer.understood.speaker == "Anna Lindqvist"


def test_a_library_that_was_updated_is_used_at_the_next_question(tmp_path: Path, encoder: Encoder) -> None:
    article = tmp_path / "news" / "a.txt"
    article.parent.mkdir()
    article.write_text("“The bridge is closed,” Anna Lindqvist said.")
    request = IndexRequest((article.parent,))
    update(tmp_path / "library", request, encoder_factory=lambda: encoder)
    with Library.open(tmp_path / "library") as library:
        talk = Talk(
            library, Answerer(library, lambda: encoder, open_span_reader), quotes=3, today=date(2024, 1, 1)
        )
        talk.reply("What did Lindqvist say about the bridge?")
        (article.parent / "b.txt").write_text("“The tunnel is open,” Bo Ek said.")
        update(tmp_path / "library", IndexRequest(), encoder_factory=lambda: encoder)

        told = talk.reply("What did Bo Ek say about the tunnel?").text

    assert "The tunnel is open" in told
