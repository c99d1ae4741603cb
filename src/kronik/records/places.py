"""Places, as stored: where a mention stands and what unit it names."""

from dataclasses import dataclass
from enum import StrEnum

from kronik.records.spans import Evidence


class Precision(StrEnum):
    """The finest level that is known."""

    COUNTRY = "country"
    PROVINCE = "province"
    REGENCY = "regency"
    DISTRICT = "district"
    VILLAGE = "village"
    CITY = "city"
    """A city, town or landmark abroad."""
    WATER = "water"


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A unit as fine as the page supports; unknown levels are None.

    Attributes:
        country: ISO 3166-1 alpha-3.
        province, regency: official Indonesian names ("Papua Tengah", "Kabupaten Puncak"); for Indonesia only.
        locality: district, village, city abroad or landmark, as the gazetteer or the page names it.
        code: Kemendagri code of the finest Indonesian unit.
        latitude, longitude: decimal degrees of its centre; None where the gazetteer has none.
        precision: the finest level that is known.
    """

    country: str | None = None
    province: str | None = None
    regency: str | None = None
    locality: str | None = None
    code: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    precision: Precision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A mention of a place.

    Attributes:
        id: hash of page id, kind and slices.
        evidence: the characters.
        where: what it names; None where it cannot be told apart.
        rule: how it was resolved, or why it was left open.
    """

    id: str
    evidence: Evidence
    where: Where | None
    rule: str
