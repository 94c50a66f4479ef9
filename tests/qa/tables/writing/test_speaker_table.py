from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from qa.datatypes import Article, Attribution, AttributionKind, Description, DescriptionKind, Extraction
from qa.embedded.writer import open_writer
from qa.rule_versions import LINKING_VERSION
from qa.speakers.callings import identity
from qa.speakers.linking import link_names
from qa.tables.packing import packed, unpacked
from qa.tables.rows import folded, speaker_from
from qa.tables.writing.places import Place
from qa.tables.writing.speaker_table import link_speakers
from qa.tables.writing.speaker_words import wrong_words
from qa.tables.writing.writer import Derived, Writer
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
    "Orsa Labs", "Orsa Labs Inc", "Orsa and Co", "Orsa and Co Inc", "Orsa Co", "Orsa Co Ltd",
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


def put(
    writer: Writer, number: int, names: list[str] | None, known_as: Collection[tuple[str, str]] = ()
) -> None:
    """Give an article attributions of these names, "Ned Pryce@Orsa" for Orsa; with None, remove it.

    Args:
        known_as: Long and short names of bodies that the article has.
    """
    if names is None:
        for known in writer.known(PLACE.id, f"{number}.txt").values():
            writer.retire(known.key)
        return
    found = []
    for at, given_name in enumerate(names):
        named, _, body = given_name.partition("@")
        name, _, called = named.partition("|")
        one = Attribution(((at, at + 1),), None, None, name, AttributionKind.DIRECT, "test", 0.5)
        found.append(replace(one, callings=tuple(called.split()), speaks_for=body or None))
    short = tuple(Description(DescriptionKind.ALSO_CALLED, 0, 1, *pair) for pair in sorted(known_as))
    text = f"{number}: {', '.join(names)} {sorted(known_as)}"
    writer.put_article(
        PLACE,
        Article(f"{number}.txt", text, path=f"{number}.txt"),
        Derived((), Extraction(tuple(found), short), 1),
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


def linked_from_nothing(writer: Writer, known_as: Collection[tuple[str, str]] = ()) -> tuple[object, ...]:
    rows = writer.connection.execute(
        "SELECT id, speaker FROM attributions WHERE speaker IS NOT NULL"
    ).fetchall()
    bodies = [unpacked(row["name"]) for row in writer.connection.execute("SELECT name FROM spoken_for")]
    counts = Counter([*(unpacked(row["speaker"]) for row in rows), *bodies])
    speakers, name_of = link_names(counts, known_as=sorted({*known_as, *((body, body) for body in bodies)}))
    names = {
        (speaker.name, folded(form)) for speaker in speakers for form in (speaker.name, *speaker.aliases)
    }
    return speakers, {row["id"]: name_of[unpacked(row["speaker"])] for row in rows}, names


@settings(max_examples=examples(60))
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
            assert list(wrong_words(writer.connection)) == []


articles = st.dictionaries(
    st.integers(0, 3),
    st.none()
    | st.tuples(
        st.lists(st.sampled_from((*NAMES, "Ned Pryce@Orsa", "Ned Pryce@NRB")), max_size=4),
        st.sets(st.sampled_from(KNOWN_AS), max_size=2),
    ),
    min_size=1,
)


@settings(max_examples=examples(60))
@given(st.lists(articles, min_size=1, max_size=4))
def test_short_names_that_articles_have_or_no_longer_have_are_linked_as_in_linking_everything(
    changes: list[dict[int, tuple[list[str], set[tuple[str, str]]] | None]],
) -> None:
    with TemporaryDirectory() as folder, open_writer(Path(folder)) as writer:
        with writer.transaction():
            writer.places.remember(Path(PLACE.name), ())
        held: dict[int, set[tuple[str, str]]] = {}
        for change in changes:
            with writer.transaction():
                for number, given in change.items():
                    names, known_as = given or (None, set())
                    put(writer, number, names, known_as)
                    held[number] = known_as
            link_speakers(writer)

            assert stored(writer) == linked_from_nothing(writer, set().union(*held.values()))
            assert list(wrong_words(writer.connection)) == []


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
        assert list(wrong_words(writer.connection)) == []


def test_names_that_were_linked_together_are_linked_again_together(tmp_path: Path) -> None:
    # As after a change by which two names are no longer of one family.
    with open_writer(tmp_path) as writer:
        with writer.transaction():
            writer.places.remember(Path(PLACE.name), ())
            put(writer, 1, ["Orsa Labs", "Orsa Labs Inc"])
            put(writer, 2, ["Orsa Labs"])
        link_speakers(writer)
        with writer.transaction():
            name = packed("Orsa Labs Inc")
            writer.connection.execute("UPDATE names SET family = x'00' WHERE name = ?", [name])
            put(writer, 2, None)
        link_speakers(writer)

        assert stored(writer) == linked_from_nothing(writer)
