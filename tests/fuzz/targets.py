"""What is fuzzed: functions of bytes that raise when a promise is broken."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from unittest import mock

import attrs

import articleparse as ap
from articleparse.cli import main
from tests.support.formats import USABLE

STEERING = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Categories of characters that a terminal obeys."""


def promises(data: bytes) -> None:
    """Any bytes are an article that is well-formed, lossless, and comes back from JSON and XML."""
    reading = ap.read(data)
    article = reading.article
    _must(not ap.validate(article), "the tree is not well-formed")
    _must(ap.unparse(article) == article.source, "a character is lost")
    reading.explain()
    for name, entry in USABLE.items():
        written = entry.write(article)
        returned = entry.read(written) if entry.read is not None else None
        if name in ("json", "xml"):
            _must(returned == article and returned.source == article.source, f"{name} does not come back")


def json(data: bytes) -> None:
    """Any bytes are an article in each format that is JSON, or a LoadError."""
    for name in ("json", "jsonld", "ninjs"):
        _loads(name, data)


def xml(data: bytes) -> None:
    """Any bytes are an article in each format that is XML, or a LoadError."""
    for name in ("xml", "nitf"):
        _loads(name, data)


def command(data: bytes) -> None:
    """Whatever a dump holds, no command fails, and those for people print nothing that steers a terminal."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "page.txt")
        path.write_bytes(data)
        for arguments in (("show", "--all"), ("explain",), ("check", "--verbose"), ("convert", "--to", "record")):
            code, printed = _run([*arguments, str(path)])
            _must(code in (0, 1), f"{arguments[0]} ends with {code}")
            _must("internal error" not in printed, printed)
            if arguments[0] != "convert":  # which prints data as it is, for programs
                _must(not STEERING & {unicodedata.category(c) for c in printed if c != "\n"}, "a control character")


TARGETS: Mapping[str, Callable[[bytes], None]] = MappingProxyType(
    {"parse": promises, "json": json, "xml": xml, "command": command}
)
"""The targets by name."""


def _loads(name: str, data: bytes) -> None:
    """What is read is well-formed and lossless, but for words of the source that its author left out of the nodes."""
    with contextlib.suppress(ap.LoadError):
        read = ap.FORMATS[name].read
        assert read is not None
        article = read(data)
        _must(not ap.validate(attrs.evolve(article, source=None)), "what was loaded is not well-formed")
        _must(article.source is None or ap.unparse(article) == article.source, "a character is lost")


def _must(holds: bool, message: str) -> None:
    if not holds:
        raise AssertionError(message)


def _run(arguments: list[str]) -> tuple[int, str]:
    """The exit code of the command, and all that it printed."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", "backslashreplace", newline="\n") for _ in range(2))
    with mock.patch.multiple(sys, stdout=out, stderr=err), mock.patch.dict(os.environ, NO_COLOR="1"):
        try:
            main.main(arguments, prog_name="articleparse")
        except SystemExit as end:
            code = int(end.code or 0)
    printed = ""
    for stream in (out, err):
        stream.flush()
        stream.seek(0)
        printed += stream.read()
    return code, printed
