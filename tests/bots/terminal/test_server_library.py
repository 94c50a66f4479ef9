"""A library on a server stands wherever a folder does: what reads gives the same, and what cannot be done says so."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.qa.server.node import Node

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[3]
Run = Callable[..., subprocess.CompletedProcess[str]]
TODAY = ("--today", "2025-01-21")
SECRET = "geheim%40"
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
    "What did the president say about tariffs?",
    "Who criticised China?",
    "Who backed the ban?",
    "Who denied it?",
    "TikTok",
    "tariffs",
    "China and Taiwan",
    "fentanyl",
    "What did Rubio say?",
    "What has Rubio said about Cuba?",
    "What did Han Zheng say?",
    "Who spoke about the Panama Canal?",
    "Why was TikTok banned?",
    "When does the ban begin?",
    "How many people use TikTok?",
    "What is the price of rice on the moon?",
    "Who won the match on Saturday?",
    "What did the Chinese foreign ministry say?",
    "What did a spokesperson say about Taiwan?",
    "How has Trump's view of TikTok changed over time?",
    "What did Trmp say about tarifs?",
    "What did Rubio not say about China?",
    "What do experts say about exports?",
    "What did the senator say yesterday?",
    "What was said on 20 January 2025?",
    "Who said \"biggest threat\"?",
    "What did Biden tell Xi?",
    "Did Trump say that he would ban TikTok?",
    "hello",
    "What is in this archive?",
    "thank you",
    "wer ist der Präsident?",
]  # fmt: skip


@pytest.fixture(scope="module")
def folder(qa: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds") / "library"
    done = qa("index", str(ROOT / "seeds"), "--library", str(folder), "--quiet", cwd=folder.parent)
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture(scope="module")
def address(qa: Run, node: Node, folder: Path) -> str:
    """The library of the folder once more on a server, under an address with a password."""
    address = node.address("asked", password=SECRET)
    done = qa("move", "--from", str(folder), "--to", address, cwd=folder.parent)
    assert done.returncode == 0, done.stderr
    assert SECRET not in done.stdout + done.stderr
    return address


def test_all_questions_get_the_same_answers_to_the_byte(qa: Run, folder: Path, address: str) -> None:
    lines = "".join(json.dumps({"id": str(n), "question": q}) + "\n" for n, q in enumerate(QUESTIONS))

    one, other = (
        qa("ask", "--questions", "-", "--library", each, *TODAY, "--json", cwd=folder.parent, stdin=lines)
        for each in (str(folder), address)
    )

    assert len(QUESTIONS) > 40
    assert one.stdout.count("\n") == len(QUESTIONS)
    assert other.stdout == one.stdout
    assert (other.returncode, other.stderr) == (one.returncode, one.stderr)


@pytest.mark.parametrize(
    "command",
    [
        ("ask", "What did Rubio say about China?", "--why"),
        ("quotes", "--speaker", "Rubio", "--about", "China"),
        ("speakers",),
        ("speakers", "rubio"),
        ("find", "biggest threat"),
        ("compare", "Rubio", "Trump", "--about", "China"),
        ("timeline", "Trump", "--about", "TikTok"),
        ("topic", "TikTok"),
        ("brief", "Rubio"),
        ("overview",),
        ("articles",),
        ("articles", "--list"),
        ("understand", "What did Rubio say about China?"),
    ],
    ids=" ".join,
)
def test_commands_that_read_give_the_same(
    qa: Run, folder: Path, address: str, command: tuple[str, ...]
) -> None:
    one, other = (
        qa(*command, "--library", each, *TODAY, "--json", cwd=folder.parent)
        for each in (str(folder), address)
    )

    assert one.returncode in (0, 1), one.stderr
    assert one.stdout
    assert (other.returncode, other.stdout, other.stderr) == (one.returncode, one.stdout, one.stderr)


def test_a_quote_is_shown_and_verified(qa: Run, folder: Path, address: str) -> None:
    asked = qa("ask", QUESTIONS[0], "--library", address, *TODAY, "--json", cwd=folder.parent)
    quote = json.loads(asked.stdout)["quotes"][0]["id"]

    for command in ("show", "verify"):
        one, other = (
            qa(command, quote, "--library", each, "--json", cwd=folder.parent)
            for each in (str(folder), address)
        )
        assert (other.returncode, other.stdout) == (one.returncode, one.stdout)
        assert other.returncode == 0


def test_the_whole_library_is_checked(qa: Run, folder: Path, address: str) -> None:
    one, other = (
        json.loads(qa("verify", "--library", each, "--json", cwd=folder.parent).stdout)
        for each in (str(folder), address)
    )
    shown = qa("verify", "--library", address, cwd=folder.parent)

    assert other["clean"] is True
    assert {key for key in one if one[key] != other[key]} == {"generations"}
    assert (shown.returncode, shown.stdout.startswith("Clean: ")) == (0, True)
    assert "generation" not in shown.stdout


def test_nothing_is_wrong_there_but_that_no_backup_is_known(qa: Run, folder: Path, address: str) -> None:
    one, other = (
        qa("doctor", "--library", each, "--json", cwd=folder.parent) for each in (str(folder), address)
    )
    here, there = (json.loads(each.stdout) for each in (one, other))

    assert (one.returncode, other.returncode) == (0, 0), other.stderr
    assert here.pop("findings")[-1]["do"] == there.pop("findings")[-1]["do"]
    assert here == there
    assert there["vectors_compared"] > 5
    assert SECRET not in other.stdout + other.stderr


def test_quotes_are_shown_to_people_by_short_ids(qa: Run, folder: Path, address: str) -> None:
    one, other = (
        qa("ask", QUESTIONS[0], "--library", each, *TODAY, cwd=folder.parent)
        for each in (str(folder), address)
    )
    short = re.findall(r"qa show (q[a-z2-7]{6})\b", other.stdout)
    shown = qa("show", short[0], "--library", address, cwd=folder.parent)

    assert (other.returncode, other.stdout, other.stderr) == (one.returncode, one.stdout, "")
    assert shown.returncode == 0, shown.stderr


def test_status_says_what_is_in_use(qa: Run, folder: Path, address: str) -> None:
    one, other = (
        json.loads(qa("status", "--library", each, "--json", cwd=folder.parent).stdout)
        for each in (str(folder), address)
    )
    shown = qa("status", "--library", address, cwd=folder.parent)

    differ = {
        *(
            "folder",
            "database_bytes",
            "generation_bytes",
            "vector_index",
            "vector_index_why",
            "data_checksums",
        ),
    }
    assert {key for key in one if one[key] != other[key]} == differ
    assert (other["vector_index"], other["vector_search"], one["vector_search"]) == (
        "exact",
        "exact",
        "exact",
    )
    assert one["vector_index_why"].startswith("up to 200,000 passages")
    assert other["vector_index_why"].startswith("auto: 8 passages, not more than")
    assert other["folder"].endswith("?schema=asked")
    assert (one["data_checksums"], other["data_checksums"]) == (None, True)
    assert "pgvector" in shown.stdout
    assert "checksums    on" in shown.stdout
    assert SECRET not in f"{other} {shown.stdout}"


def test_how_vectors_are_compared_is_set_there_and_not_in_a_folder(qa: Run, node: Node, folder: Path) -> None:
    address = node.address("compared", password=SECRET)
    qa("move", "--from", str(folder), "--to", address, cwd=folder.parent)

    done = [
        qa("set", "--vectors", *options, "--library", library, cwd=folder.parent)
        for library, *options in (
            (address, "hnsw"),
            (address, "auto", "--json"),
            (address, "flat"),
            (address, "hnsw", "--show", "quotes"),
            (str(folder), "hnsw"),
        )
    ]

    assert [each.returncode for each in done] == [0, 0, 2, 2, 2]
    assert done[0].stdout == "Set to hnsw. Now the approximate index proposes passages (set to hnsw).\n"
    assert json.loads(done[1].stdout) == {
        "schema": 2,
        "vector_search": "auto",
        "uses_index": False,
        "why": "auto: 8 passages, not more than 20,000",
    }
    assert "exact, hnsw or auto" in done[2].stderr
    assert "--vectors is for the whole library" in done[3].stderr
    assert "on a server" in done[4].stderr


def test_a_backup_goes_from_the_server_into_a_folder_and_back(
    qa: Run, node: Node, folder: Path, address: str, tmp_path: Path
) -> None:
    file, carried, again = "kept.zip", str(tmp_path / "carried"), node.address("again", password=SECRET)

    done = [
        qa(*command, cwd=tmp_path)
        for command in (
            ("backup", file, "--library", address),
            ("restore", file, "--library", carried),
            ("restore", file, "--library", again),
            ("restore", file, "--library", again),
            ("restore", file, "--library", again, "--force"),
            ("doctor", "--repair", "--library", again),
            ("verify", "--library", again),
        )
    ]
    answers = [
        qa("ask", QUESTIONS[0], "--library", each, *TODAY, "--json", cwd=tmp_path).stdout
        for each in (address, carried, again)
    ]
    doctor = json.loads(qa("doctor", "--library", address, "--json", cwd=tmp_path).stdout)
    status = json.loads(qa("status", "--library", address, "--json", cwd=tmp_path).stdout)
    shown = qa("status", "--library", carried, cwd=tmp_path).stdout

    assert [each.returncode for each in done] == [0, 0, 0, 2, 0, 0, 0], done
    assert "read back and whole" in done[0].stdout
    assert "?schema=again_replaced_1" in done[4].stderr
    assert done[5].stdout.startswith("Nothing is wrong")
    assert done[6].stdout.startswith("Clean: ")
    assert answers[0] == answers[1]
    assert json.loads(answers[2])["quotes"] == json.loads(answers[0])["quotes"]
    assert doctor["last_backup"]["file"] == str(tmp_path / file)
    assert status["last_backup"] == doctor["last_backup"]
    assert f"last backup  {tmp_path / file} of " in shown
    assert not any("No backup" in each["words"] for each in doctor["findings"])
    assert SECRET not in "".join(each.stdout + each.stderr for each in done)


def test_an_address_can_be_set_in_the_environment(qa: Run, folder: Path, address: str) -> None:
    done = qa("articles", "--json", cwd=folder.parent, env={"QA_LIBRARY": address})

    assert done.returncode == 0
    assert json.loads(done.stdout)["articles"]


@pytest.mark.parametrize(
    ("address", "code"),
    [
        pytest.param(f"postgresql://me:{SECRET}@127.0.0.1:1/db", 69, id="nobody there"),
        pytest.param(f"postgresql://me:{SECRET}/x@host/db", 2, id="a slash in the password"),
        pytest.param(f"postgresql://me:{SECRET}@host:{SECRET}/db", 2, id="a port that is none"),
        pytest.param(f"postgresql://me@host/db?passwort={SECRET}", 2, id="an option that is none"),
        pytest.param(f"postgresql://me:{SECRET}@host/db?schema=Gazette", 2, id="a schema that is none"),
    ],
)
@pytest.mark.parametrize("json_too", [(), ("--json",), ("--verbose",)], ids=["text", "json", "verbose"])
def test_a_password_is_never_printed(
    qa: Run, tmp_path: Path, address: str, code: int, json_too: tuple[str, ...]
) -> None:
    done = qa("articles", "--library", address, *json_too, cwd=tmp_path)

    assert done.returncode == code
    assert "geheim" not in done.stdout + done.stderr


def test_a_library_is_moved_back_and_answers_the_same(
    qa: Run, folder: Path, address: str, tmp_path: Path
) -> None:
    back = tmp_path / "back"

    done = qa("move", "--from", address, "--to", str(back), "--json", cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["target"] == str(back)
    assert SECRET not in done.stdout
    one, other = (
        qa("ask", QUESTIONS[0], "--library", str(each), *TODAY, "--json", cwd=tmp_path).stdout
        for each in (folder, back)
    )
    assert one == other
    again = qa("move", "--from", address, "--to", str(back), cwd=tmp_path)
    assert again.returncode == 2
    assert "not empty" in again.stderr
