from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from qa.quote_ids import quote_id
from qa.tables.formats import LIBRARY_FORMAT

pytestmark = pytest.mark.slow

Run = Any
HOSTILE = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202e"


def first_quote(qa: Run, folder: Path, question: str) -> dict[str, Any]:
    quote: dict[str, Any] = json.loads(qa("ask", "--json", question, cwd=folder).stdout)["quotes"][0]
    return quote


def test_indexing_says_what_it_did_and_a_second_run_finds_nothing_to_do(qa: Run, desk: Path) -> None:
    first = qa("index", "news", cwd=desk)
    second = json.loads(qa("index", "--json", cwd=desk).stdout)

    assert "3 articles" in first.stdout
    assert "3 added" in first.stdout
    assert (second["added"], second["encoded"], second["unchanged"]) == (0, 0, 3)


def test_a_file_that_cannot_be_read_is_named_and_the_code_is_3_until_it_is_left_out(
    qa: Run, desk: Path
) -> None:
    (desk / "news" / "empty.txt").write_text("")

    first = qa("index", "news", cwd=desk)
    again = qa("index", "--json", cwd=desk)
    left_out = qa("index", "--exclude", "empty.txt", "news", cwd=desk)

    assert (first.returncode, again.returncode, left_out.returncode) == (3, 3, 0)
    assert "3 articles" in first.stdout
    assert "empty.txt" in first.stderr
    assert "exit code is 3" in first.stderr
    assert "exit code" not in left_out.stderr


def test_a_place_that_is_not_there_any_more_ends_with_3_and_keeps_its_articles(qa: Run, desk: Path) -> None:
    (desk / "more").mkdir()
    (desk / "more" / "a.txt").write_text("The pier is shut.")
    qa("index", "news", "more", cwd=desk)
    (desk / "more").rename(desk / "away")

    done = qa("index", cwd=desk)

    assert done.returncode == 3
    assert "4 articles" in done.stdout
    assert f"not found, so its articles are kept: {desk / 'more'}" in done.stderr


def test_excluded_files_are_not_indexed(qa: Run, desk: Path) -> None:
    qa("index", "--exclude", "*.txt", "news", cwd=desk)

    assert "2 articles" in qa("articles", cwd=desk).stdout


def test_a_size_limit_keeps_large_files_out(qa: Run, desk: Path) -> None:
    (desk / "news" / "large.txt").write_text("A long story.\n\n" + "It went on and on. " * 60_000)

    done = qa("index", "--max-file-mb", "1", "news", cwd=desk)

    assert "large.txt" in done.stderr
    assert "3 articles" in done.stdout


def test_a_place_that_is_not_there_ends_with_2(qa: Run, desk: Path) -> None:
    assert qa("index", "nowhere", cwd=desk).returncode == 2


def test_a_quote_is_shown_in_its_surroundings_with_its_words_marked(qa: Run, archive: Path) -> None:
    quote = first_quote(qa, archive, "What did Anna Lindqvist say about the harbour?")

    done = qa("show", quote["id"], cwd=archive)

    assert done.returncode == 0
    assert f">>>{quote['text']}<<<" in done.stdout
    assert "Peter Okafor" in done.stdout


def test_shown_as_json_the_three_parts_join_to_the_text(qa: Run, archive: Path) -> None:
    quote = first_quote(qa, archive, "What did Anna Lindqvist say about the harbour?")

    shown = json.loads(qa("show", "--json", quote["id"], cwd=archive).stdout)

    text = (archive / "news" / "harbour.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    assert shown["before"] + shown["quote"]["text"] + shown["after"] in text
    assert shown["quote"]["current"] is True


def test_an_id_that_the_library_does_not_keep_ends_with_1(qa: Run, archive: Path) -> None:
    done = qa("show", "--json", quote_id("a" * 10, "a" * 64, 0, 5), cwd=archive)

    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]["code"] == "not_found"


@pytest.mark.parametrize("command", [["show"], ["verify"], ["report", "--wrong"]], ids=lambda each: each[0])
def test_a_mistyped_id_is_nobodys_quote(qa: Run, archive: Path, command: list[str]) -> None:
    right = first_quote(qa, archive, "What did Anna Lindqvist say about the harbour?")["id"]
    # In the offsets: the article is known, and other words of it would be shown as a quote.
    wrong = right[:-5] + ("1" if right[-5] != "1" else "2") + right[-4:]

    done = qa(*command, wrong, cwd=archive)

    assert done.returncode == 1
    assert "a character is wrong or missing" in " ".join((done.stdout + done.stderr).split())


def test_a_quote_of_a_changed_article_is_still_shown_and_marked(qa: Run, desk: Path) -> None:
    qa("index", "news", cwd=desk)
    quote = first_quote(qa, desk, "What did Anna Lindqvist say about the harbour?")
    (desk / "news" / "harbour.md").write_text(
        "The harbour\n\nNothing was said about the harbour after all.\n"
    )
    qa("index", cwd=desk)

    done = qa("show", quote["id"], cwd=desk)

    assert quote["text"] in done.stdout
    assert "changed since" in done.stdout


def test_forgotten_articles_answer_no_more_and_purged_ones_cannot_be_shown(qa: Run, desk: Path) -> None:
    qa("index", "news", cwd=desk)
    quote = first_quote(qa, desk, "What did Anna Lindqvist say about the harbour?")

    done = qa("forget", "--purge", "harbour.md", cwd=desk)

    assert done.returncode == 0
    assert "1 article" in done.stdout
    (desk / "news" / "harbour.md").rename(desk / "news" / "port.md")
    again = qa("index", cwd=desk)
    assert f"{desk / 'news' / 'port.md'}: its text was forgotten" in again.stderr
    assert again.returncode == 0  # it is left out by wish
    assert "2 articles" in qa("articles", cwd=desk).stdout
    assert qa("show", quote["id"], cwd=desk).returncode == 1


def test_articles_are_listed_a_line_each_and_undated_ones_alone(qa: Run, archive: Path) -> None:
    listed = qa("articles", "--list", "--json", cwd=archive)
    undated = qa("articles", "--undated", "--json", cwd=archive)

    assert len(listed.stdout.splitlines()) == 3
    assert [json.loads(line)["path"] for line in undated.stdout.splitlines()] == ["plain.txt"]


def test_status_and_verify_describe_a_sound_library(qa: Run, archive: Path) -> None:
    status = json.loads(qa("status", "--json", cwd=archive).stdout)
    verified = qa("verify", "--json", cwd=archive)

    assert (status["schema"], status["library_format"]) == (2, LIBRARY_FORMAT)
    assert (status["articles"], status["generation"]) == (3, 1)
    assert verified.returncode == 0
    assert json.loads(verified.stdout)["clean"] is True


def test_speakers_are_listed_with_how_often_and_one_quote(qa: Run, archive: Path) -> None:
    rows = [json.loads(line) for line in qa("speakers", "--json", cwd=archive).stdout.splitlines()]

    by_name = {row["name"]: row for row in rows}
    assert by_name["Anna Lindqvist"]["count"] >= 1
    assert "harbour" in by_name["Anna Lindqvist"]["best"]["text"]


def test_a_speakers_quotes_can_be_narrowed_to_a_topic(qa: Run, archive: Path) -> None:
    about = qa("quotes", "--speaker", "lindqvist", "--about", "fishing", "--json", cwd=archive)
    nothing = qa("quotes", "--speaker", "lindqvist", "--about", "taxes", cwd=archive)

    assert about.returncode == 0
    assert all("fishing" in json.loads(line)["text"] for line in about.stdout.splitlines())
    assert nothing.returncode == 1


def test_a_speaker_nobody_knows_ends_with_1(qa: Run, archive: Path) -> None:
    assert qa("quotes", "--speaker", "Tutkova", cwd=archive).returncode == 1


def test_attributions_are_a_record_a_line_with_offsets(qa: Run, archive: Path) -> None:
    records = [json.loads(line) for line in qa("attributions", "--json", cwd=archive).stdout.splitlines()]

    assert {"article", "content", "mention", "speaker", "kind", "cue", "confidence"} <= set(records[0])
    assert any(record["speaker"] == "Anna Lindqvist" for record in records)


def test_attributions_are_a_table_of_who_said_what_when(qa: Run, tmp_path: Path) -> None:
    story = "Headline: Ferry kept\nSource: Harwick Post\nDate: 2026-03-10\n\n“We keep it,” said Ada Quill on Friday.\n"
    (tmp_path / "a.txt").write_text(story, encoding="utf-8")
    qa("index", "a.txt", cwd=tmp_path)

    (row,) = csv.DictReader(qa("attributions", "--format", "csv", cwd=tmp_path).stdout.splitlines())
    record = json.loads(qa("attributions", "--json", cwd=tmp_path).stdout)

    assert (row["speaker"], row["words"], row["date"]) == ("Ada Quill", "“We keep it,”", "2026-03-10")
    assert (
        (row["title"], row["source"]) == (record["title"], record["source"]) == ("Ferry kept", "Harwick Post")
    )
    assert (record["words"], record["date"]) == (["“We keep it,”"], "2026-03-10")


def test_a_name_that_is_not_certain_is_said_to_be_probable_everywhere(qa: Run, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(
        "“The ferry sails at noon,” Selkie said on Friday.\n", encoding="utf-8"
    )
    qa("index", "news", cwd=tmp_path)
    quote = first_quote(qa, tmp_path, "What did Selkie say about the ferry?")

    assert (quote["speaker"], quote["attribution"]["certain"]) == ("Selkie", False)
    for arguments in (
        ["ask", "What did Selkie say about the ferry?"],
        ["ask", "--format", "md", "What did Selkie say about the ferry?"],
        ["quotes", "--speaker", "Selkie"],
        ["timeline", "Selkie"],
        ["compare", "Selkie", "Ada Quill"],
        ["show", quote["id"]],
        ["speakers", "Selkie"],
        ["attributions"],
        ["attributions", "--format", "md"],
        ["find", "at noon"],
        ["find", "at noon", "--format", "md"],
        ["brief", "ferry"],
    ):
        assert "probably Selkie" in qa(*arguments, cwd=tmp_path).stdout, arguments
    record = json.loads(qa("attributions", "--json", cwd=tmp_path).stdout)
    assert (record["speaker"], record["certain"]) == ("Selkie", False)
    for arguments in (["attributions"], ["find", "at noon"], ["brief", "ferry"]):
        rows = csv.DictReader(qa(*arguments, "--format", "csv", cwd=tmp_path).stdout.splitlines())
        assert [(row["speaker"], row["certain"], row["speaks_for"]) for row in rows] == [("Selkie", "no", "")]


def test_escapes_in_an_article_are_shown_and_never_sent(qa: Run, tmp_path: Path) -> None:
    (tmp_path / "news").mkdir()
    row = {"id": "x", "title": f"Title {HOSTILE}", "source": f"Paper {HOSTILE}",
           "text": f"“The bridge {HOSTILE} is closed,” Mayor Olga Brandt said on Friday."}  # fmt: skip
    (tmp_path / "news" / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    qa("index", "news", cwd=tmp_path)
    quote = first_quote(qa, tmp_path, "What did Olga Brandt say about the bridge?")

    for arguments in (
        ["ask", "What did Olga Brandt say about the bridge?"],
        ["ask", "--format", "md", "What did Olga Brandt say about the bridge?"],
        ["ask", "--format", "csv", "What did Olga Brandt say about the bridge?"],
        ["ask", f"Is {HOSTILE} open?"],
        ["show", quote["id"]],
        ["articles", "--list"],
        ["speakers"],
        ["attributions"],
        ["status"],
        ["show", HOSTILE],
        ["ask", "--questions", f"nowhere{HOSTILE}"],
    ):
        done = qa(*arguments, cwd=tmp_path)

        shown = done.stdout + done.stderr
        assert not set("\x1b\x07\x9b\u202e") & set(shown), arguments


def test_paths_outside_ascii_work(qa: Run, tmp_path: Path) -> None:
    folder = tmp_path / "Zeitung für Ö – 新聞"
    folder.mkdir()
    (folder / "Straße.txt").write_text(
        "Die Brücke\n\n“We will mend the bridge,” Olga Brandt said.\n", encoding="utf-8"
    )

    done = qa("index", "--library", "Büro", str(folder), cwd=tmp_path)

    assert done.returncode == 0, done.stderr
    assert "Straße.txt" in qa("articles", "--library", "Büro", "-l", cwd=tmp_path).stdout


def test_a_date_and_an_outlet_are_given_and_taken_back(qa: Run, desk: Path) -> None:
    qa("index", "news", cwd=desk)

    undated = qa("articles", "--undated", "--json", cwd=desk)
    given = qa("set", "plain.txt", "--date", "2024-06-01", "--source", "Gazette", cwd=desk)
    dated = qa("articles", "--undated", "--json", cwd=desk)
    back = json.loads(qa("set", "plain.txt", "--unset", "--json", cwd=desk).stdout)
    wrong = qa("set", "plain.txt", "--date", "soon", cwd=desk)
    neither = qa("set", "plain.txt", cwd=desk)

    assert [json.loads(line)["path"] for line in undated.stdout.splitlines()] == ["plain.txt"]
    assert given.stdout == "plain.txt: 2024-06-01, Gazette (set: date and source)\n"
    assert dated.stdout.strip() == ""
    assert (back["schema"], back["date"], back["source"], back["given"]) == (2, None, "", [])
    assert (wrong.returncode, neither.returncode) == (2, 2)
    assert "is not a date" in wrong.stderr


def test_a_list_without_rows_says_so_and_is_empty_for_programs(qa: Run, archive: Path) -> None:
    none = ("articles", "--list", "--since", "2030-01-01")

    assert qa(*none, cwd=archive).stdout == "No articles.\n"
    assert qa(*none, "--json", cwd=archive).stdout == ""
    assert qa(*none, "--format", "csv", cwd=archive).stdout == "date,source,title,path,article,uid\n"


def test_an_unknown_outlet_is_reported(qa: Run, archive: Path) -> None:
    for command in (
        ["ask", "Who?"],
        ["articles"],
        ["quotes", "--speaker", "Lindqvist"],
        ["timeline", "Lindqvist"],
    ):
        told = qa(*command, "--source", "Cost Gazette", cwd=archive).stderr

        assert "No article here is from “Cost Gazette”. Is “Coast Gazette” meant?" in told, command
    printed = json.loads(qa("ask", "Who?", "--source", "Cost Gazette", "--json", cwd=archive).stdout)
    assert printed["note"].startswith("No article here is from “Cost Gazette”. Is “Coast Gazette” meant?")
    assert "Is “Coast Gazette” meant?" in qa("articles", "--source", "Coast", cwd=archive).stderr
    assert "No article" not in qa("articles", "--source", "coast gazette", cwd=archive).stderr


def test_an_empty_path_is_not_the_folder_one_stands_in(qa: Run, archive: Path) -> None:
    for command in (["index", ""], ["index", "news", " "], ["forget", ""]):
        assert qa(*command, cwd=archive).returncode == 2, command
    assert "3 articles" in qa("articles", cwd=archive).stdout


def test_a_library_cannot_be_where_a_file_is(qa: Run, desk: Path) -> None:
    (desk / "file").write_text("")

    for place in ("file", "file/below"):
        done = qa("index", "news", "--library", place, cwd=desk)

        assert done.returncode == 2
        assert "a file is in its way" in done.stderr


def test_only_some_of_many_skipped_files_are_named(qa: Run, desk: Path) -> None:
    for number in range(25):
        (desk / "news" / f"empty-{number}.txt").write_text("")

    told = qa("index", "news", cwd=desk).stderr.splitlines()

    assert sum("empty-" in line for line in told) == 20
    assert "skipped: 5 more; `qa status -v` lists all." in told
    assert qa("status", "-v", cwd=desk).stdout.count("empty-") == 25


def test_finding_nothing_to_index_is_reported(qa: Run, tmp_path: Path) -> None:
    (tmp_path / "none").mkdir()

    assert "nothing to ask yet" in qa("index", "none", cwd=tmp_path).stderr
