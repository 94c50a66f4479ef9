from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.contract import answer_object, as_json, context_object, plain_object, record_object
from bots.markdown import answer_as_markdown, escaped, side_as_markdown
from bots.shown_quotes import shown_quotes
from bots.terminal import profiles, surroundings
from bots.terminal.html_page import source_of
from bots.terminal.quote_rows import answer_as_csv
from bots.terminal.rendering import INDENT, Look, answer_as_text, quote_as_text, side_as_text
from bots.terminal.session import wants_colour
from bots.terminal.short_ids import short_id
from bots.terminal.sides import sides_as_csv
from bots.visible import visible
from bots.wording import ANSWERS, PROBABLY, how_sure
from qa.answers import (
    Answer,
    CorpusSummary,
    FoundArticle,
    Listing,
    Meta,
    Nearest,
    Outcome,
    QuestionKind,
    Quote,
    Understanding,
    Why,
)
from qa.archive.speaker_lookup import Profile
from qa.datatypes import Article, Attribution, AttributionKind, Speaker, Version

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
    lambda answer: answer_as_text(answer, 3, look=Look(width=40, verbose=True)),
    lambda answer: answer_as_markdown(answer, 3, why=True),
    lambda answer: answer_as_csv(answer, 3),
    lambda answer: as_json(answer_object(answer)),
    lambda answer: surroundings.as_text(answer.quotes[0], look=Look()),
    lambda answer: surroundings.as_markdown(answer.quotes[0]),
    lambda answer: as_json(context_object(answer.quotes[0])),
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


def test_what_stands_above_a_shown_quote_is_wrapped_too() -> None:
    quote = quote_of(
        "Fair is fair.", title="World order under threat as never since", source="The Harwick Chronicle"
    )

    shown = surroundings.as_text(quote, look=Look(width=30))

    assert "World order under threat as\nnever since\nThe Harwick Chronicle" in shown


def test_a_name_that_is_wrapped_keeps_its_colour() -> None:
    quote = quote_of("Fair is fair.", speaker="Ada Quill of the Harwick Ferry Board")

    shown = answer_as_text(answer_of(quote), 1, look=Look(colour=True, width=30))

    assert "\x1b[36mAda Quill of the Harwick\x1b[0m\n" in shown


@pytest.mark.parametrize("render", FORMS, ids=NAMES)
@given(text=ANY_TEXT.filter(bool), other=ANY_TEXT)
def test_no_control_character_of_an_article_reaches_the_output(
    render: Callable[[Answer], str], text: str, other: str
) -> None:
    quote = quote_of(text, title=other, source=other, path=other, speaker=other, url=other)
    understood = Understanding(
        QuestionKind.SAID, other, other, speaker=other, topic=other, ambiguous=(other,)
    )

    answer = answer_of(quote, question=other, understood=understood)
    beside = replace(quote, context=(0, len(text)))
    assert is_safe(render(replace(answer, quotes=(beside,), related=(beside,), note=other)))


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
    assert "probably Ann" not in render(answer_of(sure))


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
    named = quote_of("Words.", title="Title", url="https://coast.example@hale.example/")

    assert "[Title](<https://example.org/a?b=c>)" in answer_as_markdown(answer_of(good), 3)
    assert "javascript" not in answer_as_markdown(answer_of(bad), 3)
    assert "hale.example" not in answer_as_markdown(answer_of(named), 3)
    assert 'href="https://example.org/a?b=c"' in source_of(good)
    assert "href" not in source_of(bad) + source_of(named)


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
    assert "does not seem to answer" in shown
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


STYLES = re.compile("\x1b\\[[0-9]*m")
BOLD = re.compile("\x1b\\[1m(.*?)\x1b\\[0m", re.DOTALL)


def own_words_of(text: str, *cuts: tuple[int, int], **more: str) -> Quote:
    quote = quote_of(text, speaker="Ann Lee", **more)
    assert quote.attribution is not None
    own = tuple((min(at, len(text)), min(at + length, len(text))) for at, length in cuts)
    return replace(quote, attribution=replace(quote.attribution, own_words=own))


CUTS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30)), max_size=3)


def words_of(shown: str) -> str:
    """Return the words of a quote as they are shown: all up to the line that says who is quoted."""
    lines = shown.removeprefix("1. ").split("\n   — ")[0].split("\n")
    return "\n".join([lines[0], *(line.removeprefix(INDENT) for line in lines[1:])])


@given(ANY_TEXT.filter(str.strip), CUTS)
def test_without_its_styles_a_quote_on_the_screen_is_the_slice(
    text: str, cuts: list[tuple[int, int]]
) -> None:
    text = text.replace("—", "-")

    shown = quote_as_text(own_words_of(text, *cuts), 1, look=Look(colour=True))

    assert words_of(STYLES.sub("", shown)) == visible(text)


@given(ANY_TEXT.filter(str.strip), CUTS, st.integers(10, 80))
def test_wrapped_and_bold_no_character_but_spaces_changes(
    text: str, cuts: list[tuple[int, int]], width: int
) -> None:
    text = text.replace("—", "-")

    plain, coloured = (
        quote_as_text(own_words_of(text, *cuts), 1, look=Look(colour, width)) for colour in (False, True)
    )

    assert STYLES.sub("", coloured) == plain
    assert "".join(words_of(plain).split()) == "".join(visible(text).split())


def test_a_speakers_own_words_are_bold_on_a_terminal_with_colour() -> None:
    text = "“We sail,” she said. “At noon, if the\nwind allows.”"
    own = [(text.index(each), len(each)) for each in ("We sail,", "At noon, if the\nwind allows.")]

    shown = quote_as_text(own_words_of(text, *own), 1, look=Look(colour=True))

    assert BOLD.findall(shown) == ["1.", "We sail,", "At noon, if the", "wind allows."]
    assert "\x1b" not in quote_as_text(own_words_of(text, *own), 1, look=Look())


def test_own_words_are_bold_over_the_end_of_a_line() -> None:
    text = "The board said that “the old ferry will have to sail once more this year”."

    shown = quote_as_text(own_words_of(text, (21, 51)), 1, look=Look(colour=True, width=30))

    assert " ".join(BOLD.findall(shown)[1:]) == "the old ferry will have to sail once more this year"


def test_own_words_are_bold_in_markdown() -> None:
    text = "“We *sail*,” she said."

    assert "> “**We \\*sail**\\*,” she said.\n" in answer_as_markdown(
        answer_of(own_words_of(text, (1, 10))), 3
    )


def test_one_line_follows_the_speaker_and_the_rest_is_told_if_asked() -> None:
    quote = quote_of("Words.", title="The ferry", source="Post", speaker="Ann Lee", url="https://e.org/a")
    quote = replace(quote, confidence=0.8)

    short, long = (
        answer_as_text(answer_of(quote), 3, look=Look(verbose=verbose)) for verbose in (False, True)
    )

    assert short == (
        "1. Words.\n   — Ann Lee (reported), Post, 18 January 2025\n"
        f"   “The ferry” · answers it · qa show {quote.id}\n"
    )
    assert long == (
        "1. Words.\n   — Ann Lee (reported), Post, 18 January 2025\n   “The ferry” · answers it\n"
        f"   a.txt, paragraph 1, characters 0–6\n   80% · {quote.id}\n   https://e.org/a\n"
    )


@pytest.mark.parametrize(
    ("ids", "shown"),
    [("whole", "qa show aaaaaaaaaabbbbbbbbbbbb"), ("short", "qa show q"), ("number", "")],
)
def test_a_quote_is_named_as_the_front_end_can_find_it_again(
    ids: Literal["whole", "short", "number"], shown: str
) -> None:
    quote = quote_of("Words.", title="The ferry")

    last = quote_as_text(quote, 1, look=Look(ids=ids)).split("\n")[-1]

    assert ("qa show" in last) == bool(shown)
    assert shown in last
    assert (short_id(quote.id) in last) == (ids == "short")


@pytest.mark.parametrize(
    ("outcome", "confidence", "best", "said"),
    [
        (Outcome.ANSWERED, ANSWERS, True, "answers it"),
        (Outcome.ANSWERED, ANSWERS - 0.01, True, "probably answers it"),
        (Outcome.ANSWERED, 0.01, True, "probably answers it"),
        (Outcome.ANSWERED, ANSWERS, False, "answers it"),
        (Outcome.ANSWERED, PROBABLY, False, "probably answers it"),
        (Outcome.ANSWERED, PROBABLY - 0.01, False, "may answer it"),
        (Outcome.UNSURE, 0.99, True, "may answer it"),
        (Outcome.UNSURE, 0.01, False, "may answer it"),
        (Outcome.NEAREST, 0.99, True, ""),
        (Outcome.NOT_FOUND, 0.99, True, ""),
        (Outcome.META, 0.0, True, ""),
    ],
)
def test_how_sure_it_is_is_said_in_words(outcome: Outcome, confidence: float, best: bool, said: str) -> None:
    assert how_sure(outcome, confidence, best=best) == said


@pytest.mark.parametrize("render", [FORMS[0], FORMS[2]], ids=["text", "markdown"])
def test_no_percentage_stands_beside_a_quote(render: Callable[[Answer], str]) -> None:
    shown = render(answer_of(replace(quote_of("Words."), confidence=0.83)))

    assert "answers it" in shown
    assert "%" not in shown
    assert "83" not in shown


def test_a_quote_that_does_not_answer_is_not_said_to() -> None:
    answer = answer_of(quote_of("Words."), outcome=Outcome.NEAREST, nearest=Nearest.OTHER_WORDS)

    assert "answers it" not in answer_as_text(answer, 3, look=Look())


@pytest.mark.parametrize("render", [FORMS[0], FORMS[2]], ids=["text", "markdown"])
def test_the_sentence_before_stands_outside_the_quote_and_is_marked(render: Callable[[Answer], str]) -> None:
    text = "Anna Lindqvist came\nto the board. She said that the ferry sails."
    quote = replace(quote_of(text), start=34, context=(0, 33))

    shown = render(answer_of(quote))

    assert re.search(r"[Bb]efore it:\*? Anna Lindqvist came to the board\.", shown)
    assert "She said that the ferry sails." in shown.split("— ")[0]
    assert "Anna" not in shown.split("— ")[0]


def test_context_is_dimmed() -> None:
    quote = replace(quote_of("Anna came. She sails."), start=11, context=(0, 10))

    assert "\x1b[2m   before it: Anna came.\x1b[0m" in quote_as_text(quote, 1, look=Look(colour=True))


RELATED = (
    quote_of("Ann Lee was to blame, he said.", speaker="Bo Lee", source="Post"),
    quote_of("Ann Lee lives. " * 50),
)


def with_related(outcome: Outcome = Outcome.ANSWERED) -> Answer:
    understood = Understanding(QuestionKind.SAID, "?", "?", speaker="Ann Lee")
    quotes = (quote_of("One.", speaker="Ann Lee"), quote_of("Two.", speaker="Ann Lee"))
    return replace(answer_of(*quotes, outcome=outcome, understood=understood), related=RELATED)


def test_what_is_related_stands_apart_shorter_and_without_a_number() -> None:
    shown = answer_as_text(with_related(), 3, look=Look())

    answers, line, beside = shown.partition("About Ann Lee, not by Ann Lee:\n\n")
    assert line
    assert "2. Two." in answers
    assert (
        "\n\n   Ann Lee was to blame, he said.\n   — Bo Lee (reported), Post, 18 January 2025\n"
        in f"\n\n{beside}"
    )
    assert not re.search(r"^\d+\.", beside, re.MULTILINE)
    assert "answer it" not in beside
    assert "answers it" not in beside
    assert " …\n" in beside
    assert max(map(len, beside.splitlines())) < 210


def test_what_is_related_has_its_id_if_asked() -> None:
    shown = answer_as_text(with_related(), 3, look=Look(verbose=True))

    assert RELATED[0].id in shown.split("not by Ann Lee:")[1]


def test_what_is_related_is_a_list_in_markdown() -> None:
    shown = answer_as_markdown(with_related(), 3)

    beside = shown.split("*About Ann Lee, not by Ann Lee:*\n\n")[1]
    assert beside.startswith(
        "- Ann Lee was to blame, he said. — Bo Lee (reported), Post, 18 January 2025, `aaaa"
    )
    assert ">" not in beside


def test_csv_says_of_each_row_whether_it_is_a_quote_or_related() -> None:
    rows = list(csv.DictReader(io.StringIO(answer_as_csv(with_related(), 1))))

    assert [(row["rank"], row["part"], row["text"]) for row in rows] == [
        ("1", "quote", "One."),
        ("", "related", RELATED[0].text),
        ("", "related", RELATED[1].text),
    ]


@pytest.mark.parametrize("outcome", [Outcome.UNSURE, Outcome.NEAREST, Outcome.NOT_FOUND], ids=str)
def test_what_is_related_is_shown_however_it_ended(outcome: Outcome) -> None:
    assert "not by Ann Lee:" in answer_as_text(with_related(outcome), 3, look=Look())


def test_an_unsure_answer_says_so_above_and_beside() -> None:
    note = "No article here has a date, so these words may be of any time."
    answer = replace(answer_of(quote_of("One."), outcome=Outcome.UNSURE), note=note)

    shown = answer_as_text(answer, 3, look=Look())

    assert shown.startswith(f"{note}\n\nThis may answer it:\n\n1. One.\n")
    assert "may answer it · qa show" in shown


def test_the_reply_to_which_articles_there_are_is_not_dimmed() -> None:
    answer = replace(
        answer_of(outcome=Outcome.META), meta=Meta.ARTICLES, note="One article holds these words: “A”."
    )

    assert answer_as_text(answer, 3, look=Look(colour=True)) == "One article holds these words: “A”.\n"


def test_all_articles_that_were_asked_for_are_listed_where_there_is_room_for_them() -> None:
    listed = FoundArticle("abcdefghij", "a", "The *toll*", "2024-03-01", "Dene Post", "", "toll.txt")
    listing = Listing("2 articles mention the toll", (listed, listed), "“The *toll*”, and 1 more")
    answer = replace(
        answer_of(outcome=Outcome.META), meta=Meta.ARTICLES, note=listing.in_words, listing=listing
    )
    row = "“The *toll*”, Dene Post, 1 March 2024, toll.txt"

    assert answer_as_text(answer, 3, look=Look()) == (
        "2 articles mention the toll: “The *toll*”, and 1 more.\n"
    )
    assert answer_as_text(answer, 3, look=Look(verbose=True)) == (
        f"2 articles mention the toll:\n{row}\n{row}\n"
    )
    assert answer_as_markdown(answer, 3).count("\n- The \\*toll\\*, Dene Post, 1 March 2024") == 2
    rows = list(csv.DictReader(io.StringIO(answer_as_csv(answer, 3))))
    assert [(each["part"], each["title"], each["path"]) for each in rows] == [
        ("article", "The *toll*", "toll.txt")
    ] * 2
    told = answer_object(answer)["articles"]
    assert told == [plain_object(listed)] * 2


def test_reasons_are_told_in_sentences_and_features_only_if_asked() -> None:
    quote = replace(quote_of("Words."), why=Why(words=(), similarity=0.1, score=1.0))

    plain, verbose = (
        answer_as_text(answer_of(quote), 3, look=Look(verbose=each), why=True) for each in (False, True)
    )

    assert "\n   - It has none of the question's words.\n   - It is not close in meaning" in plain
    assert "score" not in plain
    assert "why: none of the words · similarity 0.10 · score 1.0" in verbose
    assert "\n> - It has none of the question's words.\n" in answer_as_markdown(answer_of(quote), 3, why=True)


def sides() -> Answer:
    def side(name: str, outcome: Outcome, *texts: str) -> Answer:
        understood = Understanding(QuestionKind.SAID, "?", "?", speaker=name, topic="fish")
        return answer_of(
            *(quote_of(text, speaker=name) for text in texts), outcome=outcome, understood=understood
        )

    own = (
        side("Ann Lee", Outcome.ANSWERED, "One.", "Two."),
        side("Bo Lee", Outcome.NEAREST, "Nearest."),
        side("Cy Lee", Outcome.UNSURE, "Three."),
    )
    return replace(answer_of(*own[0].quotes), sides=own)


@pytest.mark.parametrize(
    "render", [lambda each: answer_as_text(each, 3, look=Look()), lambda each: answer_as_markdown(each, 3)]
)
def test_each_compared_speaker_says_how_it_ended(render: Callable[[Answer], str]) -> None:
    shown = render(sides())

    first, second = shown.index("Bo Lee\n"), shown.index("Cy Lee\n")
    assert shown.index("One.") < shown.index("Two.") < first
    assert "Not found: I found no words of Bo Lee’s on fish." in shown[first:second]
    assert "Nearest" not in shown
    assert "This may answer it:" in shown[second:]
    assert "Three." in shown[second:]


def test_the_quotes_of_compared_speakers_are_numbered_through() -> None:
    shown = answer_as_text(sides(), 3, look=Look(ids="number"))

    assert re.findall(r"^\d+\. \w+", shown, re.MULTILINE) == ["1. One", "2. Two", "3. Three"]
    assert [quote.text for quote in shown_quotes(sides(), 3)] == ["One.", "Two.", "Three."]


def test_a_number_of_any_length_stands_before_the_words() -> None:
    assert quote_as_text(quote_of("Words."), 1, look=Look()).startswith("1. Words.\n")
    assert quote_as_text(quote_of("Words."), 12, look=Look()).startswith("12. Words.\n")
    assert quote_as_text(quote_of("Words."), 1234, look=Look()).startswith("1234. Words.\n")


@pytest.mark.parametrize("width", range(20, 60, 3))
def test_a_command_that_shows_a_quote_is_never_broken(width: int) -> None:
    quote = quote_of("Words.", title="A title that is about as long as a line")

    shown = quote_as_text(quote, 1, look=Look(width=width, ids="short"))

    assert f"qa show {short_id(quote.id)}" in shown


def test_everybody_who_speaks_is_named_on_a_line_in_markdown_and_in_json() -> None:
    understood = Understanding(QuestionKind.WHO_SAID, "Who spoke?", "Who spoke?")
    corpus = CorpusSummary(1, 1, None, None, 1)
    answer = Answer(
        "Who spoke?", Outcome.ANSWERED, 0.9, understood, (quote_of("Yes."),), corpus,
        voices=(("*Ada*\x1b[2J Quill", 4), ("Ivo Brandt", 2)),
    )  # fmt: skip

    text = answer_as_text(answer, 3, look=Look())
    assert "On this: *Ada*" in text
    assert "Quill 4, Ivo Brandt 2" in text
    assert "\x1b" not in text
    assert r"On this: \*Ada\*" in answer_as_markdown(answer, 3)
    assert answer_object(answer)["voices"] == [
        {"speaker": "*Ada*\x1b[2J Quill", "quotes": 4},
        {"speaker": "Ivo Brandt", "quotes": 2},
    ]
