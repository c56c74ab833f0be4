"""Findings for a person, and as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence

import click

from articleparse.cli.reports.finding import Finding
from articleparse.tree.drawing import safe_text

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def text_report(findings: Sequence[Finding]) -> str:
    """Two or three lines for each finding: file, line, column, severity, code and message; then the place.

    With colour, for a terminal: the caller strips it elsewhere.
    """
    return "".join(_paragraph(finding) for finding in findings)


def _paragraph(finding: Finding) -> str:
    severity = finding.diagnostic.severity
    place = click.style(f"{finding.file.shown}:{finding.line}:{finding.column}:", bold=True)
    level = click.style(severity, fg=_COLOURS[severity])
    head = f"{place} {level} {finding.diagnostic.code} {safe_text(finding.diagnostic.message)}\n"
    if not finding.excerpt.strip("^ \n"):  # an empty line shows nothing
        return head
    return head + "".join(f"    {line}\n" for line in finding.excerpt.splitlines())


def json_report(findings: Sequence[Finding]) -> str:
    """A JSON array with an object for each finding; `file` is null for standard input."""
    rows = [
        {
            "file": finding.file.name,
            "line": finding.line,
            "column": finding.column,
            "end_line": finding.end_line,
            "end_column": finding.end_column,
            "code": finding.diagnostic.code,
            "name": finding.entry.name,
            "severity": finding.diagnostic.severity,
            "message": finding.diagnostic.message,
        }
        for finding in findings
    ]
    return json.dumps(rows, indent=2) + "\n"
