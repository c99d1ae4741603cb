"""The evidence of one event or one story as a zip: what a reader needs to check it without the chronicle.

The same chronicle gives the same bytes: files in order of name, one date for all, one level of compression. Names that
a page protects are masked, and the bytes of such a page are left out.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from string import Template

import msgspec

from kronik.chronicle.exports.annotations import annotations_of
from kronik.chronicle.exports.records import encode
from kronik.chronicle.reader import Chronicle
from kronik.exchange.edition import Edition, Source, source_of
from kronik.records.bundles import Bundle
from kronik.records.documents import document_of
from kronik.records.masking import masked
from kronik.stories.claims import Matrix

DATE = (1980, 1, 1, 0, 0, 0)
"""Of every file in the zip: the earliest that the format has."""
LEVEL = 6
"""Of compression."""
MODE = 0o644 << 16
"""Rights of the files, as zip keeps them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What the evidence is of.

    Attributes:
        kind: ``event`` or ``story``.
        id: its id.
        pages: ids of its articles.
        matrices: the claims on its events.
    """

    kind: str
    id: str
    pages: tuple[str, ...]
    matrices: tuple[Matrix, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimDocument:
    """One value of a field, as `claims.json` has it: the reports that give it, in order of publication."""

    value: str
    reports: tuple[str, ...]
    sources: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldDocument:
    """A field, and how its sources stand to each other."""

    field: str
    stand: str
    claims: tuple[ClaimDocument, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportDocument:
    """A report of an event: its page, and the page whose wording it has if that is another."""

    report: str
    page: str
    uri: str
    outlet: str | None
    published: str | None
    copy_of: str | None
    denied: bool
    denied_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixDocument:
    """The claims on one event."""

    event: str
    rule: str
    type: str
    independent_sources: int
    disputed: bool
    reports: tuple[ReportDocument, ...]
    fields: tuple[FieldDocument, ...]


def bundle_zip(chronicle: Chronicle, edition: Edition, subject: Subject, command: str) -> bytes:
    """Return the zip.

    Args:
        chronicle: where the pages stand.
        edition: of all events, for versions and sources.
        subject: an event or a story.
        command: what was asked, as the README gives it.
    """
    bundles = [chronicle.bundle(page) for page in sorted(subject.pages)]
    made = dict(_files(chronicle, edition, subject, bundles))
    made["README.md"] = _readme(edition, subject, command, [source_of(masked(bundle)) for bundle in bundles])
    sums = "".join(f"{sha256(made[name]).hexdigest()}  {name}\n" for name in sorted(made))
    made["SHA256SUMS"] = sums.encode()
    return _zipped(made)


def matrix_document(matrix: Matrix, edition: Edition) -> MatrixDocument:
    """Return the claims on an event as `claims.json` has them."""
    denials = {denial.column: denial.by for denial in matrix.denials}
    event = matrix.event
    return MatrixDocument(
        event=event.id,
        rule=event.rule,
        type=event.tellings[0].report.type,
        independent_sources=event.independent,
        disputed=matrix.disputed,
        reports=tuple(
            ReportDocument(
                report=column.report,
                page=column.page,
                uri=edition.sources[column.page].uri,
                outlet=column.outlet,
                published=column.published,
                copy_of=column.copy_of,
                denied=at in denials,
                denied_by=denials.get(at, ()),
            )
            for at, column in enumerate(matrix.columns)
        ),
        fields=tuple(
            FieldDocument(
                field=row.field,
                stand=row.stand.value,
                claims=tuple(
                    ClaimDocument(
                        value=claim.value,
                        reports=tuple(matrix.columns[at].report for at in claim.columns),
                        sources=claim.sources,
                    )
                    for claim in row.claims
                ),
            )
            for row in matrix.rows
        ),
    )


def _files(
    chronicle: Chronicle, edition: Edition, subject: Subject, bundles: Sequence[Bundle]
) -> Iterator[tuple[str, bytes]]:
    safe = [masked(bundle) for bundle in bundles]
    claims = [matrix_document(matrix, edition) for matrix in subject.matrices]
    yield "claims.json", msgspec.json.format(msgspec.json.encode(claims), indent=1) + b"\n"
    yield "records.jsonl", b"".join(encode(document_of(bundle)) for bundle in safe)
    notes = (annotations_of(one, edition.version, chronicle.makers(one.page.id)) for one in safe)
    yield "annotations.jsonl", b"".join(line for lines in notes for line in lines)
    yield "pages.jsonl", b"".join(_page(chronicle, *pair) for pair in zip(bundles, safe, strict=True))
    for bundle in safe:
        for part in bundle.page.parts:
            yield f"pages/{bundle.page.id}/{_file_name(part.name)}.txt", part.text.encode()


def _page(chronicle: Chronicle, bundle: Bundle, safe: Bundle) -> bytes:
    """Return what is known of a page: where it was found, and the hash of the bytes that it came from."""
    page = bundle.page
    row: Mapping[str, object] = {
        "id": page.id,
        "uri": page.uri,
        "media": page.media.value,
        "encoding": page.encoding,
        "projection": page.projection,
        "masked": safe is not bundle,
        "raw_sha256": sha256(bundle.raw.data).hexdigest() if bundle.raw else None,
        "raw_bytes": len(bundle.raw.data) if bundle.raw else None,
        "parts": {part.name: f"pages/{page.id}/{_file_name(part.name)}.txt" for part in page.parts},
        "places": [
            {"location": fetch.location, "url": fetch.url, "fetched": fetch.fetched}
            for fetch in chronicle.fetches(page.id)
        ],
        "made_by": [f"{maker.stage}/{maker.version}" for maker in chronicle.makers(page.id)],
    }
    return msgspec.json.encode(row) + b"\n"


def _file_name(part: str) -> str:
    """Return the name of a part as a name of a file on any system."""
    return "".join(sign if sign.isascii() and (sign.isalnum() or sign in "-_.") else "_" for sign in part)


def _readme(edition: Edition, subject: Subject, command: str, sources: Iterable[Source]) -> bytes:
    template = files("kronik.exchange").joinpath("data", "bundle.md").read_text(encoding="utf-8")
    text = Template(template).substitute(
        kind=subject.kind,
        id=subject.id,
        version=edition.version,
        settings=edition.settings,
        contents=edition.content,
        rule=edition.rule,
        command=command,
        pages=len(subject.pages),
        events=len(subject.matrices),
        sources="\n".join(map(_source_line, sources)),
    )
    return text.encode()


def _source_line(source: Source) -> str:
    told = ", ".join(filter(None, (source.outlet, source.published, source.headline)))
    return f"- {' '.join(told.split())}: {source.uri} (`{source.page}`)"


def _zipped(made: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in sorted(made.items()):
            entry = zipfile.ZipInfo(name, DATE)
            entry.create_system = 3  # Unix on every system: the bytes do not depend on where they were made
            entry.external_attr = MODE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=LEVEL)
    return out.getvalue()
