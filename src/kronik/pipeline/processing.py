"""The way of one item, and of one shard, through the stages. Knows no engine."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kronik.annotation.times import times_of
from kronik.articles.article import article_of
from kronik.articles.recurring import RecurringLines
from kronik.errors import PageError
from kronik.pages.projection import project
from kronik.pipeline.reading import read_prose
from kronik.pipeline.resources import Resources, load_resources
from kronik.pipeline.settings import Settings
from kronik.pipeline.shards import Manifest, read_items, read_manifest, write_manifest, write_outcomes
from kronik.records.bundles import Bundle, Outcome, Raw
from kronik.records.failures import FailureCode, failure
from kronik.records.pages import Item, Page

REASON_LENGTH = 200
"""Most characters of a fault's message in a failure row."""


def derive(page: Page, raw: Raw | None, resources: Resources, recurring: RecurringLines | None = None) -> Bundle:
    """Return the page with all that the stages derive from it alone."""
    article = article_of(page, resources.packs, recurring)
    times = times_of(page, article, resources.packs)
    findings = read_prose(page, article, times, resources)
    return Bundle(page=replace(page, markup=None), raw=raw, article=article, times=times, findings=findings)


def process_item(item: Item, resources: Resources, settings: Settings) -> Outcome:
    """Return what becomes of one item. Never raises for what a page holds: a fault becomes a failure.

    `KeyboardInterrupt` and `SystemExit` pass.
    """
    raw = Raw(media=item.media, encoding=item.encoding, data=item.data) if settings.keep_raw else None
    try:
        bundle = derive(project(item), raw, resources, settings.recurring)
    except PageError as error:
        return _failed(item, FailureCode(error.code), error.reason)
    except (MemoryError, RecursionError) as error:
        return _failed(item, FailureCode.RESOURCE, f"the page needs too much memory ({type(error).__name__})")
    except Exception as error:
        return _failed(item, FailureCode.INTERNAL, f"{type(error).__name__}: {error}"[:REASON_LENGTH])
    return Outcome(digest=item.digest, fetch=item.fetch, bundle=bundle)


def _failed(item: Item, code: FailureCode, reason: str) -> Outcome:
    digest = item.digest
    failed = failure(item.fetch.location, code, reason, digest)
    return Outcome(digest=digest, fetch=item.fetch, failure=failed)


def derive_stored(outcomes: Sequence[Outcome], resources: Resources, settings: Settings) -> list[Outcome]:
    """Return outcomes with their bundles derived anew from the stored page, which must have no markup."""
    return [
        replace(outcome, bundle=derive(outcome.bundle.page, outcome.bundle.raw, resources, settings.recurring))
        if outcome.bundle
        else outcome
        for outcome in outcomes
    ]


def process_shard(
    source: Path,
    output: Path,
    settings: Settings,
    *,
    resources: Resources | None = None,
    given_up: Mapping[int, str] | None = None,
    started: Callable[[int], None] | None = None,
) -> Manifest:
    """Derive everything that one page alone gives, for each item of a shard.

    Deterministic and idempotent: a shard whose done-mark stands is not computed again.

    Args:
        source: file of `write_items`.
        output: file to write; its stem is the id of the shard.
        settings: what the results depend on.
        resources: packs, knowledge and gazetteer; loaded when not given.
        given_up: number of an item -> why it is not tried (it killed a worker before); becomes a failure `resource`.
        started: called with the number of each item before it is processed, for a watchdog.

    Returns:
        The manifest, which also stands beside the output.
    """
    done = read_manifest(output)
    if done is not None and done.settings == settings.digest and output.exists():
        return done
    resources = load_resources() if resources is None else resources
    counts = {"items": 0, "bundles": 0}

    def outcomes() -> Iterator[Outcome]:
        for number, item in enumerate(read_items(source)):
            if given_up and number in given_up:
                outcome = _failed(item, FailureCode.RESOURCE, given_up[number])
            else:
                if started:
                    started(number)
                outcome = process_item(item, resources, settings)
            counts["items"] += 1
            counts["bundles"] += outcome.bundle is not None
            yield outcome

    write_outcomes(output, outcomes())
    manifest = Manifest(
        shard=output.stem, settings=settings.digest, failures=counts["items"] - counts["bundles"], **counts
    )
    write_manifest(output, manifest)
    return manifest
