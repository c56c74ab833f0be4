"""`articleparse check`: the findings of every dump, in one of four forms, and how many there are."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import quote

import attrs
import click

from articleparse.cli.arguments import inputs_argument, reading_options
from articleparse.cli.inputs import Input, find_inputs
from articleparse.cli.streams import say, wants_colour, write_stdout
from articleparse.diagnostics import CATALOGUE, Diagnostic, DiagnosticInfo, caret
from articleparse.install import installed_version
from articleparse.options import Options
from articleparse.pipeline import parse_bytes
from articleparse.source import Source
from articleparse.tree import Article
from articleparse.tree.drawing import safe_text

EPILOG = """\
\b
Examples:
  articleparse check page.txt                            place, code, message
  articleparse check dumps/ --verbose                    notes too
  articleparse check dumps/ --output-format github       annotations in a workflow
  articleparse check - --output-format json < page.txt   for other programs

Findings are errors, warnings and notes (info). Notes tell what the parser did, such as joining a paragraph that was
cut in two; they are shown with --verbose and never change the exit code.
"""


_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}


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


@attrs.define
class Tally:
    """How many dumps were looked at, and what was found."""

    checked: int = 0
    failed: int = 0  # dumps and directories that could not be read
    counts: Counter[str] = attrs.field(factory=Counter)  # findings of each severity

    def fail(self, message: str) -> None:
        """Count what could not be read, and print why."""
        self.failed += 1
        say(message, "Error")


@click.command("check", short_help="List what is wrong with dumps: place, code and message.", epilog=EPILOG)
@inputs_argument
@click.option(
    "--output-format", type=click.Choice(list(REPORTS)), default="text", show_default=True, help="How to list findings."
)
@click.option("-v", "--verbose", is_flag=True, help="List notes (severity info) too.")
@click.option("-q", "--quiet", is_flag=True, help="List findings only, without the count of them.")
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever the findings; unreadable files still give 1.")
@reading_options
@click.pass_context
def check_command(
    ctx: click.Context,
    inputs: tuple[str, ...],
    output_format: str,
    verbose: bool,
    quiet: bool,
    exit_zero: bool,
    options: Options,
) -> None:
    """List what is wrong with dumps: file, line, column, code and message.

    INPUTS are files, directories, or '-' for standard input, which is also read where none is given. The exit code is
    1 where there are errors or warnings.
    """
    found = find_inputs(inputs)
    tally = Tally()
    for problem in found.problems:
        tally.fail(problem)
    report = REPORTS[output_format]
    listed: list[Finding] = []
    for findings in _checked(found.found, options, tally):
        tally.counts.update(finding.diagnostic.severity for finding in findings)
        shown = [finding for finding in findings if verbose or finding.diagnostic.severity != "info"]
        if output_format in ("text", "github"):  # line by line, while the next dumps are read
            _print(report(shown))
        else:
            listed += shown
    if output_format in ("json", "sarif"):
        _print(report(listed))
    if not quiet:
        say(_summary(tally))
    bad = 0 if exit_zero else tally.counts["error"] + tally.counts["warning"]
    ctx.exit(1 if tally.failed or bad else 0)


def _checked(inputs: tuple[Input, ...], options: Options, tally: Tally) -> Iterator[list[Finding]]:
    """Yield the findings of each dump that can be read."""
    for source in inputs:
        try:
            data = source.read()
        except OSError as error:
            tally.fail(f"{source.shown}: {error.strerror}")
            continue
        tally.checked += 1
        yield findings_of(parse_bytes(data, name=source.name, options=options), source)


def _print(report: str) -> None:
    write_stdout(report if wants_colour() else click.unstyle(report))


def _summary(tally: Tally) -> str:
    parts = [_counted(tally.counts[severity], severity) for severity in ("error", "warning")]
    parts.append(_counted(tally.counts["info"], "note"))
    unread = f", {tally.failed} could not be read" if tally.failed else ""
    return f"{', '.join(parts)} in {_counted(tally.checked, 'dump')}{unread}."


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
