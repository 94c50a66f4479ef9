from __future__ import annotations

from collections.abc import Callable

import pytest

from qa.answering.denials.members import is_persons, words_of_members
from qa.answers import Answer, Outcome
from qa.archive.quote_lookup import SaidInOrder
from qa.attribution.extractor import extract
from qa.datatypes import Article
from qa.language.exact_words import in_words, places


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("“It is low,” says Una Strand, the tide program director at the island group Ferry Watch.", 1),
        ("“It is low,” said Una Strand, tide director for the U.S.-based charity Ferry Watch.", 1),
        ("“It is low,” said Una Strand, president of Ferry Watch.", 1),
        ("“It is low,” said Una Strand, a pilot from the isle of Ferry Watch.", 0),
        ("“It is low,” said Una Strand, who met the director. The head of Ferry Watch was late.", 0),
        ("“It is low,” said Una Strand, the director of tides at the group Ferry Watch.", 1),
        ("“It is low,” said Una Strand, the lawyer for people who sued Ferry Watch.", 0),
        ("“It is low,” said Una Strand, the lawyer for a victim of Ferry Watch.", 0),
        ("“It is low,” said Una Strand, a critic of Ferry Watch.", 0),
        ("“It is low,” said Una Strand, the director of a film against Ferry Watch.", 0),
        ("“It is low,” said Una Strand, a former director of Ferry Watch.", 0),
        ("“It is low,” said Una Strand. Ivo Brandt, a director at Ferry Watch, was late.", 0),
        ("Una Strand, leader of the Ferry Watch group on the isle, said: “It is very low.”", 1),
        ("“It is low,” warned Una Strand, a senior fellow with Ferry Watch.", 1),
        ("“It is low,” said Una Strand, a teacher who met with Ferry Watch.", 0),
        ("“It is low,” said Una Strand, a nurse with a grudge against Ferry Watch.", 0),
        ("Una Strand met the head of Ferry Watch. She said: “It is very low.”", 0),
        ("“It is low,” said Una Strand, Ferry Watch’s executive director.", 1),
        ("“It is low,” said Una Strand, the Ferry Watch president and CEO.", 1),
        ("“It is low,” said Una Strand, a Ferry Watch critic.", 0),
        ("“It is low,” said Una Strand, Ferry Watch’s former director.", 0),
        ("“It is low,” said Una Strand, the mother of Ferry Watch’s director.", 0),
        ("Ferry Watch tide director Una Strand said it was low.", 1),
        ("Ferry Watch’s manager, Una Strand, said it was low.", 1),
        ("Ferry Watch tenant Una Strand said it was low.", 0),
        ("Ferry Watch was late, director Una Strand said.", 0),
    ],
    ids=[
        "director",
        "director at a body with its place",
        "president",
        "no office",
        "another sentence",
        "director of tides",
        "lawyer for those who sued",
        "lawyer for a victim",
        "critic",
        "film against it",
        "former director",
        "another person",
        "words after her office",
        "with it",
        "met with it",
        "with something else",
        "another's office",
        "its director after a name",
        "two offices",
        "critic",
        "its former director",
        "mother of its director",
        "office before a name",
        "its manager before a name",
        "tenant",
        "another clause",
    ],
)
def test_words_are_a_members_where_an_office_at_the_body_introduces_them(text: str, count: int) -> None:
    said = SaidInOrder([(record, record.speaker) for record in extract(Article("a", text))])

    names = [span for form in ("Ferry Watch", "Ferry Watch's") for span in places(in_words(form), text)]

    found = {*words_of_members(text, names, said)}

    assert len(found) == count


@pytest.mark.parametrize(("name", "expected"), [("Una Strand", True), ("Ferry Watch", False)])
def test_a_given_name_tells_a_person_from_a_body(name: str, expected: bool) -> None:
    assert is_persons(name) is expected


def test_a_body_that_has_words_of_its_own_may_have_those_of_its_director_on_a_topic(
    asker_of: Callable[[str], Callable[[str], Answer]],
) -> None:
    ask = asker_of(
        "Ferry Watch said the boats were old.\n\nThe council met on Monday.\n\n"
        "The new toll at the lock is “a tax on the poor”, said Una Strand, tide director for the charity Ferry Watch.\n"
    )

    answer = ask("What did Ferry Watch say about the toll at the lock?")

    assert answer.outcome is Outcome.UNSURE
    assert "a tax on the poor" in answer.quotes[0].text
