"""An assistant of a library that shows quotes only is given nothing else of an article."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from qa.ingest.set_show_limit import set_show_limit
from tests.bots.agents.conftest import Talking, told

pytestmark = pytest.mark.slow

WITHHELD = "The council of Westerhaven met on Monday"
LIMIT = "This archive shows quotes only."


async def test_no_tool_gives_more_of_an_article_than_its_quotes(
    talking: Talking, town: Path, tmp_path: Path
) -> None:
    library = Path(shutil.copytree(town / "library", tmp_path / "library"))
    set_show_limit(library, "quotes")

    async with talking("stdio", library) as client:
        answer = await told(client, "ask", question="What did Lindqvist say about the library?")
        quote = answer["quotes"][0]
        part = await told(client, "get_article", id=quote["id"])
        article = await told(client, "get_article", id=quote["id"][:10])
        shown = await told(client, "show_quote", id=quote["id"])
        found = await told(client, "find_words", words="Anna Lindqvist")

    assert part["text"] == quote["text"]
    assert (article["text"], article["next"]) == ("", None)
    assert LIMIT in part["says"]
    assert LIMIT in article["says"]
    assert (shown["before"], shown["after"]) == ("", "")
    assert all((place["before"], place["after"]) == ("", "") for place in found["places"])
    assert not any(WITHHELD in str(each) for each in (answer, part, article, shown))
