"""Who may ask a server that others can reach."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from bots.exit_codes import USAGE
from bots.terminal.app import run
from bots.web.access import SHORTEST_TOKEN, TokenFile, tokens_from
from bots.web.guard import LOOPBACK
from bots.web.running import Endpoint, require_protection
from bots.web.visitors import Visitors, guarded
from qa.errors import ConfigurationError, UsageError

ONE, TWO = "one-token-that-nobody-guesses", "another.token/of+letters==0123"
NEW = "a-third-token-given-later"
CONFIGURATION = 78


def basic(password: str, user: str = "anybody") -> dict[str, str]:
    return {"authorization": f"Basic {base64.b64encode(f'{user}:{password}'.encode()).decode()}"}


def bearer(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def token_file(folder: Path, text: str, mode: int = 0o600) -> Path:
    path = folder / "tokens"
    path.write_text(text, encoding="utf-8")
    path.chmod(mode)
    return path


@pytest.fixture(scope="module")
def client() -> TestClient:
    app = guarded(PlainTextResponse("shown"), LOOPBACK, Visitors((ONE, TWO)))
    return TestClient(app, base_url="http://127.0.0.1:8000")


@pytest.mark.parametrize("path", ["/", "/ask?q=x", "/ask.json?q=x", "/style.css", "/nothing-here", "/mcp"])
def test_without_a_token_nothing_is_shown_and_a_browser_asks_for_one(client: TestClient, path: str) -> None:
    reply = client.get(path)

    assert reply.status_code == 401
    assert reply.headers.get_list("www-authenticate") == [
        'Basic realm="Onrecord", charset="UTF-8"',
        'Bearer realm="Onrecord"',
    ]
    assert reply.headers["content-security-policy"].startswith("default-src 'none'")
    assert "shown" not in reply.text


@pytest.mark.parametrize(
    "headers",
    [
        bearer(ONE), bearer(TWO), basic(ONE), basic(TWO), basic(TWO, ""), basic(ONE, "jos\u00e9"),
        {"authorization": f"bearer {ONE}"}, {"authorization": f"BEARER   {ONE} "},
    ],
    ids=["first", "second", "password", "second password", "no user", "any user", "small", "spaces"],
)  # fmt: skip
def test_any_of_the_tokens_opens_the_archive(client: TestClient, headers: dict[str, str]) -> None:
    assert client.get("/", headers=headers).text == "shown"


@pytest.mark.parametrize(
    "headers",
    [
        bearer(""), bearer(ONE[:-1]), bearer(f"{ONE}x"), bearer(ONE.upper()), bearer(f"{ONE} {TWO}"),
        basic(""), basic("x", ONE), basic(f":{ONE}"), {"authorization": ONE}, {"authorization": ""},
        {"authorization": f"Digest {ONE}"}, {"authorization": f"Basic {ONE}"}, {"authorization": "Basic ====\u00e9"},
        {"authorization": f"Basic {base64.b64encode(ONE.encode()).decode()}"}, {"cookie": f"token={ONE}"},
    ],
    ids=[
        "empty", "cut off", "longer", "capitals", "two", "no password", "as the user", "colon", "bare", "nothing",
        "digest", "not coded", "no base64", "no colon", "cookie",
    ],
)  # fmt: skip
def test_nothing_else_does(client: TestClient, headers: dict[str, str]) -> None:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]

    assert client.get("/", headers=raw).status_code == 401


def test_two_tokens_at_once_and_one_in_the_address_are_refused(client: TestClient) -> None:
    assert client.get("/", headers=[*bearer(ONE).items(), *bearer(ONE).items()]).status_code == 401
    assert client.get(f"/?token={ONE}&access_token={ONE}").status_code == 401


def test_a_foreign_host_or_page_is_refused_before_a_token_is_asked_for(client: TestClient) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/", headers={"origin": "https://evil.example", **basic(ONE)}).status_code == 403


def test_a_file_has_a_token_a_line(tmp_path: Path) -> None:
    path = token_file(tmp_path, f"# of the newsroom\n{ONE}\r\n\n  {TWO}\n")

    assert tokens_from(path) == (ONE, TWO)


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o602, 0o660])
def test_a_file_that_others_can_read_is_refused(tmp_path: Path, mode: int) -> None:
    with pytest.raises(ConfigurationError, match="chmod 600"):
        tokens_from(token_file(tmp_path, ONE, mode))


@pytest.mark.parametrize(
    "text",
    ["", "\n# none\n", "short", "x" * (SHORTEST_TOKEN - 1), f"{ONE}\nwith some spaces in it", "t\u00f6ken" * 9,
     "x" * 200_000, f"{ONE}\n\x00{TWO}"],
    ids=["empty", "comments", "short", "nearly", "spaces", "not ascii", "huge", "zero"],
)  # fmt: skip
def test_a_file_without_good_tokens_is_refused_and_no_token_is_told(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigurationError) as caught:
        tokens_from(token_file(tmp_path, text))

    assert not any(line in str(caught.value) for line in text.split("\n") if line)


def test_a_file_that_is_not_there_is_told_with_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="openssl rand"):
        tokens_from(tmp_path / "none")


def test_a_token_is_taken_back_and_given_while_the_server_runs(tmp_path: Path) -> None:
    path = token_file(tmp_path, f"{ONE}\n{TWO}\n")
    app = guarded(PlainTextResponse("shown"), LOOPBACK, Visitors(TokenFile(path)))
    client = TestClient(app, base_url="http://127.0.0.1:8000")

    def let_in() -> list[bool]:
        replies = [client.get("/", headers=bearer(token)) for token in (ONE, TWO, NEW)]
        return [reply.status_code == 200 for reply in replies]

    assert let_in() == [True, True, False]
    token_file(tmp_path, f"{TWO}\n{NEW}\n")
    assert let_in() == [False, True, True]


@pytest.mark.parametrize("harm", ["gone", "empty", "loose", "another"])
def test_while_the_file_of_tokens_cannot_be_used_nobody_is_let_in_and_the_log_says_why(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, harm: str
) -> None:
    path = token_file(tmp_path, ONE)
    app = guarded(PlainTextResponse("shown"), LOOPBACK, Visitors(TokenFile(path)))
    client = TestClient(app, base_url="http://127.0.0.1:8000")
    assert client.get("/", headers=bearer(ONE)).status_code == 200
    if harm == "gone":
        path.unlink()
    elif harm == "empty":
        path.write_text("")
    elif harm == "loose":
        path.chmod(0o644)
    else:
        path.unlink()
        path.mkdir()

    for headers in (bearer(ONE), {}):
        assert client.get("/", headers=headers).status_code == 401
    assert "nobody is let in" in caplog.text
    assert caplog.text.count("nobody is let in") == 1
    assert ONE not in caplog.text
    if harm == "loose":
        path.chmod(0o600)
        assert client.get("/", headers=bearer(ONE)).status_code == 200


def test_others_need_a_token_or_a_proxy() -> None:
    elsewhere = Endpoint("0.0.0.0", 8000, ("news.example",))

    with pytest.raises(UsageError, match="--token-file"):
        require_protection(elsewhere, Visitors())

    require_protection(elsewhere, Visitors((ONE,)))
    require_protection(elsewhere, Visitors(behind_proxy=True))
    require_protection(Endpoint("127.0.0.1", 8000), Visitors())


@pytest.mark.slow
def test_the_command_refuses_before_it_opens_anything(
    tmp_path: Path, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    serve = ["serve", "--port", "0", "--library", str(town / "library")]
    open_to_all = [*serve, "--host", "0.0.0.0", "--allowed-host", "news.example"]
    loose = token_file(tmp_path, ONE, 0o644)

    assert run(open_to_all) == USAGE
    assert "--behind-proxy" in capsys.readouterr().err
    assert run([*open_to_all, "--token-file", str(loose)]) == CONFIGURATION
    assert (said := capsys.readouterr().err).startswith("qa: Others can read the tokens")
    assert ONE not in said
