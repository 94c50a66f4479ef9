"""What earlier releases left behind opens, is brought up to date and answers; and what newer ones leave is refused.

Every change of the schema or of rules has to pass this: `tests/releases/` keeps what the releases left.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from embeddings.encoder import Encoder
from qa.answering.answerer import Answerer
from qa.answers import Outcome
from qa.archive.quote_lookup import find_quote
from qa.embedded.snapshot import Library
from qa.encoding import open_span_reader
from qa.errors import DamagedIndexError, InputProblem
from qa.evaluation.questions import read_questions
from qa.fetching.visiting import Visitor
from qa.ingest.report import IndexRequest, Report
from qa.ingest.update import update
from qa.quote_ids import parse_quote_id, quote_id
from qa.rule_versions import EXTRACTOR_VERSION
from qa.standing_questions import FILE, Follows
from qa.tables.formats import LIBRARY_FORMAT
from qa.upkeep.backup import backup
from qa.upkeep.check import check
from qa.upkeep.doctor import diagnose
from qa.upkeep.forget import forget
from qa.upkeep.repair import repair
from qa.upkeep.restore import restore
from qa.upkeep.status import status
from qa.upkeep.verify_quotes import verify_quotes
from tests.qa.embedded.test_migrations import make_older
from tests.qa.embedded.upgrades import (
    derived,
    derived_but_vectors,
    derived_by_any_reader,
    make_backup_of_newer_schema,
    make_by_other_rules,
    make_of_newer_schema,
    put_places_in,
    schema_of,
    vectors_of,
)
from tests.releases.release import FILES, NAMES, Release, unpacked

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
_ALIKE = (0.997, 0.98)
"""Least cosine of vectors of a passage, and of a sentence, that an older program or another kind of processor made: the
older program's model computed in full precision, and those of sentences are kept in four bits a number."""
RUBIO = "What did Rubio say about China?"


@pytest.fixture(params=FILES, ids=NAMES)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Release:
    return unpacked(request.param, tmp_path / "old")


@pytest.fixture
def index(encoder: Encoder) -> Callable[..., Report]:
    """`qa index`, on a machine from which no web address can be reached."""

    def run(library: Path, *places: Path, **request: bool) -> Report:
        return update(library, IndexRequest(places, web=False, **request), encoder_factory=lambda: encoder)

    return run


def asked(library: Path, encoder: Encoder) -> tuple[Outcome, str | None]:
    """Return how a question ends, and whose words come first, if anybody's do."""
    with Library.open(library) as opened:
        answer = Answerer(opened, lambda: encoder, open_span_reader, today=date(2025, 1, 21)).ask(RUBIO)
        return answer.outcome, answer.quotes[0].speaker if answer.quotes else None


def require_alike(one: Path, other: Path) -> None:
    """Require that two libraries have the same vectors, but for what kinds of processors make otherwise."""
    for vectors, others, least in zip(vectors_of(one), vectors_of(other), _ALIKE, strict=True):
        cosines = np.einsum("ij,ij->i", vectors, others)
        assert ((cosines > least) | ~(vectors.any(axis=1) | others.any(axis=1))).all()


def visitor_then(library: Path) -> Visitor:
    """Visit web places right after they were visited last, when none of them is due."""
    looked_at = max(place.looked_at or 0.0 for place in status(library).places)
    return Visitor(clock=lambda: looked_at + 1.0)


def test_an_old_library_answers_as_it_is_or_says_what_to_run(old: Release, encoder: Encoder) -> None:
    try:
        found = asked(old.library, encoder)
    except DamagedIndexError as error:
        assert schema_of(old.library) < LIBRARY_FORMAT
        assert "Run `qa index`" in str(error)
    else:
        assert found == (Outcome.ANSWERED, "Marco Rubio")


@pytest.mark.parametrize("made_by", ["its own rules", "older rules", "an older extractor"])
def test_the_next_update_makes_everything_by_the_rules_of_today_and_encodes_nothing(
    old: Release, encoder: Encoder, index: Callable[..., Report], tmp_path: Path, made_by: str
) -> None:
    if made_by != "its own rules":
        make_by_other_rules(old.library, numbers=-1, records_only=made_by == "an older extractor")
    anew = tmp_path / "anew"

    report = index(old.library)
    again = index(old.library)
    shutil.copytree(old.library, anew)
    index(anew, rebuild=True)

    assert (report.added, report.changed, report.removed, report.moved, report.encoded) == (0, 0, 0, 0, 0)
    assert (report.articles, again.encoded, again.reused) == (15, 0, 0)
    assert derived_but_vectors(old.library) == derived_but_vectors(anew)
    require_alike(old.library, anew)
    assert {rows[0][1] for rows in derived(old.library).values() if rows and isinstance(rows[0], list)} == {
        EXTRACTOR_VERSION
    }
    assert status(old.library).library_format == LIBRARY_FORMAT
    assert check(old.library).clean
    assert asked(old.library, encoder) == (Outcome.ANSWERED, "Marco Rubio")


def test_a_backup_restores_to_what_is_made_of_the_same_files_today(
    old: Release, index: Callable[..., Report], tmp_path: Path
) -> None:
    carried, fresh = tmp_path / "carried", tmp_path / "fresh"

    restore(old.backup, carried)
    report = index(carried)
    (old.home / "seeds" / "notice.draft.md").unlink()  # it was left out by a pattern
    index(fresh, old.home / "seeds")

    assert (report.articles, report.encoded, len(report.missing_places)) == (7, 0, 1)
    assert derived_by_any_reader(carried) == derived_by_any_reader(fresh)
    require_alike(carried, fresh)
    assert check(carried).clean


def test_nothing_that_a_person_has_said_is_asked_for_again(
    old: Release, index: Callable[..., Report], encoder: Encoder
) -> None:
    put_places_in(old.library, old.recorded["home"], old.home)
    ferry = old.home / "coast" / "ferry.txt"
    ferry.write_text(ferry.read_text("utf-8") + "\nNobody minded.\n", encoding="utf-8")

    # No place is named, nor what to leave out of it.
    report = update(
        old.library,
        IndexRequest(check=True),
        encoder_factory=lambda: encoder,
        visitor=visitor_then(old.library),
    )

    assert (report.added, report.changed, report.removed, report.unchanged) == (0, 1, 0, 14)
    assert [each.address for each in report.not_due] == [old.recorded["web_place"]]
    with Library.open(old.library) as library, library.snapshot() as snapshot:
        (found,) = snapshot.find_articles("ferry.txt")
        assert (found.article.date, found.article.source) == ("2024-12-06", "Island Post")
        assert not any(version.current for version in snapshot.find_articles("gossip.txt"))
        assert snapshot.find_articles("notice.draft.md") == []


def test_quotes_are_found_by_their_ids(old: Release, index: Callable[..., Report]) -> None:
    index(old.library)
    quotes = [quote for answer in old.recorded["answers"] for quote in answer["quotes"]]
    quotes += old.recorded["quotes_of_an_old_version"]

    checks = verify_quotes(old.library, [quote["id"] for quote in quotes])

    # Their files are not on this machine.
    assert {each.state for each in checks} == {"unseen"}
    with Library.open(old.library) as library, library.snapshot() as snapshot:
        for quote in quotes:
            assert find_quote(snapshot, quote["id"]).text == quote["text"]


def test_quotes_stand_in_their_files_as_they_stood(old: Release, index: Callable[..., Report]) -> None:
    uids = put_places_in(old.library, old.recorded["home"], old.home)
    index(old.library)
    states = {}
    for given, state in old.recorded["verified"].items():
        uid, sha, start, end = parse_quote_id(given)
        states[quote_id(uids.get(uid, uid), sha, start, end)] = state

    checks = verify_quotes(old.library, list(states))

    assert {each.id: each.state for each in checks} == states


def test_what_was_shown_of_a_followed_question_never_comes_again(
    old: Release, encoder: Encoder, index: Callable[..., Report]
) -> None:
    index(old.library)
    follows = Follows(old.library / FILE)
    (follow,) = follows.all()
    with Library.open(old.library) as library:
        answerer = Answerer(library, lambda: encoder, open_span_reader, today=date(2025, 1, 21))

        pending = follows.pending(answerer, follow)
        follows.acknowledge(follow, pending)

        assert follow.question == "What does Rubio say about China?"
        assert [old.recorded["not_shown"] in quote.text for quote in pending] == [True]
        assert follows.pending(answerer, follow) == []


def test_reported_quotes_are_still_questions_to_measure_by(old: Release) -> None:
    with (old.library / "reports.jsonl").open("rb") as lines:
        (question,) = read_questions(lines)

    assert question.question == RUBIO
    assert question.not_answers == (old.recorded["answers"][0]["quotes"][1]["text"],)


UPGRADE = """
import os, signal, sqlite3, sys
from pathlib import Path

left, connect = int(sys.argv[2]), sqlite3.connect

def count(statement):
    global left
    left -= 1
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)

def counted(*arguments, **options):
    connection = connect(*arguments, **options)
    connection.set_trace_callback(count)
    return connection

sqlite3.connect = counted

from embeddings.loading import load_encoder
from qa.ingest.report import IndexRequest
from qa.ingest.update import update

report = update(Path(sys.argv[1]), IndexRequest(web=False), encoder_factory=load_encoder)
print(report.encoded)
"""


def test_an_upgrade_that_is_killed_again_and_again_ends_as_one_that_is_not(
    old: Release, index: Callable[..., Report], encoder: Encoder, tmp_path: Path
) -> None:
    # Of the first format and by older rules: every step of an upgrade has something to do.
    make_by_other_rules(old.library, numbers=-1)
    make_older(old.library, 1)
    whole = tmp_path / "whole"
    shutil.copytree(old.library, whole)
    index(whole)
    ends = []

    # Within the schema's step, in its commit, within passages, bands, records, speakers, in the commit of these; not.
    for statements in (25, 39, 150, 400, 500, 180, 146, 100_000):
        command = [sys.executable, "-c", UPGRADE, str(old.library), str(statements)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        ends.append(done.returncode or done.stdout.strip())
        try:
            assert asked(old.library, encoder)[1] in (None, "Marco Rubio")
        except DamagedIndexError as error:
            assert "Run `qa index`" in str(error)

    assert ends[:-1] == [-signal.SIGKILL] * 7
    assert ends[-1] == "0"  # encoded
    assert derived(old.library) == derived(whole)
    assert check(old.library).clean
    assert [path.name for path in old.library.iterdir() if path.name.endswith(".tmp")] == []


def test_what_a_newer_program_has_left_is_refused_with_what_to_do(
    old: Release, index: Callable[..., Report], encoder: Encoder, tmp_path: Path
) -> None:
    index(old.library)
    # This program stands for an older one, and this library for one of a schema that is still to come.
    backup(old.library, tmp_path / "newer.zip")
    make_backup_of_newer_schema(tmp_path / "newer.zip")
    make_of_newer_schema(old.library)
    before = {path.name: path.read_bytes() for path in old.library.iterdir() if path.suffix != ".db-shm"}

    for use in (
        lambda: Library.open(old.library),
        lambda: index(old.library),
        lambda: index(old.library, rebuild=True),
        lambda: verify_quotes(old.library, list(old.recorded["verified"])),
        lambda: check(old.library),
        lambda: backup(old.library, tmp_path / "other.zip"),
        lambda: status(old.library),
        lambda: repair(old.library, encoder_factory=lambda: encoder),
        lambda: forget(old.library, "a.txt", purge=True),
    ):
        with pytest.raises(DamagedIndexError, match="pip install --upgrade onrecord"):
            use()
    (found,) = (each for each in diagnose(old.library).findings if each.damage)
    assert "pip install --upgrade onrecord" in found.words
    assert "--repair" not in found.do
    with pytest.raises(InputProblem, match="pip install --upgrade onrecord"):
        restore(tmp_path / "newer.zip", tmp_path / "restored")

    assert {path.name: path.read_bytes() for path in old.library.iterdir() if path.name in before} == before
    assert not (tmp_path / "restored").exists()


def test_rows_of_newer_rules_answer_are_no_damage_and_are_made_again_by_this_programs_rules(
    old: Release, index: Callable[..., Report], encoder: Encoder
) -> None:
    index(old.library)
    own = derived(old.library)
    # The numbers of a schema that this program reads, and of rules that are still to come.
    make_by_other_rules(old.library, numbers=1)

    read = asked(old.library, encoder)
    seen = check(old.library)
    advice = [finding.do for finding in diagnose(old.library).findings if not finding.damage]
    report = index(old.library)

    assert read[1] in (None, "Marco Rubio")
    assert seen.problems == ()
    assert any("qa index" in do for do in advice)
    assert report.encoded == 0
    assert derived(old.library) == own
