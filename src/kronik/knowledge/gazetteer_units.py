"""The gazetteer: Indonesia down to villages, the world's countries, cities, regions, waters and sites, by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kronik.knowledge.gazetteer_villages import Villages
from kronik.records.places import Precision, Where

INDONESIA = "IDN"
PROVINCE_CODE, REGENCY_CODE = 2, 5
"""Characters of a Kemendagri code: ``32``, ``32.73``; a longer one is of a district."""


class Kind(StrEnum):
    """What a name of the gazetteer stands for."""

    COUNTRY = "country"
    PROVINCE = "province"
    CITY = "city"
    """An Indonesian ``Kota``."""
    REGENCY = "regency"
    DISTRICT = "district"
    VILLAGE = "village"
    ABROAD = "abroad"
    """A city abroad."""
    AREA = "area"
    """A region within a country, an island, or a part of the world."""
    WATER = "water"
    SITE = "site"
    """A building or ground with a known seat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What one name of the gazetteer can stand for.

    Attributes:
        kind: what it is.
        name: official name of a unit; for a site or a region the name that was looked up.
        country: alpha-3; None for a region or a water of several countries.
        code: Kemendagri code of the unit, or of the unit that a site lies in.
        latitude, longitude: of its middle; None where the tables have none.
        locality: a site's quarter or city that records name instead of the site.
        body: the name is of a body that only at times stands for its seat.
        shy: the name is too common to count without support.
    """

    kind: Kind
    name: str
    country: str | None
    code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    locality: str | None = None
    body: bool = False
    shy: bool = False

    def within(self, other: "Unit") -> bool:
        """Return whether this unit lies in another, as far as the tables tell."""
        if other.kind is Kind.COUNTRY:
            return self.kind is not Kind.COUNTRY and self.country == other.country
        if self.code is None or other.code is None or other.kind in (Kind.SITE, Kind.AREA, Kind.WATER):
            return False
        return self.code.startswith(other.code) and (len(self.code) > len(other.code) or self.kind is Kind.SITE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """Units whose code begins with ``prefix`` lay in province ``code``, called ``name``, before the day ``until``."""

    prefix: str
    code: str
    name: str
    until: date


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names of places and what they stand for. Immutable; made by `kronik.knowledge.gazetteer.load_gazetteer`.

    Attributes:
        regions: rows (name, latitude, longitude) of Indonesian units by Kemendagri code.
        names: normal form of a name -> what it stands for, coarse units first; villages are left out.
        longest: first word of a name -> words of the longest name that begins with it.
        former: where units lay before provinces were divided.
        villages: villages by name.
    """

    regions: Mapping[str, tuple[str, str, str]]
    names: Mapping[str, tuple[Unit, ...]]
    longest: Mapping[str, int]
    former: tuple[Former, ...]
    villages: Villages

    def units(self, name: str) -> tuple[Unit, ...]:
        """Return what a name (in its normal form) can stand for, coarse units first; villages are left out."""
        return self.names.get(name, ())

    def unit(self, code: str) -> Unit:
        """Return the province, regency or district with a Kemendagri code.

        Raises:
            KeyError: there is none.
        """
        return unit_of(code, self.regions[code])

    def village(self, name: str, within: str) -> Unit | None:
        """Return the one village of a name (normal form) in the unit of a code; None when there is none or several."""
        codes = [code for code in self.villages.codes(name) if code.startswith(within)]
        if len(codes) != 1:
            return None
        district = self.regions.get(codes[0][:8], ("", "", ""))
        return Unit(
            kind=Kind.VILLAGE,
            name=name,
            country=INDONESIA,
            code=codes[0],
            latitude=number_of(district[1]),
            longitude=number_of(district[2]),
        )

    def where(self, unit: Unit, day: date | None = None) -> Where:
        """Return the record of a unit as provinces were divided on a day (today's division without one).

        A part of the world ("Timur Tengah") has a locality alone, without country and precision.
        """
        if unit.kind is Kind.COUNTRY:
            return _where(unit, Precision.COUNTRY)
        if unit.code is not None:
            return self._indonesian(unit, unit.code, day)
        if unit.country == INDONESIA and unit.kind is Kind.AREA:
            return _where(unit, Precision.COUNTRY, locality=unit.name)
        if unit.kind is Kind.AREA and unit.country is None:
            return _where(unit, None, locality=unit.name)
        precision = Precision.WATER if unit.kind is Kind.WATER else Precision.CITY
        return _where(unit, precision, locality=unit.locality or unit.name)

    def _indonesian(self, unit: Unit, code: str, day: date | None) -> Where:
        province, regency = code[:PROVINCE_CODE], code[:REGENCY_CODE] if len(code) >= REGENCY_CODE else None
        name = self.regions[province][0]
        for old in self.former:
            if day is not None and day < old.until and code.startswith(old.prefix):
                name = old.name
                break
        fine = unit.kind in (Kind.DISTRICT, Kind.VILLAGE, Kind.SITE)
        return _where(
            unit,
            {Kind.DISTRICT: Precision.DISTRICT, Kind.VILLAGE: Precision.VILLAGE}.get(
                unit.kind, Precision.REGENCY if regency else Precision.PROVINCE
            ),
            province=name,
            regency=self.regions[regency][0] if regency else None,
            locality=(unit.locality or unit.name) if fine else None,
        )

    def contains(self, outer: Unit, inner: Unit) -> bool:
        """Return whether a unit lies, or lay before provinces were divided, in another."""
        if inner.within(outer):
            return True
        code = inner.code
        return (
            outer.kind is Kind.PROVINCE
            and code is not None
            and any(code.startswith(old.prefix) and old.code == outer.code for old in self.former)
        )


def unit_of(code: str, region: tuple[str, str, str]) -> Unit:
    """Return the unit of a row (name, latitude, longitude) of the Indonesian regions."""
    name, latitude, longitude = region
    return Unit(
        kind=kind_of(code, name),
        name=name,
        country=INDONESIA,
        code=code,
        latitude=number_of(latitude),
        longitude=number_of(longitude),
    )


def kind_of(code: str, name: str) -> Kind:
    """Return what the unit with a Kemendagri code is."""
    if len(code) == PROVINCE_CODE:
        return Kind.PROVINCE
    if len(code) > REGENCY_CODE:
        return Kind.DISTRICT
    return Kind.CITY if name.startswith("Kota ") else Kind.REGENCY


def number_of(text: str) -> float | None:
    """Return the number of a cell; None for an empty one."""
    return float(text) if text else None


def _where(unit: Unit, precision: Precision | None, **levels: str | None) -> Where:
    return Where(
        country=unit.country,
        province=levels.get("province"),
        regency=levels.get("regency"),
        locality=levels.get("locality"),
        code=unit.code,
        latitude=unit.latitude,
        longitude=unit.longitude,
        precision=precision,
    )
