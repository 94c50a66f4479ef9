"""Make one request to one address: within limits, to a computer that may be asked, and with nothing of the user's."""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from qa.fetching.addresses import refusal
from qa.fetching.outcomes import NotFetched, Response
from qa.fetching.unpacking import ACCEPTED, Body
from qa.reading.files import size_in_words

USER_AGENT = "Onrecord/0.1 (an archive of articles to ask; obeys robots.txt)"
ACCEPT = "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/html;q=0.9, */*;q=0.5"

_CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class RequestLimits:
    """Limits on one request. `seconds` run from the name's lookup to the last byte; `bytes` count unpacked too."""

    seconds: float = 60
    bytes: int = 20_000_000


def request(url: str, headers: Mapping[str, str], *, anywhere: bool, limits: RequestLimits) -> Response:
    """Ask an address once, following no redirect.

    Args:
        url: As `addresses.normalised` returns it.
        anywhere: Connect to computers of this machine's own network too.

    Raises:
        NotFetched: If there is no answer; says why.
    """
    return asyncio.run(_request(url, headers, anywhere, limits))


async def _request(url: str, headers: Mapping[str, str], anywhere: bool, limits: RequestLimits) -> Response:
    import aiohttp  # here: it takes longer to import than a run that fetches nothing should

    refused: list[str] = []

    def make_socket(info: tuple[Any, ...]) -> socket.socket:
        # This very IP address is connected to next, so the name cannot lead to another one in between.
        family, kind, protocol, _, address = info
        reason = "" if anywhere else refusal(address[0])
        if reason:
            refused.append(reason)
            raise OSError(reason)
        return socket.socket(family, kind, protocol)

    with _errors_in_words(limits, refused):
        async with asyncio.timeout(limits.seconds):
            # A new connection for each request: one that is allowed here must not serve another request.
            connector = aiohttp.TCPConnector(
                resolver=aiohttp.ThreadedResolver(), socket_factory=make_socket, force_close=True
            )
            async with (
                aiohttp.ClientSession(
                    connector=connector,
                    cookie_jar=aiohttp.DummyCookieJar(),
                    timeout=aiohttp.ClientTimeout(total=None),
                    auto_decompress=False,
                    trust_env=False,
                ) as session,
                session.get(
                    _as_it_is(url),
                    allow_redirects=False,
                    headers={
                        "User-Agent": USER_AGENT,
                        "Accept": ACCEPT,
                        "Accept-Encoding": ACCEPTED,
                        **headers,
                    },
                ) as answer,
            ):
                found = {name.lower(): value for name, value in answer.headers.items()}
                body = b"" if answer.status != 200 else await _body(answer, found, limits)
                return Response(url, answer.status, found, body)


@contextmanager
def _errors_in_words(limits: RequestLimits, refused: Sequence[str]) -> Iterator[None]:
    """Turn what goes wrong with a request into NotFetched.

    Args:
        refused: Why the computers that the name leads to were not connected to.
    """
    import aiohttp  # here, as above

    try:
        yield
    except TimeoutError as error:
        reason = f"it took longer than the limit of {limits.seconds:g} seconds"
        raise NotFetched(reason, passing=True) from error
    except aiohttp.ClientConnectorDNSError as error:
        raise NotFetched("there is no computer of that name, or the network is down", passing=True) from error
    except aiohttp.ClientConnectorCertificateError as error:
        raise NotFetched("its certificate is not valid", passing=True) from error
    except (aiohttp.ClientSSLError, ssl.SSLError) as error:
        raise NotFetched("no secure connection can be made", passing=True) from error
    except aiohttp.ClientConnectorError as error:
        if refused:
            raise NotFetched(f"{refused[0]}: name it in the setting fetch_allow to fetch it") from error
        raise NotFetched("it cannot be connected to", passing=True) from error
    except aiohttp.ClientPayloadError as error:
        raise NotFetched("it ended before all of it had arrived", passing=True) from error
    except aiohttp.InvalidURL as error:
        raise NotFetched("its address is not valid") from error
    except (aiohttp.ClientError, aiohttp.http_exceptions.HttpProcessingError, OSError) as error:
        raise NotFetched(f"the answer is not valid HTTP ({type(error).__name__})", passing=True) from error
    except ValueError as error:
        # Such as a header with a line break inside, or a name that no name service takes.
        raise NotFetched("its address or its answer is not valid") from error


async def _body(answer: Any, headers: Mapping[str, str], limits: RequestLimits) -> bytes:
    announced = headers.get("content-length", "")
    if announced.isdecimal() and int(announced[:20]) > limits.bytes:
        raise NotFetched(f"more than the limit of {size_in_words(limits.bytes)}")
    body = Body(headers.get("content-encoding", ""), limits.bytes)
    async for chunk in answer.content.iter_chunked(_CHUNK):
        body.take(chunk)
    return body.whole()


def _as_it_is(url: str) -> Any:
    from yarl import URL

    # It was normalised before; if it were normalised again, "%2F" could become "/".
    with suppress(ValueError):
        return URL(url, encoded=True)
    raise NotFetched("its address is not valid")
