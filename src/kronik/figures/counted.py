"""What the figure finder hands on."""

from dataclasses import dataclass

from kronik.records.reports import FigureKind, Limit


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A number that counts victims, people or money. Offsets are half-open code points of the view.

    Attributes:
        start, end: the expression as a record quotes it ("27 orang", "Rp 11,8 triliun").
        kind: what is counted.
        value, unit, limit, cumulative, victims: as in `kronik.records.reports.Figure`.
        head_start, head_end: the word that says what became of those counted ("tewas"); that of the number where none.
    """

    start: int
    end: int
    kind: FigureKind
    value: float
    unit: str
    limit: Limit | None = None
    cumulative: bool = False
    victims: str | None = None
    head_start: int
    head_end: int
