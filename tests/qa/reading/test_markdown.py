from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.datatypes import Article
from qa.reading.files import Problem, ProblemKind

ReadAs = Callable[..., list[Article | Problem]]


def one(results: list[Article | Problem]) -> tuple[Article, list[str]]:
    """Return the article and the reasons of the warnings before it."""
    *problems, article = results
    assert isinstance(article, Article)
    warnings = [problem for problem in problems if isinstance(problem, Problem)]
    assert [(warning.kind, warning.fatal) for warning in warnings] == [(ProblemKind.DETAIL, False)] * len(
        warnings
    )
    return article, [warning.reason for warning in warnings]


def test_front_matter_gives_the_details_and_the_text_is_what_follows_exactly(read_as: ReadAs) -> None:
    text = "\r\n# Rain\r\n\r\nIt *rained* all day.\r\n---\r\nMore rain.  "
    data = (
        "---\r\ntitle: Rain in the north\r\ndate: 2026-11-21\r\nsource: The Gazette\r\n"
        "url: https://example.org/rain\r\nauthor:\r\n  - Ann Lee\r\n  - Bo Ek\r\ntags: [rain]\r\n---\r\n"
    )

    assert read_as("rain.md", (data + text).encode()) == [
        Article(
            "rain.md",
            text,
            title="Rain in the north",
            date="2026-11-21",
            source="The Gazette",
            url="https://example.org/rain",
            author="Ann Lee, Bo Ek",
            path="rain.md",
            reader="markdown/4",
        )
    ]


@pytest.mark.parametrize("name", ["published", "pubDate", "publish-date", "datePublished"])
def test_a_date_is_known_by_what_blogs_and_clippers_call_it(read_as: ReadAs, name: str) -> None:
    data = f"---\n{name}: 2026-11-21\nsource: https://example.org/rain\nbyline: Ann Lee\n---\nIt rained.\n"

    article, warnings = one(read_as("rain.md", data.encode()))

    assert (article.date, article.url, article.source, article.author) == (
        "2026-11-21", "https://example.org/rain", "", "Ann Lee",
    )  # fmt: skip
    assert warnings == []


def test_without_front_matter_all_is_text_and_the_heading_is_the_title(read_as: ReadAs) -> None:
    article, warnings = one(read_as("rain.md", b"# Rain in the north\n\nIt rained."))

    assert (article.title, article.text) == ("Rain in the north", "# Rain in the north\n\nIt rained.")
    assert warnings == []


@pytest.mark.parametrize(
    "text",
    [
        "---\nIt rained.\n---\nIt rained on.",
        "---\n\nIt rained: a lot.\n\n---\nMore.",
        "---\nIt rained.",
        "----\na: b\n---\n",
    ],
    ids=["rules", "rules and a colon", "one rule", "four dashes"],
)
def test_a_rule_is_not_front_matter(read_as: ReadAs, text: str) -> None:
    article, warnings = one(read_as("rain.md", text.encode()))

    assert article.text == text
    assert warnings == []


@pytest.mark.parametrize("end", ["---", "..."], ids=["dashes", "dots"])
def test_front_matter_may_be_empty_or_end_with_dots(read_as: ReadAs, end: str) -> None:
    assert one(read_as("rain.md", f"---\n{end}\nIt rained.".encode()))[0].text == "It rained."
    assert one(read_as("rain.md", f"---\ntitle: Rain\n{end}\nIt rained.".encode()))[0].title == "Rain"


def test_scalars_stay_as_they_are_written(read_as: ReadAs) -> None:
    block = b"Title: No\nsource: 0755\nauthor: 12:30:00\nurl: ~\ndate: 2026-11-21 08:30:15 +01:00\n"
    data = b"---\n" + block + b"---\nRain."

    article, warnings = one(read_as("rain.md", data))

    assert (article.title, article.source, article.author, article.url) == ("No", "0755", "12:30:00", "")
    assert article.date == "2026-11-21T08:30:15+01:00"
    assert warnings == []


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        ("title: [Rain", "expected ',' or ']', but got '<stream end>' in its line 2"),
        ("title: &a Rain\nsource: *a", "aliases (*name) are not allowed in it"),
        ("title: !!python/object/apply:os.system [ls]", "could not determine a constructor for the tag"),
        ("title: !!int Rain", "a value in it is not what its tag says, or is nested too deeply"),
        ("title: " + "[" * 20_000, "a value in it is not what its tag says, or is nested too deeply"),
    ],
    ids=["open bracket", "alias", "object", "tag", "nested"],
)
def test_front_matter_that_cannot_be_read_is_named_and_the_article_is_read(
    read_as: ReadAs, block: str, reason: str
) -> None:
    article, warnings = one(read_as("rain.md", f"---\n{block}\n---\nRain fell.".encode()))

    assert article.text == "Rain fell."
    assert article.title == "Rain fell."
    assert len(warnings) == 1
    assert warnings[0].startswith(f"its front matter is not read: {reason}")


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Rain: a lot", "Rain: a lot"),
        ('"Rain" and snow', '"Rain" and snow'),
        ("'Rain' or 'snow'", "'Rain' or 'snow'"),
        ("@harwick rains", "@harwick rains"),
    ],
    ids=["colon", "quoted word", "two quoted words", "at"],
)
def test_front_matter_that_is_no_yaml_is_read_line_by_line(read_as: ReadAs, title: str, read: str) -> None:
    block = f"title: {title}\nauthor: 'Guy Fenn'\ndate: 2026-03-10"

    article, warnings = one(read_as("rain.md", f"---\n{block}\n---\nRain fell.".encode()))

    assert (article.title, article.author, article.date) == (read, "Guy Fenn", "2026-03-10")
    assert len(warnings) == 1
    assert warnings[0].startswith("its front matter is read line by line: ")


def test_a_bomb_of_aliases_is_not_unfolded(read_as: ReadAs) -> None:
    # Nine lines that would become a thousand million words.
    lines = ["a0: &a0 " + "[" + ", ".join(["rain"] * 10) + "]"]
    lines += [f"a{n}: &a{n} [" + ", ".join([f"*a{n - 1}"] * 10) + "]" for n in range(1, 9)]
    data = "---\n" + "\n".join([*lines, "title: *a8"]) + "\n---\nRain fell."
    tracemalloc.start()

    article, warnings = one(read_as("rain.md", data.encode()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert article.title == "Rain fell."
    assert warnings == ["its front matter is not read: aliases (*name) are not allowed in it"]
    assert peak < 20_000_000


def test_front_matter_without_end_is_text(read_as: ReadAs) -> None:
    data = "---\ntitle: Rain\n" + "more: rain\n" * 10_000 + "---\nRain fell."

    article, _ = one(read_as("rain.md", data.encode()))

    assert article.text == data


def test_front_matter_and_nothing_else_is_no_article(read_as: ReadAs) -> None:
    (problem,) = read_as("rain.md", b"---\ntitle: Rain\n---\n")

    assert isinstance(problem, Problem)
    assert (problem.kind, problem.reason) == (ProblemKind.EMPTY, "it has no text")


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\t\n\r"))


@given(block=TEXT, text=TEXT.filter(lambda text: bool(text.strip())))
def test_whatever_is_in_front_the_text_is_the_end_of_the_file(read_as: ReadAs, block: str, text: str) -> None:
    data = f"---\n{block}\n---\n{text}"

    article, _ = one(read_as("any.md", data.encode()))

    assert data.endswith(article.text)
    assert article.text.endswith(text)


def test_a_body_of_markup_is_read_as_its_page_would_show_it(read_as: ReadAs) -> None:
    told = "<p>Rain &amp; hail fell.</p><p>“It leaks,” Ada Quill said.</p>"
    body = f'<div id="story">{told}\n\n <p>Tom Hale left.</p></div>\n'

    article, _ = one(read_as("rain.md", f"---\ntitle: Rain\n---\n{body}".encode()))

    assert article.text.split("\n") == ["Rain & hail fell.", "“It leaks,” Ada Quill said.", "Tom Hale left."]


def test_tags_among_paragraphs_of_markdown_are_left_as_they_are(read_as: ReadAs) -> None:
    body = (
        "Rain fell.\n\n<p>A picture.</p>\n\nHail fell.\n\n<p>Another.</p>\n\nSnow fell.\n\n<p>A third.</p>\n"
    )

    article, _ = one(read_as("rain.md", body.encode()))

    assert article.text == body
