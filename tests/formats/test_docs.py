"""The page about the formats tells the truth."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from articleparse.codec.fields import MAX_DEPTH
from articleparse.codec.json import from_json, to_json
from articleparse.codec.xml import from_xml, to_xml
from articleparse.formats import FORMATS
from articleparse.formats.record import Record
from articleparse.tree import NODE_TYPES

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "formats.md").read_text(encoding="utf-8")


def example(language: str) -> str:
    """The example in a language."""
    (found,) = re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)
    return str(found)


def test_json_example() -> None:
    """The JSON example is what `to_json` writes."""
    assert to_json(from_json(example("json")), indent=True) + "\n" == example("json")


def test_xml_example() -> None:
    """The XML example is what `to_xml` writes, and the same article as the JSON example."""
    assert to_xml(from_xml(example("xml"))) == example("xml")
    assert from_xml(example("xml")) == from_json(example("json"))


def test_every_field_of_the_record() -> None:
    """Every field of the record is in the table."""
    table = PAGE.partition("## Record")[2].partition("## Markdown")[0]
    named = re.findall(r"`(\w+)`", "".join(re.findall(r"^\|(.*?)\|", table, re.MULTILINE)))
    assert set(named) == Record.__annotations__.keys()


def test_every_format() -> None:
    """The limit is the one that holds."""
    assert f"up to {MAX_DEPTH} nodes" in PAGE


@pytest.mark.parametrize("name", ["html", "jsonld", "ninjs", "nitf", "tei", "pandoc", "docling"])
def test_every_node(name: str) -> None:
    """The page of a format tells of every kind of node once, and says of those that are left out that they are."""
    page = (DOCS / "formats" / f"{name}.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1:3] for line in page.splitlines() if line.startswith("| `")]
    named = [(kind, what.strip()) for kinds, what in rows for kind in re.findall(r"`(\w+)`", kinds)]
    assert Counter(kind for kind, _ in named) == Counter(NODE_TYPES.keys() - {"article", "front", "body", "back"})
    assert {kind for kind, what in named if what == "left out"} - {"separator"} == FORMATS[name].omits
