"""The address of a client: the connection's own, or what a trusted proxy says it forwarded."""

import ipaddress
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Networks = tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]

# One household or server has a whole /64 of IPv6; counted by address it would have no limit.
IPV6_PREFIX = 64
# More hops than any real chain; a longer header is not worth reading.
MAX_HOPS = 16


def client_address(request: HttpRequest) -> str:
    """X-Forwarded-For counts only as far as settings.TRUSTED_PROXIES vouch for it.

    It is read from the right: each proxy appends whom it was called by, and what stands left of
    the first untrusted address was written by the client itself.
    """
    connection = parse(request.META.get("REMOTE_ADDR", ""))
    if connection is None:
        # A Unix socket has no address: everybody behind it is one client.
        return "local"
    client = connection
    trusted = networks(tuple(settings.TRUSTED_PROXIES))
    hops = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    for hop in reversed(hops[-MAX_HOPS:]):
        if not is_trusted(client, trusted):
            break
        forwarded = parse(hop)
        if forwarded is None:
            break
        client = forwarded
    return bucket(client)


def parse(text: str) -> Address | None:
    try:
        address = ipaddress.ip_address(text.strip())
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


@lru_cache(maxsize=8)
def networks(names: tuple[str, ...]) -> Networks:
    return tuple(ipaddress.ip_network(name.strip(), strict=False) for name in names)


def is_trusted(address: Address, trusted: Networks) -> bool:
    return any(address in network for network in trusted)


def bucket(address: Address) -> str:
    if isinstance(address, ipaddress.IPv6Address):
        network = ipaddress.ip_network((address, IPV6_PREFIX), strict=False)
        return str(network.network_address)
    return str(address)
