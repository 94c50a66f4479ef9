from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.terminal import profiles, surroundings
from bots.terminal.contract import answer_object, as_json, record_object
from bots.terminal.rendering import (
    Look,
    answer_as_csv,
    answer_as_markdown,
    answer_as_text,
    escaped,
    quote_as_text,
)
from bots.terminal.session import wants_colour
from bots.terminal.sides import side_as_markdown, side_as_text, sides_as_csv
from qa.archive.speaker_lookup import Profile
from qa.datatypes import (
    Answer,
    Article,
    Attribution,
    AttributionKind,
    CorpusSummary,
    Nearest,
    Outcome,
    QuestionKind,
    Quote,
    Speaker,
    Understanding,
    Version,
)

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=60)
REORDERING = set("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def quote_of(
    text: str,
    *,
    title: str = "",
    source: str = "",
    path: str = "a.txt",
    speaker: str | None = None,
    url: str = "",
) -> Quote:
    article = Article(id="a", text=text, title=title, source=source, path=path, url=url, date="2025-01-18")
    record = Attribution(((0, len(text)),), None, None, speaker, AttributionKind.INDIRECT, "test", 0.5)
    version = Version(key=1, uid="a" * 10, sha256="b" * 64, article=article)
    return Quote(version, 0, len(text), 0.5, record if speaker else None, speaker)


def answer_of(
    *quotes: Quote,
    question: str = "What?",
    outcome: Outcome = Outcome.ANSWERED,
    nearest: Nearest | None = None,
    understood: Understanding | None = None,
) -> Answer:
    return Answer(
        question=question,
        outcome=outcome,
        confidence=0.5,
        understood=understood or Understanding(QuestionKind.CONTENT, question, question),
        quotes=quotes,
        corpus=CorpusSummary(1, 1, "2025-01-18", "2025-01-18", 1),
        nearest=nearest,
    )


def is_safe(shown: str) -> bool:
    controls = {c for c in shown if unicodedata.category(c) in {"Cc", "Cs"}}
    return controls <= {"\n", "\t"} and not REORDERING & set(shown)


FORMS: list[Callable[[Answer], str]] = [
    lambda answer: answer_as_text(answer, 3, look=Look(), why=True),
    lambda answer: answer_as_text(answer, 3, look=Look(width=40)),
    lambda answer: answer_as_markdown(answer, 3, why=True),
    lambda answer: answer_as_csv(answer, 3),
    lambda answer: as_json(answer_object(answer)),
    lambda answer: surroundings.as_text(answer.quotes[0], look=Look()),
    lambda answer: surroundings.as_markdown(answer.quotes[0]),
    lambda answer: as_json(surroundings.as_object(answer.quotes[0])),
]
NAMES = ["text", "narrow", "markdown", "csv", "json", "shown", "shown-markdown", "shown-json"]


@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
def test_a_quote_in_its_surroundings_is_wrapped_between_words(colour: bool) -> None:
    text = "The council met on Monday, which it seldom does. Fair is fair, she said, and the meeting ended early."
    quote = replace(quote_of(text), start=49, end=62)

    shown = surroundings.as_text(quote, look=Look(colour=colour, width=30))

    plain = shown.replace("\x1b[7m", "").replace("\x1b[0m", "").replace(">>>", "").replace("<<<", "")
    lines = plain.split("\n\n")[1].split("\n")
    assert max(map(len, lines)) <= 30
    assert " ".join(lines).split() == text.split()
    marked = "\x1b[7mFair is\x1b[0m\n\x1b[7mfair,\x1b[0m" if colour else ">>>Fair\nis fair,<<<"
    assert marked in shown


@pytest.mark.parametrize("render", FORMS, ids=NAMES)
@given(text=ANY_TEXT.filter(bool), other=ANY_TEXT)
def test_no_control_character_of_an_article_reaches_the_output(
    render: Callable[[Answer], str], text: str, other: str
) -> None:
    quote = quote_of(text, title=other, source=other, path=other, speaker=other, url=other)
    understood = Understanding(
        QuestionKind.SAID, other, other, speaker=other, topic=other, ambiguous=(other,)
    )

    assert is_safe(render(answer_of(quote, question=other, understood=understood)))


def said_by(name: str, *, sure: float, speaks_for: str | None = None) -> Quote:
    quote = quote_of("The ferry will sail.", speaker=name)
    assert quote.attribution is not None
    record = replace(
        quote.attribution, name_confidence=sure, speaks_for=speaks_for, own_words=((4, 9), (15, 19))
    )
    return replace(quote, attribution=record)


SHOWN = ["text", "narrow", "markdown", "shown"]


@pytest.mark.parametrize("render", [FORMS[NAMES.index(name)] for name in SHOWN], ids=SHOWN)
def test_a_name_that_is_not_certain_is_shown_with_probably(render: Callable[[Answer], str]) -> None:
    doubtful, sure = said_by("Ann Lee", sure=0.2), said_by("Ann Lee", sure=1.0)

    assert "probably Ann Lee (reported)" in render(answer_of(doubtful))
    assert "probably" not in render(answer_of(sure))


@pytest.mark.parametrize("render", [FORMS[NAMES.index(name)] for name in SHOWN], ids=SHOWN)
def test_a_spokesperson_is_shown_with_the_body(render: Callable[[Answer], str]) -> None:
    shown = render(answer_of(said_by("Ned Pryce", sure=1.0, speaks_for="Ports Authority")))

    assert "Ned Pryce, for the Ports Authority (reported)" in " ".join(shown.split())


def test_nothing_that_an_article_calls_a_body_reaches_the_terminal_as_it_is() -> None:
    quote = said_by("Ned Pryce", sure=0.2, speaks_for="Ports \x1b[2J\u202eAuthority\n1. Ann Lee")

    for render in FORMS:
        assert is_safe(render(answer_of(quote)))
    text = FORMS[0](answer_of(quote))
    assert "probably Ned Pryce, for Ports ␛[2J\\u202eAuthority␊1. Ann Lee (reported)" in text


def test_json_says_how_certain_the_name_is_and_which_words_are_the_speakers() -> None:
    quotes = answer_object(answer_of(said_by("Ann Lee", sure=0.23456, speaks_for="Ports Authority")))[
        "quotes"
    ]

    record = quotes[0]["attribution"]  # type: ignore[index]
    assert (record["certain"], record["name_confidence"]) == (False, 0.2346)
    assert (record["speaks_for"], record["own_words"]) == ("Ports Authority", [[4, 9], [15, 19]])


def test_json_of_an_attribution_says_the_same() -> None:
    record = said_by("Ann Lee", sure=1.0).attribution
    assert record is not None

    told = record_object(record, "a", "Ann Lee")

    assert (told["certain"], told["name_confidence"]) == (True, 1.0)
    assert (told["speaks_for"], told["own_words"]) == (None, [[4, 9], [15, 19]])


def test_csv_has_the_bare_name_and_whether_it_is_certain() -> None:
    quotes = (
        said_by("Ann Lee", sure=0.2, speaks_for="NATO"), said_by("Bo Lee", sure=1.0), quote_of("The ferry."),
    )  # fmt: skip

    rows = list(csv.DictReader(io.StringIO(answer_as_csv(answer_of(*quotes), 3))))

    cells = [(row["speaker"], row["certain"], row["speaks_for"]) for row in rows]
    assert cells == [("Ann Lee", "no", "NATO"), ("Bo Lee", "yes", ""), ("", "", "")]


def test_a_side_says_of_each_quote_whether_the_name_is_certain() -> None:
    understood = Understanding(QuestionKind.SAID, "?", "?", speaker="Ann Lee")
    side = answer_of(said_by("Ann Lee", sure=0.2), said_by("Ann Lee", sure=1.0), understood=understood)

    rows = list(csv.DictReader(io.StringIO(sides_as_csv([side], 3))))

    assert [row["certain"] for row in rows] == ["no", "yes"]
    assert "probably Ann Lee (reported)" in side_as_text(side, 3, look=Look())
    assert "probably Ann Lee (reported)" in side_as_markdown(side, 3)


@pytest.mark.parametrize(
    ("quote", "origin"),
    [
        (said_by("Ann Lee", sure=0.2), "— probably Ann Lee, 18 January 2025"),
        (said_by("Ann Lee", sure=1.0, speaks_for="NATO"), "— Ann Lee, for NATO, 18 January 2025"),
        (said_by("Ann Lee", sure=1.0), "— 18 January 2025"),
    ],
    ids=["not-certain", "for-a-body", "certain"],
)
def test_a_profile_names_the_speaker_of_its_quote_only_where_more_is_to_be_said(
    quote: Quote, origin: str
) -> None:
    shown = profiles.as_text(Profile(Speaker("Ann Lee", "person", (), 1), (), quote), look=Look())

    assert f"{origin} ·" in shown


@given(text=ANY_TEXT.filter(bool), other=ANY_TEXT)
def test_json_is_ascii_and_gives_every_text_back_exactly(text: str, other: str) -> None:
    printed = as_json(answer_object(answer_of(quote_of(text, title=other), question=other), "id"))

    told = json.loads(printed)
    assert printed.isascii()
    assert "\n" not in printed
    assert (told["id"], told["question"], told["quotes"][0]["text"]) == ("id", other, text)


def test_json_has_null_for_what_is_not_known_and_at_most_ten_quotes() -> None:
    told = answer_object(answer_of(*[quote_of("Words.")] * 12))

    quotes = told["quotes"]
    assert isinstance(quotes, list)
    assert len(quotes) == 10
    assert quotes[0]["speaker"] is None
    assert quotes[0]["attribution"] is None
    assert quotes[0]["article"]["title"] is None
    assert quotes[0]["article"]["source"] is None


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_a_cell_that_a_spreadsheet_would_run_is_disarmed(start: str) -> None:
    printed = answer_as_csv(answer_of(quote_of(f"{start}cmd()")), 3)

    assert next(csv.DictReader(io.StringIO(printed)))["text"].startswith("'")


def test_a_plain_cell_is_the_quote_itself() -> None:
    text = 'He said "no", twice,\nand left.'

    assert next(csv.DictReader(io.StringIO(answer_as_csv(answer_of(quote_of(text)), 3))))["text"] == text


def test_markdown_of_an_article_stays_text() -> None:
    quote = quote_of("# A [link](javascript:x) <b>and</b> *more*\n1. one\n- two")

    shown = answer_as_markdown(answer_of(quote), 3)

    assert "> \\# A \\[link\\](javascript:x) \\<b\\>and\\</b\\> \\*more\\*" in shown
    assert "> 1\\. one\n> \\- two" in shown


def test_only_web_addresses_become_links() -> None:
    good = quote_of("Words.", title="Title", url="https://example.org/a?b=c")
    bad = quote_of("Words.", title="Title", url="javascript:alert(1)")

    assert "[Title](<https://example.org/a?b=c>)" in answer_as_markdown(answer_of(good), 3)
    assert "javascript" not in answer_as_markdown(answer_of(bad), 3)


def test_an_escaped_line_without_markup_is_unchanged() -> None:
    assert escaped("He said that 1 of 3 had left.") == "He said that 1 of 3 had left."


def test_colour_is_used_on_a_terminal_only_and_never_against_no_color() -> None:
    assert wants_colour(True, {})
    assert not wants_colour(False, {})
    assert not wants_colour(True, {"NO_COLOR": "1"})
    assert wants_colour(True, {"NO_COLOR": ""})
    assert not wants_colour(True, {"TERM": "dumb"})


def test_colour_changes_nothing_but_colour() -> None:
    quote = quote_of("Words.", speaker="Ann Lee")

    coloured = quote_as_text(quote, 1, look=Look(colour=True))

    assert "\x1b[" in coloured
    assert "Ann Lee (reported)" in coloured


def test_lines_are_broken_for_a_narrow_terminal_without_losing_a_word() -> None:
    text = "The harbour must stay open to fishing boats of every size and kind."

    shown = quote_as_text(quote_of(text), 1, look=Look(width=30))

    quoted = shown.split("   — ")[0]
    assert max(map(len, quoted.splitlines())) <= 30
    assert quoted.removeprefix("1. ").split() == text.split()


def test_not_found_shows_one_quote_and_says_that_it_is_none() -> None:
    answer = answer_of(quote_of("One."), quote_of("Two."), outcome=Outcome.NOT_FOUND)

    shown = answer_as_text(answer, 3, look=Look())

    assert "Not found" in shown
    assert "does not answer" in shown
    assert "One." in shown
    assert "Two." not in shown


@pytest.mark.parametrize(
    ("nearest", "said"),
    [
        (Nearest.SPEAKER_NOT_ON_THIS, "Ann Lee is quoted in these articles, though not on fish"),
        (Nearest.OTHERS_ON_THIS, "others are quoted on fish, but Ann Lee is not"),
        (Nearest.OUTSIDE_DATES, "Ann Lee is quoted on fish, though only outside"),
    ],
    ids=lambda value: value.value if isinstance(value, Nearest) else "",
)
def test_a_nearest_answer_says_what_is_missing(nearest: Nearest, said: str) -> None:
    understood = Understanding(QuestionKind.SAID, "?", "?", speaker="Ann Lee", topic="fish")
    answer = answer_of(quote_of("One."), outcome=Outcome.NEAREST, nearest=nearest, understood=understood)

    assert said in answer_as_text(answer, 3, look=Look())


def test_an_ambiguous_surname_is_asked_back() -> None:
    understood = Understanding(
        QuestionKind.SAID, "?", "?", speaker="Lee", since=date(2025, 1, 1), ambiguous=("Ann Lee", "Bo Lee")
    )
    answer = answer_of(outcome=Outcome.NEAREST, understood=understood)

    assert "Which one: Ann Lee or Bo Lee?" in answer_as_text(answer, 3, look=Look())
