from __future__ import annotations

import threading
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from embeddings.encoder import ModelIdentity
from qa.attribution.choice import choose
from qa.datatypes import Article, Scope
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import DamagedIndexError, IndexMismatchError, NoIndexError
from qa.ingest.article_vectors import LazyEncoder
from qa.ingest.intake import Intake
from qa.ingest.report import UpdateCounts
from qa.language.terms import content_terms, terms
from qa.quote_ids import quote_id
from qa.tables.packing import packed, unpacked
from tests.qa.embedded.stored import passages_of

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

EVERYTHING = Scope()


def put(archive: Archive, *articles: Article) -> None:
    """Store articles as a reader could yield them."""
    with open_writer(archive.library) as writer:
        with writer.transaction():
            writer.places.remember(archive.folder, [])
        (place,) = writer.places.all()
        intake = Intake(
            writer, LazyEncoder(lambda: archive.encoder), choose(parse=False), UpdateCounts(), lambda _: None
        )
        for article in articles:
            intake.put(place, article)
        intake.flush()


def test_every_text_comes_back_as_it_was(archive: Archive) -> None:
    texts = [
        "plain",
        "a\r\nb\r",
        "nul \0 inside",
        "lone \ud800 half",
        "𝔘𝔫𝔦 🙂 e\u0301",
        "\u202eright to left",
        "' -- \"",
    ]
    put(archive, *(Article(id=f"{n}", text=text, title=text, path="p") for n, text in enumerate(texts)))

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        keys = [found.key for found in snapshot.find_articles("p")]
        articles = [version.article for version in snapshot.versions(keys).values()]

    assert sorted(article.text for article in articles) == sorted(texts)
    assert all(article.title == article.text for article in articles)


def test_a_text_that_is_not_the_one_indexed_is_never_given_out(archive: Archive) -> None:
    put(archive, Article(id="a", text="He said yes.", path="p"))
    with open_writer(archive.library) as writer, writer.transaction():
        writer.connection.execute("UPDATE versions SET text = ?", [packed("He said no.")])

    with (
        Library.open(archive.library) as library,
        library.snapshot() as snapshot,
        pytest.raises(DamagedIndexError),
    ):
        snapshot.find_articles("a")


def test_full_text_finds_title_and_text_and_counts_phrases(archive: Archive) -> None:
    put(
        archive,
        Article(id="a", title="Harbour news", text="Ann Lee opened the pier.", path="p"),
        Article(id="b", title="Other", text="Lee, said Ann, is a river.", path="p"),
    )

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        assert len(snapshot.lexical(content_terms("harbour"), EVERYTHING, 5)) == 1
        assert len(snapshot.lexical(content_terms("Lee"), EVERYTHING, 5)) == 2
        assert snapshot.phrase_count(terms("Ann Lee")) == 1
        assert snapshot.phrase_count(terms("Ann Smith")) == 0
        assert snapshot.document_frequency(terms("Lee pier zeppelin")) == {"lee": 2, "pier": 1, "zeppelin": 0}
        assert snapshot.lexical([], EVERYTHING, 5) == []
        assert snapshot.lexical(["zeppelin"], EVERYTHING, 5) == []


def test_equal_scores_are_ordered_by_article_and_place_in_it(archive: Archive) -> None:
    put(archive, *(Article(id=str(n), text="The pier is shut.", path="p") for n in range(40)))

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        found = [passage for passage, _ in snapshot.lexical(["pier"], EVERYTHING, 7)]
        keys = [stored.version_key for stored in snapshot.passages(found)]
        uids = [snapshot.versions([key])[key].uid for key in keys]
        assert uids == sorted(line.uid for line in snapshot.articles())[:7]


def test_a_scope_is_applied_to_dates_and_sources(archive: Archive) -> None:
    put(
        archive,
        Article(id="old", text="The pier opened.", date="2020-05-01", source="The Gull", path="p"),
        Article(id="new", text="The pier closed.", date="2024-05-01T23:30:00+02:00", source="Tide", path="p"),
        Article(id="undated", text="The pier burned.", source="Tide", path="p"),
    )

    def inside(scope: Scope) -> list[str]:
        with Library.open(archive.library) as library, library.snapshot() as snapshot:
            lexical = {passage for passage, _ in snapshot.lexical(["pier"], scope, 5)}
            query = archive.encoder.encode_query("pier")
            assert {passage for passage, _ in snapshot.nearest(query, scope, 5)} == lexical
            return sorted(line.id for line in snapshot.articles(scope))

    assert inside(EVERYTHING) == ["new", "old", "undated"]
    assert inside(Scope(since=date(2024, 5, 1))) == ["new"]
    assert inside(Scope(until=date(2024, 5, 1))) == ["new", "old"]
    assert inside(Scope(since=date(2020, 5, 1), until=date(2020, 5, 1))) == ["old"]
    assert inside(Scope(sources=("the gull",))) == ["old"]
    assert inside(Scope(sources=("tide", "The Gull"))) == ["new", "old", "undated"]
    assert inside(Scope(sources=("Nobody",))) == []


def test_the_corpus_is_summed_up(archive: Archive) -> None:
    put(
        archive,
        Article(id="a", text="One.", date="2020-05-01", source="B", path="p"),
        Article(id="b", text="Two.", date="2021-05-01", source="A", path="p"),
        Article(id="c", text="Three.", path="p"),
    )

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        corpus = snapshot.corpus()
        assert (corpus.articles, corpus.passages) == (3, 3)
        assert (corpus.first_date, corpus.last_date) == ("2020-05-01", "2021-05-01")
        assert snapshot.sources() == ("A", "B")
        assert [line.id for line in snapshot.articles()] == ["a", "b", "c"]
        assert [line.id for line in snapshot.articles(undated=True)] == ["c"]


def test_passages_come_with_the_vectors_of_their_sentences(archive: Archive) -> None:
    text = "The pier is shut. Nobody knows why."
    put(archive, Article(id="a", text=text, title="Pier", path="p"))

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles("a")
        (stored,) = passages_of(snapshot, version)

    (encoded,) = archive.encoder.encode_passages([f"Pier\n{text}"], [[(5, 22), (23, 40)]])
    assert stored.sentence_vectors.shape == (2, archive.encoder.identity.dim)
    assert stored.vector == pytest.approx(encoded.vector, abs=1e-3)
    # In four bits a number.
    assert (np.einsum("ij,ij->i", stored.sentence_vectors, encoded.span_vectors) > 0.98).all()


def test_attributions_come_back_whole_and_by_speaker(archive: Archive) -> None:
    put(
        archive,
        Article(
            id="a", text='"The pier stays shut," said Marta Ruiz, the mayor.', date="2024-01-01", path="p"
        ),
        Article(id="b", text='"We are sad," Ms Ruiz said.', path="p"),
    )
    archive.index()

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        speakers = [speaker.name for speaker in snapshot.speakers()]
        found = snapshot.attributed_to("Marta Ruiz", EVERYTHING)
        dated = snapshot.attributed_to("Marta Ruiz", Scope(since=date(2024, 1, 1)))
        (first,) = snapshot.find_articles("a")
        ((attribution, name),) = snapshot.attributions([first.key])[first.key]

    assert speakers == ["Marta Ruiz"]
    assert len(found) == 2
    assert len(dated) == 1
    assert name == "Marta Ruiz"
    assert attribution == dated[0][1]
    assert first.article.text[attribution.start : attribution.end].startswith('"The pier')


def test_equal_texts_know_of_each_other(archive: Archive) -> None:
    put(
        archive,
        Article(id="a", text="Same words.", title="One", path="p"),
        Article(id="b", text="Same words.", title="Two", path="p"),
        Article(id="c", text="Other words.", path="p"),
    )

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        keys = {version.article.id: version.key for version in snapshot.find_articles("p")}
        found = snapshot.near_duplicates(keys.values())
        same = {key: tuple(version.article.id for version in others) for key, others in found.items()}

    assert same == {keys["a"]: ("b",), keys["b"]: ("a",), keys["c"]: ()}


def test_a_quote_of_an_old_version_can_still_be_shown(archive: Archive) -> None:
    put(archive, Article(id="a", text="He said yes.", path="p"))
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (old,) = snapshot.find_articles("a")
    put(archive, Article(id="a", text="He said no.", path="p"))

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        shown = snapshot.version_by_quote(old.uid, old.sha256[:12])
        (new,) = snapshot.find_articles("a")

        assert shown is not None
        assert (shown.article.text, shown.current) == ("He said yes.", False)
        assert (new.uid, new.article.text) == (old.uid, "He said no.")
        assert quote_id(old.uid, old.sha256, 0, 2) != quote_id(new.uid, new.sha256, 0, 2)
        assert snapshot.version_by_quote(old.uid, "0" * 12) is None
        assert snapshot.lexical(["yes"], EVERYTHING, 5) == []
        assert passages_of(snapshot, shown) == []


def test_a_snapshot_stays_as_it_was_while_the_library_changes(archive: Archive) -> None:
    put(archive, Article(id="a", text="The pier is shut.", path="p"))
    with Library.open(archive.library) as library, library.snapshot() as before:
        assert before.corpus().articles == 1
        put(
            archive,
            Article(id="a", text="The pier is open.", path="p"),
            Article(id="b", text="More.", path="p"),
        )

        (old,) = before.find_articles("a")
        assert old.article.text == "The pier is shut."
        assert before.corpus().articles == 1
        with library.snapshot() as after:
            assert after.corpus().articles == 2


def test_threads_share_one_library(archive: Archive) -> None:
    put(archive, *(Article(id=str(n), text=f"Pier number {n}.", path="p") for n in range(20)))
    query = archive.encoder.encode_query("pier")
    answers: list[object] = []

    with Library.open(archive.library) as library:

        def ask() -> None:
            for _ in range(10):
                with library.snapshot() as snapshot:
                    answers.append(tuple(snapshot.nearest(query, EVERYTHING, 5)))

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert len(answers) == 40
    assert len(set(answers)) == 1


def test_the_recorded_model_is_compared(archive: Archive) -> None:
    put(archive, Article(id="a", text="One.", path="p"))

    with Library.open(archive.library) as library:
        library.expect(archive.encoder.identity)
        with pytest.raises(IndexMismatchError):
            library.expect(ModelIdentity("another", "0" * 64, 384, 256))


def test_a_library_without_articles_names_no_model(archive: Archive) -> None:
    with open_writer(archive.library):
        pass

    with Library.open(archive.library) as library:
        with library.snapshot() as snapshot:
            assert snapshot.corpus().articles == 0
            assert snapshot.nearest(archive.encoder.encode_query("a"), EVERYTHING, 3) == []
        with pytest.raises(NoIndexError):
            _ = library.model


def test_retrieval_can_be_limited_to_the_passages_of_a_speaker(archive: Archive) -> None:
    put(
        archive,
        Article(id="a", text='"The pier stays shut," said Marta Ruiz, the mayor.', path="p"),
        Article(id="b", text='"The pier is open," said Tom Adler, a fisherman.', path="p"),
    )
    archive.index()

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        found = snapshot.lexical(["pier"], EVERYTHING, 5, spoken_by=["Marta Ruiz"])
        lexical = [passage for passage, _ in found]
        query = archive.encoder.encode_query("pier")
        nearest = [passage for passage, _ in snapshot.nearest(query, EVERYTHING, 5, spoken_by=["Marta Ruiz"])]
        (stored,) = snapshot.passages(lexical)
        version = snapshot.versions([stored.version_key])[stored.version_key]

        assert lexical == nearest
        assert version.article.id == "a"
        assert snapshot.lexical(["pier"], EVERYTHING, 5, spoken_by=["Nobody"]) == []
        assert snapshot.nearest(query, EVERYTHING, 5, spoken_by=["Nobody"]) == []


def test_bytes_that_are_no_text_are_damage() -> None:
    with pytest.raises(DamagedIndexError):
        unpacked(b"\xac")


def test_speakers_are_read_again_only_after_somebody_wrote(archive: Archive) -> None:
    archive.write("a.txt", '"We cast off," said Marta Ruiz.')
    archive.index()

    with Library.open(archive.library) as library:
        with library.snapshot() as snapshot:
            before, outlets = snapshot.speakers(), snapshot.sources()
        with library.snapshot() as snapshot:
            assert snapshot.speakers() is before
            assert snapshot.sources() is outlets
            assert snapshot.corpus().articles == 1

            archive.write("b.txt", '"We stay," said Ann Lee.')
            archive.index()

            assert snapshot.speakers() is before
        with library.snapshot() as snapshot:
            assert [speaker.name for speaker in snapshot.speakers()] == ["Ann Lee", "Marta Ruiz"]
            assert snapshot.corpus().articles == 2


def test_words_are_read_again_only_after_somebody_wrote(archive: Archive) -> None:
    archive.write("a.txt", '"We cast off at nine," said Marta Ruiz.')
    archive.index()

    with Library.open(archive.library) as library:
        with library.snapshot() as snapshot:
            ((_, before),) = snapshot.attributed_to("Marta Ruiz", EVERYTHING)
        with library.snapshot() as snapshot:
            ((key, again),) = snapshot.attributed_to("Marta Ruiz", EVERYTHING)
            ((said, name),) = snapshot.attributions([key])[key]
            assert before is again is said
            assert name == "Marta Ruiz"

        archive.write("a.txt", 'It rained. "We stay," said Ann Lee.')
        archive.index()

        with library.snapshot() as snapshot:
            (version,) = snapshot.find_articles("a.txt")
            ((said, name),) = snapshot.attributions([version.key])[version.key]
            assert snapshot.attributed_to("Marta Ruiz", EVERYTHING) == []
            assert (version.article.text[said.start : said.end], name) == ('"We stay,"', "Ann Lee")
