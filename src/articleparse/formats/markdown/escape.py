"""Take the meaning of marks away from characters that are only characters."""

from __future__ import annotations

import html
import re

# The set comes first and what is asked of each character behind it: a set is searched for fast, a choice is not.
_SPECIAL = re.compile(
    r"""
    [\\`*\[\]_~<&] (?:
        (?<=[\\`*\[\]])
      | (?<=_) (?: (?<![^\W_]_) | (?![^\W_]) )    # within a word it is no mark
      | (?<=~) (?: (?<=~~) | (?=~) | (?<=\A~) | \Z )
      | (?<=<) (?=[A-Za-z/!?])                    # a tag, a comment or an address
      | (?<=&) (?=\#?[0-9A-Za-z]{1,32};)          # a character reference
    )
    """,
    re.VERBOSE,
)
_ADDRESS = re.compile(r":(?=//)|www(?=\.\S)")
"""Where an address without brackets would become a link."""

_LINE_START = re.compile(
    r"""
      \#{1,6}(?=\s|\Z) | [-+](?=\s|\Z) | > | \|
    | [-=:](?=[-=:|+\s]*\Z)                 # a rule, the mark of a heading, the rule of a table
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"([0-9]{1,9})([.)])(?=\s|\Z)")
_BULLET = re.compile(r"[•□◦▪‣●○](?=\s|\Z)|[━─═](?=[━─═]{2,}\s*\Z)")
_CLOSING_HASHES = re.compile(r"#(?=#*\Z)")


def escape_text(text: str, *, in_link: bool = False) -> str:
    r"""`text` as Markdown that is read as that text, wherever in a line it stands.

    >>> escape_text("2 * 3 [sic] snake_case &amp; <b> a < b")
    '2 \\* 3 \\[sic\\] snake_case \\&amp; \\<b> a < b'
    """
    text = _SPECIAL.sub(r"\\\g<0>", text)
    return text if in_link else _ADDRESS.sub(r"\g<0>\\", text)


def escape_line(line: str) -> str:
    r"""A line of Markdown changed so that its beginning is not the mark of a heading, list, quotation, table or rule.

    >>> escape_line("1. May"), escape_line("# 1"), escape_line("• x"), escape_line("-5 degrees")
    ('1\\. May', '\\# 1', '&#8226; x', '-5 degrees')
    """
    if number := _NUMBER.match(line):
        return f"{number[1]}\\{line[number.end(1) :]}"
    if _BULLET.match(line):  # no ASCII, so a backslash would be a character
        return f"&#{ord(line[0])};{line[1:]}"
    return f"\\{line}" if _LINE_START.match(line) else line


def escape_heading(line: str) -> str:
    """A line of Markdown changed so that number signs at its end are not the closing mark of a heading."""
    return _CLOSING_HASHES.sub(r"\\#", line, count=1)


_NO_TARGET = re.compile(r"\s*(?:#|(?:javascript|vbscript):.*|about:blank)?\s*\Z", re.IGNORECASE | re.DOTALL)
_PLAIN_TARGET = re.compile(r"(?:[^\s()<>\\&]|\([^\s()<>\\&]*\))+")
_NEEDS_REFERENCE = re.compile(r"[<>\\&\s]")


def link_target(target: str | None) -> str:
    """The target as it stands between the parentheses of a link; `#` for a placeholder and for scripts.

    >>> link_target("https://example.org/a_(b)"), link_target("a b>"), link_target("javascript:alert(1)")
    ('https://example.org/a_(b)', '<a b&#62;>', '#')
    """
    if target is None or _NO_TARGET.match(target):
        return "#"
    if _PLAIN_TARGET.fullmatch(target.replace("&", "") if html.unescape(target) == target else target):
        return target
    return f"<{_NEEDS_REFERENCE.sub(_reference, target)}>"


def _reference(match: re.Match[str]) -> str:
    return " " if match[0] == " " else f"&#{ord(match[0])};"


def link_title(title: str | None) -> str:
    r"""A title as it stands behind a target, with the space before it; empty for none.

    >>> link_title('a "b"')
    ' "a \\"b\\""'
    """
    if not title:
        return ""
    flat = " ".join(title.split())
    return ' "' + re.sub(r'[\\"]', r"\\\g<0>", flat) + '"'
