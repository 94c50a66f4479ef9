from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from qa.embedded.connections import connect_for_writing
from qa.embedded.database import Connection
from qa.embedded.migrations import bring_up_to_date
from qa.embedded.search.full_text_terms import any_of, phrase
from qa.embedded.search.stored_terms import put_terms
from qa.language.terms import terms
from qa.tables.tokens import indexed, token


@contextmanager
def full_text(folder: Path, *texts: str) -> Iterator[Connection]:
    connection = connect_for_writing(folder)
    try:
        bring_up_to_date(connection, folder)
        put_terms(connection, ((number, indexed("", text)) for number, text in enumerate(texts, 1)))
        yield connection
    finally:
        connection.close()


def matches(connection: Connection, query: str) -> int:
    sql = "SELECT count(*) FROM passages_fts WHERE passages_fts MATCH ?"
    return int(connection.execute(sql, [query]).fetchone()[0])


@given(st.text(min_size=1, max_size=60), st.text(min_size=1, max_size=60))
def test_each_term_is_one_word_of_its_own(one: str, two: str) -> None:
    found = {term: token(term) for term in terms(f"{one} {two}")}

    assert len(set(found.values())) == len(found)
    assert all(word.isascii() and word.isalnum() for word in found.values())


def test_the_vocabulary_is_that_of_the_analyser(tmp_path: Path) -> None:
    text = "The U.S. cut 3.5% — Müller's 1,200 straße, Ελλάδα, москва, 東京, ½ ५५, naïve café OR NOT NEAR"
    with full_text(tmp_path, text) as connection:
        vocabulary = {row["term"] for row in connection.execute("SELECT term FROM passages_vocabulary")}

        assert vocabulary == {token(term) for term in terms(text)}
        for term in terms(text):
            assert matches(connection, any_of([term])) == 1
        assert matches(connection, phrase(terms(text))) == 1


def test_a_phrase_is_its_terms_in_order_and_together(tmp_path: Path) -> None:
    with full_text(tmp_path, "Ann Lee met the mayor", "Lee Ann", "Ann met Lee") as connection:
        assert matches(connection, phrase(terms("Ann Lee"))) == 1
        assert matches(connection, any_of(terms("Ann Lee"))) == 3
