from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from qa.answers import Quote
from qa.attribution.choice import Extractor
from qa.datatypes import Article, Extraction
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import NoIndexError, NotFoundError, UsageError
from qa.ingest.correct import correct, take_back
from qa.ingest.rederive import attribute_again
from qa.quote_ids import quote_id
from qa.upkeep.backup import backup
from qa.upkeep.check import check
from qa.upkeep.doctor import diagnose
from qa.upkeep.forget import forget
from qa.upkeep.repair import repair
from qa.upkeep.restore import restore
from qa.upkeep.status import status
from tests.qa.embedded.damage import damage

pytestmark = pytest.mark.slow

if TYPE_CHECKING:
    from tests.qa.conftest import Archive

FERRY = "“The ferry will sail again in May,” said Ivo Brandt.\n\nMarta Ruiz said the fare would not rise.\n"
SAIL, FARE = "ferry will sail", "the fare would"
WORDS = "“The ferry will sail again in May,”"


def id_of(library: Path, words: str, article: str = "a.txt", size: int | None = None) -> str:
    """Return the id of the quote of these words in an article."""
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        (version,) = snapshot.find_articles(article)
        start = version.article.text.index(words)
        return quote_id(version.uid, version.sha256, start, start + (size or len(words)))


def speakers(library: Path, article: str = "a.txt") -> list[str | None]:
    """Return the archive's name of the speaker of each record of an article, in order."""
    with Library.open(library) as opened, opened.snapshot() as snapshot:
        (version,) = snapshot.find_articles(article)
        return [name for _, name in snapshot.attributions([version.key])[version.key]]


def filled(archive: Archive, **more: str) -> None:
    archive.write("a.txt", FERRY)
    for name, text in more.items():
        archive.write(f"{name}.txt", text)
    archive.index()


def test_a_quote_gets_the_speaker_that_a_person_names(archive: Archive) -> None:
    filled(archive)

    done = correct(archive.library, id_of(archive.library, SAIL), "Una Strand")

    assert (done.speaker, done.before, done.articles, done.words) == ("Una Strand", "Ivo Brandt", 1, SAIL)
    assert speakers(archive.library) == ["Una Strand", "Marta Ruiz"]
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        assert {each.name for each in snapshot.speakers()} == {"Una Strand", "Marta Ruiz"}
    assert check(archive.library).clean


def test_a_quote_can_be_nobodys(archive: Archive) -> None:
    filled(archive)

    done = correct(archive.library, id_of(archive.library, WORDS), None)

    assert (done.speaker, done.before) == (None, "Ivo Brandt")
    assert speakers(archive.library) == [None, "Marta Ruiz"]
    assert check(archive.library).clean


def test_a_whole_sentence_stands_for_the_reported_words_in_it(archive: Archive) -> None:
    archive.write(
        "a.txt", "Marta Ruiz, who has run the town's harbour office for eleven long years, said no.\n"
    )
    archive.write("b.txt", FERRY)
    archive.index()

    correct(
        archive.library,
        id_of(archive.library, "Marta Ruiz said the fare would not rise.", "b.txt"),
        "Bo Lind",
    )

    assert speakers(archive.library, "b.txt") == ["Ivo Brandt", "Bo Lind"]


def test_a_name_is_linked_as_if_an_article_had_it(archive: Archive) -> None:
    filled(archive, b="“Rents fell,” said Una Strand.")

    assert correct(archive.library, id_of(archive.library, SAIL), "strand").speaker == "Una Strand"
    assert correct(archive.library, id_of(archive.library, SAIL), "una  strand").speaker == "Una Strand"


def test_it_survives_updates_changes_elsewhere_and_a_rebuild(archive: Archive) -> None:
    filled(archive)
    correct(archive.library, id_of(archive.library, SAIL), "Una Strand")

    assert archive.index().unchanged == 1
    archive.write("b.txt", "“Rents fell,” said Ivo Brandt.")
    archive.index()
    archive.index(rebuild=True)

    assert speakers(archive.library) == ["Una Strand", "Marta Ruiz"]
    assert speakers(archive.library, "b.txt") == ["Ivo Brandt"]
    assert check(archive.library).clean


def test_it_goes_with_a_file_that_is_moved(archive: Archive) -> None:
    filled(archive)
    correct(archive.library, id_of(archive.library, SAIL), "Una Strand")

    (archive.folder / "a.txt").rename(archive.folder / "moved.txt")
    archive.index()

    assert speakers(archive.library, "moved.txt") == ["Una Strand", "Marta Ruiz"]


def test_it_holds_for_every_outlet_that_prints_the_text(archive: Archive) -> None:
    archive.write_lines("a.jsonl", {"id": "gazette", "text": FERRY, "source": "Gazette"})
    archive.write_lines("b.jsonl", {"id": "herald", "text": FERRY, "source": "Herald"})
    archive.index()

    done = correct(archive.library, id_of(archive.library, SAIL, "gazette"), "Una Strand")
    archive.write_lines("c.jsonl", {"id": "courier", "text": FERRY, "source": "Courier"})
    archive.index()

    assert done.articles == 2
    for name in ("gazette", "herald", "courier"):
        assert speakers(archive.library, name) == ["Una Strand", "Marta Ruiz"]


def test_it_comes_back_with_a_text_that_comes_back(archive: Archive) -> None:
    filled(archive)
    correct(archive.library, id_of(archive.library, SAIL), "Una Strand")
    archive.write("a.txt", "The ferry is sold.")
    archive.index()
    (gone,) = status(archive.library).corrections

    archive.write("a.txt", FERRY)
    archive.index()

    assert (gone.applied, gone.articles) == (False, 0)
    assert speakers(archive.library) == ["Una Strand", "Marta Ruiz"]


def test_it_is_in_a_backup(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    correct(archive.library, id_of(archive.library, SAIL), "Una Strand")

    backup(archive.library, tmp_path / "saved.zip")
    restore(tmp_path / "saved.zip", tmp_path / "carried")

    assert speakers(tmp_path / "carried") == ["Una Strand", "Marta Ruiz"]
    assert status(tmp_path / "carried").corrections == status(archive.library).corrections
    take_back(tmp_path / "carried", id_of(archive.library, SAIL))
    assert speakers(tmp_path / "carried") == ["Ivo Brandt", "Marta Ruiz"]


class Other:
    """An extractor of another number, which finds the same words and others in other places."""

    def __init__(self, extractor: Extractor, version: int, shift: int) -> None:
        self._extractor, self.version, self._shift = extractor, version, shift

    def keeps(self, made_by: int) -> bool:
        return made_by == self.version

    def extract(self, article: Article) -> Extraction:
        from dataclasses import replace

        return Extraction(
            tuple(
                replace(
                    each, content=((min(each.start + self._shift, each.end), each.end),), speaker="Ivo Brandt"
                )
                for each in self._extractor.extract(article).attributions
            )
        )


@pytest.mark.parametrize(("shift", "applied"), [(0, True), (5, True), (30, False)])
def test_after_another_extractor_it_holds_for_the_record_that_has_most_of_the_words(
    archive: Archive, shift: int, applied: bool
) -> None:
    from qa.attribution.choice import choose

    filled(archive)
    correct(archive.library, id_of(archive.library, WORDS), "Una Strand")

    with open_writer(archive.library) as writer:
        attribute_again(writer, Other(choose(parse=False), 999, shift), lambda _: None)  # type: ignore[arg-type]

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        (version,) = snapshot.find_articles("a.txt")
        found = [record for record, _ in snapshot.attributions([version.key])[version.key]]
    assert [each.corrected for each in found] == [applied, False]
    assert [each.applied for each in status(archive.library).corrections] == [applied]
    archive.index()
    assert speakers(archive.library) == ["Una Strand", "Marta Ruiz"]


@pytest.mark.parametrize("speaker", ["Una Strand", None])
def test_it_can_be_taken_back(archive: Archive, speaker: str | None) -> None:
    filled(archive)
    shutil.copytree(archive.library, archive.library.with_name("before"))
    correct(archive.library, id_of(archive.library, SAIL), speaker)

    done = take_back(archive.library, id_of(archive.library, WORDS))

    assert (done.speaker, done.before, done.undone) == ("Ivo Brandt", speaker, True)
    assert speakers(archive.library) == speakers(archive.library.with_name("before"))
    assert status(archive.library).corrections == ()
    assert check(archive.library).clean


def test_the_last_correction_of_a_quote_counts_and_one_undo_takes_it_back(archive: Archive) -> None:
    filled(archive)
    correct(archive.library, id_of(archive.library, SAIL), "Una Strand")
    correct(archive.library, id_of(archive.library, WORDS), "Bo Lind")

    assert speakers(archive.library) == ["Bo Lind", "Marta Ruiz"]
    assert len(status(archive.library).corrections) == 1
    take_back(archive.library, id_of(archive.library, SAIL))
    assert speakers(archive.library) == ["Ivo Brandt", "Marta Ruiz"]


def test_one_of_a_text_that_is_gone_can_be_taken_back_by_the_id_that_the_status_shows(
    archive: Archive,
) -> None:
    filled(archive)
    correct(archive.library, id_of(archive.library, SAIL), "Una Strand")
    archive.write("a.txt", "The ferry is sold.")
    archive.index()
    (listed,) = status(archive.library).corrections

    take_back(archive.library, listed.quote)

    assert status(archive.library).corrections == ()


def test_the_status_lists_it(archive: Archive) -> None:
    filled(archive)
    correct(archive.library, id_of(archive.library, SAIL), "Una Strand")

    (listed,) = status(archive.library).corrections

    assert (listed.speaker, listed.words, listed.path) == ("Una Strand", WORDS, "a.txt")
    assert (listed.articles, listed.applied) == (1, True)
    assert listed.quote == id_of(archive.library, WORDS)


def test_a_quote_elsewhere_is_left_alone(archive: Archive) -> None:
    # The same words in another text; the same text with one more word; other words of the same text.
    filled(archive, other=f"Ferries.\n\n{FERRY}", longer=f"{FERRY}It rained.\n")

    correct(archive.library, id_of(archive.library, SAIL), "Una Strand")

    assert speakers(archive.library) == ["Una Strand", "Marta Ruiz"]
    assert speakers(archive.library, "other.txt") == ["Ivo Brandt", "Marta Ruiz"]
    assert speakers(archive.library, "longer.txt") == ["Ivo Brandt", "Marta Ruiz"]


def test_the_same_words_twice_in_a_text_are_two_quotes(archive: Archive) -> None:
    filled(archive, b=f"{FERRY}\n{FERRY}")

    correct(archive.library, id_of(archive.library, SAIL, "b.txt"), "Una Strand")

    assert speakers(archive.library, "b.txt") == ["Una Strand", "Marta Ruiz", "Ivo Brandt", "Marta Ruiz"]


def test_what_is_no_quote_of_this_library_is_refused(archive: Archive, tmp_path: Path) -> None:
    filled(archive)
    theirs, own = quote_id("abcdefgh23", "0" * 64, 3, 9), id_of(archive.library, SAIL)
    mistyped = own[:-1] + ("0" if own[-1] != "0" else "1")

    for use in (
        lambda id_: correct(archive.library, id_, "Una Strand"),
        lambda id_: take_back(archive.library, id_),
    ):
        with pytest.raises(NotFoundError):
            use(theirs)
        with pytest.raises(UsageError):
            use("no id")
        with pytest.raises(NotFoundError):
            use(mistyped)
    with pytest.raises(NoIndexError):
        correct(tmp_path / "nothing", theirs, "Una Strand")
    assert speakers(archive.library) == ["Ivo Brandt", "Marta Ruiz"]


def test_words_that_nobody_is_recorded_to_have_said_have_no_name_to_correct(archive: Archive) -> None:
    filled(archive, b="Rents fell. Wheat is dear.")

    with pytest.raises(UsageError, match="no name to correct"):
        correct(archive.library, id_of(archive.library, "Wheat is dear", "b.txt"), "Una Strand")


def test_a_quote_of_a_text_that_has_changed_is_refused(archive: Archive) -> None:
    filled(archive)
    old = id_of(archive.library, SAIL)
    archive.write("a.txt", FERRY.replace("May", "June"))
    archive.index()

    with pytest.raises(UsageError, match="has changed or is gone"):
        correct(archive.library, old, "Una Strand")


def test_a_surname_of_two_is_refused(archive: Archive) -> None:
    filled(archive, b="“Rents fell,” said Ada Lind.\n\n“They rose,” said Bo Lind.")

    with pytest.raises(UsageError, match="Ada Lind or Bo Lind"):
        correct(archive.library, id_of(archive.library, SAIL), "Lind")
    assert status(archive.library).corrections == ()


@pytest.mark.parametrize("name", ["", " \n", "Una\x07Strand", "\u202eUna", "U" * 300, "—"])
def test_what_can_be_no_name_is_refused(archive: Archive, name: str) -> None:
    filled(archive)

    with pytest.raises(UsageError):
        correct(archive.library, id_of(archive.library, SAIL), name)


def test_nothing_is_taken_back_where_nothing_was_corrected(archive: Archive) -> None:
    filled(archive)
    correct(archive.library, id_of(archive.library, SAIL), "Una Strand")

    with pytest.raises(NotFoundError, match="qa status"):
        take_back(archive.library, id_of(archive.library, FARE))


def test_a_purge_leaves_no_word_of_it(archive: Archive) -> None:
    filled(archive, b="Rents fell.")
    correct(archive.library, id_of(archive.library, SAIL), "Zanzibar Quux")

    forget(archive.library, "a.txt", purge=True)

    files = [path for path in archive.library.iterdir() if path.is_file()]
    assert not [path.name for path in files if b"Zanzibar" in path.read_bytes()]
    assert status(archive.library).corrections == ()


def test_a_purge_of_one_outlet_keeps_what_the_other_needs(archive: Archive) -> None:
    filled(archive, b=FERRY)
    correct(archive.library, id_of(archive.library, SAIL), "Una Strand")

    forget(archive.library, "a.txt", purge=True)

    assert speakers(archive.library, "b.txt") == ["Una Strand", "Marta Ruiz"]


@pytest.mark.parametrize("name", ["corrected speakers changed", "corrections gone"])
def test_damage_is_noticed_and_repaired(archive: Archive, name: str) -> None:
    filled(archive)
    correct(archive.library, id_of(archive.library, SAIL), "Una Strand")
    damage(archive.library, name)

    assert not check(archive.library).clean
    assert diagnose(archive.library).damaged
    assert not repair(archive.library, encoder_factory=lambda: archive.encoder).damaged

    assert speakers(archive.library) == ["Ivo Brandt", "Marta Ruiz"]
    assert check(archive.library).clean


def test_a_quote_says_that_a_person_set_its_speaker(archive: Archive) -> None:
    from qa.archive.quote_lookup import find_quote

    filled(archive)
    quote: Quote
    correct(archive.library, id_of(archive.library, SAIL), "Una Strand")

    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        quote = find_quote(snapshot, id_of(archive.library, SAIL))

    assert quote.speaker == "Una Strand"
    assert quote.attribution is not None
    assert quote.attribution.corrected
