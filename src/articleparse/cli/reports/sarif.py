"""Findings as SARIF 2.1.0, the format in which code scanners exchange results."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from articleparse.cli.reports.finding import Finding
from articleparse.cli.version import own_version
from articleparse.diagnostics import CATALOGUE, DiagnosticInfo

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_RULES = {code: index for index, code in enumerate(CATALOGUE)}


def sarif_report(findings: Sequence[Finding]) -> str:
    """One SARIF log with one run; its rules are the whole catalogue."""
    driver = {
        "name": "articleparse",
        "version": own_version(),
        "rules": [_rule(entry) for entry in CATALOGUE.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in findings],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(entry: DiagnosticInfo) -> dict[str, Any]:
    return {
        "id": entry.code,
        "name": entry.name,
        "shortDescription": {"text": entry.message},
        "fullDescription": {"text": entry.why},
        "help": {"text": entry.remedy},
        "defaultConfiguration": {"level": _LEVELS[entry.severity]},
    }


def _result(finding: Finding) -> dict[str, Any]:
    region = {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.end_line,
        "endColumn": finding.end_column,
    }
    return {
        "ruleId": finding.diagnostic.code,
        "ruleIndex": _RULES[finding.diagnostic.code],
        "level": _LEVELS[finding.diagnostic.severity],
        "message": {"text": finding.diagnostic.message},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _uri(finding)}, "region": region}}],
    }


def _uri(finding: Finding) -> str:
    """The file as a URI reference: relative paths stay relative, bytes that are no ASCII are percent-encoded."""
    path = finding.file.path
    if path is None:
        return "stdin"
    return path.as_uri() if path.is_absolute() else quote(os.fsencode(path.as_posix()))
