"""Where a link or a picture may lead in a document that a browser opens."""

from __future__ import annotations

import re

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel", "ftp"})
IMAGE_SCHEMES = frozenset({"http", "https"})

_IGNORED = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
"""What browsers leave out of an address before they look at its scheme, or what no document can hold."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def safe_target(target: str | None, schemes: frozenset[str] = LINK_SCHEMES) -> str | None:
    r"""Return `target` without what browsers ignore, if it is relative or its scheme is one of `schemes`; else None.

    Any other scheme (`javascript:`, `data:`, `file:`) could run a script or reach what is not the web. Schemes are
    found as the URL standard of WHATWG finds them, section 4.4: control characters within them don't count.

    >>> safe_target("https://example.org/a b"), safe_target(" java\tscript:alert(1)"), safe_target("../b")
    ('https://example.org/a%20b', None, '../b')
    """
    if not target:
        return None
    cleaned = _IGNORED.sub(lambda match: "%20" * match[0].count(" "), target.strip(" \t\r\n\f"))
    scheme = _SCHEME.match(cleaned.replace("%20", ""))
    if scheme is not None and scheme[1].lower() not in schemes:
        return None
    return cleaned or None


def absolute_target(target: str | None) -> str | None:
    """Return `safe_target(target)`, if it leads to the web (`http`, `https`) from anywhere; else None.

    >>> absolute_target("HTTPS://example.org/a"), absolute_target("/a")
    ('HTTPS://example.org/a', None)
    """
    found = safe_target(target, IMAGE_SCHEMES)
    return found if found is not None and _SCHEME.match(found) else None


_NOWHERE = re.compile(r"\s*(?:#|(?:javascript|vbscript|data):.*)?\s*\Z", re.IGNORECASE | re.DOTALL)


def known_target(target: str | None) -> str | None:
    """Return `target`, or None for a link that leads nowhere: `#`, a script, data.

    >>> known_target("#"), known_target("#below"), known_target("javascript:void(0)")
    (None, '#below', None)
    """
    return None if target is None or _NOWHERE.match(target) else target
