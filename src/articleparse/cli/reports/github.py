"""Findings as workflow commands, which GitHub shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Sequence

from articleparse.cli.reports.finding import Finding
from articleparse.tree.drawing import safe_text

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def github_report(findings: Sequence[Finding]) -> str:
    """A line for each finding: `::warning file=...,line=...,col=...::message`."""
    return "".join(_command(finding) for finding in findings)


def _command(finding: Finding) -> str:
    properties = {
        "file": finding.file.name or "",
        "line": finding.line,
        "col": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "title": f"{finding.diagnostic.code} {finding.entry.name}",
    }
    if finding.line != finding.end_line:  # columns are taken for those of one line
        del properties["col"], properties["endColumn"]
    listed = ",".join(f"{name}={str(value).translate(_IN_PROPERTIES)}" for name, value in properties.items() if value)
    level = _LEVELS[finding.diagnostic.severity]
    return f"::{level} {listed}::{safe_text(finding.diagnostic.message).translate(_IN_MESSAGES)}\n"
