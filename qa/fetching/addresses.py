"""Normalise web addresses, and decide which addresses and which computers may be asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import urljoin

from qa.errors import UsageError
from qa.fetching.outcomes import NotFetched

MAX_ADDRESS = 1000
"""Characters in an address; that of an article is kept up to the same length."""

_UNWANTED = re.compile("[\x00-\x20\x7f-\x9f\u2028\u2029\\\\]")
# An address whose last part is a number names a computer by number, whatever else is in it.
_NUMERIC = re.compile(r"(?:^|\.)(?:\d+|0x[0-9a-f]*)\.?$", re.IGNORECASE)
# IPv6 networks whose addresses carry an IPv4 address, in the bits after the prefix.
_CARRIERS = ((ip_network("64:ff9b::/96"), 0), (ip_network("2002::/16"), 80), (ip_network("::/96"), 0))


def normalised(text: str, relative_to: str = "") -> str:
    """Return an address in the one form in which it is compared, stored and asked, without its fragment.

    Raises:
        NotFetched: If such an address is never asked; says why.
    """
    # Imported here: only those who have a web address need it.
    from yarl import URL

    if len(text) > 10 * MAX_ADDRESS:
        raise NotFetched("its address is too long")
    try:
        # Many links have spaces inside.
        url = URL(urljoin(relative_to, text.strip(" \t\r\n").replace(" ", "%20"))).with_fragment(None)
        host, port = url.host, url.port
        named = url.user is not None or url.password is not None
    except ValueError as error:
        raise NotFetched("its address is not valid") from error
    if _UNWANTED.search(text.strip(" \t\r\n").replace(" ", "")) or _UNWANTED.search(
        url.human_repr().replace(" ", "")
    ):
        raise NotFetched("its address holds backslashes or control characters")
    if url.scheme not in {"http", "https"}:
        raise NotFetched("only http and https addresses are fetched")
    if not host or not port:
        raise NotFetched("its address is not valid")
    if named:
        raise NotFetched("its address holds a user name or password, which would be stored: leave it out")
    if _NUMERIC.search(host) and not _is_canonical(host):
        raise NotFetched("its address names a computer by a number in an unusual form")
    written = str(url if url.raw_path != "/" else url.with_path("/", keep_query=True))
    if len(written) > MAX_ADDRESS:
        raise NotFetched(f"its address is longer than {MAX_ADDRESS} characters")
    return written


def normalised_all(given: Sequence[str]) -> list[str]:
    """Normalise the addresses that a person gave.

    Raises:
        UsageError: If one of them is an address that is never asked.
    """
    found = []
    for address in given:
        try:
            found.append(normalised(address))
        except NotFetched as error:
            raise UsageError(f"{address!r} cannot be indexed: {error.reason}.") from error
    return found


def normalised_if_valid(text: str) -> list[str]:
    """Return the address in normal form, alone in a list; an empty list if it is never asked."""
    try:
        return [normalised(text)]
    except NotFetched:
        return []


def host_of(address: str) -> str:
    """Return the host with its port, always. Addresses that share it are asked one after the other."""
    from yarl import URL

    url = URL(address)
    host = (url.host or "").rstrip(".")
    return f"[{host}]:{url.port}" if ":" in host else f"{host}:{url.port}"


@dataclass(frozen=True, slots=True)
class Exceptions:
    """The hosts of this machine or its own network that a person allowed to be fetched from."""

    hosts: frozenset[str] = frozenset()
    """As "host", for every port, or "host:port"."""

    @classmethod
    def of(cls, named: Sequence[str]) -> Exceptions:
        """Read the hosts that a person named, with a port or without. Raises UsageError if one is not a host."""
        hosts = set()
        for each in named:
            try:
                known = host_of(normalised(f"http://{each}"))
            except NotFetched as error:
                raise UsageError(f"The setting 'fetch_allow' names no host: {each!r}. {_FORM}") from error
            if any(character in each for character in "/?#@"):
                raise UsageError(f"The setting 'fetch_allow' names no host: {each!r}. {_FORM}")
            has_port = re.search(r"[^:]:\d+$|\]:\d+$", each) is not None
            hosts.add(known if has_port else known.rsplit(":", 1)[0])
        return cls(frozenset(hosts))

    def names(self, address: str) -> bool:
        """Whether the host of this address was named."""
        host = host_of(address)
        return host in self.hosts or host.rsplit(":", 1)[0] in self.hosts


_FORM = 'Write it as "host" or "host:port".'


def refusal(host: str) -> str:
    """Say why a computer is not connected to, by its IP address; "" if it is an ordinary public one."""
    address = ip_address(host.split("%", 1)[0])
    for inner in (address, *_inside(address)):
        if inner.is_loopback or inner.is_unspecified:
            return "it leads to this computer itself"
        if inner.is_multicast or not inner.is_global or (inner.version == 6 and inner.is_site_local):
            return "it leads into a private or reserved network"
    return ""


def _inside(address: IPv4Address | IPv6Address) -> list[IPv4Address]:
    """Return the IPv4 addresses carried inside an IPv6 one: a gateway may connect to those."""
    if isinstance(address, IPv4Address):
        return []
    found = [IPv4Address(int(address) >> shift & 0xFFFF_FFFF) for net, shift in _CARRIERS if address in net]
    if address.ipv4_mapped:
        found.append(address.ipv4_mapped)
    if address.teredo:
        found += address.teredo
    return found


def _is_canonical(host: str) -> bool:
    try:
        return str(ip_address(host)) == host
    except ValueError:
        return False
