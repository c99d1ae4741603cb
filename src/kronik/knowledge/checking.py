"""What has to hold between the tables: every code, parent, title and head that one names, another one has."""

from kronik.errors import DataError
from kronik.knowledge.facts import NON_STATES
from kronik.knowledge.knowledge import Knowledge


def check(knowledge: Knowledge) -> None:
    """Refuse a code, a parent, a title or a head that no table has.

    Raises:
        DataError: there is one.
    """
    countries = frozenset(state.alpha3 for state in knowledge.states) | NON_STATES
    _check_bodies(knowledge, countries)
    _check_holdings(knowledge, countries)
    for title in knowledge.titles:
        if title.heads is not None and title.heads not in knowledge.by_id:
            raise DataError("titles.tsv", title.name, f"heads {title.heads!r}, which is no organisation or family")


def _check_bodies(knowledge: Knowledge, countries: frozenset[str]) -> None:
    for key, body in knowledge.by_id.items():
        if body.parent is not None and body.parent not in knowledge.by_id:
            raise DataError("organisations.tsv", key, f"unknown parent {body.parent!r}")
        if body.country is not None and body.country not in countries:
            raise DataError("organisations.tsv", key, f"unknown country {body.country!r}")
    twice = {body.id for body in knowledge.organisations} & {family.id for family in knowledge.families}
    for key in sorted(twice):
        raise DataError("families.tsv", key, "is an organisation's id too")


def _check_holdings(knowledge: Knowledge, countries: frozenset[str]) -> None:
    unknown = {holding.office for holding in knowledge.holdings if holding.country not in countries}
    untitled = {office for office in {one.office for one in knowledge.holdings} if not knowledge.title_named(office)}
    for holding in knowledge.holdings if unknown or untitled else ():
        key = f"{holding.country} {holding.office} {holding.person}"
        if holding.country not in countries:
            raise DataError("offices.tsv", key, f"unknown country {holding.country!r}")
        if holding.office in untitled:
            raise DataError("offices.tsv", key, f"{holding.office!r} is no title of titles.tsv")
