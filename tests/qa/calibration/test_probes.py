from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.calibration.probes import probes
from qa.datatypes import Scope
from qa.embedded.snapshot import Library
from qa.language.terms import content_terms, terms


def test_the_same_seed_makes_the_same_probes_and_another_one_others(towns: Library) -> None:
    with towns.snapshot() as snapshot:
        first, again, other = (probes(snapshot, seed=seed, count=60) for seed in (1, 1, 2))

    assert first == again
    assert first != other


def test_there_are_probes_of_every_sort_and_never_more_than_asked_for(towns: Library) -> None:
    with towns.snapshot() as snapshot:
        made = probes(snapshot, seed=1, count=60)

    assert len(made) <= 60
    assert {(probe.speaker is not None, probe.answerable) for probe in made} == {
        (True, True), (True, False), (False, True), (False, False),
    }  # fmt: skip


def test_what_a_speaker_is_asked_for_stands_in_the_words_that_the_probe_points_to(towns: Library) -> None:
    with towns.snapshot() as snapshot:
        said = [probe for probe in probes(snapshot, seed=3, count=100) if probe.way == "attribution"]
        texts = {p.article_id: snapshot.find_articles(p.article_id)[0].article.text for p in said}

    assert said
    for probe in said:
        assert probe.speaker
        assert probe.speaker in probe.question
        assert (probe.topic or "") in texts[probe.article_id][probe.start : probe.end]


def test_an_unanswerable_speaker_never_speaks_where_the_topic_stands(towns: Library) -> None:
    with towns.snapshot() as snapshot:
        made = [p for p in probes(snapshot, seed=4, count=100) if p.way == "far topic"]

        assert made
        for probe in made:
            topic = content_terms(probe.topic or "")
            assert not snapshot.lexical(topic, Scope(), 1, spoken_by=[probe.speaker or ""])


def test_no_passage_has_all_the_words_of_an_unanswerable_question(towns: Library) -> None:
    with towns.snapshot() as snapshot:
        made = [p for p in probes(snapshot, seed=5, count=100) if p.speaker is None and not p.answerable]
        texts = [version.article.text for version, _ in snapshot.all_attributions()]

    assert made
    for probe in made:
        assert not any(set(content_terms(probe.question)) <= set(terms(text)) for text in texts)


def test_invented_people_are_nowhere_in_the_archive(towns: Library) -> None:
    with towns.snapshot() as snapshot:
        made = [p for p in probes(snapshot, seed=6, count=120) if p.way == "invented speaker"]

        assert made
        assert all(snapshot.phrase_count(terms(probe.speaker or "")) == 0 for probe in made)


def test_a_topic_beside_the_words_stands_in_the_article_and_not_in_them(
    library_of: Callable[[Path], Library], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("beside")
    for thing, name in (("ferry", "Ines Dahl"), ("orchard", "Olof Brandt"), ("brewery", "Ruth Adeyemi")):
        story = f"""---
title: Council closes the {thing}
---
The {thing} will close in spring. The {thing} has lost money for years, and nobody rides out to see it.

About the cellar of the {thing}, {name} was short. “It must stay open, whatever the accountants write,” {name} said.
"""
        (folder / f"{thing}.md").write_text(story, encoding="utf-8")
    with library_of(folder).snapshot() as snapshot:
        near = [probe for probe in probes(snapshot, seed=3, count=40) if probe.way == "near words"]
        articles = {p.article_id: snapshot.find_articles(p.article_id)[0].article for p in near}

    assert near
    for probe in near:
        article, wanted = articles[probe.article_id], set(content_terms(probe.topic or ""))
        assert probe.answerable
        assert wanted <= {*terms(article.title), *terms(article.text)}
        assert not wanted & set(terms(article.text[probe.start : probe.end]))
