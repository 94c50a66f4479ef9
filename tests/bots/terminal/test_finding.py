"""`qa find` lists every place with exactly the words that were typed."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from bots.terminal.rendering import Look

pytestmark = pytest.mark.slow

Run = Any


@pytest.mark.parametrize(
    ("words", "places"),
    [
        ("stay open", [("stay open", "Anna Lindqvist", "Coast Gazette")]),
        ("OPEN TO FISHING", [("open to fishing", "Anna Lindqvist", "Coast Gazette")]),
        ("a hole in the “budget”", [("a hole in the budget", "Peter Okafor", "Coast Gazette")]),
        ("cost about 40,000 crowns", [("cost about 40,000 crowns", None, "Inland Post")]),
        ("the old harbour", [("the old harbour", None, "Coast Gazette")]),
        ("closed it on", [("closed it on", None, None)]),
    ],
)
def test_places_are_listed_with_speaker_and_source(
    qa: Run, archive: Path, words: str, places: list[tuple[str, str | None, str | None]]
) -> None:
    done = qa("find", words, "--json", cwd=archive)
    found = json.loads(done.stdout)

    assert done.returncode == 0
    assert [(each["text"], each["speaker"], each["article"]["source"]) for each in found["places"]] == places
    assert (found["schema"], found["count"], found["articles"]) == (2, len(places), len(places))


@pytest.mark.parametrize(
    "words", ["harbours must", "must remain open", "he harbour", "open stay", "submarine"]
)
def test_what_does_not_stand_there_is_not_found(qa: Run, archive: Path, words: str) -> None:
    done = qa("find", words, cwd=archive)

    assert done.returncode == 1
    assert done.stdout == f"Not found: no text has exactly the words “{words}”.\n"
    assert json.loads(qa("find", words, "--json", cwd=archive).stdout)["count"] == 0


@pytest.mark.parametrize(
    "command",
    [
        ("find", "the harbour"),
        ("quotes", "Ada Quill"),
        ("timeline", "Ada Quill"),
        ("compare", "Quill", "Brandt"),
    ],
    ids=lambda command: command[0],
)
def test_in_an_archive_without_articles_nothing_is_denied(
    qa: Run, tmp_path: Path, command: tuple[str, ...]
) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "empty.txt").touch()
    qa("index", "articles", cwd=tmp_path)

    done = qa(*command, cwd=tmp_path)

    assert done.returncode == 4
    assert (done.stdout, "holds no articles yet" in done.stderr) == ("", True)


def test_a_place_is_printed_between_the_words_around_it_with_its_id(qa: Run, archive: Path) -> None:
    done = qa("find", "open to fishing", cwd=archive)
    place = json.loads(qa("find", "open to fishing", "--json", cwd=archive).stdout)["places"][0]

    assert "1 place in 1 article:\n" in done.stdout
    assert "“The harbour must stay open to fishing boats,” Mayor Anna Lindqvist said." in done.stdout
    assert "— Anna Lindqvist, Coast Gazette, 4 March 2024\n" in done.stdout
    assert f"qa show {place['id']}\n" in done.stdout
    assert ">>>open to fishing<<<" in qa("show", place["id"], cwd=archive).stdout
    assert place["before"].endswith("The harbour must stay ")
    assert place["after"].startswith(" boats,”")


def test_a_limit_cuts_the_list_but_not_the_count(qa: Run, archive: Path) -> None:
    done = qa("find", "the", "--limit", "2", cwd=archive)
    found = json.loads(qa("find", "the", "--limit", "2", "--json", cwd=archive).stdout)

    assert len(found["places"]) == 2
    assert found["count"] > 2
    assert f"{found['count']} places in 3 articles:" in done.stdout
    assert "3. " not in done.stdout


@pytest.mark.parametrize(
    ("options", "sources"),
    [
        (["--since", "2024-05-01"], {"Inland Post"}),
        (["--until", "2024-05-01"], {"Coast Gazette"}),
        (["--source", "inland post"], {"Inland Post"}),
    ],
    ids=["since", "until", "source"],
)
def test_only_articles_within_the_bounds_count(
    qa: Run, archive: Path, options: list[str], sources: set[str]
) -> None:
    found = json.loads(qa("find", "the", "--json", *options, cwd=archive).stdout)

    assert {each["article"]["source"] for each in found["places"]} == sources


def test_a_spreadsheet_gets_one_row_for_each_place(qa: Run, archive: Path) -> None:
    done = qa("find", "the old harbour", "--format", "csv", cwd=archive)
    (row,) = csv.DictReader(io.StringIO(done.stdout))

    assert (row["words"], row["source"], row["date"]) == ("the old harbour", "Coast Gazette", "2024-03-04")
    assert row["before"].endswith("to speak about ")


def test_words_that_only_a_title_has_are_said_to_be_there(qa: Run, archive: Path) -> None:
    done = qa("find", "argues about the harbour", cwd=archive)

    assert done.returncode == 1
    assert done.stderr == "1 article has these words in the title alone.\n"


def test_no_words_are_wrong_usage(qa: Run, archive: Path) -> None:
    assert qa("find", "?!", cwd=archive).returncode == 2


@pytest.mark.parametrize("width", [24, 40, 80])
def test_words_are_bold_on_every_line_that_they_are_wrapped_to(width: int) -> None:
    look = Look(colour=True, width=width)
    before, words, after = (
        "It was said that ",
        "what is fair is fair, and has always been",
        " by the\n\nmayor.",
    )

    shown = look.wrapped_parts([(before, None), (words, look.bold), (after, None)])

    bold = [part.partition("\x1b[0m")[0] for part in shown.split("\x1b[1m")[1:]]
    plain = shown.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert " ".join(bold) == words
    assert plain == Look(width=width).wrapped(before + words + after)
    assert max(map(len, plain.split("\n"))) <= width


def test_it_is_said_that_no_speaker_is_found_for_the_words(qa: Run, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "wall.txt").write_text("Many hold that a promise is a promise.\n\n“Go on,” Ada Quill said.\n")
    qa("index", str(tmp_path / "wall.txt"), cwd=tmp_path)

    told = qa("find", "a promise is a promise", cwd=tmp_path)
    said = qa("find", "go on", "--json", cwd=tmp_path)

    assert told.stdout.startswith("1 place in 1 article; I find nobody who says them there:\n")
    assert json.loads(qa("find", "a promise", "--json", cwd=tmp_path).stdout)["nobodys_words"] is True
    assert json.loads(said.stdout)["nobodys_words"] is False
