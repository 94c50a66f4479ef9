from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from qa.datatypes import Article, Attribution, AttributionKind, Extraction
from qa.embedded.database import unpacked
from qa.embedded.places import Place
from qa.embedded.rows import folded, speaker_from
from qa.embedded.speaker_table import link_speakers, note_names
from qa.embedded.writer import Derived, Writer, open_writer
from qa.rule_versions import LINKING_VERSION
from qa.speakers.bodies import KnownAs
from qa.speakers.callings import identity
from qa.speakers.linking import link
from tests.budgets import examples

NAMES = (
    "Rubio", "Marco Rubio", "M. Rubio", "Mario Rubio", "Senator Marco Rubio", "Marco Antonio Rubio", "Rubio Jr.",
    "China", "Chinese", "the Chinese", "the White House", "White House", "Ada Quill", "Quill", "Ann Quill",
    "Bill Quill", "William Quill", "Xi Jinping", "Xi", "Ocasio-Cortez", "Ada Quill|coach", "Ada Quill|minister",
    "Ada Quill|coach minister", "Quill|coach", "A. Quill|nurse", "Quill|lord", "Quill|mrs", "Quill|=ada", "Quill|mr he",
    "Rubio|he", "Rubio|president", "Marco Rubio|president", "HPFA", "Harwick Ports and Ferries Authority", "H.P.F.A.",
    "Harwick Poultry Farmers Association", "BoH", "BOH", "Bank of Harwick", "Bank and Office Holdings", "Lib Dems",
    "Liberal Democrats", "Coas Dems", "Coastal Democrats", "Acas", "the Acas", "Bob Acas",
    "Harwick Conciliation Service",
    "NFB", "Norvik Fishing Board", "National Federation of Bakers", "IMF", "Federal Reserve", "Fed",
)  # fmt: skip
PLACE = Place(1, "/articles", "files", (), True)

KNOWN_AS = (
    ("Harwick Conciliation Service", "Acas"), ("National Federation of Bakers", "NFB"), ("Norvik Fishing Board", "NFB"),
)  # fmt: skip

steps = st.lists(
    st.tuples(st.integers(0, 4), st.none() | st.lists(st.sampled_from(NAMES), max_size=6)),
    min_size=1,
    max_size=8,
)


def put(writer: Writer, number: int, names: list[str] | None) -> None:
    """Give an article attributions of these names; with None, remove it."""
    if names is None:
        for known in writer.known(PLACE.id, f"{number}.txt").values():
            writer.retire(known.key)
        return
    found = []
    for at, named in enumerate(names):
        name, _, called = named.partition("|")
        one = Attribution(((at, at + 1),), None, None, name, AttributionKind.DIRECT, "test", 0.5)
        found.append(replace(one, callings=tuple(called.split())))
    text = f"{number}: {', '.join(names)}"
    writer.put_article(
        PLACE, Article(f"{number}.txt", text, path=f"{number}.txt"), Derived((), Extraction(tuple(found)), 1)
    )


def stored(writer: Writer) -> tuple[object, ...]:
    rows = writer.connection.execute(
        "SELECT t.id, t.speaker, s.name FROM attributions t LEFT JOIN speakers s ON s.id = t.linked"
    ).fetchall()
    known = writer.connection.execute(
        "SELECT s.name, n.folded FROM speaker_names n JOIN speakers s ON s.id = n.speaker"
    )
    speakers = [
        speaker_from(row)
        for row in writer.connection.execute("SELECT * FROM speakers ORDER BY count DESC, name")
    ]
    return (
        speakers,
        {row["id"]: unpacked(row["name"]) for row in rows if row["name"] is not None},
        {(unpacked(row["name"]), bytes(row["folded"])) for row in known},
    )


def linked_from_nothing(writer: Writer, known_as: KnownAs = ()) -> tuple[object, ...]:
    rows = writer.connection.execute("SELECT id, speaker FROM attributions WHERE speaker IS NOT NULL")
    linked = link(((row["id"], unpacked(row["speaker"])) for row in rows), known_as)
    names = {
        (speaker.name, folded(form))
        for speaker in linked.speakers
        for form in (speaker.name, *speaker.aliases)
    }
    return linked.speakers, linked.of, names


@settings(max_examples=examples(60), deadline=None)
@given(steps)
def test_speakers_after_any_changes_are_those_of_linking_everything(
    changes: list[tuple[int, list[str] | None]],
) -> None:
    with TemporaryDirectory() as folder, open_writer(Path(folder)) as writer:
        with writer.transaction():
            writer.places.remember(Path(PLACE.name), ())
        for number, names in changes:
            with writer.transaction():
                put(writer, number, names)
            link_speakers(writer)

            assert stored(writer) == linked_from_nothing(writer)


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.tuples(steps, st.sets(st.sampled_from(KNOWN_AS))), min_size=1, max_size=3))
def test_short_names_that_articles_have_or_no_longer_have_are_linked_as_in_linking_everything(
    changes: list[tuple[list[tuple[int, list[str] | None]], set[tuple[str, str]]]],
) -> None:
    with TemporaryDirectory() as folder, open_writer(Path(folder)) as writer:
        with writer.transaction():
            writer.places.remember(Path(PLACE.name), ())
        before: set[tuple[str, str]] = set()
        for articles, known_as in changes:
            with writer.transaction():
                for number, names in articles:
                    put(writer, number, names)
                note_names(writer, {name for pair in before ^ known_as for name in pair})
            link_speakers(writer, sorted(known_as))
            before = known_as

            assert stored(writer) == linked_from_nothing(writer, sorted(known_as))


def test_a_change_leaves_other_families_alone(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        with writer.transaction():
            writer.places.remember(Path(PLACE.name), ())
            put(writer, 1, ["Marco Rubio", "Ada Quill"])
        link_speakers(writer)
        with writer.transaction():
            writer.connection.execute("CREATE TEMP TABLE seen (name)")
            writer.connection.execute(
                "CREATE TEMP TRIGGER watch AFTER UPDATE ON attributions "
                "BEGIN INSERT INTO seen VALUES (new.speaker); END"
            )
            put(writer, 2, ["Rubio|he"])
        link_speakers(writer)

        seen = {unpacked(row["name"]) for row in writer.connection.execute("SELECT name FROM seen")}
        assert seen == {identity("Rubio", ["he"])}


def test_a_library_linked_by_other_rules_is_linked_again(tmp_path: Path) -> None:
    with open_writer(tmp_path) as writer:
        with writer.transaction():
            writer.places.remember(Path(PLACE.name), ())
            put(writer, 1, ["Marco Rubio", "Rubio"])
        link_speakers(writer)
        good = stored(writer)
        with writer.transaction():
            writer.set_meta("linking", str(LINKING_VERSION - 1))
            writer.connection.execute("UPDATE attributions SET linked = NULL")
            writer.connection.execute("UPDATE speakers SET count = 7")
        link_speakers(writer)

        assert stored(writer) == good
