"""Which addresses the service may call: the base URL's spelling, and every address it resolves to.

The base URL comes from the settings only. It is checked all the same: a typo, a copied tutorial or
a poisoned name server must not turn the service into a way to the inside of somebody's network.
"""

import ipaddress
import re
import socket
from dataclasses import dataclass
from enum import IntEnum
from urllib.parse import urlsplit

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

# Metadata services hand out credentials of the machine; no setting opens them.
METADATA = tuple(
    ipaddress.ip_network(network)
    for network in ("169.254.0.0/16", "fe80::/10", "fd00:ec2::254/128", "100.100.100.200/32")
)
METADATA_NAMES = frozenset({"metadata.google.internal", "metadata", "metadata.goog"})
# Services that speak other protocols and can be talked into doing things by an HTTP request.
FORBIDDEN_PORTS = frozenset(
    {22, 23, 25, 53, 110, 143, 389, 445, 465, 587, 1433, 3306, 5432, 6379, 9200, 11211, 27017}
)
LOOPBACK_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
HOSTNAME = re.compile(r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?\.)*[a-z0-9-]+")
NUMERIC_LABEL = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)")


class Reach(IntEnum):
    """How far inwards a base URL may point."""

    PUBLIC = 0
    LOOPBACK = 1
    PRIVATE = 2


class ForbiddenAddress(ValueError):
    """The URL or address is not one that the service may call."""


@dataclass(frozen=True, slots=True)
class Endpoint:
    url: str
    reach: Reach


def check_base_url(url: str, reach: Reach = Reach.LOOPBACK) -> Endpoint:
    """The endpoint of `url`, or ForbiddenAddress. Names are resolved at connect, not here."""
    if not url.isascii() or re.search(r"[\x00-\x20\x7f\\]", url):
        raise ForbiddenAddress("The base URL has characters that a URL cannot have.")
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"}:
        raise ForbiddenAddress("The base URL must begin with https:// or http://.")
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise ForbiddenAddress("The base URL must have no user, query or fragment.")
    try:
        host, port = (parts.hostname or "").lower(), parts.port
    except ValueError:
        raise ForbiddenAddress("The base URL's port is no port.") from None
    if port in FORBIDDEN_PORTS or port == 0:
        raise ForbiddenAddress("The base URL's port belongs to another kind of service.")
    _check_host(host, reach)
    loopback = host in LOOPBACK_NAMES
    if parts.scheme == "http" and not loopback and reach < Reach.PRIVATE:
        raise ForbiddenAddress("http is for this machine only; others need https.")
    return Endpoint(url=url.rstrip("/"), reach=reach)


def _check_host(host: str, reach: Reach) -> None:
    if host in METADATA_NAMES:
        raise ForbiddenAddress("Metadata services are never called.")
    if host in LOOPBACK_NAMES:
        if reach < Reach.LOOPBACK:
            raise ForbiddenAddress("Addresses of this machine are not allowed here.")
        return
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        # 127.1, 2852039166, 0xA9FEA9FE: resolvers read them as addresses, people do not.
        if all(NUMERIC_LABEL.fullmatch(label) for label in host.split(".")):
            raise ForbiddenAddress("The base URL's host is an oddly spelt address.") from None
        if not HOSTNAME.fullmatch(host):
            raise ForbiddenAddress("The base URL's host is no host name.") from None
        if host.endswith(".localhost"):
            raise ForbiddenAddress("Write localhost for this machine.") from None
    else:
        check_address(address, reach)


def check_address(address: IPAddress, reach: Reach) -> None:
    """Raise ForbiddenAddress unless `address` lies within `reach`."""
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is not None:
            check_address(inner, reach)
            if inner.is_loopback:
                raise ForbiddenAddress("An oddly spelt address of this machine.")
    if any(address in network for network in METADATA if network.version == address.version):
        raise ForbiddenAddress("Metadata services are never called.")
    if address.is_unspecified or address.is_multicast:
        raise ForbiddenAddress("Not the address of one machine.")
    if address.is_loopback:
        if reach < Reach.LOOPBACK:
            raise ForbiddenAddress("Addresses of this machine are not allowed here.")
    elif not address.is_global and reach < Reach.PRIVATE:
        raise ForbiddenAddress("Private addresses need LLM_ALLOW_PRIVATE.")


def check_resolved(host: str, addresses: list[IPAddress], reach: Reach) -> None:
    """Every address that a name resolves to: one bad record rejects all.

    A public name that points at this machine is rebinding, so loopback is for loopback names.
    """
    allowed = reach
    if reach == Reach.LOOPBACK and host not in LOOPBACK_NAMES:
        allowed = Reach.PUBLIC
    if not addresses:
        raise ForbiddenAddress("The name has no address.")
    for address in addresses:
        check_address(address, allowed)


def resolve(host: str, port: int) -> list[IPAddress]:
    """The addresses of `host`, in the resolver's order. Blocks; OSError where there are none."""
    records = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    found = dict.fromkeys(str(record[4][0]).partition("%")[0] for record in records)
    return [ipaddress.ip_address(text) for text in found]
