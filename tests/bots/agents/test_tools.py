"""Every tool over both transports, and what stands under which key."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qa.upkeep.forget import forget
from tests.bots.agents.conftest import TRANSPORTS, Talking, index, refused, told
from tests.bots.web.conftest import HARBOUR, LIBRARY

pytestmark = pytest.mark.slow

ASKED = "What did Anna Lindqvist say about the harbour?"
SECRET = "zanzibarquill"
"""What is given as a value, and must not be said back."""
TEXT = "“The harbour must stay open to fishing boats,” Mayor Anna Lindqvist said. “We will not sell it.”"
OWN = ["The harbour must stay open to fishing boats,", "We will not sell it."]

Check = Callable[[Any], object]
CALLS: tuple[tuple[str, dict[str, object], Check], ...] = (
    ("ask", {"question": ASKED}, lambda r: r["outcome"] == "answered" and r["quotes"][0]["own_words"] == OWN),
    (
        "find_quotes",
        {"speaker": "Lindqvist", "until": "2024-04-01"},
        lambda r: [quote["text"] for quote in r["quotes"]] == [TEXT] and r["total"] == 1,
    ),
    (
        "find_quotes",
        {"speaker": "Lindqvist", "about": "the library"},
        lambda r: [quote["how"] for quote in r["quotes"]] == ["partly"],
    ),
    ("find_speakers", {"query": "okaf"}, lambda r: r["speakers"][0]["name"] == "Peter Okafor"),
    (
        "find_words",
        {"words": "fishing boats"},
        lambda r: r["places"][0]["quote"]["speaker"] == "Anna Lindqvist",
    ),
    (
        "check_quotation",
        {"words": "a hole in the budget", "speaker": "Anna Lindqvist"},
        lambda r: r["outcome"] == "problems" and r["findings"][0]["finding"] == "other_speaker",
    ),
    (
        "check_text",
        {"text": "“We will not sell it,” Anna Lindqvist said."},
        lambda r: r["outcome"] == "all_pass" and r["findings"][0]["finding"] == "verbatim",
    ),
    (
        "compare",
        {"first": "Lindqvist", "second": "Okafor", "about": "the harbour"},
        lambda r: r["sides"][0]["outcome"] == "answered" and len(r["sides"]) == 2,
    ),
    (
        "timeline",
        {"speaker": "Lindqvist"},
        lambda r: [quote["date"] for quote in r["quotes"]] == ["2024-03-04", "2024-05-20"],
    ),
    ("archive_overview", {}, lambda r: r["says"].startswith("In here: 3 articles") and r["speakers"] == 4),
)


@pytest.mark.parametrize("transport", TRANSPORTS)
async def test_every_tool_answers(talking: Talking, town: Path, transport: str) -> None:
    async with talking(transport, town / "library") as client:
        called = {tool for tool, _, _ in CALLS} | {"show_quote", "get_article"}
        listed = (await client.list_tools()).tools
        assert {tool.name for tool in listed} == called

        for tool, arguments, right in CALLS:
            result = await told(client, tool, **arguments)
            assert right(result), (tool, result)

        quote = (await told(client, "ask", question=ASKED))["quotes"][0]
        shown = await told(client, "show_quote", id=quote["id"])
        text = HARBOUR.split("---\n", 2)[2].strip()
        assert shown["before"] + shown["quote"]["text"] + shown["after"] == text
        part = await told(client, "get_article", id=quote["article"])
        assert (part["text"].strip(), part["next"]) == (text, None)
        assert part["quotes"][0]["speaker"] == "Anna Lindqvist"

        read = await client.read_resource(f"onrecord://quote/{quote['id']}")
        assert json.loads(read.contents[0].text) == shown
        read = await client.read_resource(f"onrecord://article/{quote['article']}")
        assert json.loads(read.contents[0].text) == part
        prompt = await client.get_prompt("answer_with_quotes", {"question": ASKED})
        assert ASKED in prompt.messages[0].content.text
        prompt = await client.get_prompt("check_this_draft", {"draft": "“{braces}” & more"})
        assert prompt.messages[0].content.text.endswith("“{braces}” & more")


async def test_what_a_client_is_told_first_is_of_this_archive(talking: Talking, town: Path) -> None:
    from mcp import Client

    async with talking("stdio", town / "library") as client:
        instructions = client.instructions
        tools = (await client.list_tools()).tools
    async with talking("http", town / "library") as client:
        assert client.instructions == instructions
    assert isinstance(client, Client)

    for words in (
        "3 articles, 4 March 2024 to 1 June 2024",
        "“Coast Gazette” (1)",
        "check_text",
        "never follow it",
    ):
        assert words in instructions
    for tool in tools:
        assert tool.annotations.read_only_hint
        assert tool.annotations.idempotent_hint
        assert tool.annotations.open_world_hint is False
        assert tool.output_schema is not None
        assert tool.input_schema["additionalProperties"] is False
        properties = tool.input_schema["properties"]
        assert all(given.get("description") for given in properties.values()), tool.name
        assert not {"path", "file", "url", "library"} & set(properties)


@pytest.mark.parametrize(
    ("speaker", "finding"),
    [
        ("Peter Okafor, of the opposition", "verbatim"),
        ("Anna Lindqvist, the mayor", "other_speaker"),
        ("Monday", "speaker_unclear"),
        ("Nobody Known", "speaker_unclear"),
        ("una strand", "speaker_unclear"),
        ("a spokesman", "speaker_unclear"),
    ],
)
async def test_a_quotation_is_compared_with_whoever_is_to_have_said_it(
    talking: Talking, town: Path, speaker: str, finding: str
) -> None:
    async with talking("http", town / "library") as client:
        found = await told(client, "check_quotation", words="a hole in the budget", speaker=speaker)

    assert found["findings"][0]["finding"] == finding
    assert found["outcome"] == ("all_pass" if finding == "verbatim" else "problems")


async def test_only_what_answers_stands_under_quotes(talking: Talking, town: Path) -> None:
    async with talking("http", town / "library") as client:
        nearest = await told(client, "ask", question="What did Peter Okafor say about the moon?")
        nothing = await told(client, "ask", question="Who won the chess tournament in Oslo?")
        outside = await told(client, "ask", question=ASKED, since="2024-06-01")
        other = await told(client, "ask", question=ASKED, source="Nowhere Post")
        greeting = await told(client, "ask", question="Hello")

    assert nearest["outcome"] == "nearest"
    assert "though not on the moon" in nearest["says"]
    assert nothing["outcome"] in ("nearest", "not_found")
    assert outside["outcome"] == "nearest"
    assert other["note"] == "No article here is from “Nowhere Post”. archive_overview names the outlets."
    assert greeting["outcome"] == "meta"
    for answer in (nearest, nothing, outside, other, greeting):
        assert answer["quotes"] == answer["may_answer"] == []
    assert nearest["nearest"][0]["speaker"] == "Peter Okafor"


async def test_earlier_questions_come_with_the_call_and_are_not_remembered(
    talking: Talking, town: Path
) -> None:
    async with talking("http", town / "library") as client:
        followed = await told(client, "ask", question="And about the library?", history=[ASKED])
        alone = await told(client, "ask", question="And about the library?")
        named = await told(client, "ask", question="the library", speaker="lindqvist")

    assert "Anna Lindqvist" in followed["understood"]
    assert followed["quotes"][0]["own_words"] == ["the living room of the town"]
    assert "Anna Lindqvist" not in alone["understood"]
    assert named["quotes"][0]["own_words"] == ["the living room of the town"]


async def test_what_a_model_pastes_passes_the_check(talking: Talking, town: Path) -> None:
    async with talking("http", town / "library") as client:
        for name in ("Lindqvist", "Okafor", "Olga Brandt"):
            for quote in (await told(client, "find_quotes", speaker=name))["quotes"]:
                pasted = f"{quote['text']} ({quote['citation']})"
                checked = await told(client, "check_text", text=pasted)
                assert checked["outcome"] == "all_pass", (pasted, checked)


async def test_what_is_wrong_is_told_with_what_to_do(talking: Talking, town: Path) -> None:
    async with talking("http", town / "library") as client:
        assert "`find_speakers`" in await refused(client, "find_quotes", speaker="Nobody Here")
        assert "`ask`" in await refused(client, "show_quote", id="abc")
        assert "2025-01-31" in await refused(client, "ask", question=ASKED, since="2024-02-30")
        assert "Swap" in await refused(client, "ask", question=ASKED, since="2024-02-02", until="2024-01-01")
        assert "empty" in await refused(client, "ask", question="  ")
        assert "different speakers" in await refused(client, "compare", first="Okafor", second="Okafor")


async def test_wrong_arguments_are_told_in_our_words_with_what_a_tool_takes(
    talking: Talking, town: Path
) -> None:
    async with talking("http", town / "library") as client:
        unknown = await refused(client, "ask", question=ASKED, speakers="Okafor")
        missing = await refused(client, "find_quotes")
        too_long = await refused(client, "ask", question="x" * 2_000)
        wrong = await refused(
            client, "ask", question=ASKED, since=["2024"], **{f"a{n}": "" for n in range(9)}
        )
        hostile = await refused(client, "archive_overview", **{"\x1b[31m" + "x" * 5_000: SECRET})

    assert unknown == (
        "`speakers` is no argument of `ask`. Did you mean `speaker`? It takes `question`, `since`, `until`, `source`, "
        "`speaker`, `history`."
    )
    assert missing.startswith("`speaker` is missing: give it. The name of a person or body")
    assert too_long == "`question` is too long: at most 1,000 characters."
    assert wrong.startswith("`since` is not as it should be. Only articles from this day on, as 2025-01-31.")
    assert len(wrong) <= 600
    assert hostile.endswith("is no argument of `archive_overview`. It takes none.")
    assert "\x1b" not in hostile
    for said in (unknown, missing, too_long, wrong, hostile):
        assert "pydantic" not in said
        assert SECRET not in said


async def test_a_purged_quote_is_not_shown_and_a_changed_one_says_so(
    talking: Talking, own_town: Path, encoder: Any
) -> None:
    library, news = own_town / "library", own_town / "news"
    async with talking("stdio", library) as client:
        quote = (await told(client, "ask", question=ASKED))["quotes"][0]
        listed = await told(client, "find_speakers")

        (news / "harbour.md").write_text(HARBOUR.replace("sell it", "sell it now"), encoding="utf-8")
        index(library, news, encoder)
        shown = await told(client, "show_quote", id=quote["id"])
        assert shown["quote"]["current"] is False
        assert "has changed since" in shown["says"]
        assert shown["quote"]["text"] == TEXT
        assert (await told(client, "ask", question=ASKED))["quotes"][0]["text"] == TEXT.replace(
            "it.", "it now."
        )

        forget(library, str(news / "harbour.md"), purge=True)
        assert "No quote" in await refused(client, "show_quote", id=quote["id"])
        assert "No such article" in await refused(client, "get_article", id=quote["article"])
        assert TEXT not in json.dumps(await told(client, "ask", question=ASKED), ensure_ascii=False)
        assert (await told(client, "find_speakers"))["total"] < listed["total"]

        forget(library, str(news), purge=True)
        assert "There are no articles" in await refused(client, "ask", question=ASKED)


async def test_long_lists_and_articles_come_in_pages(talking: Talking, own_town: Path, encoder: Any) -> None:
    library, news = own_town / "library", own_town / "news"
    said = "\n\n".join(f"“Ferry number {n} leaves at noon today,” Tove Hallberg said." for n in range(1, 24))
    long = "\n".join(f"Line {n} of the timetable says nothing that anybody would quote." for n in range(400))
    (news / "ferries.txt").write_text(f"{said}\n\n{long}\n", encoding="utf-8")
    index(library, news, encoder)
    async with talking("http", library) as client:
        found, cursor = [], None
        while True:
            page = await told(client, "find_quotes", speaker="Tove Hallberg", **_with(cursor))
            found += [quote["id"] for quote in page["quotes"]]
            cursor = page["next"]
            if cursor is None:
                break
            assert len(page["quotes"]) == 10
        assert len(found) == len(set(found)) == page["total"] == 23

        first = await told(client, "find_words", words="leaves at noon")
        assert (first["total"], len(first["places"])) == (23, 10)
        second = await told(client, "find_words", words="leaves at noon", cursor=first["next"])
        assert not {p["quote"]["id"] for p in first["places"]} & {p["quote"]["id"] for p in second["places"]}
        assert "another list" in await refused(client, "find_words", words="at noon", cursor=first["next"])

        uid = page["quotes"][0]["article"]
        text, cursor = "", None
        while True:
            part = await told(client, "get_article", id=uid, **_with(cursor))
            assert len(part["text"]) <= 8_000
            text += part["text"]
            cursor = part["next"]
            if cursor is None:
                break
        assert text.strip() == f"{said}\n\n{long}".strip()
        around = await told(client, "get_article", id=uid, around=found[0])
        assert found[0] in {quote["id"] for quote in around["quotes"]}

        (news / "library.md").write_text(LIBRARY.replace("June", "July"), encoding="utf-8")
        (news / "more.txt").write_text("Nothing was said.\n", encoding="utf-8")
        index(library, news, encoder)
        assert "changed" in await refused(client, "find_words", words="leaves at noon", cursor=first["next"])


def _with(cursor: str | None) -> dict[str, str]:
    return {} if cursor is None else {"cursor": cursor}


async def test_a_statement_that_nothing_proves_is_not_among_what_was_checked(
    talking: Talking, town: Path
) -> None:
    stated = "Anna Lindqvist said that the lighthouse would be moved to the moon next year. "
    async with talking("http", town / "library") as client:
        checked = await told(client, "check_text", text=f"{stated}“We will not sell it,” she said.")
        alone = await told(client, "check_text", text=stated)

    assert [finding["kind"] for finding in checked["findings"]] == ["quotation"]
    assert [finding["finding"] for finding in checked["not_compared"]] == ["not_compared"]
    assert alone["outcome"] == "no_quotations"
