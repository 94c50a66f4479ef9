"""Every engine keeps the contract of `qa.archive.protocol`, method by method.

`CONTENTS` is indexed into SQLite and FAISS, moved from there to PostgreSQL, and copied into an archive in memory.
Expectations are worked out by hand; where that is too long, the sides are compared.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from embeddings.encoder import Encoder
from qa.answering.answerer import Answerer
from qa.answers import Answer
from qa.archive.listings import Outlet
from qa.archive.protocol import Archive, View
from qa.datatypes import DescriptionKind, PassageHandle, Scope, VersionHandle
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.errors import IndexMismatchError
from qa.language.terms import terms
from qa.server.snapshot import ServerArchive
from tests.qa.archive.memory import MemoryArchive
from tests.qa.embedded.stored import passages_of

ROOT = Path(__file__).parents[3]
EVERYTHING = Scope()
PIER = """---
title: The pier
date: 2024-03-01
source: Bay Courier
---
"The pier stays shut," said Marta Ruiz, the mayor. The gulls took no notice.
"""
REPRINT = PIER.replace("Bay Courier", "Hill Post").replace("2024-03-01", "2024-03-02")
MARKET = """---
title: The market
date: 2024-04-10
source: Hill Post
author: Una Strand
---
"Prices are up, and the pier is to blame," said Tom Adler, a fishmonger. Mayor Marta Ruiz said that prices would fall.
"""
UNDATED = """A letter came without a date. It says that the market opens at six."""
FERRY = """---
title: The ferry
date: 2024-05-01
source: Hill Post
---
"The ferries sail again," said Ned Pryce, a spokesman for the Ports Authority.
"""
ENGINES = ["SQLite and FAISS", pytest.param("PostgreSQL", marks=pytest.mark.slow), "memory"]
"""To start a server takes seconds."""
CONTENTS = {
    "pier.md": PIER,
    "reprint.md": REPRINT,
    "market.md": MARKET,
    "letter.txt": UNDATED,
}


def copied(library: Library) -> MemoryArchive:
    with library.snapshot() as view:
        kept = [(version, passages_of(view, version), said) for version, said in view.all_attributions()]
        versions = [version for version, _, _ in kept]
        said_to_be = view.descriptions([version.key for version in versions])
        descriptions = {version.uid: said_to_be[version.key] for version in versions}
        return MemoryArchive(kept, view.speakers(), view.model, descriptions)


@pytest.fixture(scope="session")
def contents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("contract")
    for name, text in CONTENTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


Opened = Callable[[Path, str], Archive]


@pytest.fixture(scope="session")
def opened(library_of: Callable[[Path], Library], moved: Callable[[Path], ServerArchive]) -> Opened:
    """Opens the articles of a folder as one of ENGINES keeps them."""

    def archive_of(folder: Path, engine: str) -> Archive:
        library = library_of(folder)
        if engine == "PostgreSQL":
            return moved(library.path)
        return library if engine == "SQLite and FAISS" else copied(library)

    return archive_of


@pytest.fixture(scope="session", params=ENGINES)
def archive(request: pytest.FixtureRequest, contents: Path, opened: Opened) -> Archive:
    return opened(contents, request.param)


@pytest.fixture
def view(archive: Archive) -> Iterator[View]:
    with archive.snapshot() as opened:
        yield opened


def paths(view: View, hits: list[tuple[PassageHandle, float]]) -> list[str]:
    """Return the file of each passage that was found, best first."""
    passages = view.passages([handle for handle, _ in hits])
    versions = view.versions({passage.version_key for passage in passages})
    return [versions[passage.version_key].article.path for passage in passages]


def key_of(view: View, path: str) -> object:
    (version,) = view.find_articles(path)
    return version.key


def test_words_find_the_passages_that_hold_one_of_them(view: View) -> None:
    assert set(paths(view, view.lexical(["gull", "letter"], EVERYTHING, 5))) == {
        "letter.txt", "pier.md", "reprint.md",
    }  # fmt: skip
    assert view.lexical(["submarine"], EVERYTHING, 5) == []
    assert view.lexical([], EVERYTHING, 5) == view.lexical(["pier"], EVERYTHING, 0) == []


def test_equal_scores_are_in_order_of_article_and_place(view: View) -> None:
    hits = view.lexical(["gull"], EVERYTHING, 5)
    uids = [version.uid for name in ("pier.md", "reprint.md") for version in view.find_articles(name)]
    by_uid = sorted(zip(uids, ("pier.md", "reprint.md"), strict=True))

    assert hits[0][1] == hits[1][1]
    assert paths(view, hits) == [name for _, name in by_uid]
    assert paths(view, view.lexical(["gull"], EVERYTHING, 1)) == [by_uid[0][1]]


def test_a_score_is_bm25_of_what_the_row_holds(view: View) -> None:
    # "letter" stands in one of four passages: weight ln((4 - 1 + 0.5) / (1 + 0.5)) = ln(7/3) = 0.847298. It stands
    # there twice, since the first sentence is the title too. Terms: 20 there, 16 + 16 + 24 elsewhere, 19 on average.
    # 0.847298 * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 20 / 19)) = 1.14804
    ((_, score),) = view.lexical(["letter"], EVERYTHING, 5)

    assert score == pytest.approx(1.14804, abs=1e-5)


def test_words_next_to_each_other_are_found_as_a_phrase(view: View) -> None:
    assert set(paths(view, view.phrase(["pier", "stay", "shut"], EVERYTHING, 5))) == {"pier.md", "reprint.md"}
    assert view.phrase(["shut", "stay"], EVERYTHING, 5) == view.phrase([], EVERYTHING, 5) == []
    assert (view.phrase_count(["pier", "stay"]), view.phrase_count(["stay", "pier"])) == (2, 0)
    assert view.phrase_count([]) == 0


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("the pier stays shut", ["reprint.md", "pier.md"], id="newest first"),
        pytest.param("the market opens at", ["letter.txt"], id="an undated article"),
        pytest.param("stays the pier shut", [], id="another order"),
        pytest.param("the submarine", [], id="a word that is not here"),
        pytest.param("of the", [], id="words that stand apart"),
    ],
)
def test_every_version_that_holds_a_phrase_is_among_those_proposed(
    view: View, words: str, found: list[str]
) -> None:
    handles = view.versions_holding([terms(words)], EVERYTHING)
    versions = view.versions(handles)
    articles = [versions[handle].article for handle in handles]

    assert [each.path for each in articles if words in each.text.casefold()] == found
    assert view.versions_holding([], EVERYTHING) == view.versions_holding([[]], EVERYTHING) == []


def test_a_phrase_is_looked_for_within_a_scope(view: View) -> None:
    handles = view.versions_holding([terms("pier stays shut")], Scope(sources=("hill post",)))

    assert [view.versions([handle])[handle].article.path for handle in handles][-1:] == ["reprint.md"]
    assert key_of(view, "pier.md") not in handles


@pytest.mark.parametrize(
    ("groups", "found"),
    [
        pytest.param(
            [["pier"], ["submarin", "gull", "price"]],
            ["market.md", "reprint.md", "pier.md"],
            id="any of each",
        ),
        pytest.param([["pier"], ["submarin"]], [], id="none of one"),
        pytest.param([["fishmong"]], ["market.md"], id="one group"),
        pytest.param([["pier"], []], [], id="an empty group"),
        pytest.param([], [], id="no group"),
    ],
)
def test_versions_with_a_term_of_each_group_are_found(
    view: View, groups: list[list[str]], found: list[str]
) -> None:
    handles = view.versions_with_all(groups, EVERYTHING)
    versions = view.versions(handles)

    assert [versions[handle].article.path for handle in handles] == found


def test_passages_are_found_by_place(view: View) -> None:
    (version,) = view.find_articles("pier.md")
    (handle,) = view.passages_at(version.key, (0, 3))
    (passage,) = view.passages([handle])

    assert passage.version_key == version.key
    assert view.versions_of([handle, handle]) == [version.key, version.key]
    assert view.versions_of([]) == []
    assert view.passages_at(version.key, (10_000, 10_001)) == []


def test_passages_that_hold_a_term_are_counted(view: View) -> None:
    assert view.document_frequency(["pier", "market", "submarine"]) == {
        "pier": 3,
        "market": 2,
        "submarine": 0,
    }


def test_a_term_with_a_wrong_letter_is_one_that_passages_hold(view: View) -> None:
    assert view.term_like("markt") == "market"
    assert view.term_like("marek") is None
    assert view.term_like("arket") is None


def test_the_nearest_passages_come_first(view: View, encoder: Encoder) -> None:
    query = encoder.encode_query("When does the market open?")

    hits = view.nearest(query, EVERYTHING, 4)

    assert paths(view, hits)[0] == "letter.txt"
    assert [score for _, score in hits] == sorted((score for _, score in hits), reverse=True)
    assert hits[0][1] == pytest.approx(float(view.passages([hits[0][0]])[0].vector @ query), abs=1e-3)
    assert len(view.nearest(query, EVERYTHING, 99)) == 4
    assert view.nearest(query, EVERYTHING, 0) == []


@pytest.mark.parametrize(
    ("scope", "found"),
    [
        pytest.param(Scope(since=date(2024, 3, 2)), {"reprint.md", "market.md"}, id="since"),
        pytest.param(Scope(until=date(2024, 3, 1)), {"pier.md"}, id="until"),
        pytest.param(Scope(sources=(" hill post",)), {"reprint.md", "market.md"}, id="outlet"),
        pytest.param(Scope(sources=("Nowhere",)), set(), id="an outlet that is not here"),
        pytest.param(Scope(), {"pier.md", "reprint.md", "market.md"}, id="everything"),
    ],
)
def test_a_scope_is_applied_inside_retrieval(
    view: View, encoder: Encoder, scope: Scope, found: set[str]
) -> None:
    dated = {"pier.md", "reprint.md", "market.md"}

    assert set(paths(view, view.lexical(["pier"], scope, 5))) == found
    assert set(paths(view, view.nearest(encoder.encode_query("the pier"), scope, 5))) & dated == found
    assert {line.path for line in view.articles(scope)} & dated == found


def test_a_scope_may_name_the_articles_that_answer(view: View, encoder: Encoder) -> None:
    uids = {line.path: line.uid for line in view.articles(EVERYTHING)}
    scope = Scope(articles=(uids["market.md"], uids["pier.md"]))

    assert set(paths(view, view.lexical(["pier"], scope, 5))) == {"market.md", "pier.md"}
    assert set(paths(view, view.nearest(encoder.encode_query("the pier"), scope, 5))) == {
        "market.md",
        "pier.md",
    }
    assert paths(view, view.nearest(encoder.encode_query("the pier"), Scope(articles=("none",)), 5)) == []


def test_a_search_can_be_limited_to_what_somebody_says(view: View, encoder: Encoder) -> None:
    query = encoder.encode_query("prices")

    assert set(paths(view, view.lexical(["pier"], EVERYTHING, 5, spoken_by=["Tom Adler"]))) == {"market.md"}
    assert set(paths(view, view.nearest(query, EVERYTHING, 5, spoken_by=["Tom Adler"]))) == {"market.md"}
    assert len(view.nearest(query, EVERYTHING, 5, spoken_by=["Tom Adler", "Marta Ruiz"])) == 3
    assert view.nearest(query, EVERYTHING, 5, spoken_by=["Nobody"]) == []
    assert view.lexical(["pier"], EVERYTHING, 5, spoken_by=[]) == []


def test_passages_of_one_speaker_are_those_of_the_scope_that_is_asked_for(view: View) -> None:
    courier = Scope(sources=("Bay Courier",))

    def found(scope: Scope) -> int:
        return len(view.lexical(["the", "pier", "said"], scope, 9, spoken_by=["Marta Ruiz"]))

    assert (found(EVERYTHING), found(courier), found(EVERYTHING)) == (3, 1, 3)


def test_speakers_are_looked_up_by_name_and_by_what_was_typed(view: View) -> None:
    marta = view.speaker("Marta Ruiz")

    assert marta is not None
    assert view.speaker("Ruiz") is None
    assert [each.name for each in view.speakers_like("ruiz")] == ["Marta Ruiz"]
    assert view.speakers_like("Ruis") == []
    assert [each.name for each in view.speakers_like("Adlor", 1)] == ["Tom Adler"]
    assert [each.name for each in view.speakers_like("Marta Alder", 1)] == ["Tom Adler"]
    assert view.speakers_like("...") == []
    assert [each.name for each in view.most_quoted(1)] == ["Marta Ruiz"]
    assert [each.name for each in view.most_quoted(5, start=1)] == ["Tom Adler"]
    assert [each.name for each in view.most_quoted(5, kind="group")] == []
    assert view.speaker_count() == 2
    assert [each.name for each in view.speakers()] == ["Marta Ruiz", "Tom Adler"]


def test_what_somebody_said_is_in_order_of_article_and_place(view: View) -> None:
    said = view.attributed_to("Marta Ruiz", EVERYTHING)
    versions = view.versions({key for key, _ in said})
    places = [(versions[key].uid, record.start) for key, record in said]

    assert len(said) == 3
    assert places == sorted(places)
    assert view.attributed_to("Nobody", EVERYTHING) == []
    assert len(view.attributed_to("Marta Ruiz", Scope(sources=("Bay Courier",)))) == 1


def test_the_records_of_some_speakers_and_the_versions_with_them_are_all_of_theirs(view: View) -> None:
    keys = {key_of(view, name) for name in ("market.md", "pier.md")}
    all_of_them = view.attributions(keys)

    for names in ([], ["Marta Ruiz"], ["Tom Adler", "Marta Ruiz"], ["Nobody"]):
        found = view.attributions(keys, spoken_by=names)
        theirs = {key for name in names for key, _ in view.attributed_to(name, EVERYTHING)}

        assert {key: [each for each in said if each[1] in names] for key, said in found.items()} == {
            key: [each for each in said if each[1] in names] for key, said in all_of_them.items()
        }
        assert view.versions_spoken_in(names, EVERYTHING) == theirs
    assert len(view.versions_spoken_in(["Marta Ruiz"], Scope(sources=("Bay Courier",)))) == 1


def test_records_come_with_the_speaker_of_the_archive(view: View) -> None:
    key = key_of(view, "market.md")

    assert [name for _, name in view.attributions([key])[key]] == ["Tom Adler", "Marta Ruiz"]
    assert [version.uid for version, _ in view.all_attributions()] == sorted(
        uid for uid, _ in view.version_ids()
    )


def test_records_near_a_place_are_those_that_share_a_character_with_it(view: View) -> None:
    market, others = (key_of(view, name) for name in ("market.md", "pier.md"))
    first, second = view.attributions([market])[market]
    start, end = first[0].start, first[0].end

    near = {place: view.attributions_near({market: [place]})[market] for place in
            [(0, start), (0, start + 1), (end - 1, end), (end, second[0].start), (start, second[0].end)]}  # fmt: skip

    assert list(near.values()) == [[], [first], [first], [], [first, second]]
    assert view.attributions_near({market: [(start, end)], others: [(0, 10_000)]}) == {
        market: [first],
        others: view.attributions([others])[others],
    }
    assert view.attributions_near({}) == {}


def test_a_record_near_two_of_several_places_is_given_once_and_in_its_order(view: View) -> None:
    key = key_of(view, "market.md")
    first, second = view.attributions([key])[key]
    middle = (first[0].start + first[0].end) // 2

    either_side = [(middle + 1, first[0].end), (first[0].start, middle)]
    between = [(0, first[0].start), (first[0].end, second[0].start)]

    assert view.attributions_near({key: [*either_side, (second[0].start, 10_000)]}) == {key: [first, second]}
    assert view.attributions_near({key: between}) == {key: []}
    assert view.attributions_near({key: []}) == {key: []}


def test_records_near_more_places_than_are_looked_at_together_are_all_found(view: View) -> None:
    market, pier = (key_of(view, name) for name in ("market.md", "pier.md"))
    places = {
        market: [(0, 10_000), *[(at, at + 1) for at in range(150)]],
        pier: [(at, at + 1) for at in range(300)],
    }

    assert view.attributions_near(places) == {
        market: view.attributions([market])[market],
        pier: view.attributions_near({pier: [(0, 300)]})[pier],
    }


def test_what_articles_say_people_are_is_looked_up_by_its_last_word(view: View) -> None:
    (ruiz,) = view.bearers(["mayor"], EVERYTHING)

    assert (ruiz.kind, ruiz.who, ruiz.speaker, ruiz.what) == (
        DescriptionKind.ROLE,
        "Marta Ruiz",
        "Marta Ruiz",
        "mayor",
    )
    assert (ruiz.articles, ruiz.first, ruiz.last) == (3, date(2024, 3, 1), date(2024, 4, 10))
    assert [each.articles for each in view.bearers(["mayor"], Scope(since=date(2024, 4, 1)))] == [1]
    assert view.bearers(["mayor", "minister"], EVERYTHING) == [ruiz]
    assert view.bearers(["minister"], EVERYTHING) == []


@pytest.mark.parametrize("engine", ENGINES)
def test_an_office_is_of_whoever_speaks_under_that_full_name_in_other_articles(
    engine: str, opened: Opened, tmp_path: Path
) -> None:
    told = "Critics wrote to the mayor, Una Strand."
    said = "Una Strand walked the pier. “The ferries sail again,” Ms Strand said."
    (tmp_path / "told.txt").write_text(told, encoding="utf-8")
    (tmp_path / "said.txt").write_text(said, encoding="utf-8")

    with opened(tmp_path, engine).snapshot() as view:
        (mayor,) = view.bearers(["mayor"], EVERYTHING)

    assert (mayor.who, mayor.speaker) == ("Una Strand", "Una Strand")


def test_descriptions_are_in_the_order_of_the_text(view: View) -> None:
    key = VersionHandle(key_of(view, "market.md"))

    found = view.descriptions([key])[key]

    assert [(each.who, each.what) for each in found] == [("Marta Ruiz", "mayor")]


def test_articles_are_listed_by_date_and_found_by_path(view: View) -> None:
    assert [line.path for line in view.articles()] == ["pier.md", "reprint.md", "market.md", "letter.txt"]
    assert [line.path for line in view.articles(undated=True)] == ["letter.txt"]
    assert [line.path for line in view.latest(EVERYTHING, 2)] == ["market.md", "reprint.md"]
    assert [line.passages for line in view.articles()] == [1, 1, 1, 1]
    assert view.find_articles("nothing.md") == []


def test_articles_are_found_by_their_author(view: View) -> None:
    assert view.bylines(EVERYTHING) == {"Una Strand": [key_of(view, "market.md")]}
    assert view.bylines(Scope(sources=("Bay Courier",))) == {}


def test_outlets_and_the_corpus_are_counted(view: View) -> None:
    corpus = view.corpus()

    assert view.sources() == ("Bay Courier", "Hill Post")
    assert view.outlets() == [
        Outlet("Hill Post", 2, "2024-03-02", "2024-04-10"),
        Outlet("", 1, None, None),
        Outlet("Bay Courier", 1, "2024-03-01", "2024-03-01"),
    ]
    assert (corpus.articles, corpus.passages) == (4, 4)
    assert (corpus.first_date, corpus.last_date) == ("2024-03-01", "2024-04-10")
    assert corpus.generation == view.generation


def test_one_story_in_two_outlets_is_a_near_duplicate(view: View) -> None:
    pier, reprint, market = (key_of(view, name) for name in ("pier.md", "reprint.md", "market.md"))

    near = view.near_duplicates([pier, market])

    assert [version.article.path for version in near[pier]] == ["reprint.md"]
    assert near[market] == ()
    assert set(view.near_duplicates_among([pier, reprint, market])[pier]) == {reprint}
    assert not view.near_duplicates_among([pier, market]).get(pier)


SHORT = "The pier shut."
TIES = {f"{name}.txt": f"Gulls over pier {name}. {SHORT}" for name in map(str, range(130))}


@pytest.fixture(scope="session", params=ENGINES)
def ties(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, opened: Opened) -> Archive:
    folder = tmp_path_factory.mktemp("ties")
    for name, text in TIES.items():
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("one.md", "two.md"):
        (folder / name).write_text(SHORT, encoding="utf-8")
    return opened(folder, request.param)


@pytest.fixture(params=ENGINES)
def ferry(request: pytest.FixtureRequest, tmp_path: Path, opened: Opened) -> Archive:
    """An archive of one article, in which somebody speaks for a body."""
    (tmp_path / "ferry.md").write_text(FERRY, encoding="utf-8")
    return opened(tmp_path, request.param)


def test_words_of_a_spokesperson_are_found_under_the_body(ferry: Archive) -> None:
    with ferry.snapshot() as view:
        said = view.attributed_to("Ports Authority", EVERYTHING)

        assert [(record.speaker, record.speaks_for) for _, record in said] == [
            ("Ned Pryce", "Ports Authority")
        ]
        assert len(view.attributed_to("Ned Pryce", EVERYTHING)) == 1
        (key,) = view.versions_spoken_in(["Ports Authority"], EVERYTHING)
        assert [
            record.speaks_for for record, _ in view.attributions([key], spoken_by=["Ports Authority"])[key]
        ] == ["Ports Authority"]
        assert paths(view, view.lexical(["ferri"], EVERYTHING, 9, spoken_by=["Ports Authority"])) == [
            "ferry.md"
        ]
        body = view.speaker("Ports Authority")
        assert body is not None and (body.kind, body.count) == ("group", 1)


@pytest.mark.slow
def test_of_more_equal_scores_than_are_asked_for_the_first_by_uid_are_returned(ties: Archive) -> None:
    with ties.snapshot() as view:
        hits = view.lexical(["gull"], EVERYTHING, 40)
        passages = view.passages([handle for handle, _ in hits])
        versions = view.versions({passage.version_key for passage in passages})
        found = [versions[passage.version_key].uid for passage in passages]
        every = sorted(version.uid for name in TIES for version in view.find_articles(name))

    assert len({score for _, score in hits}) == 1
    assert found == every[:40]


@pytest.mark.slow
def test_equal_texts_of_a_few_words_are_near_duplicates_but_share_no_band(ties: Archive) -> None:
    with ties.snapshot() as view:
        one, two = key_of(view, "one.md"), key_of(view, "two.md")

        assert [version.article.path for version in view.near_duplicates([one])[one]] == ["two.md"]
        assert not view.near_duplicates_among([one, two]).get(one)


def test_a_quote_id_names_a_version(view: View) -> None:
    (version,) = view.find_articles("pier.md")

    found = view.version_by_quote(version.uid, version.sha256[:12])

    assert found == version
    assert view.version_by_quote(version.uid, "0" * 12) is None
    assert view.kept_versions(version.uid) == [version]
    assert view.kept_versions("nobody") == []


def test_another_model_is_refused(archive: Archive, encoder: Encoder) -> None:
    archive.expect(encoder.identity)

    with pytest.raises(IndexMismatchError):
        archive.expect(dataclasses.replace(encoder.identity, sha256="0" * 64))


def test_what_was_never_stored_is_not_found(view: View, encoder: Encoder) -> None:
    assert view.meta("no such thing") is None
    assert view.model.sha256 == encoder.identity.sha256


QUESTIONS = [
    "What did Rubio say about China?",
    "Who said something about fentanyl?",
    "What did Trump say about TikTok?",
    "How large were Chinese exports to the U.S.?",
    "What did Biden say about Taiwan?",
    "Compare Rubio and Trump on China",
    "What did Nobody Atall say?",
    "latest from Rubio",
    'Who said "the most consequential geopolitical challenge"?',
    "What did Xi say about trade since 18 January 2025?",
]


def shown(answer: Answer) -> object:
    """Return all of an answer but the handles of its versions, which are its engine's own."""
    quotes = [
        (q.id, q.start, q.end, q.confidence, q.speaker, q.attribution, q.also_in, q.why)
        for q in answer.quotes
    ]
    ends = (answer.outcome, answer.nearest, answer.confidence, answer.choices, answer.note)
    return ends, quotes, answer.understood, [shown(side) for side in answer.sides]


@pytest.fixture(scope="session")
def answerers(opened: Opened, encoder: Encoder) -> list[Answerer]:
    return [
        Answerer(opened(ROOT / "seeds", engine), lambda: encoder, open_span_reader, today=date(2025, 1, 21))
        for engine in ("SQLite and FAISS", "PostgreSQL", "memory")
    ]


@pytest.mark.slow
@pytest.mark.parametrize("question", QUESTIONS)
def test_every_engine_gives_the_same_answer(answerers: list[Answerer], question: str) -> None:
    first, *others = [shown(each.ask(question)) for each in answerers]

    assert others == [first] * len(others)
