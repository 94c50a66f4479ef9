from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote as percent_encoded

import pytest
from starlette.testclient import TestClient

from tests.bots.web.conftest import HOSTILE_QUESTION, Browse, index
from tests.bots.web.reading import Element, read

pytestmark = pytest.mark.slow

ASKED = "What did Anna Lindqvist say about the harbour?"
ANSWER = "“The harbour must stay open to fishing boats,” Mayor Anna Lindqvist said."
OWN = "The harbour must stay open to fishing boats"
ALLOWED = {
    "html", "head", "meta", "title", "link", "body", "a", "header", "nav", "ul", "ol", "li", "form", "label", "input",
    "button", "main", "footer", "p", "h1", "h2", "h3", "section", "aside", "article", "figure", "figcaption",
    "blockquote", "mark", "strong", "time", "span", "meter", "details", "summary", "fieldset", "legend", "div", "code",
    "script", "svg", "rect", "textarea",
}  # fmt: skip
"""All elements that a template writes."""


def page(client: TestClient, address: str, status: int = 200) -> Element:
    reply = client.get(address)
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"] == "text/html; charset=utf-8"
    return read(reply.text)


def data(client: TestClient, address: str, status: int = 200) -> Any:
    reply = client.get(address)
    assert reply.status_code == status, reply.text
    assert reply.headers["content-type"] == "application/json"
    return reply.json()


def test_the_first_page_says_what_is_in_the_archive_and_what_to_ask(client: TestClient) -> None:
    shown = page(client, "/").one("main")

    assert "3 articles, 4 March 2024 to 1 June 2024" in shown.text
    assert "Coast Gazette: 1" in shown.text
    links = {each.text: each.attributes["href"] for each in shown.all("a")}
    questions = {text: link for text, link in links.items() if link.startswith("/ask?q=")}
    assert questions
    for link in questions.values():
        assert page(client, link).one("main").text.count("Answered") == 1
    assert links["Anna Lindqvist"] == "/speaker/Anna%20Lindqvist"


def test_an_answer_has_the_quote_its_own_words_speaker_source_date_and_link(client: TestClient) -> None:
    shown = page(client, f"/ask?q={ASKED}").one("main")

    assert shown.one("h1").text == ASKED
    assert "Understood as: speaker: Anna Lindqvist · topic: the harbour" in shown.text
    assert "Answered, in the articles’ own words:" in shown.text
    first = next(shown.all("figure"))
    quoted = first.one("blockquote")
    assert quoted.text.strip().startswith(ANSWER)
    assert quoted.attributes["cite"] == "https://coast.example/harbour"
    assert OWN in [each.text.rstrip(",") for each in quoted.all("strong")]
    assert "Anna Lindqvist, Coast Gazette, 4 March 2024" in first.text
    assert first.one("time").attributes["datetime"] == "2024-03-04"
    links = [each.attributes["href"] for each in first.all("a")]
    assert links[0] == "/speaker/Anna%20Lindqvist"
    assert page(client, links[1]).one("mark").text.startswith("“The harbour must stay open")


def test_what_answers_nothing_stands_apart(client: TestClient) -> None:
    shown = page(client, "/ask?q=What did Anna Lindqvist say about volcanoes?").one("main")

    assert "Not found" in shown.one("h1").text + shown.text
    assert next(each.text for each in shown.all("h2")) != "Quotes"
    assert "Answered" not in shown.text


def test_what_asks_the_articles_nothing_gets_a_reply_and_no_answer(client: TestClient) -> None:
    about = page(client, "/ask?q=What is in here?").one("main")
    which = page(client, "/ask?q=Which articles do you have about the harbour?").one("main")

    assert "In here: 3 articles" in about.text
    assert "Quoted most: people" in about.text
    (link,) = [each for each in which.all("a") if each.text == "Council argues about the harbour"]
    assert "Anna Lindqvist" in page(client, link.attributes["href"]).one("main").text
    assert "Answered" not in about.text + which.text


def test_a_question_with_bounds_keeps_them(client: TestClient) -> None:
    inside = page(client, f"/ask?q={ASKED}&since=2024-03-01&until=2024-03-31&source=coast gazette")
    outside = page(client, f"/ask?q={ASKED}&since=2024-04-01&source=Nobody")

    assert "Answered" in inside.one("main").text
    assert {
        each.attributes["value"] for each in inside.all("input") if each.attributes["type"] == "date"
    } == {
        "2024-03-01",
        "2024-03-31",
    }
    assert "Answered" not in outside.one("main").text
    assert "No article here is from “Nobody”." in outside.one("main").text


@pytest.mark.parametrize("address", ["/ask.json?q=Who+spoke?", "/compare.json?who=Lindqvist&who=Okafor"])
def test_a_program_is_told_that_an_outlet_has_no_article(client: TestClient, address: str) -> None:
    found = client.get(f"{address}&source=Cost Gazette").json()

    notes = [side["note"] for side in found["sides"]] if "note" not in found else [found["note"]]
    assert all("No article here is from “Cost Gazette”. Is “Coast Gazette” meant?" in note for note in notes)


def test_two_speakers_stand_side_by_side(client: TestClient) -> None:
    shown = page(client, "/ask?q=Lindqvist and Okafor on the harbour").one("main")

    assert [each.text for each in shown.all("h2")][:2] == ["Anna Lindqvist", "Peter Okafor"]


def test_a_quote_is_marked_in_its_article(client: TestClient, quote_of: Callable[[str], str]) -> None:
    shown = page(client, f"/quote/{quote_of(ASKED)}").one("main")

    marked = shown.one("mark")
    assert marked.attributes["id"] == "quote"
    assert marked.text.startswith("“The harbour must stay open to fishing boats,”")
    article = shown.one("article")
    assert article.text.strip().startswith("The council of Westerhaven met on Monday")
    assert "Peter Okafor" in article.text
    assert len(list(article.all("p"))) == 3


def test_an_article_is_shown_whole_with_who_is_quoted_in_it(
    client: TestClient, quote_of: Callable[[str], str]
) -> None:
    uid = quote_of(ASKED)[:10]
    shown = page(client, f"/article/{uid}").one("main")

    assert shown.one("h1").text == "Council argues about the harbour"
    assert len(list(shown.one("article").all("p"))) == 3
    assert "https://coast.example/harbour" in [each.attributes["href"] for each in shown.all("a")]
    quoted = shown.text.partition("Who is quoted here")[2]
    assert "Anna Lindqvist: “The harbour must stay open" in " ".join(quoted.split())


def test_a_long_article_is_cut_into_pages(client: TestClient, quote_of: Callable[[str], str]) -> None:
    uid = quote_of(ASKED)[:10]

    whole = data(client, f"/article/{uid}.json")
    rest = data(client, f"/article/{uid}.json?from=100")

    assert whole["text"][100:] == rest["text"]
    assert (rest["start"], rest["end"]) == (100, whole["characters"])
    assert [each for each in whole["attributions"] if each["content"][0][0] >= 100] == rest["attributions"]


def test_speakers_are_listed_and_each_has_a_page(client: TestClient) -> None:
    shown = page(client, "/speakers").one("main")

    names = [each.text for each in shown.all("h2")]
    assert names[0] == "Anna Lindqvist"
    assert {"Peter Okafor", "Olga Brandt"} <= set(names)
    for heading in shown.all("h2"):
        assert page(client, heading.one("a").attributes["href"]).one("h1").text == heading.text
    one = page(client, "/speaker/Lindqvist").one("main")
    dates = [each.attributes["datetime"] for each in one.all("time")]
    assert dates == sorted(dates, reverse=True)
    assert len(dates) >= 2


def test_every_listed_speaker_has_a_page_of_their_own(tmp_path: Path, browse: Browse, encoder: Any) -> None:
    (tmp_path / "news").mkdir()
    for number, who in enumerate(("Quill", "Ada Quill", "Una Quill", "The port of Harwick")):
        text = f"“The pier stays shut until the inspector comes,” {who} said on Monday.\n"
        (tmp_path / "news" / f"{number}.txt").write_text(text, encoding="utf-8")
    index(tmp_path / "library", tmp_path / "news", encoder)
    client = browse(tmp_path / "library")

    names = [each["name"] for each in data(client, "/speakers.json")["speakers"]]
    own = [data(client, f"/speaker/{name}.json") for name in names]

    assert {"Ada Quill", "Una Quill"} < set(names)
    assert [each["speaker"]["name"] for each in own] == names
    assert all(each["count"] for each in own)


def test_exact_words_are_found_with_who_says_them(client: TestClient) -> None:
    assert page(client, "/find").one("h1").text == "Find exact words"

    shown = page(client, "/find?q=hole in the BUDGET").one("main")

    assert "1 place in 1 article" in shown.text
    assert shown.one("mark").text == "hole in the budget"
    assert "Peter Okafor" in shown.one("figcaption").text
    assert "Not found" in page(client, "/find?q=hole in the boat").text


def test_where_the_words_around_a_place_are_cut_is_shown(client: TestClient) -> None:
    last, first = (
        page(client, f"/find?q={words}").one("blockquote").text.strip()
        for words in ("hole in the budget", "council of Westerhaven")
    )

    assert last.startswith("… ")
    assert last.endswith("“a hole in the budget”.")
    assert first.startswith("The council of Westerhaven met")
    assert first.endswith(" …")


def test_the_json_is_that_of_the_command_line(
    client: TestClient, command: Callable[..., list[Any]], quote_of: Callable[[str], str]
) -> None:
    for question in (
        ASKED,
        HOSTILE_QUESTION,
        "hello",
        "Lindqvist and Okafor on the harbour",
        "What about Atlantis?",
    ):
        assert [data(client, f"/ask.json?q={percent_encoded(question)}")] == command("ask", question)
    bounds = ("--since", "2024-04-01", "--source", "Inland Post")
    assert [data(client, f"/ask.json?q={ASKED}&since=2024-04-01&source=Inland Post")] == command(
        "ask", ASKED, *bounds
    )
    assert [data(client, "/overview.json")] == command("overview")
    assert [data(client, f"/quote/{quote_of(ASKED)}.json")] == command("show", quote_of(ASKED))
    assert [data(client, "/find.json?q=the library")] == command("find", "the library", "--limit", "20")
    listed = data(client, "/speakers.json")
    assert listed["speakers"] == command("speakers")
    assert listed["count"] == len(listed["speakers"])
    one = data(client, "/speaker/Lindqvist.json")
    assert [one["speaker"]] == command("speakers", "Lindqvist")
    assert one["quotes"] == command("quotes", "--speaker", "Lindqvist")
    uid = quote_of(ASKED)[:10]
    records = [each for each in command("attributions") if each["article"] == "harbour.md"]
    # There the article and its text stand beside its records; a line of a table has them itself.
    of_article = ("words", "title", "date", "source", "url")
    told = data(client, f"/article/{uid}.json")["attributions"]
    assert told == [{key: record[key] for key in record if key not in of_article} for record in records]
    assert records


@pytest.mark.parametrize(
    ("address", "status", "message"),
    [
        ("/nothing-here", 404, "Ask a question above instead"),
        ("/ask/more", 404, "Ask a question above instead"),
        ("/quote/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 404, "Copy the id again"),
        ("/quote/7", 400, "not the whole id of a quote. The page of a quote has it"),
        ("/article/aaaaaaaaaa", 404, "Was it removed"),
        ("/article/hostile", 404, "Was it removed"),
        ("/speaker/Zebulon Crake", 404, "The list of speakers"),
        ("/ask", 400, "The question is empty"),
        ("/ask?q=%20%0A", 400, "The question is empty"),
        ("/ask?q=" + "a" * 1_001, 400, "at most 1,000"),
        ("/ask?q=x&since=yesterday", 400, "write it as 2025-01-31"),
        ("/ask?q=x&since=2024-02-01&until=2024-01-01", 400, "Swap them"),
        ("/find?q=", 400, "empty"),
        ("/find?q=%3F", 400, "No word was given"),
        ("/speakers?from=-1", 400, "not a whole number"),
    ],
)
def test_what_cannot_be_shown_says_what_to_do(
    client: TestClient, address: str, status: int, message: str
) -> None:
    shown = page(client, address, status)
    path, question, rest = address.partition("?")

    assert message in shown.one("main").text
    assert {"/", "/speakers", "/find"} <= {each.attributes["href"] for each in shown.one("main").all("a")}
    error = data(client, f"{path.rstrip('/')}.json{question}{rest}", status)
    assert error["schema"] == 2
    assert error["error"]["code"] == {404: "not_found", 400: "usage"}[status]
