from __future__ import annotations

from dataclasses import replace

import pytest

from qa.answers import Quote
from qa.archive.named_at import named_at
from qa.datatypes import Article, Attribution, AttributionKind, Version

FERRY = (
    "Ada Quill runs the ferry. Her brother Tom Quill paints it.\n\nThe ferry was late.\n\n"
    "“The fog was thick,” she said. It cleared at noon."
)
SAID = "“The fog was thick,” she said."


def said(text: str, words: str, mention: str = "", speaker: str = "Ada Quill") -> Quote:
    """Return a sentence of an article as a quote, with what stands for its speaker in it."""
    start = text.index(words)
    at = text.index(mention, start) if mention else 0
    record = Attribution(
        ((start, start + len(words)),),
        (at, at + len(mention)) if mention else None,
        None,
        speaker,
        AttributionKind.DIRECT,
        "made",
        0.9,
    )
    version = Version(1, "a" * 10, "b" * 64, Article("a", text))
    return Quote(version, start, start + len(words), 0.9, record, speaker)


def shown(quote: Quote) -> str | None:
    place = named_at(quote)
    return None if place is None else quote.version.article.text[slice(*place)]


def test_a_pronoun_is_explained_by_the_sentence_that_names_the_speaker_last() -> None:
    quote = said(FERRY, SAID, "she")

    assert shown(quote) == "Ada Quill runs the ferry."


def test_words_beside_which_nobody_stands_are_explained_too() -> None:
    assert shown(said(FERRY, "It cleared at noon.")) == "Ada Quill runs the ferry."


def test_a_name_that_is_given_only_later_is_found_there() -> None:
    text = "“It sank,” the pilot said.\n\nQuill has worked here for years."

    quote = said(text, "“It sank,” the pilot said.", "the pilot")

    assert shown(quote) == "Quill has worked here for years."


@pytest.mark.parametrize(
    ("text", "words", "mention"),
    [
        ("“It sank,” Quill said.", "“It sank,” Quill said.", "Quill"),
        ("Ada Quill left. “It sank,” said QUILL.", "“It sank,” said QUILL.", "QUILL"),
        ("“It sank,” she said.", "“It sank,” she said.", "she"),
        ("Tom Quill left. “It sank,” she said.", "“It sank,” she said.", "she"),
    ],
    ids=["named beside it", "named in capitals", "named nowhere", "only another of that name"],
)
def test_where_there_is_nothing_to_explain_or_to_explain_by_nothing_is_said(
    text: str, words: str, mention: str
) -> None:
    assert shown(said(text, words, mention)) is None


def test_what_the_library_does_not_let_be_shown_explains_nothing() -> None:
    quote = said(FERRY, SAID, "she")

    assert named_at(replace(quote, version=replace(quote.version, sentences_shown=1))) is None


def test_a_name_that_a_person_set_needs_no_sentence() -> None:
    quote = said(FERRY, SAID, "she")
    assert quote.attribution is not None

    corrected = replace(quote.attribution, extracted=quote.attribution)

    assert named_at(replace(quote, attribution=corrected)) is None


def test_of_an_endless_sentence_only_the_part_around_the_name_is_given() -> None:
    text = f"{'and so on ' * 60}Ada Quill {'and so on ' * 60}ends.\n\n“It sank,” she said."

    given = shown(said(text, "“It sank,” she said.", "she"))

    assert given is not None
    assert "Ada Quill" in given
    assert set(given.split()) == {"and", "so", "on", "Ada", "Quill"}
    assert len(given) <= 2 * 150 + len("Quill")
