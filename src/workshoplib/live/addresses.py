"""Where a server can be reached: the addresses of this machine, and the names it goes by."""

import ipaddress
import socket
from contextlib import suppress
from urllib.parse import urlsplit

_HERE = frozenset({"localhost", "127.0.0.1", "::1"})
_ELSEWHERE = {socket.AF_INET: "192.0.2.1", socket.AF_INET6: "2001:db8::1"}
"""Addresses for documentation: nobody has them, and no packet is sent to find the way to them."""


def is_loopback(ip: str) -> bool:
    """Whether only this machine can reach what listens there."""
    if ip in _HERE:
        return True
    with suppress(ValueError):
        return ipaddress.ip_address(ip).is_loopback
    return False


def names(ip: str, public: str) -> frozenset[str]:
    """The host names under which the server answers; any other name is somebody's trick with the name service."""
    found = set(_HERE)
    if not is_loopback(ip):
        own = socket.gethostname().lower()
        found |= {own, f"{own}.local", ip.lower(), *own_addresses()}
    if public and (host := urlsplit(public).hostname):
        found.add(host)
    return frozenset(found - {"", "0.0.0.0", "::"})  # noqa: S104 - they are names for "everywhere", not of a host


def reached_at(ip: str, port: int, public: str) -> str:
    """The address to tell people, without a slash at the end."""
    if public:
        return public.rstrip("/")
    if ip in {"", "0.0.0.0", "::"}:  # noqa: S104 - asked about, not bound
        ip = next(iter(own_addresses()), "127.0.0.1")
    host = f"[{ip}]" if ":" in ip else ip
    return f"http://{host}:{port}"


def own_addresses() -> tuple[str, ...]:
    """This machine's addresses on the networks that it is in, the one that leads outwards first."""
    found: dict[str, None] = {}
    for family, elsewhere in _ELSEWHERE.items():
        with suppress(OSError), socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((elsewhere, 9))
            found[probe.getsockname()[0]] = None
    with suppress(OSError):
        for *_, address in socket.getaddrinfo(socket.gethostname(), None):
            found[str(address[0]).partition("%")[0]] = None
    return tuple(ip for ip in found if not is_loopback(ip))
