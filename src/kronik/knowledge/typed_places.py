"""Reads names of places as a person types them: "jabar", "Kab. Bogor", "Solo", "Iran"."""

from collections.abc import Collection

from kronik.knowledge.gazetteer_names import normal
from kronik.knowledge.gazetteer_units import Gazetteer, Kind

PROVINCES = (Kind.PROVINCE,)
REGENCIES = (Kind.CITY, Kind.REGENCY)


def official_name(typed: str, gazetteer: Gazetteer, kinds: Collection[Kind]) -> str:
    """Return the official name of the one unit of these kinds that a name means; the name itself for none or several.

    A word before it may be the beginning of that of the unit: "kab bogor" is Kabupaten Bogor.
    """
    words = normal(typed).split()
    for before in range(min(2, len(words))):
        units = [unit for unit in gazetteer.units(" ".join(words[before:])) if unit.kind in kinds]
        fitting = [unit for unit in units if before == 0 or normal(unit.name).startswith(words[0])]
        if len(fitting) == 1:
            return fitting[0].name
    return typed


def country_code(typed: str, gazetteer: Gazetteer) -> str | None:
    """Return the alpha-3 code of the country that a name means; None when it means none."""
    countries = [unit.country for unit in gazetteer.units(normal(typed)) if unit.kind is Kind.COUNTRY]
    return countries[0] if len(countries) == 1 else None
