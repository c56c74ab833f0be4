"""Findings as text, JSON, GitHub annotations or SARIF: a function each."""

from articleparse.cli.reports.finding import Finding, findings_of
from articleparse.cli.reports.github import github_report
from articleparse.cli.reports.plain import json_report, text_report
from articleparse.cli.reports.sarif import sarif_report

REPORTS = {"text": text_report, "json": json_report, "github": github_report, "sarif": sarif_report}

__all__ = ["REPORTS", "Finding", "findings_of"]
