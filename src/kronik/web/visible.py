"""Foreign characters made safe to look at: what cannot be seen, or moves what can, is named instead."""

import re
import unicodedata
from urllib.parse import urlsplit

UNSEEN = re.compile(
    "["
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, save tab and line ends
    "\u00ad\u200b\u2060-\u2064\ufeff"  # soft hyphen and what has no width; joiners stay, scripts need them
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"  # direction: a page may not turn around the text beside it
    "\u2028\u2029\ufff9-\ufffb"  # separators and annotation marks
    "\ud800-\udfff"  # halves of a pair: a location that is not UTF-8; they cannot be written
    "\U000e0000-\U000e007f"  # tags, which spell words that nobody sees
    "]"
)
"""Characters that are named where they stand."""

LINK_SCHEMES = frozenset({"http", "https"})
"""Schemes of addresses that become links; all others stay text."""


def character_name(character: str) -> str:
    """Return code point and name of a character: ``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def visible(text: str) -> str:
    """Return the text with each unseen character as its code point in brackets: ``[U+202E]``."""
    return UNSEEN.sub(lambda match: f"[U+{ord(match[0]):04X}]", text)


def link_target(address: str) -> str | None:
    """Return the address when it may become a link: http or https, a host, no white space, nothing unseen."""
    if UNSEEN.search(address) or any(character.isspace() for character in address):
        return None
    try:
        split = urlsplit(address)
    except ValueError:
        return None
    return address if split.scheme in LINK_SCHEMES and split.hostname else None
