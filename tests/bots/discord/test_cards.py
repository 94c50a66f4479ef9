from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import discord
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.discord import limits
from bots.discord.cards import COLOURS, GREY, PALE, SIDES, Card, around, head, plan, sheet, whole
from bots.discord.limits import size
from bots.discord.related import related
from bots.discord.side_by_side import side_by_side
from bots.visible import visible
from qa.answers import Answer, CorpusSummary, Meta, Outcome, QuestionKind, Quote, Understanding
from qa.datatypes import Article, Attribution, AttributionKind, Version
from tests.bots.discord.conftest import small_print
from tests.bots.discord.unescaping import unescaped

TEXTS = st.text(max_size=400) | st.text(alphabet="*_~|`>#[]()<:@\\.1 \na", max_size=400)
LONG = st.builds(lambda text, times: text * times, TEXTS, st.integers(1, 60))
CORPUS = CorpusSummary(7, 40, "2025-01-17", "2025-01-20", 1)


def quote_of(text: str, begin: int = 0, end: int | None = None, **more: str) -> Quote:
    article = Article("a", text, **{"title": "A title", "source": "Gazette", "date": "2024-03-04", **more})
    return Quote(Version(1, "a" * 10, "0" * 64, article), begin, len(text) if end is None else end, 0.9)


def answer_of(*quotes: Quote, outcome: Outcome = Outcome.ANSWERED, **more: str) -> Answer:
    understood = Understanding(QuestionKind.SAID, "q", "q", **more)
    return Answer("q", outcome, 0.9, understood, quotes, CORPUS)


def quoted(embed: discord.Embed) -> str:
    """Return what stands in the quoted block, as a person reads it."""
    lines = [line for line in (embed.description or "").split("\n") if line.startswith("> ")]
    return "\n".join(unescaped(line[2:]) for line in lines)


def assert_fits(embeds: Sequence[discord.Embed]) -> None:
    total = 0
    for embed in embeds:
        title, text, footer = embed.title or "", embed.description or "", embed.footer.text or ""
        assert size(title) <= limits.EMBED_TITLE
        assert size(text) <= limits.EMBED_DESCRIPTION
        assert footer == ""
        total += size(title) + size(text)
        for field in embed.fields:
            assert 0 < size(field.name or "") <= limits.FIELD_NAME
            assert 0 < size(field.value or "") <= limits.FIELD_VALUE
            total += size(field.name or "") + size(field.value or "")
    assert len(embeds) <= limits.EMBEDS
    assert total <= limits.EMBEDS_TOGETHER


@given(st.lists(st.tuples(LONG.filter(str.strip), TEXTS, TEXTS, TEXTS), min_size=1, max_size=3))
def test_any_quotes_fit_into_a_message_and_keep_their_words(rows: list[tuple[str, str, str, str]]) -> None:
    these = [
        Card(quote_of(text, title=title, source=source), who, number)
        for number, (text, title, source, who) in enumerate(rows, 1)
    ]

    laid = sheet("", these)

    assert_fits(laid.embeds)
    for card, embed in zip(these, laid.embeds, strict=True):
        words = visible(card.quote.text)
        if card.number in laid.cut:
            assert "✂" in (embed.description or "")
            assert words.startswith(quoted(embed))
        else:
            assert quoted(embed) == words


@given(LONG, st.data())
def test_a_quote_among_its_neighbours_fits(text: str, data: st.DataObject) -> None:
    begin = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(begin, len(text)))

    embed = around(quote_of(text, begin, end), "somebody")

    assert_fits([embed])


@given(LONG)
def test_a_whole_quote_is_whole_or_left_to_a_file(text: str) -> None:
    embed = whole(quote_of(text), "somebody")

    if embed is None:
        assert size(text) > 1_000
    else:
        assert_fits([embed])
        assert quoted(embed) == visible(text)


@given(TEXTS, TEXTS, TEXTS)
def test_any_head_fits(asked: str, speaker: str, topic: str) -> None:
    answer = answer_of(outcome=Outcome.NEAREST, speaker=speaker * 5, topic=topic * 5)

    assert size(head(answer, asked=asked)) <= limits.CONTENT


@pytest.mark.parametrize(
    ("sure", "body", "shown"),
    [
        (0.2, None, "probably Ned Pryce"),
        (1.0, None, "Ned Pryce"),
        (1.0, "Ports Authority", "Ned Pryce, for the Ports Authority"),
        (1.0, "@everyone\n> Ports *Authority*", r"Ned Pryce, for \@everyone \> Ports \*Authority\*"),
    ],
    ids=["not-certain", "certain", "for-a-body", "for-a-hostile-body"],
)
def test_a_card_says_how_certain_the_name_is_and_for_whom_somebody_speaks(
    sure: float, body: str | None, shown: str
) -> None:
    record = Attribution(
        ((0, 10),), None, None, "Ned Pryce", AttributionKind.DIRECT, "test", 0.9,
        name_confidence=sure, speaks_for=body,
    )  # fmt: skip
    quote = replace(quote_of("We sail on."), attribution=record, speaker="Ned Pryce")

    these, _ = plan(answer_of(quote))

    assert sheet("", these).embeds[0].title == shown


def test_a_long_quote_ends_at_a_sentence_and_says_so() -> None:
    text = " ".join(f"Sentence number {number} is about the harbour." for number in range(200))

    laid = sheet("", [Card(quote_of(text), "Anna", 1), Card(quote_of("Short."), "Ben", 2)])

    assert laid.cut == (1,)
    assert quoted(laid.embeds[0]).endswith("is about the harbour.")
    shown, total = re.findall(r"✂ ([\d,]+) of ([\d,]+) characters", laid.embeds[0].description or "")[0]
    assert int(shown.replace(",", "")) == len(quoted(laid.embeds[0]))
    assert int(total.replace(",", "")) == len(text)
    assert quoted(laid.embeds[1]) == "Short."


def test_what_one_quote_does_not_need_goes_to_the_others() -> None:
    text = "word " * 700

    laid = sheet(
        "", [Card(quote_of(text), "", 1), Card(quote_of("Short."), "", 2), Card(quote_of("Too."), "", 3)]
    )

    assert laid.cut == ()


def test_only_this_program_writes_outside_the_quoted_block() -> None:
    text = "Real words.\n\n**Somebody else**\n-# Source: Reuters\n> more"

    embed = sheet("", [Card(quote_of(text), "Anna *Lind*")]).embeds[0]

    *words, last = (embed.description or "").split("\n")
    assert embed.title == r"Anna \*Lind\*"
    assert all(line.startswith("> ") for line in words)
    assert last == r"-# Gazette · 4 March 2024 · A title"
    assert embed.author.name is None
    assert embed.image.url is None
    assert embed.fields == []


def test_a_card_says_where_its_words_stand() -> None:
    article = Article("a", "One. Two. Three.", "T", "2024-03-04", "Gazette", "https://e.org/x", pages=(0, 5))
    quote = Quote(Version(1, "a" * 10, "0" * 64, article, current=False), 5, 9, 0.9)

    embed = sheet("", [Card(quote, "Anna")]).embeds[0]

    assert embed.title == "Anna"
    assert embed.url == "https://e.org/x"
    assert unescaped(embed.description or "").split("\n") == [
        "> Two.",
        "-# Gazette · 4 March 2024 · T · page 2 · e.org · the article has changed since, or is gone",
    ]


def test_where_nobody_speaks_the_article_leads_and_without_a_title_nothing_does() -> None:
    numbered, alone, bare = (
        sheet("", [each]).embeds[0]
        for each in (
            Card(quote_of("One."), "", 2), Card(quote_of("One."), ""), Card(quote_of("One.", title=""), ""),
        )
    )  # fmt: skip

    assert (numbered.title, alone.title, bare.title) == ("2 · A title", "A title", None)
    assert alone.description == bare.description == "> One.\n-# Gazette · 4 March 2024"


def test_the_same_statement_is_shown_once_and_names_the_other_outlet() -> None:
    words = "“We will sail at noon whatever the weather,” she said"
    own = (words.index("We"), words.index(",”"))
    first = own_words_of(words, own)
    again = own_words_of(f"On Monday: {words} in Harwick.", (own[0] + 11, own[1] + 11), source="Herald")
    other = own_words_of("“We will not sell it,” she said.", (1, 20))

    these, _ = plan(answer_of(first, again, other))

    assert [card.quote.text for card in these] == [first.text, other.text]
    assert small_print(sheet("", these).embeds[0]).endswith("also in Herald")


def test_few_words_may_be_said_twice() -> None:
    one, two = (
        own_words_of("She called it “a threat” in May.", (15, 23)),
        own_words_of("“A threat,” it is.", (1, 9)),
    )

    assert len(plan(answer_of(one, two))[0]) == 2


@given(st.lists(st.tuples(LONG.filter(str.strip), TEXTS, TEXTS, st.integers(0, 2)), min_size=1, max_size=4))
def test_any_columns_fit_and_keep_their_words(rows: list[tuple[str, str, str, int]]) -> None:
    these = [
        Card(quote_of(text, title=title, url=f"https://e.org/{len(text)}"), who, number, SIDES[side])
        for number, (text, title, who, side) in enumerate(rows, 1)
    ]

    laid = side_by_side("", these)

    assert_fits(laid.embeds)
    fields = [field for embed in laid.embeds for field in embed.fields]
    assert len(fields) == len(rows)
    for card, field in zip(these, fields, strict=True):
        lines = [line[2:] for line in (field.value or "").split("\n") if line.startswith("> ")]
        words = unescaped("\n".join(lines))
        text = visible(card.quote.text)
        assert text.startswith(words) if card.number in laid.cut else words == text


@pytest.mark.parametrize("url", ["javascript:alert(1)", "https://user@e.org/", ""])
def test_a_card_links_nothing_that_might_mislead(url: str) -> None:
    assert sheet("", [Card(quote_of("Words.", url=url), "")]).embeds[0].url is None


def test_the_quote_stands_out_among_its_neighbours() -> None:
    text = "Before it.\n\nThe *very* words.\n\nAfter it."

    embed = around(quote_of(text, 12, 29), "Anna")

    assert r"> **The \*very\* words.**" in (embed.description or "")
    assert "> Before it." in (embed.description or "")
    assert "> After it." in (embed.description or "")


def test_neighbours_that_are_cut_end_at_a_word_with_a_mark() -> None:
    text = "".join(f"word{number} " for number in range(2_000)).strip()
    begin = text.index("word1000")

    embed = around(quote_of(text, begin, begin + 8), "Anna")

    words = quoted(embed).replace("**", "").split()
    assert (words[0], words[-1]) == ("…", "…")
    assert set(words[1:-1]) <= set(text.split())


def test_the_head_says_what_was_understood_and_how_it_ended() -> None:
    answer = answer_of(quote_of("x"), outcome=Outcome.NOT_FOUND, speaker="Marco Rubio", topic="cheese")

    lines = head(answer, asked="What of *cheese*?").split("\n")

    assert lines[0] == r"**What of \*cheese\*?**"
    assert unescaped(lines[1]) == "-# Understood: speaker: Marco Rubio · topic: cheese"
    assert unescaped(lines[2]).startswith(
        "**Not found: I found no words of Marco Rubio’s on cheese (7 articles"
    )
    assert lines[3] == "-# The nearest quote, which does not answer the question:"


def test_quotes_are_numbered_where_there_are_several() -> None:
    one, two = quote_of("One."), quote_of("Two.")

    assert [card.number for card in plan(answer_of(one))[0]] == [None]
    assert [card.number for card in plan(answer_of(one, two))[0]] == [1, 2]


def test_where_nothing_answers_one_quote_is_shown() -> None:
    quotes = [quote_of("One."), quote_of("Two.")]

    assert len(plan(answer_of(*quotes, outcome=Outcome.NOT_FOUND))[0]) == 1
    assert len(plan(answer_of(*quotes))[0]) == 2


def test_each_side_has_its_colour_and_who_is_silent_is_named() -> None:
    one, two = quote_of("One thing."), quote_of("Another.", title="B")
    sides = (
        answer_of(one, speaker="Anna"),
        replace(answer_of(two, speaker="Ben"), quotes=(replace(two, start=1),)),
        answer_of(outcome=Outcome.NOT_FOUND, speaker="*Carl*"),
    )
    joined = replace(
        answer_of(one, sides[1].quotes[0], outcome=Outcome.NEAREST, speaker="Anna", topic="fish"), sides=sides
    )

    these, page = plan(joined)

    assert page == 4
    assert these[0].colour != these[1].colour
    last = head(joined).split("\n")[-1]
    assert last.startswith(r"**Not found\: I found no words of \*Carl\*’s \(7 articles")


def test_a_timeline_marks_the_first_and_the_latest() -> None:
    quotes = [quote_of(f"Number {n}.", date=f"2024-0{n}-01") for n in range(1, 5)]
    answer = answer_of(*quotes)

    these, page = plan(replace(answer, understood=replace(answer.understood, over_time=True)))

    assert page == 5
    assert [card.remark for card in these] == ["first", "", "", "latest"]
    assert small_print(sheet("", these).embeds[0]).startswith("first · Gazette")


def test_no_speaker_whose_words_may_answer_is_left_out_of_a_comparison() -> None:
    one, two, three = quote_of("One."), quote_of("Two.", title="B"), quote_of("Three.", title="C")
    sides = (
        answer_of(one, two, speaker="Anna"),
        answer_of(replace(three, start=1), outcome=Outcome.UNSURE, speaker="Ben"),
        answer_of(replace(three, start=2), outcome=Outcome.NEAREST, speaker="Carl"),
    )
    joined = replace(answer_of(one, two, speaker="Anna"), sides=sides)

    these, _ = plan(joined)

    assert [(card.quote.text, card.remark) for card in these] == [
        ("One.", "answers it"), ("hree.", "may answer it"), ("Two.", "answers it"),
    ]  # fmt: skip
    assert "Carl" in head(joined).split("\n")[-1]
    assert "Ben" not in head(joined)


def test_an_answer_that_is_not_sure_has_a_colour_and_a_line_of_its_own() -> None:
    answer = answer_of(quote_of("One."), quote_of("Two."), outcome=Outcome.UNSURE)

    these, _ = plan(replace(answer, note="No article here has a date, so these words may be of any time."))

    assert {card.colour for card in these} == {PALE}
    assert {card.remark for card in these} == {"may answer it"}
    assert len(set(COLOURS.values())) == 4
    assert head(answer).split("\n")[-1] == r"**This may answer it\:**"


@pytest.mark.parametrize(
    ("confidence", "said"), [(0.9, "answers it"), (0.1, "probably answers it")], ids=["sure", "less-sure"]
)
def test_a_card_says_in_words_how_sure_it_is(confidence: float, said: str) -> None:
    these, _ = plan(answer_of(replace(quote_of("One."), confidence=confidence)))

    footer = small_print(sheet("", these).embeds[0])
    assert footer.startswith(f"{said} · Gazette")
    assert "%" not in footer


def test_a_meta_answer_is_a_sentence_and_no_card() -> None:
    understood = Understanding(QuestionKind.CONTENT, "q", "q")
    answer = replace(answer_of(outcome=Outcome.META), meta=Meta.ARCHIVE, understood=understood)

    assert plan(answer)[0] == []
    assert unescaped(head(answer)) == "**In here: 7 articles, 17 January 2025 to 20 January 2025.**"


def test_a_namesake_that_was_taken_is_said_in_the_line_above() -> None:
    answer = answer_of(quote_of("One."), speaker="Liam Hale", topic="fish", instead_of=("Ana *Hale*",))

    lines = unescaped(head(answer)).split("\n")
    assert lines[1] == "-# Taken for Liam Hale; others of that name: “What did Ana *Hale* say about fish?”"


def own_words_of(text: str, *own: tuple[int, int], **more: str) -> Quote:
    record = Attribution(
        ((0, len(text)),), None, None, "Ada Quill", AttributionKind.MIXED, "test", 0.9, own_words=own
    )
    return replace(quote_of(text, **more), attribution=record, speaker="Ada Quill")


def test_a_speakers_own_words_are_bold_and_the_quote_stays_as_it_is() -> None:
    text = "“We *sail*,” she said. “At\nnoon.”"

    quote = own_words_of(text, (1, 10), (text.index("At"), len(text) - 1))

    shown = sheet("", [Card(quote, "Ada Quill")]).embeds[0].description or ""
    assert "> “**We \\*sail**\\*,” she said. “**At**\n> **noon**.”" in shown
    assert whole(quote, "Ada Quill").description == shown  # type: ignore[union-attr]


@given(LONG.filter(str.strip), st.lists(st.tuples(st.integers(0, 400), st.integers(1, 300)), max_size=4))
def test_bold_words_fit_and_change_no_character(text: str, cuts: list[tuple[int, int]]) -> None:
    own = tuple((min(at, len(text)), min(at + length, len(text))) for at, length in cuts)

    laid = sheet("", [Card(own_words_of(text, *own), "", 1)])

    assert_fits(laid.embeds)
    marked = "\n".join(
        line[2:] for line in (laid.embeds[0].description or "").split("\n") if line.startswith("> ")
    )
    words = unescaped(re.sub(r"(?<!\\)((?:\\\\)*)\*\*", r"\1", marked))
    assert visible(text).startswith(words) if laid.cut else words == visible(text)


def test_the_sentence_before_stands_outside_the_quote_and_is_marked() -> None:
    text = "Anna *Lind* came. She said that the ferry sails."
    quote = replace(quote_of(text, 18), context=(0, 17))

    embed = sheet("", [Card(quote, "Anna")]).embeds[0]

    assert (embed.description or "").split("\n")[0] == r"-# before it: Anna \*Lind\* came."
    assert quoted(embed) == "She said that the ferry sails."


def test_what_is_related_is_one_small_card_without_numbers() -> None:
    these = [(quote_of("Ada Quill *lives*. " * 40), "Bo @everyone"), (quote_of("Quill\n# sails."), "")]

    embed = related("About Ada Quill, not by Ada Quill:", these)

    assert embed is not None
    assert embed.colour is not None
    assert embed.colour.value == GREY
    lines = (embed.description or "").split("\n")
    assert unescaped(lines[0]) == "**About Ada Quill, not by Ada Quill:**"
    assert lines[1].startswith(r"> Ada Quill \*lives\*. Ada")
    assert lines[1].endswith("…")
    assert lines[2] == r"-# Bo \@everyone · Gazette · 4 March 2024"
    assert lines[3:] == [r"> Quill \# sails.", "-# Gazette · 4 March 2024"]
    assert related("Also on this:", []) is None


@given(st.lists(st.tuples(LONG.filter(str.strip), TEXTS), min_size=1, max_size=3))
def test_quotes_and_what_is_related_fit_into_one_message(rows: list[tuple[str, str]]) -> None:
    below = related("Also on this:", [(quote_of(text, source=who), who) for text, who in rows])
    these = [Card(quote_of(text), who, number) for number, (text, who) in enumerate(rows, 1)]

    laid = sheet("", these, below)

    assert_fits(laid.embeds)
    assert laid.embeds[-1] is below


def test_everybody_who_speaks_is_named_above_the_cards_without_markup() -> None:
    answer = replace(answer_of(quote_of("Yes.")), voices=(("@everyone *Ada* Quill", 4), ("Ivo Brandt", 2)))

    assert head(answer).endswith(r"-# On this\: \@everyone \*Ada\* Quill 4, Ivo Brandt 2")


def test_very_many_who_speak_fit_above_the_cards() -> None:
    answer = replace(
        answer_of(quote_of("Yes."), outcome=Outcome.NEAREST, topic="word " * 500),
        voices=tuple((f"*Speaker* {number}" * 20, 1) for number in range(40)),
    )

    assert size(head(answer, asked="why " * 500)) <= limits.CONTENT
