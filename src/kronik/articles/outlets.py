"""Outlet families: the hosts, names and article numbers of known outlets, read from one small file each.

An outlet without a file works as well; only its spellings stay apart and its articles have no number.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType

from kronik.errors import DataError
from kronik.records.parts import numbered_part

KEYS = frozenset({"source", "observed", "name", "hosts", "aliases", "number", "number_within"})
"""Keys that a file may have."""
NEEDED = frozenset({"source", "observed", "name", "hosts"})
"""Keys that a file must have."""
FAMILY, HOST = "family", "host"
"""Where the numbers of a family are unique: among all its hosts, or on each host alone."""

PAGING = "paging.toml"
"""How an address names one page of an article of several."""
PAGING_KEYS = frozenset({"source", "parameters", "folders"})

MOST_PARTS = 40
"""Greatest number of a page of an article; own judgement. Lists of articles go on for thousands, and have no parts."""
SURE_NAME = 2
"""Fewest letters of a parameter that means the page at any outlet."""

_ADDRESS = re.compile(r"^[a-z][a-z0-9+.-]*://(?:[^/@]*@)?([^/:?#]+)(?::\d+)?([^?#]*)", re.IGNORECASE)
_HOST_SHAPE = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """An outlet, or a group of titles that publish as one.

    Attributes:
        id: stem of its file.
        name: its name in records, one of its hosts.
        hosts: registered names of its sites, lower case; the names below them are its own too.
        aliases: other spellings, as on mastheads and in datelines.
        number: finds the article number in the path of an address; its groups, joined by "-", are the number.
        number_within: ``family`` or ``host``, where a number is unique.
        observed: last day that the entry is known to hold for.
        source: where the knowledge is from.
    """

    id: str
    name: str
    hosts: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    number: re.Pattern[str] | None = None
    number_within: str = FAMILY
    observed: date
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlets:
    """The known families, found by host and by name.

    Attributes:
        families: by id, in the order of their ids.
        by_host: id of the family that a host belongs to.
        by_name: id of the family that a name means, by its letters and digits alone, case folded.
        one_of_several: finds in a uri that it names one page of an article of several, and which (`read_paging`).
            None: no uri is known to.
    """

    families: Mapping[str, Family]
    by_host: Mapping[str, str]
    by_name: Mapping[str, str]
    one_of_several: re.Pattern[str] | None = None

    def family_of(self, uri: str) -> str | None:
        """Return the id of the family that the host of a uri belongs to; None for an unknown host or none."""
        return self._family_at(_address(uri)[0])

    def _family_at(self, host: str) -> str | None:
        while host:
            if host in self.by_host:
                return self.by_host[host]
            host = host.partition(".")[2]
        return None

    def article_number(self, uri: str) -> str | None:
        """Return the number that the outlet gives the article at a uri; None where the uri shows none.

        Of one family, two addresses with the same number are of the same article.
        """
        found = self._numbered(uri)
        return None if found is None else found[1]

    def numbered(self, uri: str) -> str | None:
        """Return the family and its number of the article at a uri, with the part of it that the uri names.

        Of an unknown outlet, a part is known by the address of its first page. None where a uri tells neither.
        """
        found = self._numbered(uri)
        part, first_page = self._part_at(uri)
        if found is not None:
            return numbered_part(":".join(found), part)
        return None if first_page is None else numbered_part(first_page, part)

    def _part_at(self, uri: str) -> tuple[int, str | None]:
        """Return which page of several a uri names, 1 for none, and the uri of the first where that is sure.

        Only a parameter with a name of some letters is sure: "p" may well be the article's own number, and a folder
        the page of a list.
        """
        found = None if self.one_of_several is None else self.one_of_several.search(uri)
        if found is None:
            return 1, None
        part = max(int(found["page"] or found["folder"]), 1)
        if part > MOST_PARTS or not found["page"] or len(found["name"]) < SURE_NAME:
            return (part if part <= MOST_PARTS else 1), None
        return part, uri[: found.start()] + (found["before"] if found["after"] else "") + uri[found.end() :]

    def _numbered(self, uri: str) -> tuple[str, str] | None:
        """Return the id of the family and the number of the article at a uri."""
        host, path = _address(uri)
        family = self.families.get(self._family_at(host) or "")
        found = None if family is None or family.number is None else family.number.search(path)
        if family is None or found is None:
            return None
        number = "-".join(found.groups())
        return family.id, f"{host.removeprefix('www.')}/{number}" if family.number_within == HOST else number

    def name_of(self, spelling: str) -> str:
        """Return the one name of an outlet, given a host or a name in any spelling.

        A known family's name is the first of its hosts. Of an unknown outlet a host is given in lower case without
        "www." (its case means nothing), and a name as it is printed.
        """
        family = self.by_name.get(_letters(_bare(spelling)))
        if family is None and _HOST_SHAPE.fullmatch(spelling):
            family = self.family_of(f"https://{spelling}")
        if family is not None:
            return self.families[family].name
        return _bare(spelling) if _HOST_SHAPE.fullmatch(spelling) else spelling


@cache
def load_outlets() -> Outlets:
    """Return the packaged families, read on first use: constants of the installed package, never changed.

    Raises:
        DataError: a file has an unknown key or a wrong value, or two files claim one host or name.
    """
    folder = _data().joinpath("outlets")
    texts = {
        entry.name: entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".toml")
    }
    return outlets_of((read_family(name, texts[name]) for name in sorted(texts)), load_paging())


def load_paging() -> re.Pattern[str]:
    """Return what the packaged file says of addresses of one page of several, as `read_paging`. Costs a file read."""
    return read_paging(PAGING, _data().joinpath(PAGING).read_text(encoding="utf-8"))


def outlets_of(families: Iterable[Family], one_of_several: re.Pattern[str] | None = None) -> Outlets:
    """Return the families with their indexes, and what tells one page of several.

    Raises:
        DataError: two families claim one host or one name.
    """
    known: dict[str, Family] = {}
    hosts: dict[str, str] = {}
    names: dict[str, str] = {}
    for family in families:
        known[family.id] = family
        for host in family.hosts:
            _claim(hosts, host, family.id, "host")
        for name in (*family.hosts, *family.aliases):
            _claim(names, _letters(name), family.id, "name")
    return Outlets(
        families=MappingProxyType(known),
        by_host=MappingProxyType(hosts),
        by_name=MappingProxyType(names),
        one_of_several=one_of_several,
    )


def read_paging(file: str, text: str) -> re.Pattern[str]:
    """Return what finds in a uri that it names one page of several, as a TOML file tells; ``file`` is its name.

    The groups ``page`` and ``folder`` hold the page's number, ``name`` the parameter's name, ``before`` and ``after``
    what parts it from the rest of the query.

    Raises:
        DataError: the file is no TOML, or has an unknown key, lacks one or has a wrong value.
    """
    table = _toml(file, text)
    for key in sorted(table.keys() ^ PAGING_KEYS):
        raise DataError(file, key, "is unknown or missing")
    words = {key: "|".join(map(re.escape, _texts(file, table, key))) for key in ("parameters", "folders")}
    query = rf"(?P<before>[?&])(?P<name>{words['parameters']})=(?P<page>\d{{1,9}})(?:(?P<after>&)|$)"
    return re.compile(rf"{query}|/(?:{words['folders']})/(?P<folder>\d{{1,9}})/?$")


def read_family(file: str, text: str) -> Family:
    """Return the family that a TOML file describes; ``file`` is its name, the stem of which is the family's id.

    Raises:
        DataError: the file is no TOML, has an unknown key, or lacks one or has a wrong value.
    """
    table = _toml(file, text)
    for key in sorted(table.keys() - KEYS):
        raise DataError(file, key, "unknown key")
    for key in sorted(NEEDED - table.keys()):
        raise DataError(file, key, "is missing")
    hosts, aliases = _texts(file, table, "hosts"), _texts(file, table, "aliases")
    name, observed, within = table["name"], table["observed"], table.get("number_within", FAMILY)
    if not isinstance(name, str) or name not in hosts:
        raise DataError(file, "name", "must be one of the hosts")
    if any(host != host.lower() or not _HOST_SHAPE.fullmatch(host) for host in hosts):
        raise DataError(file, "hosts", "must be hosts in lower case")
    if type(observed) is not date:
        raise DataError(file, "observed", "must be a day")
    if within not in {FAMILY, HOST}:
        raise DataError(file, "number_within", f"must be {FAMILY} or {HOST}")
    return Family(
        id=file.removesuffix(".toml"),
        name=name,
        hosts=hosts,
        aliases=aliases,
        number=_number(file, table.get("number")),
        number_within=str(within),
        observed=observed,
        source=str(table["source"]),
    )


def _data() -> Traversable:
    return files("kronik.articles").joinpath("data")


def _toml(file: str, text: str) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(file, "", str(error)) from error


def _texts(file: str, table: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) and item for item in value):
        raise DataError(file, key, "must be a list of words")
    return tuple(value)


def _number(file: str, value: object) -> re.Pattern[str] | None:
    if value is None:
        return None
    try:
        pattern = re.compile(str(value))
    except re.error as error:
        raise DataError(file, "number", f"pattern does not compile: {error}") from error
    if not pattern.groups:
        raise DataError(file, "number", "needs a group that holds the number")
    return pattern


def _claim(index: dict[str, str], key: str, family: str, what: str) -> None:
    if key in index:
        raise DataError(f"{family}.toml", key, f"{what} stands twice, first in {index[key]}.toml")
    index[key] = family


def _address(uri: str) -> tuple[str, str]:
    """Return the host of a uri in lower case, and its path; two empty strings for what has no host."""
    found = _ADDRESS.match(uri)
    return ("", "") if found is None else (found.group(1).lower().rstrip("."), found.group(2))


def _bare(host: str) -> str:
    low = host.lower()
    return low.removeprefix("www.") if _HOST_SHAPE.fullmatch(host) else low


def _letters(name: str) -> str:
    """Return the letters and digits of a name, case folded: "Kabar Nusa", "KABARNUSA" and "kabar-nusa" are one."""
    return "".join(char for char in name.casefold() if char.isalnum())
