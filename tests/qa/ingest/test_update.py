from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest

from embeddings.encoder import EncodedText, Encoder, ModelIdentity, Span, Vectors
from qa.datatypes import Extraction, Scope, Version
from qa.embedded.snapshot import Library
from qa.embedded.writer import open_writer
from qa.errors import IndexMismatchError, LibraryBusyError, UsageError
from qa.ingest.report import IndexRequest, Progress, Report
from qa.ingest.update import update
from qa.language.terms import content_terms
from qa.rule_versions import EXTRACTOR_VERSION
from qa.tables.writing.amendments import note_reader
from qa.tables.writing.writer import Derived
from qa.upkeep.check import check
from qa.upkeep.status import status
from tests.qa.embedded.damage import make_attributed_by_older_extractor, make_extractor_older

if TYPE_CHECKING:
    from tests.qa.conftest import Archive


class Renamed:
    """The real encoder under another identity, with its vectors reversed."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.texts = 0

    @property
    def identity(self) -> ModelIdentity:
        return replace(self._encoder.identity, name="reversed", sha256="1" * 64)

    def encode_query(self, text: str) -> Vectors:
        return self._encoder.encode_query(text)[::-1].copy()

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Sequence[Span]]) -> Iterator[EncodedText]:
        self.texts += len(texts)
        for encoded in self._encoder.encode_passages(texts, spans):
            yield EncodedText(encoded.vector[::-1].copy(), encoded.span_vectors[:, ::-1].copy())

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self._encoder.count_tokens(texts)


def answers(archive: Archive, *questions: str) -> list[object]:
    """Return what retrieval gives, with row numbers replaced by what they stand for."""
    result: list[object] = []
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        for question in questions:
            hits = snapshot.lexical(content_terms(question), Scope(), 50)
            hits += snapshot.nearest(archive.encoder.encode_query(question), Scope(), 50)
            for passage, score in hits:
                (stored,) = snapshot.passages([passage])
                version = snapshot.versions([stored.version_key])[stored.version_key]
                result.append((version.uid, version.sha256, stored.passage, score))
        result.append(snapshot.speakers())
    return result


def test_new_articles_are_indexed_and_answer(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut. Storms broke it.")
    archive.write_lines("b.jsonl", {"id": "1", "text": "Wheat is dear."}, {"id": "2", "text": "Rents fell."})

    report = archive.index()

    assert (report.added, report.changed, report.removed, report.articles) == (3, 0, 0, 3)
    assert report.encoded == report.passages == 3
    assert archive.ids() == ["1", "2", "a.txt"]
    assert archive.found("Why is the pier shut?", k=1) == ["The pier is shut. Storms broke it."]
    assert check(archive.library).clean


def test_nothing_changed_needs_no_encoder(archive: Archive, no_encoder: Callable[[], Encoder]) -> None:
    archive.write("a.txt", "The pier is shut.")
    first = archive.index()

    second = update(archive.library, IndexRequest(), encoder_factory=no_encoder)
    touched = archive.folder / "a.txt"
    os.utime(touched, ns=(1, 1))
    third = update(archive.library, IndexRequest(check=True), encoder_factory=no_encoder)

    assert (second.unchanged, second.added, second.encoded) == (1, 0, 0)
    assert third.unchanged == 1
    assert first.generation == second.generation == third.generation


def test_a_changed_file_answers_with_its_new_text_only(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    archive.write("a.txt", "The pier has been opened again.")

    report = archive.index()

    assert (report.changed, report.added, report.articles) == (1, 0, 1)
    assert archive.found("Is the pier shut?") == ["The pier has been opened again."]


def test_a_change_that_size_and_time_do_not_show_is_found_by_a_check(archive: Archive) -> None:
    path = archive.write("a.txt", "The pier is shut.")
    os.utime(path, ns=(1, 1))
    archive.index()
    path.write_bytes(b"The pier is open.")
    os.utime(path, ns=(1, 1))

    assert archive.index().changed == 0
    assert archive.index(check=True).changed == 1


def test_a_change_within_a_clock_tick_is_found(archive: Archive) -> None:
    path = archive.write("a.txt", "The pier is shut.")
    archive.index()
    before = path.stat()
    path.write_bytes(b"The pier is open.")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert archive.index().changed == 1


def test_two_articles_that_swap_texts_both_change_and_nothing_is_encoded(archive: Archive) -> None:
    one, two = "The pier is shut for the winter.", "Wheat has never been so dear."
    archive.write_lines("a.jsonl", {"id": "1", "text": one}, {"id": "2", "text": two})
    archive.index()
    archive.write_lines("a.jsonl", {"id": "1", "text": two}, {"id": "2", "text": one})

    report = archive.index()

    assert (report.changed, report.encoded, report.reused) == (2, 0, 2)
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        assert [version.article.text for version in snapshot.find_articles("1")] == [two]


def test_a_file_that_is_gone_leaves(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.write("b.txt", "Wheat is dear.")
    archive.index()
    (archive.folder / "a.txt").unlink()

    report = archive.index()

    assert (report.removed, report.articles) == (1, 1)
    assert archive.found("Is the pier shut?") == ["Wheat is dear."]


def test_an_article_that_is_gone_from_its_file_leaves(archive: Archive) -> None:
    archive.write_lines("a.jsonl", {"id": "1", "text": "One."}, {"id": "2", "text": "Two."})
    archive.index()
    archive.write_lines("a.jsonl", {"id": "2", "text": "Two."})

    assert archive.index().removed == 1
    assert archive.ids() == ["2"]


def test_a_missing_place_loses_nothing_and_is_said(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    archive.folder.rename(archive.folder.with_name("elsewhere"))

    report = archive.index()

    assert report.missing_places == (str(archive.folder),)
    assert (report.removed, report.articles) == (0, 1)
    assert [place.present for place in status(archive.library).places] == [False]


def test_an_empty_folder_where_another_disk_was_mounted_loses_nothing(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    with open_writer(archive.library) as writer, writer.transaction():
        (place,) = writer.places.all()
        writer.set_meta(f"device of place {place.id}", "of a disk that is not mounted now")
    (archive.folder / "a.txt").unlink()

    unmounted = archive.index()

    assert (unmounted.missing_places, unmounted.articles) == ((str(archive.folder),), 1)


def test_a_folder_whose_last_file_was_removed_is_empty(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    (archive.folder / "a.txt").unlink()

    assert (archive.index().removed, archive.index().articles) == (1, 0)


def test_an_old_text_that_comes_back_is_current_again(archive: Archive) -> None:
    for text in ("The pier is shut.", "The pier is open.", "The pier is shut."):
        archive.write("a.txt", text)
        report = archive.index()

    assert report.encoded == 0
    assert status(archive.library).versions == 2
    assert archive.found("pier") == ["The pier is shut."]


def test_the_same_id_twice_in_a_file_counts_once_and_is_reported(archive: Archive) -> None:
    archive.write_lines("a.jsonl", {"id": "1", "text": "First."}, {"id": "1", "text": "Second."})

    report = archive.index()

    assert report.articles == 1
    assert archive.found("first") == ["First."]
    assert [(skipped.path, skipped.id) for skipped in report.skipped] == [("a.jsonl", "line 2")]


def test_what_is_skipped_is_named_until_it_is_fixed(archive: Archive) -> None:
    archive.write("a.txt", "   ")
    archive.write("b.txt", "Rents fell.")
    first = archive.index()
    second = archive.index()

    assert [skipped.path for skipped in first.skipped] == ["a.txt"]
    assert second.skipped == first.skipped == status(archive.library).skipped

    archive.write("a.txt", "The pier is shut.")
    assert archive.index().skipped == ()


def test_a_file_that_became_empty_no_longer_answers(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.write("b.txt", "Rents fell.")
    archive.index()
    archive.write("a.txt", "")

    archive.index()

    assert archive.ids() == ["b.txt"]


def test_places_are_remembered_and_a_place_inside_another_has_its_own_files(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    inner = archive.write("in/b.txt", "Rents fell.").parent
    archive.index(archive.folder)

    archive.index(inner)
    report = archive.index()

    assert report.articles == 2
    assert archive.ids() == ["a.txt", "b.txt"]
    assert [(place.path, place.articles) for place in status(archive.library).places] == [
        (str(archive.folder), 1),
        (str(inner), 1),
    ]


def test_a_folder_or_file_named_on_its_own_is_not_there_twice(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.write("inner/b.txt", "The quay is open.")
    archive.index()

    inner = archive.index(archive.folder / "inner")
    file = archive.index(archive.folder / "a.txt")

    assert (inner.articles, inner.moved, file.articles, file.moved) == (2, 1, 2, 1)
    assert archive.index().unchanged == 2


def test_a_library_inside_a_place_is_not_read(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    inside = replace(archive, library=archive.folder / "library")
    inside.index()
    (inside.library / "note.txt").write_text("No article.", "utf-8")

    assert inside.index().articles == 1


def test_patterns_are_remembered_with_their_place(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.write("draft-b.txt", "Rents fell.")
    request = IndexRequest((archive.folder,), exclude=("draft-*",))

    first = update(archive.library, request, encoder_factory=lambda: archive.encoder)

    assert (first.articles, first.excluded) == (1, 1)
    assert archive.index().articles == 1


@pytest.mark.slow
@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 1, 0, 2)], ids=["forward", "mixed"])
def test_a_library_updated_in_any_order_answers_as_one_made_at_once(
    archive: Archive, order: tuple[int, ...]
) -> None:
    texts = [
        '"The pier is shut," said Marta Ruiz.',
        "The pier is shut.",
        '"Rents fell," Ruiz said of the pier.',
        "The pier is shut.",
    ]
    for number in order:
        archive.write(f"{number}.txt", f"Not yet {number}.")
        archive.index()
        archive.write(f"{number}.txt", texts[number])
        archive.index()
    archive.write("gone.txt", "The pier is gone.")
    archive.index()
    (archive.folder / "gone.txt").unlink()
    archive.index()
    fresh = replace(archive, library=archive.library.with_name("fresh"))
    fresh.index(archive.folder)
    questions = ("Is the pier shut?", "What did Ruiz say about rents?")

    assert answers(archive, *questions) == answers(fresh, *questions)
    assert check(archive.library).clean


def test_another_model_is_refused_and_then_taken_by_a_rebuild(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    archive.write("b.txt", "Rents fell.")
    other = replace(archive, encoder=Renamed(archive.encoder))

    with pytest.raises(IndexMismatchError):
        other.index()
    assert archive.ids() == ["a.txt"]

    report = other.index(rebuild=True)

    assert (report.rebuilt, report.articles) == (True, 2)
    assert other.found("Is the pier shut?", k=1)[0] == "The pier is shut."
    assert check(archive.library).clean
    with Library.open(archive.library) as library:
        library.expect(other.encoder.identity)


@pytest.mark.slow
def test_a_rebuild_needs_no_files_and_readers_see_a_whole_index_meanwhile(archive: Archive) -> None:
    for number in range(6):
        archive.write(f"{number}.txt", f"Pier number {number} is shut.")
    archive.index()
    before = answers(archive, "Which pier is shut?")
    archive.folder.rename(archive.folder.with_name("elsewhere"))
    seen: list[object] = []

    def look(_: Progress) -> None:
        seen.append(answers(archive, "Which pier is shut?"))

    request = IndexRequest(rebuild=True)
    update(archive.library, request, encoder_factory=lambda: archive.encoder, progress=look)

    assert len(seen) > 2
    assert all(answer == before for answer in seen)
    assert answers(archive, "Which pier is shut?") == before
    assert check(archive.library).clean


@pytest.mark.slow
def test_an_interrupted_rebuild_encodes_nothing_twice(archive: Archive) -> None:
    for number in range(70):
        archive.write(f"{number}.txt", f"Pier number {number} is shut.")
    archive.index()
    renamed = Renamed(archive.encoder)

    def interrupt(step: Progress) -> None:
        if step.stage == "encoding":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        request = IndexRequest(rebuild=True)
        update(archive.library, request, encoder_factory=lambda: renamed, progress=interrupt)
    assert 0 < renamed.texts < 70
    assert check(archive.library).clean

    replace(archive, encoder=renamed).index(rebuild=True)

    assert renamed.texts == 70
    assert check(archive.library).clean


def test_attributions_of_an_older_extractor_are_extracted_again_without_encoding(
    archive: Archive, no_encoder: Callable[[], Encoder]
) -> None:
    archive.write("a.txt", '"The pier is shut," said Marta Ruiz.')
    archive.index()
    before = answers(archive, "pier")
    make_attributed_by_older_extractor(archive.library)

    update(archive.library, IndexRequest(), encoder_factory=no_encoder)

    assert answers(archive, "pier") == before


def test_words_lead_to_their_speaker_from_the_moment_they_are_stored(archive: Archive) -> None:
    def write(day: str) -> None:
        archive.write_lines(
            "a.jsonl",
            *({"id": str(n), "text": f'"Pier {n} is shut on {day}," said Marta Ruiz.'} for n in range(300)),
        )

    def said(step: Progress) -> None:
        if step.stage in ("encoding", "attributing"):
            with Library.open(archive.library) as library, library.snapshot() as snapshot:
                stored.append(
                    (len(list(snapshot.articles())), len(snapshot.attributed_to("Marta Ruiz", Scope())))
                )

    def index() -> None:
        update(
            archive.library,
            IndexRequest((archive.folder,)),
            encoder_factory=lambda: archive.encoder,
            progress=said,
        )

    stored: list[tuple[int, int]] = []
    write("Monday")
    index()
    first, stored = stored, []
    write("Sunday")
    index()
    changed, stored = stored, []
    make_extractor_older(archive.library)
    index()

    assert len(first) > 1
    assert all(articles == quotes > 0 for articles, quotes in first)
    assert len(changed) > 1
    assert set(changed) == {(300, 300)}
    assert len(stored) > 1
    assert set(stored) == {(300, 300)}


@pytest.mark.slow
def test_interrupted_work_is_kept_and_gone_on_with(archive: Archive) -> None:
    archive.write_lines("a.jsonl", *({"id": str(n), "text": f"Pier number {n} is shut."} for n in range(400)))
    archive.interrupt("encoding")
    kept = len(archive.ids())
    report = archive.index()

    assert 0 < kept < 400
    assert (report.added, report.articles) == (400 - kept, 400)
    assert report.encoded == 400 - kept
    assert check(archive.library).clean


@pytest.mark.slow
def test_one_process_writes_at_a_time_and_says_so(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.index()
    holder = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path; from qa.embedded.writer import open_writer\n"
            "with open_writer(Path(sys.argv[1])):\n print('ready', flush=True); sys.stdin.read()",
            str(archive.library),
        ],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=Path(__file__).parents[3],
    )
    assert holder.stdin is not None and holder.stdout is not None
    holder.stdout.readline()

    with pytest.raises(LibraryBusyError):
        archive.index()
    assert archive.found("pier") == ["The pier is shut."]

    holder.kill()
    holder.wait()
    holder.stdin.close()
    holder.stdout.close()
    assert archive.index().unchanged == 1


def test_nothing_to_index_is_said(archive: Archive, no_encoder: Callable[[], Encoder]) -> None:
    with pytest.raises(UsageError, match="no place"):
        update(archive.library, IndexRequest(), encoder_factory=no_encoder)
    with pytest.raises(UsageError, match="no file or folder"):
        update(archive.library, IndexRequest((archive.folder / "absent",)), encoder_factory=no_encoder)
    assert not archive.library.exists()


@pytest.mark.slow
def test_vectors_do_not_depend_on_what_they_are_encoded_with(archive: Archive) -> None:
    texts = [f"Pier number {n} is shut" + " again" * n + "." for n in range(40)]
    spans = [[(0, len(text))] for text in texts]

    together = list(archive.encoder.encode_passages(texts, spans))
    alone = [next(iter(archive.encoder.encode_passages([t], [s]))) for t, s in zip(texts, spans, strict=True)]

    for one, other in zip(together, alone, strict=True):
        assert np.allclose(one.vector, other.vector, atol=1e-5)


def test_a_rebuild_reads_files_again_that_another_reader_read(archive: Archive) -> None:
    archive.write("a.txt", "The pier is shut.")
    archive.write("b.txt", "Rents fell.")
    archive.index()
    (version,), (other,) = known(archive, "a.txt"), known(archive, "b.txt")
    with open_writer(archive.library) as writer, writer.transaction():
        # As by a reader that read less, and by one that read the same.
        cut = replace(version.article, text="The pier.", reader="text/0")
        writer.put_article(writer.places.all()[0], cut, Derived((), Extraction(), EXTRACTOR_VERSION))
        note_reader(writer, other.uid, replace(other.article, reader="text/0"))
    assert archive.index().unchanged == 2

    report = archive.index(rebuild=True)

    assert (report.changed, report.unchanged) == (1, 1)
    assert [v.article.text for v in known(archive, "a.txt")] == ["The pier is shut."]
    assert known(archive, "a.txt")[0].article.reader == known(archive, "b.txt")[0].article.reader != "text/0"
    assert check(archive.library).clean


def known(archive: Archive, name: str) -> list[Version]:
    with Library.open(archive.library) as library, library.snapshot() as snapshot:
        return snapshot.find_articles(name)


def test_what_was_indexed_all_the_same_is_told_from_what_was_skipped(archive: Archive) -> None:
    lines = [
        {"id": "n1", "text": "One.", "date": "soon"},
        {"id": "n2"},
        {"id": "n3", "text": " ", "date": "soon"},
    ]
    archive.write_lines("a.jsonl", *lines)
    archive.write("b.txt", "")

    report = archive.index()

    told = [(each.path, each.id, each.indexed) for each in report.skipped]
    assert told == [
        ("a.jsonl", "line 1", True), ("a.jsonl", "line 2", False), ("a.jsonl", "line 3", False), ("b.txt", "", False),
    ]  # fmt: skip
    assert "its date is not clear, so it counts as undated: soon" in [each.reason for each in report.skipped]
    assert archive.index().skipped == status(archive.library).skipped == report.skipped


def test_what_a_link_out_of_its_place_led_to_goes_unless_it_is_followed(
    archive: Archive, tmp_path: Path
) -> None:
    (tmp_path / "secret.txt").write_text("The key lies under the third stone of the pier.")
    archive.write("a.txt", "The pier is shut.")
    (archive.folder / "b.txt").symlink_to(tmp_path / "secret.txt")

    def index(*, follow_links: bool) -> Report:
        request = IndexRequest((archive.folder,), follow_links=follow_links)
        return update(archive.library, request, encoder_factory=lambda: archive.encoder)

    refused = index(follow_links=False)
    followed = index(follow_links=True)
    again = index(follow_links=False)

    assert [refused.articles, followed.articles, again.articles] == [1, 2, 1]
    assert [each.path for each in (*refused.skipped, *again.skipped)] == ["b.txt", "b.txt"]
    assert followed.skipped == ()
    assert "follow_links" in refused.skipped[0].reason
