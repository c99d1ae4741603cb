"""The canonical uri of a page: pure functions from string to string."""

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files

from kronik.errors import DataError

TRACKING_FILE = "tracking.toml"
WEB_URI = re.compile(r"(https?)://([^/?#]*)([^?#]*)(?:\?([^#]*))?(?:#.*)?\Z", re.IGNORECASE | re.DOTALL)
AUTHORITY = re.compile(r"((?:.*@)?)(\[[^\]@]*\]|[^:@\[\]]+)(?::(\d*))?\Z", re.DOTALL)
DEFAULT_PORTS = (("http", "80"), ("https", "443"))
ESCAPE_OR_CHARACTER = re.compile(r"%[0-9A-Fa-f]{2}|.", re.DOTALL)
UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
"""RFC 3986, section 2.3: an escape of one of these means the same as the character."""
RESERVED = frozenset(":/?#[]@!$&'()*+,;=")
"""RFC 3986, section 2.2: an escape of one of these may mean something else than the character, so both stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tracking:
    """Query parameters that do not tell pages apart: lower-case names, and lower-case beginnings of names."""

    names: frozenset[str]
    prefixes: tuple[str, ...]

    def holds(self, name: str) -> bool:
        """Tell whether a query parameter of this name is for tracking; letter case does not matter."""
        lowered = name.lower()
        return lowered in self.names or lowered.startswith(self.prefixes)


def load_tracking() -> Tracking:
    """Return the packaged list of tracking parameters.

    Raises:
        DataError: the data file has an unknown key, a duplicate or a name that is not lower-case.
    """
    return parse_tracking(files("kronik.pages").joinpath(TRACKING_FILE).read_text(encoding="utf-8"))


def parse_tracking(toml: str) -> Tracking:
    """Return the tracking parameters that a TOML text lists.

    Raises:
        DataError: as `load_tracking`.
    """
    data = tomllib.loads(toml)
    if set(data) != {"source", "names", "prefixes"}:
        raise DataError(TRACKING_FILE, ", ".join(sorted(data)), "the keys must be source, names and prefixes")
    seen: set[str] = set()
    for name in (*data["prefixes"], *data["names"]):
        if not isinstance(name, str) or not name or name != name.lower():
            raise DataError(TRACKING_FILE, str(name), "not a lower-case name")
        if name in seen:
            raise DataError(TRACKING_FILE, name, "stands twice")
        seen.add(name)
    return Tracking(names=frozenset(data["names"]), prefixes=tuple(data["prefixes"]))


def canonical_uri(uri: str, tracking: Tracking) -> str:
    """Return the canonical form of an address; idempotent.

    An http or https address loses fragment, tracking parameters and default port; scheme and host become lower-case,
    an empty path becomes ``/``, and percent-encoding becomes the one way of RFC 3986 (section 6.2.2) that keeps
    meaning: capital hex digits, no escapes of unreserved characters, everything outside ASCII escaped as UTF-8.
    Order and spelling of the other parameters stay. Anything else than a web address is only stripped of white space.
    """
    stripped = uri.strip()
    match = WEB_URI.match(stripped)
    if match is None:
        return stripped
    scheme, authority, path, query = match.groups()
    host = _canonical_authority(scheme.lower(), authority)
    if not host:
        return stripped
    kept = [] if query is None else _kept_parameters(query, tracking)
    return f"{scheme.lower()}://{host}{_escaped(path) or '/'}" + (f"?{'&'.join(kept)}" if kept else "")


def _canonical_authority(scheme: str, authority: str) -> str:
    match = AUTHORITY.match(authority)
    if match is None:
        return ""
    user, host, port = match.groups()
    tail = "" if not port or (scheme, port) in DEFAULT_PORTS else f":{port}"
    return _escaped(user + _ascii_lower(host) + tail)


def _ascii_lower(host: str) -> str:
    # Letters outside ASCII are left: their lower case is a matter of IDNA, not of str.lower.
    return "".join(letter.lower() if letter.isascii() else letter for letter in host)


def _kept_parameters(query: str, tracking: Tracking) -> list[str]:
    parameters = (_escaped(parameter) for parameter in query.split("&"))
    return [parameter for parameter in parameters if parameter and not tracking.holds(parameter.split("=", 1)[0])]


def _escaped(component: str) -> str:
    return ESCAPE_OR_CHARACTER.sub(_escape, component)


def _escape(match: re.Match[str]) -> str:
    found = match.group()
    if len(found) > 1:
        plain = chr(int(found[1:], 16))
        return plain if plain in UNRESERVED else found.upper()
    if found in UNRESERVED or found in RESERVED:
        return found
    return "".join(f"%{byte:02X}" for byte in found.encode("utf-8", "surrogatepass"))
