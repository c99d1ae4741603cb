"""The README that lies beside an export."""

from importlib.resources import files
from string import Template

from kronik.chronicle.reader import Chronicle


def readme(chronicle: Chronicle, command: str, *, rule: str | None = None) -> str:
    """Return an export's README in Markdown: version, digests, counts, the command, a note on rights.

    Args:
        chronicle: what was exported.
        command: that made the export.
        rule: name of the rule by which reports were merged into events; None for an export without events.
    """
    info = chronicle.info()
    identity = info.identity
    template = files("kronik.chronicle.exports").joinpath("readme.md").read_text(encoding="utf-8")
    counts = [(count.name, count.count) for count in info.tables]
    counts += [(f"failures: {count.name}", count.count) for count in info.failures]
    return Template(template).substitute(
        version=identity.kronik_version,
        format=identity.format,
        settings=identity.settings,
        stages=", ".join(f"{maker.stage} {maker.version}" for maker in identity.stages) or "none",
        content=info.content,
        command=command,
        rule=f"| reports merged into events by | {rule} |\n" if rule else "",
        counts="\n".join(f"- {name}: {number:,}" for name, number in counts),
    )
