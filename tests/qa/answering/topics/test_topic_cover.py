from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.answering.topics.topic_cover import TopicWords
from qa.attribution.extractor import extract
from qa.datatypes import Article
from qa.language.terms import located_terms
from qa.language.terms_among import words_among

SAID = "“The quay is cold in winter,” Ada Quill said on Monday."
FILLING = "The harbour was quiet on that day. "
LAST = "In Dene the sale of the ferry was up to Ivo Brandt."


@pytest.mark.parametrize(("between", "is_on"), [(4, True), (20, False)], ids=["paragraph", "no line breaks"])
def test_a_name_far_off_in_a_text_without_line_breaks_is_not_what_words_are_about(
    between: int, is_on: bool
) -> None:
    article = Article("a", f"{SAID} {FILLING * between}{LAST}", title="News of the harbour")
    (record,) = extract(article)

    assert TopicWords.of("Ivo Brandt").in_article(article).holds(record) is is_on


@pytest.mark.parametrize(
    ("topic", "is_on"),
    [("the ferry sale", True), ("the ferry strike", False), ("Ivo Brandt", True), ("Dene", False)],
    ids=["all of the title", "half of the title", "a name beside it", "a word beside it"],
)
def test_words_may_be_on_a_topic_of_the_title_or_a_name_beside_them(topic: str, is_on: bool) -> None:
    article = Article("a", f"{SAID}\n\n{LAST}", title="Sale of a ferry")
    (record,) = extract(article)

    covered = TopicWords.of(topic).in_article(article)

    assert not covered.holds(record)
    assert covered.may_be_on(record) is is_on


@pytest.mark.parametrize(
    ("told", "is_on"),
    [
        ("Quill had caught the fever in May.", True),
        ("Mayor Ada Quill was late, and the fever was why.", True),
        ("Ivo Brandt had caught the fever in May.", False),
        ("Ivo Brandt said Ada Quill told nobody about the fever.", False),
        ("Quill had caught a cold in May.", False),
    ],
)
def test_words_may_be_on_what_the_paragraph_before_tells_of_who_speaks(told: str, is_on: bool) -> None:
    text = (
        f"The race began. It was cold.\n\nThe quay was full.\n\n{told}\n\n{SAID}\n\n{FILLING}The fever went."
    )
    article = Article("a", text, title="Boats race again")
    (record,) = (each for each in extract(article) if text[each.start] == "“")

    covered = TopicWords.of("the fever").in_article(article)

    assert not covered.holds(record)
    assert covered.may_be_on(record) is is_on


@pytest.mark.parametrize(
    ("told", "is_on"),
    [
        ("The yard of Harwick tests the new lock.", True),
        ("The yard of Harwick tests a new boat.", False),
    ],
)
def test_words_that_begin_with_it_may_be_on_what_the_paragraph_before_tells(told: str, is_on: bool) -> None:
    said = "“It has hardly begun,” Ada Quill said on Monday."
    text = (
        f"The race began. It was cold.\n\nThe quay was full.\n\n{told}\n\n{said}\n\n{FILLING}The lock is old."
    )
    article = Article("a", text, title="Boats race again")
    (record,) = (each for each in extract(article) if text[each.start] == "“")

    covered = TopicWords.of("the lock").in_article(article)

    assert not covered.holds(record)
    assert covered.may_be_on(record) is is_on


TALK = """ADA QUILL:

Good morning. Is the quay safe?

IVO BRANDT:

It is safe. I walk my own children along there.

ADA QUILL:

There was a storm. And what about the ferries? Will they sail?

IVO BRANDT:

Yes, we promised them from the first of October.
"""


@pytest.mark.parametrize(
    ("topic", "on_it"),
    [("the quay", "It is safe"), ("the ferries", "Yes, we"), ("the storm", "")],
    ids=["a question", "two questions", "no question"],
)
def test_an_answer_in_a_transcript_is_on_what_was_asked_above_its_label(topic: str, on_it: str) -> None:
    article = Article("a", TALK)
    covered = TopicWords.of(topic).in_article(article)
    answers = [
        each
        for each in extract(article)
        if each.mention and TALK[slice(*each.mention)] == "IVO BRANDT" and covered.holds(each)
    ]

    assert [TALK[each.start : each.end].startswith(on_it) for each in answers] == ([True] if on_it else [])


def test_an_answer_is_on_what_was_asked_in_bold_above_it() -> None:
    talk = "**AQ: Is the quay safe?**\n\nIB: It will hold.\n\n**AQ: Who pays?**\n\nIB: We all do."
    covered = TopicWords.of("the quay").in_article(article := Article("a", talk))

    on_it = [talk[slice(*each.content[0])] for each in extract(article) if covered.holds(each)]

    assert on_it == ["Is the quay safe?**", "It will hold."]


WORDS = st.sampled_from("Quill's United States European union U.S. don't ferry 1,200 ª é".split())
BORDERS = st.sampled_from([" ", ", ", ".", "’", "", "\n"])


@given(st.lists(st.tuples(WORDS, BORDERS), max_size=12), st.sets(WORDS | st.just("US"), max_size=4))
def test_the_words_of_a_topic_are_found_where_all_words_of_a_text_would_tell(
    parts: list[tuple[str, str]], topic: set[str]
) -> None:
    text = "".join(word + border for word, border in parts)
    forms = frozenset(found for word in topic for _, _, found in located_terms(word))

    assert words_among(text, forms) == [
        (at, *word) for at, word in enumerate(located_terms(text)) if word[2] in forms
    ]


def test_words_are_counted_through_all_parts_of_a_text() -> None:
    text = "Fares rise. " * 10_000 + "Quill left the United States."

    found = words_among(text, frozenset(["quill", "usa"]))

    assert found == [(20_000, 120_000, 120_005, "quill"), (20_003, 120_015, len(text) - 1, "usa")]


@pytest.mark.parametrize(
    ("second", "headed"),
    [
        ("The ferry was late as well.", True),
        ("“The ferry is worse,” said Una Strand.", False),
        ('"The ferry is worse," said Una Strand.', False),
    ],
    ids=["told", "said", "said in plain marks"],
)
def test_what_somebody_says_in_the_second_sentence_is_not_what_the_article_tells_of(
    second: str, headed: bool
) -> None:
    article = Article("tram", f"Seven people were hurt on the hill line. {second} Ivo Brandt was asleep.")

    assert TopicWords.of("the ferry").in_article(article).is_headed() is headed


@pytest.mark.parametrize(
    ("above", "headed"),
    [
        ("By Una Strand\n\nDene Post\n\n", True),
        ("Una Strand\n\nHarwick\n\n", True),
        ("The mayor was ill. The mill burned.\n\n", False),
        ("Harwick Market\n\n" * 9, False),
    ],
    ids=["a byline", "a name and a place", "two sentences", "a list"],
)
def test_an_article_begins_below_its_byline(above: str, headed: bool) -> None:
    article = Article("mine", f"{above}A mine inspector said that safe rooms help. The pit is deep.")

    assert TopicWords.of("safe rooms").in_article(article).is_headed() is headed
