from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.terminal import surroundings
from bots.terminal.contract import answer_object, as_json
from bots.terminal.rendering import (
    Look,
    answer_as_csv,
    answer_as_markdown,
    answer_as_text,
    escaped,
    quote_as_text,
)
from bots.terminal.session import wants_colour
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
