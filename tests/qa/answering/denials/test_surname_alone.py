from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.answering.denials.proof import proved
from qa.answering.denials.surname_alone import words_on_surname
from qa.answering.ending.draft import Draft
from qa.answering.loaded_models import LoadedModels
from qa.answering.pipeline import Pipeline
from qa.answering.topics.words_on_topic import asking_for
from qa.answers import Nearest, Outcome
from qa.archive.shown_quotes import Shown
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader

ADA = "The levee vote\n\nAda Quill said the boats were late. Una Hale said the quay was hers."
BRANDT = "The ferry bill\n\n“{name} never paid the skippers,” said Ivo Brandt, the harbour master."


@pytest.fixture
def found(library_of: Callable[[Path], Library], tmp_path: Path) -> Callable[[str, str], list[str | None]]:
    """Whose words are found on somebody, in an archive in which Ivo Brandt's have a given name."""

    def asked(name: str, whom: str) -> list[str | None]:
        (tmp_path / "ada.txt").write_text(ADA, encoding="utf-8")
        (tmp_path / "brandt.txt").write_text(BRANDT.format(name=name), encoding="utf-8")
        with library_of(tmp_path).snapshot() as view:
            return [
                quote.speaker
                for quote in words_on_surname(view, replace(asking_for("Ivo Brandt"), topic=whom), Scope())
            ]

    return asked


@pytest.mark.parametrize("name", ["President Quill", "Ms. Quill", "But Quill", "Quill’s office"])
def test_words_are_found_on_somebody_whom_an_article_gives_by_the_surname(
    found: Callable[[str, str], list[str | None]], name: str
) -> None:
    assert found(name, "Ada Quill") == ["Ivo Brandt"]


@pytest.mark.parametrize(
    ("name", "whom"),
    [("Bea Quill", "Ada Quill"), ("A quill", "Ada Quill"), ("President Quill", "Ned Quill")],
)
def test_no_words_are_found_on_a_namesake_a_thing_or_somebody_who_does_not_speak(
    found: Callable[[str, str], list[str | None]], name: str, whom: str
) -> None:
    assert found(name, whom) == []


@pytest.mark.parametrize(
    ("words", "surname", "expected"),
    [
        ("We build it in May", "May", []),
        ("It was May", "May", []),
        ("Mayor May builds it", "May", ["Ivo Brandt"]),
        ("We build it in Harwick", "Harwick", []),
        ("I trust in Harwick, and Harwick knows it", "Harwick", ["Ivo Brandt"]),
    ],
)
def test_a_month_and_a_place_are_nobodys_surname(
    library_of: Callable[[Path], Library], tmp_path: Path, words: str, surname: str, expected: list[str]
) -> None:
    (tmp_path / "ada.txt").write_text(
        f"The vote\n\nAda {surname} said the boats were late.", encoding="utf-8"
    )
    (tmp_path / "brandt.txt").write_text(f"The bill\n\n“{words},” said Ivo Brandt.", encoding="utf-8")
    asked = replace(asking_for("Ivo Brandt"), topic=f"Ada {surname}")

    with library_of(tmp_path).snapshot() as view:
        assert [quote.speaker for quote in words_on_surname(view, asked, Scope())] == expected


def test_a_word_without_end_is_read_once(found: Callable[[str, str], list[str | None]]) -> None:
    # A reader that began again with each letter would take minutes.
    assert found(f"President Quill of {'x' * 120_000}", "Ada Quill") == ["Ivo Brandt"]


def test_words_on_a_surname_take_a_denial_back(
    library_of: Callable[[Path], Library], encoder: Encoder, tmp_path: Path
) -> None:
    (tmp_path / "ada.txt").write_text(ADA, encoding="utf-8")
    (tmp_path / "brandt.txt").write_text(BRANDT.format(name="President Quill"), encoding="utf-8")
    asked = replace(asking_for("Ivo Brandt"), topic="Ada Quill")
    library = library_of(tmp_path)
    with library.snapshot() as view:
        considered = Pipeline(LoadedModels(library, lambda: encoder, open_span_reader)).consider(
            view, asked, Scope()
        )
        denied = Draft(asked, considered, Outcome.NEAREST, Nearest.SPEAKER_NOT_ON_THIS, 0.0, ())

        draft = proved(view, denied, Scope(), Shown(view, frozenset()))

    assert draft.outcome is Outcome.UNSURE
    assert [quote.speaker for quote in draft.quotes] == ["Ivo Brandt"]
