from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Run = Any
KEYS = {"schema", "id", "question", "outcome", "confidence", "understood", "quotes", "corpus"}
QUESTION = "What did Anna Lindqvist say about the harbour?"


def test_the_answer_is_the_speakers_own_words_with_their_source(qa: Run, archive: Path) -> None:
    done = qa("ask", QUESTION, cwd=archive)

    assert done.returncode == 0
    assert done.stdout.startswith("speaker: Anna Lindqvist · topic: the harbour")
    assert "The harbour must stay open to fishing boats" in done.stdout
    assert "Anna Lindqvist, Coast Gazette, 4 March 2024" in done.stdout
    assert re.search("answers it · qa show q[a-z2-7]{6}\n", done.stdout)
    assert done.stderr == ""


def test_the_short_id_below_a_quote_works_in_every_command_that_takes_one(qa: Run, desk: Path) -> None:
    qa("index", "news", cwd=desk)
    asked = qa("ask", QUESTION, cwd=desk)
    short = re.findall("qa show (q[a-z2-7]{6})", asked.stdout)[0]
    whole = json.loads(qa("ask", "--json", QUESTION, cwd=desk).stdout)["quotes"][0]["id"]

    assert qa("show", short, cwd=desk).stdout == qa("show", whole, cwd=desk).stdout
    assert whole in qa("show", short, cwd=desk).stdout
    assert json.loads(qa("verify", "--json", short, cwd=desk).stdout)["quotes"][0]["id"] == whole
    assert json.loads(qa("report", short, "--wrong", "--json", cwd=desk).stdout)["question"] == QUESTION
    assert "Una Strand" in qa("correct", short, "--speaker", "Una Strand", cwd=desk).stdout
    assert qa("show", "qaaaaaa", cwd=desk).returncode == 1


def test_asked_for_more_it_shows_place_number_and_whole_id(qa: Run, archive: Path) -> None:
    done = qa("ask", "-v", QUESTION, cwd=archive)
    first = json.loads(qa("ask", "--json", QUESTION, cwd=archive).stdout)["quotes"][0]

    assert f"   harbour.md, paragraph 2, characters {first['start']}–{first['end']}\n" in done.stdout
    assert f"   {first['confidence']:.0%} · {first['id']}\n" in done.stdout
    assert "qa show" not in done.stdout


def test_reasons_are_sentences(qa: Run, archive: Path) -> None:
    done = qa("ask", "--why", QUESTION, cwd=archive)

    assert "   - It has these words of the question: harbour.\n" in done.stdout
    assert "similarity" not in done.stdout
    assert not re.search(r"\w_\w", done.stdout)


def test_what_is_in_the_archive_is_shown_to_whoever_asks(qa: Run, archive: Path) -> None:
    done = qa("ask", "What is in here?", cwd=archive)
    markdown = qa("ask", "--format", "md", "What can you do?", cwd=archive)

    assert done.returncode == markdown.returncode == 0
    assert done.stdout.startswith("In here: 3 articles, 4 March 2024 to 20 May 2024.\n\nWhen\n")
    assert "Anna Lindqvist" in done.stdout
    assert "1 of 3 articles has no date" in done.stdout
    assert "**Quoted most: people**\n\n- " in markdown.stdout


def test_thanks_keep_the_last_question_for_reports(qa: Run, desk: Path) -> None:
    qa("index", "news", cwd=desk)
    short = re.findall("qa show (q[a-z2-7]{6})", qa("ask", QUESTION, cwd=desk).stdout)[0]

    thanks = qa("ask", "Thanks!", cwd=desk)
    report = qa("report", short, "--wrong", "--json", cwd=desk)

    assert (thanks.returncode, thanks.stdout) == (0, "You are welcome.\n")
    assert json.loads(report.stdout)["question"] == QUESTION


def test_output_that_is_no_terminal_has_no_escape_sequences(qa: Run, archive: Path) -> None:
    assert "\x1b" not in qa("ask", QUESTION, cwd=archive).stdout


def test_json_is_one_object_of_schema_2_and_every_quote_is_its_slice(qa: Run, archive: Path) -> None:
    done = qa("ask", "--json", QUESTION, cwd=archive)

    answer = json.loads(done.stdout)
    assert set(answer) >= KEYS
    assert (answer["schema"], answer["id"], answer["outcome"]) == (2, None, "answered")
    assert set(answer["understood"]) >= {"kind", "speaker", "topic", "since", "until", "source", "standalone"}
    assert set(answer["corpus"]) == {"articles", "passages", "first_date", "last_date", "generation"}
    first = answer["quotes"][0]
    assert first["speaker"] == "Anna Lindqvist"
    assert set(first["article"]) == {"id", "title", "date", "source", "url", "path"}
    text = (archive / "news" / "harbour.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    assert text[first["start"] : first["end"]] == first["text"]


def test_a_name_that_occurs_nowhere_is_not_found_and_ends_with_1(qa: Run, archive: Path) -> None:
    done = qa("ask", "--json", "What did Wilhelmina Tutkova say about the harbour?", cwd=archive)

    assert done.returncode == 1
    assert json.loads(done.stdout)["outcome"] == "not_found"


def test_the_same_question_gives_the_same_bytes(qa: Run, archive: Path) -> None:
    arguments = ("ask", "--json", "--today", "2024-06-01", QUESTION)

    assert qa(*arguments, cwd=archive).stdout == qa(*arguments, cwd=archive).stdout


def test_a_question_can_come_from_standard_input(qa: Run, archive: Path) -> None:
    done = qa("ask", "-", "--json", cwd=archive, stdin=f"  {QUESTION}\n")

    assert json.loads(done.stdout)["question"] == QUESTION


def test_dates_and_source_limit_which_articles_answer(qa: Run, archive: Path) -> None:
    answer = json.loads(qa("ask", "--json", "--since", "2024-05-01", QUESTION, cwd=archive).stdout)

    # What would answer lies before that day: it is shown, and marked.
    assert answer["outcome"] == "nearest"
    assert answer["nearest"] == "outside_dates"

    answer = json.loads(qa("ask", "--json", "--until", "2024-12-31", QUESTION, cwd=archive).stdout)

    assert answer["outcome"] == "answered"
    assert all(quote["article"]["date"] <= "2024-12-31" for quote in answer["quotes"])

    answer = json.loads(qa("ask", "--json", "--source", "coast gazette", QUESTION, cwd=archive).stdout)

    assert {quote["article"]["source"] for quote in answer["quotes"]} == {"Coast Gazette"}


def test_n_quotes_are_shown_at_most(qa: Run, archive: Path) -> None:
    shown = qa("ask", "-n", "1", QUESTION, cwd=archive).stdout

    assert "\n1. " in shown
    assert "\n2. " not in shown


def test_csv_has_one_row_a_quote(qa: Run, archive: Path) -> None:
    done = qa("ask", "--format", "csv", "-n", "2", QUESTION, cwd=archive)

    rows = list(csv.DictReader(done.stdout.splitlines(keepends=True)))
    assert rows[0]["speaker"] == "Anna Lindqvist"
    assert rows[0]["outcome"] == "answered"


def test_markdown_quotes_as_a_block_with_the_id(qa: Run, archive: Path) -> None:
    done = qa("ask", "--format", "md", QUESTION, cwd=archive)

    assert "> “**The harbour must stay open" in done.stdout


def test_question_lines_are_answered_in_order_with_their_ids(qa: Run, archive: Path) -> None:
    lines = [
        {"id": "first", "question": QUESTION},
        {"id": 2, "question": "When does the library open?", "history": ["Hello", {"outcome": "not_found"}]},
    ]

    done = qa("ask", "--questions", "-", cwd=archive, stdin="\n".join(map(json.dumps, lines)))

    assert done.returncode == 0
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["first", 2]


def test_a_malformed_line_gets_an_error_with_its_id_and_the_rest_is_answered(qa: Run, archive: Path) -> None:
    lines = [
        b"{not json",
        b'{"id": "b", "question": ""}',
        b"\xff\xfe",
        json.dumps({"id": "c", "question": QUESTION}).encode(),
    ]

    done = qa("ask", "--questions", "-", cwd=archive, stdin=b"\n".join(lines))

    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 3
    assert [("error" in each, each["id"]) for each in told] == [
        (True, None),
        (True, "b"),
        (True, None),
        (False, "c"),
    ]


def test_a_question_file_that_is_not_there_ends_with_3(qa: Run, archive: Path) -> None:
    done = qa("ask", "--questions", "no-such-file.jsonl", cwd=archive)

    assert done.returncode == 3
    assert "no-such-file.jsonl" in done.stderr


def test_an_answer_arrives_before_the_next_line_is_sent(archive: Path, environment: dict[str, str]) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "bots.terminal", "ask", "--questions", "-"],
        cwd=archive,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for number in (1, 2):
            process.stdin.write(json.dumps({"id": number, "question": QUESTION}) + "\n")
            process.stdin.flush()

            assert json.loads(process.stdout.readline())["id"] == number
        process.stdin.close()

    assert process.returncode == 0


def test_a_reader_that_goes_away_ends_it_quietly(archive: Path, environment: dict[str, str]) -> None:
    lines = "".join(json.dumps({"id": n, "question": QUESTION}) + "\n" for n in range(30))
    with subprocess.Popen(
        [sys.executable, "-m", "bots.terminal", "ask", "--questions", "-"],
        cwd=archive,
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
        process.stdout = None
        _, told = process.communicate(lines)

    assert told == ""
    assert process.returncode == 0


def test_a_first_question_indexes_seeds_and_says_so(qa: Run, tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text(
        "Rain in Norrby\n\nIt rained for nine days in Norrby, Ole Berg said.\n"
    )

    done = qa("ask", "--json", "What did Ole Berg say about Norrby?", cwd=tmp_path)

    assert done.returncode in (0, 1)
    assert "indexing seeds/" in done.stderr
    assert json.loads(done.stdout)["corpus"]["articles"] == 1


@pytest.mark.parametrize(
    "arguments", [["--library", "elsewhere"], ["--questions", "-"]], ids=["library", "lines"]
)
def test_only_a_plain_question_indexes_seeds(qa: Run, tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("Rain in Norrby\n\nIt rained.\n")
    question = [] if "--questions" in arguments else ["Did it rain?"]

    done = qa("ask", *arguments, *question, cwd=tmp_path)

    assert done.returncode == 4
    assert [path.name for path in tmp_path.iterdir()] == ["seeds"]


def test_the_history_of_a_question_file_is_used(qa: Run, archive: Path) -> None:
    row = {"question": "and Okafor?", "history": ["What did Anna Lindqvist say?", "..."]}

    done = qa("ask", "--questions", "-", cwd=archive, stdin=json.dumps(row))

    answer = json.loads(done.stdout)
    assert answer["understood"]["speaker"] == "Peter Okafor"
    assert answer["quotes"][0]["speaker"] == "Peter Okafor"
