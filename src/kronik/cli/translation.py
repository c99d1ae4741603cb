"""Sentences of the deeper rooms in the language of the command line.

Errors and reasons are made in English where they arise, with their values already in them. A table of each other
language (``messages/errors_id.tsv``) pairs the English template of each sentence with its own; here a sentence is
matched against the templates, and its values are put into the other one.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import Formatter

from kronik.cli.catalogue import LANGUAGES, Catalogue
from kronik.errors import DataError

ERROR, CAUSE, DIFFERENCE, NAMES, PARSER, SKIPPED = KINDS = (
    "error",
    "cause",
    "difference",
    "names",
    "parser",
    "skipped",
)
"""What a template is of: a whole error; the cause of another program's making in it; a difference between chronicles;
a list of names; what argparse says; a reason why a part of an archive is no page."""

VALUE = "{}"
"""Where a value stands in an English template."""

SEPARATOR = "; "
"""Between several differences that stand in one value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """One sentence in both languages.

    Attributes:
        kind: one of `KINDS`.
        english: the sentence, ``{}`` for each value.
        form: matches the whole English sentence; a group for each value.
        target: the other language's sentence as a format of as many values.
        nested: for each value the kind that it is translated as, or an empty string for one that stays.
    """

    kind: str
    english: str
    form: re.Pattern[str]
    target: str
    nested: tuple[str, ...]

    @property
    def weight(self) -> int:
        """Characters that are no values: the more there are, the less can be taken for this sentence by mistake."""
        return len(self.english.replace(VALUE, ""))


def translate(message: str, catalogue: Catalogue, *, kind: str = ERROR) -> str:
    """Return an English message in the language of the catalogue.

    Args:
        message: the sentence with its values in it.
        catalogue: of the language to speak.
        kind: which templates to look among (`KINDS`).

    Returns:
        The sentence in the other language; the message itself when no template fits or the language is English.

    Raises:
        DataError: the table of the language is wrong.
    """
    if catalogue.language == LANGUAGES[0]:
        return message
    return _translated(message, kind, load_templates(catalogue.language))


def _translated(message: str, kind: str, templates: tuple[Template, ...]) -> str:
    for template in templates:
        found = template.form.fullmatch(message) if template.kind == kind else None
        if found:
            values = zip(found.groups(), template.nested, strict=True)
            return template.target.format(*(_value(value, inner, templates) for value, inner in values))
    return message


def _value(value: str, kind: str, templates: tuple[Template, ...]) -> str:
    parts = value.split(SEPARATOR) if kind == DIFFERENCE else [value]
    return SEPARATOR.join(_translated(part, kind, templates) for part in parts) if kind else value


@cache
def load_templates(language: str) -> tuple[Template, ...]:
    """Return the templates of a language, those with most text of their own first.

    Raises:
        DataError: a line has not three columns, an unknown kind or other values than its English, or stands twice.
    """
    name = f"errors_{language}.tsv"
    return read_templates(files("kronik.cli").joinpath("messages", name).read_text(encoding="utf-8"), name)


def read_templates(source: str, name: str) -> tuple[Template, ...]:
    """Return the templates of a table: kind, English and other template, with tabs between; # begins a note.

    Args:
        source: the text of the file.
        name: of the file, for errors.

    Raises:
        DataError: as `load_templates`.
    """
    found: dict[tuple[str, str], Template] = {}
    for line in source.split("\n"):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 3 or not all(fields):
            raise DataError(name, line, "needs kind, English and translation, with a tab between")
        template = _template(*fields, name=name)
        if (template.kind, template.english) in found:
            raise DataError(name, template.english, "stands twice")
        found[template.kind, template.english] = template
    return tuple(sorted(found.values(), key=lambda one: (-one.weight, one.kind, one.english)))


def _template(kind: str, english: str, other: str, *, name: str) -> Template:
    if kind not in KINDS:
        raise DataError(name, english, f"unknown kind: {kind}")
    try:
        pieces = tuple(_pieces(other))
    except ValueError as error:
        raise DataError(name, english, f"the translation cannot be read: {error}") from error
    places = {at: inner for _, at, inner in pieces if at is not None}
    values = [at for _, at, _ in pieces if at is not None]
    if sorted(values) != list(range(english.count(VALUE))):
        raise DataError(name, english, "the translation has other values")
    nested = tuple(places[at] for at in sorted(places))
    if not {*nested} <= {"", *KINDS}:
        raise DataError(name, english, f"a value of an unknown kind: {', '.join(nested)}")
    target = "".join(
        literal.replace("{", "{{").replace("}", "}}") + ("" if at is None else f"{{{at}}}") for literal, at, _ in pieces
    )
    return Template(kind=kind, english=english, form=_form(kind, english), target=target, nested=nested)


def _form(kind: str, english: str) -> re.Pattern[str]:
    """Return what matches the whole sentence. A value may hold anything, line ends and words of the sentence too."""
    # Names and paths come before causes, which are longer; but the end of a list is after all that is listed.
    value = "(.*)" if kind == NAMES else "(.*?)"
    return re.compile(value.join(re.escape(literal) for literal in english.split(VALUE)), re.DOTALL)


def _pieces(other: str) -> Iterator[tuple[str, int | None, str]]:
    """Yield text, the number of the value after it (None at the end), and the kind that the value is translated as."""
    for count, (literal, field, kind, _) in enumerate(Formatter().parse(other)):
        if field is None:
            yield literal, None, ""
        else:
            yield literal, int(field) if field else count, kind or ""
