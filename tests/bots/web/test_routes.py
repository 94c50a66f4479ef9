from __future__ import annotations

import re
from pathlib import Path

from bots.archive_service import ArchiveService
from bots.web.app import STATIC, STATIC_FILES
from bots.web.routes import FEED, TEXTS, page_routes

DOCUMENT = (Path(__file__).parents[3] / "docs" / "web.md").read_text(encoding="utf-8")
SCRIPT = (STATIC / "keys.js").read_text(encoding="utf-8")


def test_every_address_is_documented() -> None:
    service = ArchiveService(Path("nowhere"), lambda: None)
    for page in page_routes(service):
        # `/quote/{name}` is `/quote/ID` there.
        path = re.sub(r"\{name.*?\}", "[A-Z]+", re.escape(page.path).replace("\\{", "{").replace("\\}", "}"))
        json_path = re.sub(r"\{name.*?\}", "[A-Z]+", page.json_path.replace(".", "\\."))
        assert re.search(rf"`{path}[`?]", DOCUMENT), page.path
        assert re.search(rf"`{json_path}`", DOCUMENT), page.json_path
    service.close()
    assert f"`{FEED}?" in DOCUMENT


def test_only_pages_take_a_text() -> None:
    service = ArchiveService(Path("nowhere"), lambda: None)
    known = {path for page in page_routes(service) for path in (page.path, page.json_path)}
    service.close()

    assert set(TEXTS) <= known


def test_every_static_file_is_there_and_no_other() -> None:
    assert {f"/{path.name}" for path in STATIC.iterdir()} == set(STATIC_FILES)


def test_the_script_makes_no_markup_and_asks_no_server() -> None:
    live = r"innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(|fetch\(|XMLHttp|import\(|WebSocket"

    assert not re.search(live, SCRIPT)
    assert not re.search(r"https?://|cookie|indexedDB", SCRIPT)


def test_the_script_keeps_nothing_in_the_browser_but_that_its_keys_are_off() -> None:
    kept = set(re.findall(r"\w*Storage\b[^;]*?\)", SCRIPT))

    assert kept == {
        'localStorage.getItem("keys")',
        'localStorage.removeItem("keys")',
        'localStorage.setItem("keys", "off")',
    }
