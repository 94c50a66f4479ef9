from __future__ import annotations

import gzip
import json
import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.datatypes import Article
from qa.reading.files import Problem, ProblemKind

ReadAs = Callable[..., list[Article | Problem]]


def lines(*objects: object) -> bytes:
    return b"".join(json.dumps(each).encode() + b"\n" for each in objects)


def articles(results: list[Article | Problem]) -> list[Article]:
    return [result for result in results if isinstance(result, Article)]


def problems(results: list[Article | Problem]) -> list[tuple[int | None, str]]:
    return [(result.line, result.reason) for result in results if isinstance(result, Problem)]


RAIN = {"id": "r1", "title": "Rain", "date": "2026-11-21", "source": "Gazette", "url": "https://example.org",
        "author": "Ann Lee", "text": "It rained.\r\nIt rained on.", "tags": ["wet"], "words": 5}  # fmt: skip


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_a_line_is_an_article(read_as: ReadAs, name: str) -> None:
    data = lines(RAIN, {"id": 2, "text": "Snow fell."})

    results = read_as(name, gzip.compress(data) if name.endswith(".gz") else data)

    assert results == [
        Article("r1", "It rained.\r\nIt rained on.", "Rain", "2026-11-21", "Gazette", "https://example.org",
                "Ann Lee", name, "jsonl/2"),
        Article("2", "Snow fell.", "Snow fell.", path=name, reader="jsonl/2"),
    ]  # fmt: skip


def test_an_article_without_id_is_named_by_its_line(read_as: ReadAs) -> None:
    data = b"\n  \n" + lines({"text": "Rain."}, {"id": None, "text": "Snow."}, {"id": "", "text": "Hail."})

    assert [article.id for article in articles(read_as("a.jsonl", data))] == ["line 3", "line 4", "line 5"]


def test_broken_lines_are_named_by_number_and_the_others_are_read(read_as: ReadAs) -> None:
    data = b"".join(
        [
            lines({"id": "first", "text": "Rain."}),
            b'{"id": "cut", "text": "Ra\n',
            b"[1, 2]\n",
            b"not json\n",
            lines({"id": "none"}, {"id": "number", "text": 5}, {"id": [1], "text": "Rain."}),
            lines(
                {"id": True, "text": "Rain."},
                {"id": "blank", "text": "  "},
                {"id": "x" * 2000, "text": "Rain."},
            ),
            b'{"id": ' + b"9" * 5000 + b', "text": "Rain."}\n',
            b"[" * 100_000 + b"\n",
            b"\x00\x01\x02\x03\n",
            lines({"id": "first", "text": "Again."}, {"id": "date", "date": "soon", "text": "Hail."}),
            json.dumps({"id": "last", "text": "Snow."}).encode(),
        ]
    )

    results = read_as("a.jsonl", data)

    assert [article.id for article in articles(results)] == ["first", "date", "last"]
    assert problems(results) == [
        (2, "the line is not JSON, at character 26"),
        (3, "the line is not a JSON object"),
        (4, "the line is not JSON, at character 1"),
        (5, "it has no text"),
        (6, "its text is not a string"),
        (7, "its id is neither a string nor a whole number"),
        (8, "its id is neither a string nor a whole number"),
        (9, "it has no text"),
        (10, "its id is longer than 1000 characters"),
        (11, "the line is not JSON"),
        (12, "the line is not JSON"),
        (13, "it is not text"),
        (14, "the id 'first' was given before, in line 1"),
        (15, "its date is not clear, so it counts as undated: soon"),
    ]
    assert [r.fatal for r in results if isinstance(r, Problem)] == [True] * 13 + [False]


def test_the_id_of_a_broken_line_is_not_taken(read_as: ReadAs) -> None:
    results = read_as("a.jsonl", lines({"id": "1", "text": ""}, {"id": "1", "text": "Rain."}))

    assert [article.text for article in articles(results)] == ["Rain."]


def test_half_characters_are_replaced_and_named(read_as: ReadAs) -> None:
    data = b'{"id": "\\ud800", "text": "\\ud83d\\ude00 \\ud800 \\u0000 end"}\n'

    problem, article = read_as("a.jsonl", data)

    assert isinstance(article, Article)
    assert (article.id, article.text) == ("\ufffd", "😀 \ufffd \x00 end")
    assert isinstance(problem, Problem)
    assert problem.reason == "its text holds half characters (lone surrogates), shown as \ufffd"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_are_detected(read_as: ReadAs, encoding: str) -> None:
    text = "“It’s over,” she said — in a café."
    data = "".join(json.dumps({"id": n, "text": text}, ensure_ascii=False) + "\r\n" for n in range(3))

    results = read_as("a.jsonl", data.encode(encoding))

    assert [(article.id, article.text) for article in articles(results)] == [(str(n), text) for n in range(3)]
    assert problems(results) == []


def test_a_delete_character_may_stand_in_a_line_as_it_is(read_as: ReadAs) -> None:
    results = read_as("a.jsonl", b'{"text": "\x7f"}')

    assert [article.text for article in articles(results)] == ["\x7f"]


def test_only_a_newline_ends_a_line(read_as: ReadAs) -> None:
    text = "One\u2028two\u2029three\x85four"
    data = json.dumps({"text": text}, ensure_ascii=False).replace("{", "{\r")

    for encoding in ("utf-8", "utf-16"):
        assert [article.text for article in articles(read_as("a.jsonl", data.encode(encoding)))] == [text]


@pytest.mark.slow
def test_a_line_above_the_limit_is_passed_over_without_being_held(read_as: ReadAs) -> None:
    long = b'{"id": "long", "text": "' + b"x" * 30_000_000 + b'"}\n'
    data = lines({"id": "a", "text": "Rain."}) + long + lines({"id": "b", "text": "Snow."})
    results = read_as("big.jsonl", data)
    assert [article.id for article in articles(results)] == ["a", "long", "b"]
    del results, long
    tracemalloc.start()

    results = read_as("big.jsonl", data, max_bytes=100_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [article.id for article in articles(results)] == ["a", "b"]
    assert problems(results) == [(2, "the line is longer than the limit for an article")]
    assert peak < 3_000_000


@pytest.mark.slow
def test_a_gzip_bomb_is_given_up(read_as: ReadAs) -> None:
    endless = lines({"id": "a", "text": "Rain."}) + (b" " * 99_999 + b"\n") * 1000
    data = gzip.compress(endless, 9)
    tracemalloc.start()

    results = read_as("bomb.jsonl.gz", data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert [article.id for article in articles(results)] == ["a"]
    assert problems(results) == [(None, "it unpacks to more than 200 times its size: the rest is not read")]
    assert peak < 3_000_000


@pytest.mark.slow
def test_one_endless_line_in_a_gzip_bomb_is_given_up_too(read_as: ReadAs) -> None:
    data = gzip.compress(b" " * 100_000_000, 9)
    tracemalloc.start()

    long_line, problem = read_as("bomb.jsonl.gz", data, max_bytes=1_000_000)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert isinstance(long_line, Problem)
    assert long_line.line == 1
    assert isinstance(problem, Problem)
    assert (problem.kind, problem.line) == (ProblemKind.OVERSIZED, None)
    assert peak < 10_000_000


def test_blank_lines_without_end_are_given_up(read_as: ReadAs) -> None:
    results = read_as("a.jsonl", lines({"text": "Rain."}) + b"\n" * 1_000_000 + lines({"text": "Snow."}))

    assert [article.text for article in articles(results)] == ["Rain."]
    assert problems(results) == [(None, "100000 lines in a row hold no article: the rest is not read")]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (gzip.compress(lines(*[{"text": f"Rain {n * n}."} for n in range(9999)]))[:-20], "it is cut off"),
        (b"plain", "it is damaged, or is not gzip"),
        (gzip.compress(b"x")[:12], "it is cut off"),
        (gzip.compress(b"x" * 1000)[:-8] + b"\0" * 8, "it is damaged, or is not gzip"),
    ],
    ids=["cut", "plain", "head only", "wrong checksum"],
)  # fmt: skip
def test_damaged_gzip_is_named(read_as: ReadAs, data: bytes, reason: str) -> None:
    results = read_as("a.jsonl.gz", data)

    assert problems(results)[-1] == (None, reason)
    assert all(article.text.startswith("Rain") for article in articles(results))


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz"])
def test_a_file_without_lines_is_empty(read_as: ReadAs, name: str) -> None:
    (problem,) = read_as(name, gzip.compress(b"") if name.endswith(".gz") else b"")

    assert isinstance(problem, Problem)
    assert problem.kind is ProblemKind.EMPTY


def test_broken_lines_without_end_are_counted_after_a_thousand(read_as: ReadAs) -> None:
    results = read_as("a.jsonl", b"no\n" * 5000 + lines({"text": "Rain."}))

    assert len(articles(results)) == 1
    assert len(problems(results)) == 1001
    assert problems(results)[-1] == (None, "4000 more lines are not read")


@given(
    st.lists(st.text(st.characters()).filter(lambda text: bool(text.strip())), min_size=1, max_size=5),
    st.booleans(),
)
def test_any_texts_come_back_exactly_but_for_half_characters(
    read_as: ReadAs, texts: list[str], escaped: bool
) -> None:
    data = "".join(json.dumps({"text": text}, ensure_ascii=escaped) + "\n" for text in texts)
    if not escaped:
        data = data.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    results = articles(read_as("any.jsonl", data.encode()))

    assert [len(article.text) for article in results] == [len(text) for text in texts]
    for article, text in zip(results, texts, strict=True):
        assert article.text == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)


def test_what_is_called_text_is_kept_with_its_tags(read_as: ReadAs) -> None:
    markup = "<p>It rained.</p><p>Snow &amp; hail.</p>"
    results = read_as("a.jsonl", lines({"text": markup}, {"content": markup}))

    assert [each.text for each in articles(results)] == [markup, "It rained.\nSnow & hail."]
