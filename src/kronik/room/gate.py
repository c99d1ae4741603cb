"""Who may come in: the hosts that a page may be asked under, and the token where the room is open to a network."""

import hmac
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import urlsplit

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
"""Hosts that only this machine can reach."""
COOKIE = "kronik_room"
"""Name of the cookie that holds the token."""
TOKEN_BYTES = 24
"""Random bytes of a token: 192 bits cannot be guessed."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
"""Content security policy: nothing from elsewhere, nothing written into a page runs or loads."""

HEADERS = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
)
"""Headers of every answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """The rule of entrance.

    Attributes:
        host: that the server is bound to.
        token: that a visitor must show; None where only this machine can come.
    """

    host: str
    token: str | None = None

    def knows(self, host: str) -> bool:
        """Tell whether a page may be asked for under this ``Host``.

        Without a token only the names of this machine will do: a page of another site that makes its own name point
        here (DNS rebinding) must not read the chronicle.
        """
        if self.token is not None:
            return True
        try:
            name = urlsplit(f"//{host}").hostname or ""
        except ValueError:
            return False
        return name in LOOPBACK or name == self.host

    def admits(self, cookies: str, authorization: str) -> bool:
        """Tell whether the headers of a question hold the token; always where none is needed."""
        if self.token is None:
            return True
        scheme, _, bearer = authorization.partition(" ")
        return self.fits(_cookie(cookies)) or (scheme.lower() == "bearer" and self.fits(bearer.strip()))

    def fits(self, shown: str) -> bool:
        """Tell whether this is the token, in a time that tells nothing about it."""
        token = self.token or ""
        return token != "" and hmac.compare_digest(shown.encode(), token.encode())


def is_loopback(host: str) -> bool:
    """Tell whether only this machine can reach a host of this name."""
    if host in LOOPBACK:
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""
