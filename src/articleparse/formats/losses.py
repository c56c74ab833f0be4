"""What an article loses in a format."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from articleparse.diagnostics import Diagnostic
from articleparse.formats.format import Format
from articleparse.formats.registry import find_format
from articleparse.source import Span
from articleparse.tree import Article, Furniture, Node


def losses(article: Article, to: str | Format) -> tuple[Diagnostic, ...]:
    r"""What of `article` has no place in the format `to`: a finding for each kind of node, in the order of the source.

    AP401 (a warning) tells that words of the story are left out, AP402 (a note) that the words are kept, but not what
    they are, AP403 (a note) that furniture is left out. The span is that of the first such node; the detail has the
    format, the type of the node and how many there are. Raises FormatError for an unknown name of a format.

    >>> import articleparse as ap
    >>> article = ap.parse("Weather\n\n# Rain at last\n\nBy Jane Doe\n\nIt **rained** on Tuesday, at last.")
    >>> [(found.code, found.detail) for found in losses(article, "text")]
    [('AP401', 'text: kicker (1)'), ('AP402', 'text: strong (1)')]
    """
    chosen = find_format(to) if isinstance(to, str) else to
    counts: Counter[tuple[str, str]] = Counter()
    spans: dict[tuple[str, str], Span] = {}
    for code, node in (*_by_kind(article, chosen), *chosen.further(article)):
        key = (code, node.type)
        counts[key] += 1
        spans[key] = min(node.span, spans.get(key, node.span))
    return tuple(
        Diagnostic(code, span, f"{chosen.name}: {kind} ({counts[code, kind]})")
        for (code, kind), span in sorted(spans.items(), key=lambda found: found[1])
    )


def _by_kind(article: Article, chosen: Format) -> Iterator[tuple[str, Node]]:
    if not (chosen.omits or chosen.flattens):
        return
    stack: list[Node] = [article]
    while stack:
        node = stack.pop()
        code = _code(node, chosen)
        if code is not None:
            yield code, node
        if node.type not in chosen.omits:  # what is in a node that is left out is no loss of its own
            stack.extend(reversed(node.children))


def _code(node: Node, chosen: Format) -> str | None:
    if node.type in chosen.omits:
        return "AP403" if isinstance(node, Furniture) else "AP401"
    return "AP402" if node.type in chosen.flattens else None
