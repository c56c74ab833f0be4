"""What `check` finds, as text for a person, JSON, GitHub annotations or SARIF."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

import attrs
import click

from articleparse.cli.inputs import Input
from articleparse.diagnostics import CATALOGUE, Diagnostic, DiagnosticInfo, caret
from articleparse.install import installed_version
from articleparse.source import Source
from articleparse.tree import Article
from articleparse.tree.drawing import safe_text


@attrs.frozen
class Finding:
    """A diagnostic with its file and place: lines and columns from 1, columns in code points, the end exclusive."""

    file: Input
    diagnostic: Diagnostic
    line: int
    column: int
    end_line: int
    end_column: int
    excerpt: str  # the line of the dump and a caret below the place

    @property
    def info(self) -> DiagnosticInfo:
        """What the catalogue says of the code."""
        return CATALOGUE[self.diagnostic.code]


def findings_of(article: Article, file: Input) -> list[Finding]:
    """Return the diagnostics of `article`, which was read from `file`, in the order of the source."""
    source = Source(article.source or "")
    return [
        Finding(file, found, *source.position(found.span.start), *source.position(found.span.end), caret(found, source))
        for found in article.diagnostics
    ]


_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


def text_report(findings: Sequence[Finding]) -> str:
    """Return two or three lines for each finding: file, line, column, severity, code and message; then the place.

    They have the escape sequences of colours, which the caller strips where nobody sees them.
    """
    return "".join(map(_paragraph, findings))


def _paragraph(finding: Finding) -> str:
    severity = finding.diagnostic.severity
    place = click.style(f"{finding.file.shown}:{finding.line}:{finding.column}:", bold=True)
    level = click.style(severity, fg=_COLOURS[severity])
    head = f"{place} {level} {finding.diagnostic.code} {safe_text(finding.diagnostic.message)}\n"
    if not finding.excerpt.strip("^ \n"):  # an empty line shows nothing
        return head
    return head + "".join(f"    {line}\n" for line in finding.excerpt.splitlines())


def json_report(findings: Sequence[Finding]) -> str:
    """Return a JSON array with an object for each finding; `file` is null for standard input."""
    rows = [
        {
            "file": finding.file.name,
            "line": finding.line,
            "column": finding.column,
            "end_line": finding.end_line,
            "end_column": finding.end_column,
            "code": finding.diagnostic.code,
            "name": finding.info.name,
            "severity": finding.diagnostic.severity,
            "message": finding.diagnostic.message,
        }
        for finding in findings
    ]
    return json.dumps(rows, indent=2) + "\n"


_GITHUB_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def github_report(findings: Sequence[Finding]) -> str:
    """Return a workflow command for each finding, which GitHub shows beside the lines of a pull request.

    One is a line such as `::warning file=...,line=...,col=...::message`.
    """
    return "".join(map(_workflow_command, findings))


def _workflow_command(finding: Finding) -> str:
    properties = {
        "file": finding.file.name or "",
        "line": finding.line,
        "col": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
        "title": f"{finding.diagnostic.code} {finding.info.name}",
    }
    if finding.line != finding.end_line:  # GitHub takes columns for those of one line
        del properties["col"], properties["endColumn"]
    listed = ",".join(f"{name}={str(value).translate(_IN_PROPERTIES)}" for name, value in properties.items() if value)
    level = _GITHUB_LEVELS[finding.diagnostic.severity]
    return f"::{level} {listed}::{safe_text(finding.diagnostic.message).translate(_IN_MESSAGES)}\n"


_SARIF_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_SARIF_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SARIF_RULES = {code: index for index, code in enumerate(CATALOGUE)}


def sarif_report(findings: Sequence[Finding]) -> str:
    """Return a log of SARIF 2.1.0, the format in which code scanners exchange results.

    It has one run, whose rules are the whole catalogue of diagnostics.
    """
    driver = {
        "name": "articleparse",
        "version": installed_version(),
        "rules": [_sarif_rule(info) for info in CATALOGUE.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_sarif_result(finding) for finding in findings],
    }
    return json.dumps({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _sarif_rule(info: DiagnosticInfo) -> dict[str, Any]:
    return {
        "id": info.code,
        "name": info.name,
        "shortDescription": {"text": info.message},
        "fullDescription": {"text": info.why},
        "help": {"text": info.remedy},
        "defaultConfiguration": {"level": _SARIF_LEVELS[info.severity]},
    }


def _sarif_result(finding: Finding) -> dict[str, Any]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    return {
        "ruleId": finding.diagnostic.code,
        "ruleIndex": _SARIF_RULES[finding.diagnostic.code],
        "level": _SARIF_LEVELS[finding.diagnostic.severity],
        "message": {"text": finding.diagnostic.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(finding)}, "region": region}}],
    }


def _uri(finding: Finding) -> str:
    """Return the file as a URI reference: a relative path stays relative, bytes outside ASCII are percent-encoded."""
    path = finding.file.path
    if path is None:
        return "stdin"
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))


REPORTS = {"text": text_report, "json": json_report, "github": github_report, "sarif": sarif_report}
"""The function that writes each form of the option `--output-format`."""
