from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from bots.terminal.app import run
from tests.bots.web.reading import read
from tests.bots.web.test_pages import ALLOWED, page

pytestmark = pytest.mark.slow

DRAFT = (
    "Mayor Anna Lindqvist said: “The harbour must stay open to fishing boats.”\n\n"
    "<script>alert(1)</script> Peter Okafor called it “a hole in the budgets”. “Nobody has ever said this here,” "
    "she said.\n"
)


def test_a_draft_is_checked_as_by_the_command(
    client: TestClient, town: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def printed(*bounds: str) -> object:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(DRAFT.encode())))
        capsys.readouterr()
        run(["check", "-", "--json", "--library", str(town / "library"), *bounds])
        return json.loads(capsys.readouterr().out)

    sent = client.post("/check.json", content=DRAFT.encode(), headers={"content-type": "text/plain"})
    typed = client.post("/check.json", data={"text": DRAFT.replace("\n", "\r\n"), "since": "", "source": ""})
    bound = client.post("/check.json?source=Inland Post", content=DRAFT.encode())
    form = client.post("/check.json", data={"text": DRAFT, "source": "Inland Post"})

    assert sent.status_code == 200
    assert sent.json() == typed.json() == printed()
    assert bound.json() == form.json() == printed("--source", "Inland Post")
    assert sent.json()["counts"] == {"altered": 1, "not_here": 1, "verbatim": 1}


def test_findings_stand_beside_the_draft(client: TestClient) -> None:
    reply = client.post("/check", data={"text": DRAFT}, headers={"origin": "http://127.0.0.1:8000"})
    shown = read(reply.text).one("main")

    assert reply.status_code == 200
    assert "3 quotations: 1 verbatim, 1 altered, 1 not in this archive." in shown.text
    marks = [(each.attributes["class"], each.text) for each in shown.all("mark")]
    assert marks == [
        ("right", "The harbour must stay open to fishing boats."),
        ("wrong", "a hole in the budgets"),
        ("open", "Nobody has ever said this here,"),
    ]
    ids = [each.attributes["id"] for each in shown.all("section") if "id" in each.attributes]
    links = [each.attributes["href"] for each in shown.all("a") if each.attributes.get("class") == "note"]
    assert links == [f"#{each}" for each in ids] == ["#f1", "#f2", "#f3"]
    second = next(each for each in shown.all("section") if each.attributes.get("id") == "f2")
    assert "word: the draft has “budgets”, the article “budget”" in second.text
    assert "Peter Okafor" in second.text
    assert shown.one("textarea").text.lstrip("\n") == DRAFT


def test_the_speaker_by_the_draft_is_named_once_in_a_finding(client: TestClient) -> None:
    draft = "“The harbour must stay open to fishing boats,” Peter Okafor said."
    shown = read(client.post("/check", data={"text": draft}).text).one("main")

    (finding,) = (each for each in shown.all("section") if each.attributes.get("id") == "f1")
    assert "said by somebody else" in finding.text
    assert finding.text.count("by the draft") == 1
    assert "by the draft Peter Okafor, by the article Anna Lindqvist" in finding.text


def test_nothing_of_a_draft_is_live(client: TestClient) -> None:
    draft = f"</textarea></p><img src=x onerror=alert(1)> \x1b[31m “{'</mark><svg onload=alert(1)> ' * 3}”"

    root = read(client.post("/check", data={"text": draft}).text)

    assert {each.tag for each in root.all()} <= ALLOWED
    assert not list(root.one("main").all("svg"))
    assert "␛[31m" in root.one("main").text


def test_a_draft_without_quotations_says_so(client: TestClient) -> None:
    reply = client.post("/check", data={"text": "Nothing is quoted here."})

    assert "No quotation or reported statement was found in it." in reply.text


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (
            "application/x-www-form-urlencoded",
            "The form that was sent has no field `text`. Send the text itself",
        ),
        ("application/json", "What was sent is application/json. Send the text itself as the body, with"),
        ("multipart/form-data; boundary=x", "What was sent is multipart/form-data."),
    ],
)
def test_a_program_that_sends_a_draft_as_something_else_is_told_how(
    client: TestClient, kind: str, message: str
) -> None:
    reply = client.post("/check.json", content=DRAFT.encode(), headers={"content-type": kind})

    assert reply.status_code == 400
    assert message in reply.json()["error"]["message"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"text": " \n"}, "The draft is empty"),
        ({}, "The draft is empty"),
        ({"text": "x" * 300_001}, "at most 300,000"),
        ({"text": "x", "since": "yesterday"}, "write it as 2025-01-31"),
        ({str(number): "x" for number in range(200)}, "cannot be read"),
    ],
    ids=["spaces", "nothing", "too long", "no day", "fields"],
)
def test_a_draft_that_cannot_be_checked_says_why(
    client: TestClient, fields: dict[str, str], message: str
) -> None:
    reply = client.post("/check.json", data=fields)

    assert reply.status_code == 400
    assert message in reply.json()["error"]["message"]


def test_without_a_draft_there_is_a_box_for_one(client: TestClient) -> None:
    shown = page(client, "/check").one("main")

    (form,) = shown.all("form")
    assert (form.attributes["action"], form.attributes["method"]) == ("/check", "post")
    assert client.get("/check.json").status_code == 400
