"""The page about the formats tells the truth."""

from __future__ import annotations

import re
from pathlib import Path

from articleparse.export import Record, to_json, to_xml
from articleparse.formats import FORMATS
from articleparse.load import from_json, from_xml
from articleparse.wire import MAX_DEPTH

PAGE = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")


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
    """Every format is in the table, with its suffix; the limit is the one that holds."""
    for name, entry in FORMATS.items():
        assert f"| `{name}` | `to_{name}` | `{entry.suffix}` |" in PAGE
    assert f"up to {MAX_DEPTH} nodes" in PAGE
