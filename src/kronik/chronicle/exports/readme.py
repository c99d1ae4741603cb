"""The README that lies beside an export."""

from importlib.resources import files
from string import Template

from kronik.chronicle.reader import Chronicle


def readme(chronicle: Chronicle, command: str) -> str:
    """Return an export's README in Markdown: version, digests, counts, the command, a note on rights."""
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
        counts="\n".join(f"- {name}: {number:,}" for name, number in counts),
    )
