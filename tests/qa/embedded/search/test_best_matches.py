"""The best matches by postings are those that scoring every passage finds, whatever was added, dropped and merged."""

from __future__ import annotations

import random
from array import array
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest

from embeddings.encoder import EncodedText, ModelIdentity
from qa.archive.scoring import Candidate, TermStatistics, by_bm25
from qa.datatypes import Article, Extraction, Passage, PassageHandle, Scope
from qa.embedded.search.postings import SPAN, Contents, put_segment
from qa.embedded.search.scopes import allowed_in
from qa.embedded.search.segments import rewrite_without_dropped
from qa.embedded.search.words import segments_are_due
from qa.embedded.snapshot import Library, Snapshot
from qa.embedded.writer import open_writer
from qa.errors import DamagedIndexError
from qa.tables.writing.writer import Derived, Writer
from qa.upkeep.check_full_text import full_text_troubles

WORDS = [f"w{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(90)]
"""Words without endings; the first are in most passages, the last in few."""
FIRST_DAY = date(2024, 1, 1)


def put(writer: Writer, number: int, text: str) -> None:
    """Put an article of one passage, a day later than the one with the number before."""
    article = Article(str(number), text, date=(FIRST_DAY + timedelta(number)).isoformat())
    row = writer.connection.execute("SELECT id FROM embeddings").fetchone()
    passage = Passage(0, len(text), ((0, len(text)),))
    writer.put_article(writer.places.all()[0], article, Derived([(passage, row["id"])], Extraction(), 1))


def prepare(writer: Writer) -> None:
    model = writer.models.current(ModelIdentity("none", "0" * 64, 4, 256))
    with writer.transaction():
        writer.places.remember(Path("/articles"), ())
        vector = np.eye(1, 4, dtype=np.float32)
        writer.models.put(model, {b"0" * 32: EncodedText(vector[0], vector)})


def text(chosen: random.Random) -> str:
    # Short texts of few words: many passages tie, and some hold a word often.
    weights = [1 / (rank + 1) for rank in range(len(WORDS))]
    return " ".join(chosen.choices(WORDS, weights, k=chosen.randint(1, 12)))


def fill(library: Path, seed: int, batches: Sequence[int] = (300, 60, 7)) -> None:
    """Make a library of several segments: each batch is too small for the one before it to be written again."""
    chosen = random.Random(seed)
    with open_writer(library) as writer:
        prepare(writer)
        numbers = iter(range(sum(batches)))
        for size in batches:
            with writer.transaction():
                for _ in range(size):
                    put(writer, next(numbers), text(chosen))
        segments = writer.connection.execute("SELECT count(*) FROM word_segments").fetchone()[0]
        assert segments == len(batches)


def scored_one_by_one(
    snapshot: Snapshot, terms: Sequence[str], scope: Scope, k: int
) -> list[tuple[PassageHandle, float]]:
    """Score every passage within a scope by its stored terms."""
    rows = snapshot._connection.execute(
        """
        SELECT p.id AS rowid, terms_in(f.terms) AS terms, a.uid, p.start, v.day FROM passage_terms f
        JOIN passages p ON p.id = f.passage
        JOIN versions v ON v.key = p.version JOIN articles a ON a.key = v.article
        """
    ).fetchall()
    own = {row["rowid"]: row["terms"].split(" ") for row in rows}
    holding = [sum(term in each for each in own.values()) for term in terms]
    average = sum(map(len, own.values())) / len(own)
    found = [
        (Candidate(PassageHandle(row["rowid"]), row["uid"], row["start"]), own[row["rowid"]])
        for row in rows
        if set(terms) & set(own[row["rowid"]])
        and (scope.since is None or row["day"] >= scope.since.isoformat())
        and (scope.until is None or row["day"] <= scope.until.isoformat())
    ]
    return by_bm25(found, [(term,) for term in terms], TermStatistics(len(own), average, holding), k)


def require_same(library: Path, seed: int) -> None:
    chosen = random.Random(seed)
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        assert list(full_text_troubles(snapshot._connection)) == []
        for k in (1, 5, 40, 1_000):
            for _ in range(6):
                terms = list(dict.fromkeys(chosen.choices(WORDS, k=chosen.randint(1, 8))))
                since = FIRST_DAY + timedelta(chosen.randrange(360))
                for scope in (
                    Scope(),
                    Scope(since=since),
                    Scope(since=since, until=since + timedelta(9)),
                ):
                    assert snapshot.lexical(terms, scope, k) == scored_one_by_one(snapshot, terms, scope, k)


@pytest.mark.parametrize("seed", range(3))
def test_the_best_of_many_segments_are_those_of_all_passages(tmp_path: Path, seed: int) -> None:
    fill(tmp_path / "library", seed)

    require_same(tmp_path / "library", seed)


@pytest.mark.parametrize("seed", range(3))
def test_what_long_lists_have_done_to_them_leaves_the_best_in_short_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    # As if each list were long: what the best reach is worked out after each, and lists are gone through or looked up.
    monkeypatch.setattr("qa.embedded.search.best_matches._LONG", 0)
    monkeypatch.setattr("qa.embedded.search.best_matches._LOOKED_UP", (0, 1, 40)[seed])
    fill(tmp_path / "library", seed)

    require_same(tmp_path / "library", seed)


def test_what_was_dropped_or_replaced_is_neither_found_nor_counted(tmp_path: Path) -> None:
    library, chosen = tmp_path / "library", random.Random(5)
    fill(library, 5)
    with open_writer(library) as writer:
        with writer.transaction():
            for number in chosen.sample(range(300), 12):
                put(writer, number, text(chosen))
            writer.retire(20)
        # Twice in one transaction: the first is in no segment yet when it is dropped.
        with writer.transaction():
            put(writer, 900, "wza wzb")
            put(writer, 900, "wzb wzc")
        dropped = writer.connection.execute("SELECT sum(length(dropped)) FROM word_segments").fetchone()[0]
        assert dropped > 0

    require_same(library, 5)
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        assert snapshot.document_frequency(["wza", "wzb", "wzc"]) == {"wza": 0, "wzb": 1, "wzc": 1}


def test_a_reader_that_stays_open_weighs_words_anew_when_long_articles_go(tmp_path: Path) -> None:
    library, long = tmp_path / "library", range(2, 16)
    # Twice in twenty words is more than once in two while most passages are long, and less when these are gone.
    texts = [
        "wza wzb",
        "wza wza" + " wzc" * 18,
        *(["wzd" + " wzc" * 700] * len(long)),
        *(["wzd wze wzf"] * 150),
    ]
    with open_writer(library) as writer:
        prepare(writer)
        with writer.transaction():
            for number, words in enumerate(texts):
                put(writer, number, words)
    with Library.open(library) as opened:
        with opened.snapshot() as snapshot:
            before = snapshot.lexical(["wza"], Scope(), 1)
        with open_writer(library) as writer, writer.transaction():
            for number in long:
                writer.retire(number + 1)
        with opened.snapshot() as snapshot:
            after = snapshot.lexical(["wza"], Scope(), 1)

            assert after == scored_one_by_one(snapshot, ["wza"], Scope(), 1)
    assert [handle for handle, _ in before] != [handle for handle, _ in after]


def test_a_segment_of_which_much_was_dropped_is_written_again_without_it(tmp_path: Path) -> None:
    library = tmp_path / "library"
    fill(library, 6)
    with open_writer(library) as writer, writer.transaction():
        for article in range(1, 50):
            writer.retire(article)

    with open_writer(library) as writer:
        rows = writer.connection.execute(
            "SELECT passages, dropped FROM word_segments ORDER BY first"
        ).fetchall()
        assert [tuple(row) for row in rows] == [(251, b""), (60, b""), (7, b"")]
    require_same(library, 6)


def test_small_segments_are_written_again_with_what_is_new(tmp_path: Path) -> None:
    library = tmp_path / "library"
    fill(library, 7, (300, 60))
    with open_writer(library) as writer, writer.transaction():
        for number in range(400, 420):
            put(writer, number, "wza wzb")

    with open_writer(library) as writer:
        rows = writer.connection.execute("SELECT passages FROM word_segments ORDER BY first").fetchall()
        assert [row["passages"] for row in rows] == [300, 80]
    require_same(library, 7)


def put_from(writer: Writer, first: int, numbers: Sequence[int], chosen: random.Random) -> None:
    """Put articles whose passages are numbered from `first`."""
    with writer.transaction():
        writer.connection.execute("UPDATE sqlite_sequence SET seq = ? WHERE name = 'passages'", [first - 1])
        for number in numbers:
            put(writer, number, text(chosen))


def borders(writer: Writer) -> list[tuple[int, int]]:
    rows = writer.connection.execute("SELECT first, last FROM word_segments ORDER BY first")
    return [(row["first"], row["last"]) for row in rows]


def test_a_segment_that_is_taken_over_is_gone_wherever_the_new_ones_border(tmp_path: Path) -> None:
    library, chosen = tmp_path / "library", random.Random(3)
    fill(library, 3, (300,))
    with open_writer(library) as writer:
        put_from(writer, SPAN - 100, range(300, 330), chosen)
        put_from(writer, SPAN + 100, range(330, 360), chosen)
        assert borders(writer) == [(1, 300), (SPAN - 100, SPAN + 129)]
        put_from(writer, SPAN + 1_000, range(360, 420), chosen)

        # All three are written again, and the second lay in neither of the new ones.
        assert borders(writer) == [(1, SPAN), (SPAN + 1, SPAN + 1_059)]
    require_same(library, 3)


def test_segments_that_cover_the_same_passages_are_parted_by_the_next_update(tmp_path: Path) -> None:
    library = tmp_path / "library"
    fill(library, 4, (300, 60))
    with open_writer(library) as writer:
        with writer.transaction():
            # What earlier programs left: the second segment, and another with some of its passages.
            contents = Contents(array("I", [0]), array("I", [0]), array("I", [1]))
            put_segment(writer.connection, (340, 360), [1], contents)
            assert segments_are_due(writer.connection)

        assert not segments_are_due(writer.connection)
        assert borders(writer) == [(1, 360)]
    require_same(library, 4)


def test_a_reader_keeps_its_state_while_segments_are_written_again(tmp_path: Path) -> None:
    library = tmp_path / "library"
    fill(library, 8)
    with Library.open(library) as opened:
        with opened.snapshot() as before:
            found = before.lexical(WORDS[:4], Scope(), 40)
            with open_writer(library) as writer, writer.transaction():
                for article in range(1, 100):
                    writer.retire(article)
                rewrite_without_dropped(writer.connection, share=0)

            assert before.lexical(WORDS[:4], Scope(), 40) == found
            assert found == scored_one_by_one(before, WORDS[:4], Scope(), 40)
        with opened.snapshot() as after:
            expected = scored_one_by_one(after, WORDS[:4], Scope(), 40)
            assert after.lexical(WORDS[:4], Scope(), 40) == expected != found


def test_a_version_that_comes_back_is_within_a_scope_by_its_new_passages_alone(tmp_path: Path) -> None:
    library, scope, chosen = tmp_path / "library", Scope(since=FIRST_DAY), random.Random(10)
    fill(library, 10)
    first = [text(chosen) for _ in range(6)][-1]
    with open_writer(library) as writer:
        # Number 5 is in a large segment, which is not written again.
        for each in ("wza wzb", first):
            with writer.transaction():
                put(writer, 5, each)

    with Library.open(library) as opened, opened.snapshot() as snapshot:
        rows = snapshot._connection.execute("SELECT id FROM passages ORDER BY id")
        found = allowed_in(snapshot._connection, opened._generations.scratch, scope)
        assert found.tolist() == [row["id"] for row in rows]


def require_refused(library: Path, statement: str, scope: Scope) -> None:
    """Change what is stored, and require that a search says so."""
    fill(library, 3)
    with open_writer(library) as writer:
        writer.connection.execute(statement)

    with (
        Library.open(library) as opened,
        opened.snapshot() as snapshot,
        pytest.raises(DamagedIndexError, match="doctor --repair"),
    ):
        snapshot.lexical(WORDS, scope, 400)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE segment_versions SET versions = zeroblob(length(versions))",
        "DELETE FROM segment_versions",
    ],
)
def test_versions_of_passages_that_are_not_as_they_were_stored_are_not_used(
    tmp_path: Path, statement: str
) -> None:
    require_refused(tmp_path / "library", statement, Scope(since=FIRST_DAY))


def test_a_passage_that_holds_a_word_very_often_is_scored_like_any(tmp_path: Path) -> None:
    library = tmp_path / "library"
    fill(library, 9)
    with open_writer(library) as writer, writer.transaction():
        for number, times in enumerate((31, 32, 300, 70_000), start=500):
            put(writer, number, "waa " * times + "wzz")

    require_same(library, 9)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE word_postings SET places = zeroblob(length(places))",
        "UPDATE word_postings SET counts = x'ff' WHERE counts = x''",
        "UPDATE word_lengths SET lengths = zeroblob(length(lengths))",
        "UPDATE word_segments SET first = first + 1",
        "DELETE FROM word_lengths",
        "DELETE FROM passages WHERE id < 100",
    ],
)
def test_what_is_not_as_it_was_stored_is_not_used(tmp_path: Path, statement: str) -> None:
    require_refused(tmp_path / "library", statement, Scope())
