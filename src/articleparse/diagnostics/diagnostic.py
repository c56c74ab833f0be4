"""A finding, and the list that one parse collects its findings in."""

from __future__ import annotations

import attrs

from articleparse.diagnostics.catalogue import CATALOGUE, Severity
from articleparse.source import Span


@attrs.frozen
class Diagnostic:
    """One finding: a code of the catalogue, the span it speaks of, and a detail that completes the message.

    >>> Diagnostic("AP201", Span(0, 4)).severity
    'info'
    """

    code: str = attrs.field()
    span: Span
    detail: str = ""

    @code.validator
    def _known(self, _: object, code: str) -> None:
        if code not in CATALOGUE:
            raise ValueError(f"unknown diagnostic code {code!r}")

    @property
    def severity(self) -> Severity:
        """How bad it is: "error", "warning" or "info"."""
        return CATALOGUE[self.code].severity

    @property
    def message(self) -> str:
        """The catalogue's sentence, followed by the detail where there is one."""
        text = CATALOGUE[self.code].message
        return f"{text}: {self.detail}" if self.detail else text


class Sink:
    """Collects the findings of one parse. Handed from stage to stage; never shared between parses."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: list[Diagnostic] = []

    def add(self, code: str, start: int, end: int, detail: str = "") -> None:
        """Record a finding about the code points `start` to `end`."""
        self._found.append(Diagnostic(code, Span(start, end), detail))

    def add_once(self, code: str, start: int, end: int) -> None:
        """Record a finding that a dump has once, however many places it has for it; the first one counts."""
        if all(found.code != code for found in self._found):
            self.add(code, start, end)

    def sorted(self) -> tuple[Diagnostic, ...]:
        """All findings in the order of the source."""
        return tuple(sorted(self._found, key=lambda found: (found.span, found.code)))
