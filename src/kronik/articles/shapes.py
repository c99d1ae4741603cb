"""Shapes of lines: what a line looks like, whatever its language."""

import re
from collections.abc import Collection

SENTENCE_ENDS = (".", "”", '"', "…", "’", ".'", ":")
"""How a line of prose ends. "!" and "?" end headlines as well."""
TITLE_WORDS = 4
"""Fewest words of a headline."""
TITLE_CHARS = 170
"""Most characters of a headline; the longest of gold train has 128."""
HEADLINE_CHARS = 45
"""Fewest characters that tell a headline from a sub-heading; nine of ten titles of gold train are longer."""
TITLE_CAPITALS = 0.66
"""Share of the words of a headline that begin with a capital; chosen on the titles of gold train."""
POST_CHARS = 400
"""Most characters of a post of a short message service, with what a page adds to it."""
TAIL_CHARS = 300
"""Characters at the end of a line that are searched for hashtags and initials."""

_WORD = re.compile(r"[^\W_][\w'’.-]*")
_IMAGE = re.compile(
    r"(?:https?:/)?[^\s]{0,400}\.(?:jpe?g|png|webp|gif|avif)\)?(?:[?#&][^\s]*)?"
    r"|[^\s]{0,200}:(?:quality|format|focal|strip_icc|resize)\([^\s]{0,400}"
    r"|(?:https?:)?//[^\s]{1,300}/(?:thumb|images?|foto|photo|media|uploads?|assets?|bank)/[^\s]{0,300}",
    re.IGNORECASE,
)
_VIDEO = re.compile(
    r"(?:https?://)?(?:www\.|m\.)?(?:youtube\.com|youtu\.be|vimeo\.com|dailymotion\.com)/\S+", re.IGNORECASE
)
_TWEET = re.compile(r"(?:[-—–]\s?)?.{1,60}\(@\w{1,20}\)\s?.{0,30}\d{4}|pic\.twitter\.com/\w+|https?://t\.co/\w+")
_POST_END = re.compile(r"(?:pic\.twitter\.com|https?://t\.co)/\w+\s*$")
_POST = re.compile(r"(?:^|[\s.(])[@#]\w{2,}|t\.co/\w+|pic\.twitter\.com/")
_HASHTAGS = re.compile(r"(?:[#＃]\w+[\s,;|]*){1,20}")
_INITIALS = re.compile(
    r"\(\s*(?:\*+\s*/?|[a-z][a-z0-9]{1,5}|[A-Z]{2,5}|[A-Z][a-z]{1,5}|\d)"
    r"(?:\s?[/\-|&,]\s?(?:\*+|[a-z0-9]{2,6}|[A-Z]{1,5}|[A-Z][a-z]{1,5}|\d))*\d?\s*\)|\([A-Z]{1,3}-\d{1,2}\)"
)
_SQUARE_INITIALS = re.compile(r"\[[a-z]{2,4}(?:/[a-z]{2,4})*\]")
_NAME_PAREN = re.compile(r"\(\s*[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){1,4}\s*\)")
_AGENCY_INITIALS = re.compile(
    r"[a-z]{2,4}(?:/[a-z]{2,4})+\s?\([^()\d]{2,40}\)|[a-z]{2,4}\s?\([\w. ]{2,12}(?:,\s?[\w. ]{2,12})+\)"
)
_INITIALS_GLUED = re.compile(r"(?<=\w)(\([a-z]{2,4}/[a-z]{2,4}\))(?:[a-z][a-z ]{2,90})?$")
_INITIALS_LAST = re.compile(r"(?<=[.!?”\"'’])\s*(\([^()\s][^()]{0,24}\))\s*(?:\.|[a-z][a-z ]{2,60})?$")
_HASHTAGS_LAST = re.compile(r"(?:\s*[#＃]\w+){2,}\s*$")
_NO_LETTER = re.compile(r"[\W_]+")
_CRUMBS = re.compile(r"(?:[\w &-]{2,30}\s*[>»›/]\s*){1,5}[\w &-]{2,40}")


def is_image_address(text: str) -> bool:
    """Tell whether a line is an image's address, whole or cut."""
    return " " not in text and _IMAGE.fullmatch(text) is not None


def is_video_address(text: str) -> bool:
    """Tell whether a line is a video's address."""
    return " " not in text and _VIDEO.fullmatch(text) is not None


def _has_post_address(text: str) -> bool:
    """Tell whether a line holds the short address of a post, which few do: a test far cheaper than the patterns."""
    return "pic.twitter.com/" in text or "t.co/" in text


def is_post_credit(text: str) -> bool:
    """Tell whether a line is the author and day below an embedded post."""
    return len(text) <= 120 and ("(@" in text or _has_post_address(text)) and _TWEET.fullmatch(text) is not None


def is_hashtags(text: str) -> bool:
    """Tell whether a line holds nothing but hashtags."""
    return text.startswith(("#", "＃")) and _HASHTAGS.fullmatch(text) is not None


def is_separator(text: str) -> bool:
    """Tell whether a line is a rule drawn with signs: "***", "-----"."""
    return len(text) >= 2 and not any(char.isalnum() for char in text) and len(set(text.replace(" ", ""))) == 1


def is_initials(text: str) -> bool:
    """Tell whether a line is the initials of writer and editor in brackets: "(abc/def)", "[abc]"."""
    if len(text) > 30:
        return False
    if text.startswith("["):
        return _SQUARE_INITIALS.fullmatch(text) is not None
    return text.startswith("(") and _INITIALS.fullmatch(text) is not None


def is_agency_initials(text: str) -> bool:
    """Tell whether a line is the initials of writers with agencies in brackets: "abc/de (afp, dpa)"."""
    return len(text) <= 60 and _AGENCY_INITIALS.fullmatch(text) is not None


def is_name_in_brackets(text: str) -> bool:
    """Tell whether a line is a person's name in brackets."""
    return text.startswith("(") and len(text) <= 60 and _NAME_PAREN.fullmatch(text) is not None


def is_crumbs(text: str) -> bool:
    """Tell whether a line is a trail of section names."""
    return len(text) <= 100 and (">" in text or "»" in text or "›" in text) and _CRUMBS.fullmatch(text) is not None


def initials_at_end(text: str) -> int | None:
    """Return where the initials that end a line of prose begin, or None: "... katanya.(abc/def)"."""
    start = max(0, len(text) - TAIL_CHARS)
    if text.find("(", start) < 0:
        return None
    glued = _INITIALS_GLUED.search(text, start)
    if glued is not None:
        return glued.start(1)
    match = _INITIALS_LAST.search(text, start)
    if match is None or not is_initials(match.group(1)):
        return None
    inner = match.group(1)[1:-1]
    if inner.isupper() and "/" not in inner and len(inner) > 3:
        return None
    return match.start(1)


def hashtags_at_end(text: str) -> int | None:
    """Return where the run of two or more hashtags that ends a line begins, or None."""
    match = _HASHTAGS_LAST.search(text, max(0, len(text) - TAIL_CHARS)) if "#" in text or "＃" in text else None
    return None if match is None else match.start() + len(match.group()) - len(match.group().lstrip())


def is_post(text: str) -> bool:
    """Tell whether a line reads as a short post: it names accounts, hashtags or short addresses."""
    return len(text) <= POST_CHARS and _POST.search(text) is not None


def ends_post(text: str) -> bool:
    """Tell whether a line is a short post that ends with the short address of its picture."""
    return len(text) <= POST_CHARS and _has_post_address(text) and _POST_END.search(text) is not None


def words(text: str) -> list[str]:
    """Return the words of a line."""
    return _WORD.findall(text)


def is_title_like(text: str, small: Collection[str]) -> bool:
    """Tell whether a line has the shape of a headline: no closing full stop, most words with a capital.

    ``small`` are the words that headlines write small, case folded.
    """
    if len(text) > TITLE_CHARS or text.endswith((".", ":", ";", ",")) or text.startswith(('"', "“", "-", "•", "*")):
        return False
    found = words(text)
    if len(found) < TITLE_WORDS:
        return False
    counted = [word for word in found if word.casefold() not in small]
    capital = sum(1 for word in counted if word[0].isupper() or word[0].isdigit())
    return bool(counted) and capital >= TITLE_CAPITALS * len(counted)


def is_label(text: str) -> bool:
    """Tell whether a line is one to four words without closing punctuation, each with a capital or all in capitals."""
    found = text.split()
    return (
        1 <= len(found) <= 4
        and len(text) <= 40
        and not text.endswith((".", ":", "?", "!", ",", ";", '"', "”"))
        and all(word[0].isupper() or not word[0].isalpha() for word in found)
        and any(char.isalpha() for char in text)
        and not any(char.isdigit() for char in text)
    )


def is_tag(text: str) -> bool:
    """Tell whether a line is a tag: a few words, no closing punctuation, no bullet."""
    return (
        len(text) <= 50
        and len(text.split()) <= 6
        and text[-1].isalnum()
        and text[0].isalnum()
        and not any(char in text for char in ':;"“”=')
    )


def is_lower_tag(text: str) -> bool:
    """Tell whether a line is a tag written without a capital."""
    return is_tag(text) and text == text.lower() and any(char.isalpha() for char in text)


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as prose ends."""
    return text.rstrip(" )]").endswith((".", "!", "?", "”", '"', "’", "'", "…"))


def normalised(text: str) -> str:
    """Return the letters and digits of a text, case folded: what is compared when a line is sought again."""
    return _NO_LETTER.sub("", text.casefold())
