from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse
from starlette.testclient import TestClient

from bots.rates import Rate
from bots.web.guard import LOOPBACK
from bots.web.rates import MOST_KEPT, Buckets, address_of, forwarded_address_of
from bots.web.visitors import Visitors, guarded

ONE, TWO = "one-token-that-nobody-guesses", "another-token-of-somebody-else"


class Time:
    seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def time() -> Time:
    return Time()


def browsing(time: Time, burst: int = 2, address: str = "192.0.2.1", **visitors: object) -> TestClient:
    visiting = Visitors(rate=Rate(per_minute=6, burst=burst), clock=time, **visitors)  # type: ignore[arg-type]
    app = guarded(PlainTextResponse("shown"), LOOPBACK, visiting)
    return TestClient(app, base_url="http://127.0.0.1:8000", client=(address, 50_000))


def test_who_asks_too_often_is_told_when_to_ask_again(time: Time) -> None:
    client = browsing(time)

    asked = [client.get("/").status_code for _ in range(3)]
    refused = client.get("/ask.json")
    time.seconds += 10
    after = client.get("/")

    assert asked == [200, 200, 429]
    assert refused.headers["retry-after"] == "10"
    assert refused.json() == {
        "schema": 2,
        "error": {"code": "busy", "message": "You ask too often. Ask again in 10 s."},
    }
    assert refused.headers["cache-control"] == "private, no-store"
    assert after.text == "shown"


def test_what_is_refused_costs_nothing(time: Time) -> None:
    client = browsing(time, burst=1)
    client.get("/")

    for _ in range(50):
        assert client.get("/").status_code == 429
    time.seconds += 10

    assert client.get("/").status_code == 200


def test_tokens_cannot_be_tried_out_faster(time: Time) -> None:
    client = browsing(time, tokens=(ONE,))

    tried = [
        client.get("/", headers={"authorization": f"Bearer {n}-guess-of-somebody"}).status_code
        for n in range(4)
    ]

    assert tried == [401, 401, 429, 429]


def test_who_has_one_token_may_ask_no_more_often_from_many_addresses(time: Time) -> None:
    client = browsing(time, behind_proxy=True, tokens=(ONE, TWO))

    def ask(token: str, address: str) -> int:
        headers = {"authorization": f"Bearer {token}", "x-forwarded-for": address}
        return int(client.get("/", headers=headers).status_code)

    assert [ask(ONE, f"192.0.2.{n}") for n in range(4)] == [200, 200, 429, 429]
    assert ask(TWO, "192.0.2.9") == 200


def test_behind_a_proxy_the_address_that_it_names_last_counts(time: Time) -> None:
    client = browsing(time, behind_proxy=True)

    def ask(said: str) -> int:
        return int(client.get("/", headers={"x-forwarded-for": said}).status_code)

    assert [ask(f"10.0.0.{n}, 192.0.2.1") for n in range(3)] == [200, 200, 429]
    assert ask("192.0.2.1, 192.0.2.2") == 200


def test_without_a_proxy_what_a_client_says_of_its_address_does_not_count(time: Time) -> None:
    client = browsing(time)

    asked = [client.get("/", headers={"x-forwarded-for": f"192.0.2.{n}"}).status_code for n in range(3)]

    assert asked == [200, 200, 429]


@pytest.mark.parametrize(
    ("said", "client"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2::9]", "2001:db8:1:2::/64"),
        ("unknown", ""),
        ("", "198.51.100.1"),
    ],
)
def test_an_address_of_ipv6_counts_with_its_neighbours(said: str, client: str) -> None:
    scope = {"client": ("198.51.100.1", 1), "headers": [(b"x-forwarded-for", said.encode())]}

    assert forwarded_address_of(scope) == client
    assert address_of({**scope, "client": (said, 1)}) == (client if said else "")
    assert address_of({**scope, "client": None}) == ""


def test_however_many_ask_few_are_remembered() -> None:
    buckets = Buckets(Rate(60, 1), lambda: 0.0, most=100)

    for n in range(10_000):
        assert buckets.take(n) == 0

    assert len(buckets) == 100 < MOST_KEPT
    assert buckets.take(9_999) > 0


@given(st.lists(st.floats(0, 30), max_size=60))
def test_nobody_gets_more_than_the_rate(pauses: list[float]) -> None:
    time = Time()
    buckets = Buckets(Rate(per_minute=6, burst=3), time)
    got = 0

    for pause in pauses:
        time.seconds += pause
        got += buckets.take("somebody") == 0

    assert got <= 3 + time.seconds / 10 + 1e-6
