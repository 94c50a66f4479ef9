from __future__ import annotations

from qa.answering.overview.topics import names, topics


def found(text: str) -> list[str]:
    return [topic.text for topic in topics(text, 0, len(text))]


def test_names_and_nouns_are_found_as_they_are_written() -> None:
    text = "We told the council of Nordby that the high price of fish in our harbour is for Anna Lindqvist."

    assert found(text) == ["the council", "Nordby", "price", "fish", "harbour", "Anna Lindqvist"]


def test_verbs_adjectives_days_and_empty_words_are_no_topics() -> None:
    assert found("On Tuesday the famous thing was in the running for some time, he said in March.") == []


def test_the_first_word_of_a_sentence_is_a_name_only_with_a_second_one() -> None:
    assert "Prices" not in found("Prices rise. Ferries stop.")
    assert "Nordby Ferries" in found("Nordby Ferries stop.")


def test_titles_and_openers_do_not_belong_to_a_name() -> None:
    text = "But Mayor Anna Lindqvist left."

    assert [name.text for name in names(text, 0, len(text))] == ["Anna Lindqvist"]


def test_only_the_slice_is_read() -> None:
    text = "The pier in Nordby and the mill in Sandvik."

    assert [topic.text for topic in topics(text, 19, len(text))] == ["the mill", "Sandvik"]
