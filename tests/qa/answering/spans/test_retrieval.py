from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.answering.answerer import Answerer
from qa.answering.spans.retrieval import PROPOSED, narrowed
from qa.answers import QuestionKind, Understanding
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.ingest.report import IndexRequest
from qa.ingest.update import update
from qa.open_archive import open_answerer
from qa.ranking.retrieved import Retrieved

HOSTILE = Path(__file__).parents[1] / "hostile"
MARCH, JULY = date(2024, 3, 1), date(2024, 7, 31)


def understanding(since: date | None = None, until: date | None = None) -> Understanding:
    return Understanding(QuestionKind.CONTENT, "", "", since=since, until=until)


@pytest.fixture(scope="session")
def retrieved(
    library_of: Callable[[Path], Library], answerer_of: Callable[[Path], Answerer]
) -> Callable[..., Retrieved]:
    library, answerer = library_of(HOSTILE), answerer_of(HOSTILE)

    def of(question: str, scope: Scope = Scope()) -> Retrieved:  # noqa: B008
        with library.snapshot() as snapshot:
            return answerer.consider(snapshot, answerer.understand(question, snapshot), scope).retrieved

    return of


def test_dates_of_a_question_narrow_a_scope_and_never_widen_it() -> None:
    scope = Scope(since=MARCH, until=JULY, sources=("Coast Radio",))

    inside = narrowed(scope, understanding(date(2024, 5, 1), date(2024, 6, 1)))
    outside = narrowed(scope, understanding(date(2023, 1, 1), date(2025, 1, 1)))

    assert (inside.since, inside.until) == (date(2024, 5, 1), date(2024, 6, 1))
    assert outside == scope
    assert narrowed(Scope(), understanding()) == Scope()


def test_nothing_outside_the_scope_is_proposed(retrieved: Callable[..., Retrieved]) -> None:
    scope = Scope(since=MARCH, until=JULY, sources=("Coast Radio",))

    found = retrieved("What did Emil Hartog say about the dairy?", scope)

    assert found.versions
    for version in found.versions.values():
        assert version.article.source == "Coast Radio"
        assert version.article.day is not None
        assert MARCH <= version.article.day <= JULY


def test_passages_come_by_article_and_offset_each_once(retrieved: Callable[..., Retrieved]) -> None:
    found = retrieved("What did Iris Bohm say about the tunnel?")

    places = [(found.versions[p.version_key].uid, p.passage.start) for p in found.passages]
    assert places == sorted(set(places))


def test_every_version_comes_with_its_attributions(retrieved: Callable[..., Retrieved]) -> None:
    found = retrieved("What did Iris Bohm say about the tunnel?")

    assert {p.version_key for p in found.passages} == set(found.versions) == set(found.attributions)
    names = {name for records in found.attributions.values() for _, name in records}
    assert "Iris Bohm" in names


def test_somebodys_words_are_proposed_whatever_the_topic(encoder: Encoder, tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(2 * PROPOSED + 10):
        text = f"---\ntitle: Quarks {number}\n---\nWanda Pohl heard a lecture on quarks and gluons.\n"
        (folder / f"{number}.md").write_text(text)
    (folder / "last.md").write_text("---\ntitle: Fair\n---\n“Geese are early this year,” Wanda Pohl said.\n")
    update(tmp_path / "library", IndexRequest((folder,)), encoder_factory=lambda: encoder)
    answerer = open_answerer(tmp_path / "library")

    with Library.open(tmp_path / "library") as library, library.snapshot() as snapshot:
        understood = answerer.understand("What did Wanda Pohl say about quarks and gluons?", snapshot)
        found = answerer.consider(snapshot, understood, Scope()).retrieved

    assert "last.md" in {version.article.id for version in found.versions.values()}
    assert len(found.passages) < PROPOSED, (
        "of everybody's words fewer are wanted where somebody's are searched apart"
    )


def test_few_passages_are_proposed_for_a_name_under_which_nobody_is_quoted(
    encoder: Encoder, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(2 * PROPOSED):
        text = f"---\ntitle: Quarks {number}\n---\nTom Brandt heard lecture {number} on quarks and gluons.\n"
        (folder / f"{number}.md").write_text(text)
    (folder / "last.md").write_text(
        "---\ntitle: Fair\n---\nGeese came early to the fair, and so did Ada Quill.\n"
    )
    update(tmp_path / "library", IndexRequest((folder,)), encoder_factory=lambda: encoder)
    answerer = open_answerer(tmp_path / "library")

    with Library.open(tmp_path / "library") as library, library.snapshot() as snapshot:
        understood = answerer.understand("What did Ada Quill say about quarks and gluons?", snapshot)
        found = answerer.consider(snapshot, understood, Scope()).retrieved
        understood = answerer.understand("What did critics say about quarks and gluons?", snapshot)
        of_a_role = answerer.consider(snapshot, understood, Scope()).retrieved

    assert "last.md" in {version.article.id for version in found.versions.values()}, "her name is found"
    assert len(found.passages) < PROPOSED <= len(of_a_role.passages)


@pytest.mark.slow
def test_words_that_only_ask_for_an_answer_are_not_searched_for(retrieved: Callable[..., Retrieved]) -> None:
    plain = retrieved("How high was the water in the harbour?")
    polite = retrieved("Yes. Could you please clarify how high was the water in the harbour?")

    assert polite.question.terms == plain.question.terms
    assert [each.passage for each in polite.passages] == [each.passage for each in plain.passages]


def test_a_passage_that_two_papers_print_of_one_story_is_proposed_once(
    encoder: Encoder, tmp_path: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    story = (
        "The harbour board closed the north pier on Monday after divers found cracks in its oldest piles.\n"
    )
    note = "The north pier is closed.\n"
    for name, title, text in (
        ("herald", "Pier closed", story),
        ("wire", "Cracks close a pier", story),
        ("notice", "Notice", note),
        (
            "later",
            "Later notice",
            f"{note}\nThe museum beside it shows ropes, anchors and old charts until May.\n",
        ),
    ):
        (folder / f"{name}.md").write_text(f"---\ntitle: {title}\n---\n{text}")
    update(tmp_path / "library", IndexRequest((folder,)), encoder_factory=lambda: encoder)
    answerer = open_answerer(tmp_path / "library")

    with Library.open(tmp_path / "library") as library, library.snapshot() as snapshot:
        understood = answerer.understand("Why was the north pier closed?", snapshot)
        found = answerer.consider(snapshot, understood, Scope()).retrieved
    answer = answerer.ask("Why was the north pier closed?")

    ids = {version.article.id for version in found.versions.values()}
    (kept,) = ids & {"herald.md", "wire.md"}
    assert ids - {kept} == {"notice.md", "later.md"}
    (quote,) = [each for each in answer.quotes if "cracks" in each.text]
    assert {kept, *quote.also_in} == {"herald.md", "wire.md"}
