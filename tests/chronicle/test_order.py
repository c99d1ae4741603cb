"""The exports are a function of the set of items, whatever order and batches they come in."""

from pathlib import Path
from tempfile import TemporaryDirectory

from chronicle_records import bundles, failed, identity, pages
from hypothesis import given, settings
from hypothesis import strategies as st

from kronik.chronicle.exports import TABLES, annotations, csv_table, readme, records
from kronik.chronicle.reader import Chronicle
from kronik.chronicle.writer import ChronicleWriter
from kronik.records.bundles import Outcome
from kronik.records.failures import FailureCode
from kronik.records.pages import Fetch

DIGESTS = st.sampled_from(["a1", "b2", "c3", "d4", "e5", "f6"])
FETCHES = st.builds(
    Fetch,
    location=st.sampled_from(["x.csv#1", "x.csv#2", "y.warc#1"]),
    url=st.sampled_from([None, "https://kabar.example/a"]),
    fetched=st.sampled_from([None, "2025-06-01T00:00:00Z"]),
)


@st.composite
def item_sets(draw: st.DrawFn) -> list[Outcome]:
    """What becomes of some items: one bundle an item, several items with one page, places and failures of each."""
    shared = draw(st.lists(pages(), min_size=1, max_size=2))
    made = {}
    out = []
    for digest in draw(st.lists(DIGESTS, min_size=1, max_size=6)):
        if digest not in made:
            made[digest] = draw(bundles(st.sampled_from(shared)))
        out.append(Outcome(digest=digest, fetch=draw(FETCHES), bundle=made[digest]))
    for digest in draw(st.lists(DIGESTS | st.just(""), max_size=4)):
        # A whole input that fails is at a place of its own: what is read there later takes the failure's place.
        location = "z.zip" if not digest else draw(st.sampled_from(["x.csv#1", "v.csv#9"]))
        code = draw(st.sampled_from([FailureCode.RESOURCE, FailureCode.BROKEN]))
        out.append(failed(digest, code, location, draw(st.sampled_from(["no end", "20 seconds"]))))
    return out


@st.composite
def arrivals(draw: st.DrawFn) -> tuple[list[list[Outcome]], list[list[Outcome]]]:
    """The same outcomes in two orders and batchings."""
    items = draw(item_sets())
    return batched(draw, items), batched(draw, draw(st.permutations(items)))


def batched(draw: st.DrawFn, items: list[Outcome]) -> list[list[Outcome]]:
    cuts = sorted(draw(st.lists(st.integers(0, len(items)), max_size=3)))
    return [items[low:high] for low, high in zip([0, *cuts], [*cuts, len(items)], strict=True)]


def exported(batches: list[list[Outcome]]) -> list[bytes]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "uji.kronik"
        with ChronicleWriter.open(path, identity()) as writer:
            for batch in batches:
                writer.add(batch)
            writer.finish()
        return everything(path)


def everything(path: Path) -> list[bytes]:
    with Chronicle.open(path) as chronicle:
        tables = [chunk for name in TABLES for chunk in csv_table(chronicle, name)]
        return [*records(chronicle), *annotations(chronicle), *tables, readme(chronicle, "x").encode()]


@given(arrivals())
@settings(max_examples=25, deadline=None)
def test_any_order_and_any_batching_give_the_same_exports(
    both: tuple[list[list[Outcome]], list[list[Outcome]]],
) -> None:
    assert exported(both[0]) == exported(both[1])


@st.composite
def steady_sets(draw: st.DrawFn) -> list[Outcome]:
    """Outcomes as steady stages give them: an item is read wherever it stands, or fails wherever it stands."""
    outcomes = [outcome for outcome in draw(item_sets()) if outcome.bundle]
    made = {outcome.digest for outcome in outcomes}
    codes = {digest: draw(st.sampled_from([FailureCode.RESOURCE, FailureCode.BROKEN])) for digest in ("g7", "h8")}
    for digest in draw(st.lists(st.sampled_from(["g7", "h8", *sorted(made)]), max_size=5)):
        code = codes.get(digest, FailureCode.RESOURCE)
        outcomes.append(failed(digest, code, draw(st.sampled_from(["x.csv#1", "v.csv#9", "w.csv#3"])), code.value))
    return draw(st.permutations(outcomes))


@given(steady_sets())
@settings(max_examples=20, deadline=None)
def test_noting_the_places_of_known_items_gives_what_working_on_them_gives(items: list[Outcome]) -> None:
    worked = exported([[outcome] for outcome in items])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "uji.kronik"
        with ChronicleWriter.open(path, identity()) as writer:
            for outcome in items:
                if writer.known([outcome.digest]):
                    writer.note(outcome.digest, outcome.fetch)
                else:
                    writer.add([outcome])
            writer.finish()
        assert everything(path) == worked


@given(item_sets())
@settings(max_examples=20, deadline=None)
def test_adding_again_changes_nothing(items: list[Outcome]) -> None:
    with TemporaryDirectory() as folder, ChronicleWriter.open(Path(folder) / "uji.kronik", identity()) as writer:
        writer.add(items)
        again = writer.add(items)
        assert (again.pages, again.articles, again.times, again.fetches, again.failures) == (0, 0, 0, 0, 0)
