"""Every format, held against a folder of real dumps.

    python benchmarks/formats.py DIR                    # DIR/**/*.txt
    python benchmarks/formats.py DIR --schemas SCHEMAS  # with the schemas of ninjs, NITF and TEI

Every dump must be written in every format; HTML must be without an error to a strict parser of HTML5; JSON, XML, ninjs,
NITF, TEI and Docling must be valid; and what can be read must come back as a well-formed tree with the same record.
Prints how many dumps each check held for; the exit status is 1 if one did not. Needs the extras
`test`, `arrow` and `retrieval`.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import cache, partial
from pathlib import Path
from typing import Any

import html5lib
import jsonschema
import orjson
import referencing
from docling_core.types.doc.document import DoclingDocument
from lxml import etree
from referencing.jsonschema import DRAFT202012

import articleparse as ap
from articleparse.codec.schema import json_schema, relaxng

Check = Callable[[ap.Article], bool]


def is_written(name: str, article: ap.Article) -> bool:
    """Whether the format writes the article, and something."""
    return bool(ap.FORMATS[name].write(article))


def is_html5(article: ap.Article) -> bool:
    """Whether a strict parser, which raises at any error, reads the page."""
    html5lib.HTMLParser(strict=True).parse(ap.write(article, "html"))
    return True


def is_json(article: ap.Article) -> bool:
    """Whether the document is valid by the published schema."""
    return _own_schema().is_valid(orjson.loads(ap.to_json(article)))


def is_docling(article: ap.Article) -> bool:
    """Whether Docling reads the document; it raises where it does not."""
    DoclingDocument.model_validate_json(ap.write(article, "docling"))
    return True


def is_ninjs(schemas: Path, article: ap.Article) -> bool:
    """Whether the document is valid by the schema of the IPTC."""
    return _ninjs(schemas).is_valid(orjson.loads(ap.write(article, "ninjs")))


def is_xml(name: str, schema: Callable[[], etree.XMLSchema | etree.RelaxNG], article: ap.Article) -> bool:
    """Whether the document is valid by a schema."""
    document = str(ap.FORMATS[name].write(article)).encode()
    return bool(schema().validate(etree.fromstring(document, etree.XMLParser(huge_tree=True))))


@cache
def _own_schema() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json_schema())


@cache
def _own_grammar() -> etree.RelaxNG:
    return etree.RelaxNG(etree.fromstring(relaxng().encode()))


@cache
def _nitf(folder: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(folder / "nitf-3-6.xsd"))


@cache
def _tei(folder: Path) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(folder / "tei_all_4.7.0.rng"))


@cache
def _ninjs(folder: Path) -> jsonschema.Draft202012Validator:
    schema = orjson.loads((folder / "ninjs-schema_3.1.json").read_bytes())
    geojson = DRAFT202012.create_resource({})  # the schema refers to one on the web, for what we never write
    registry: referencing.Registry[Any] = referencing.Registry().with_resource(
        "https://geojson.org/schema/GeoJSON.json", geojson
    )
    return jsonschema.Draft202012Validator(schema, registry=registry)


def comes_back(name: str, article: ap.Article) -> bool:
    """Whether the fields of the record come back, white space apart, in a well-formed tree."""
    entry = ap.FORMATS[name]
    if entry.read is None:
        return False
    again = entry.read(entry.write(article))
    return not ap.validate(again) and all(field(article, name) == field(again, name) for name in KEPT)


_WHITE = re.compile(r"(\\[nrtf])+")
"""White space in a string of JSON."""

KEPT = ("headline", "kicker", "deck", "authors", "agencies", "dateline", "text", "captions", "related", "tags")
"""Fields of the record that every format which can be read keeps."""


def field(article: ap.Article, name: str) -> list[str]:
    """The words of a field of the record, white space apart."""
    value = ap.to_record(article)[name]  # type: ignore[literal-required]
    if name == "captions":  # some formats hold pictures apart; a lone credit becomes a caption without words
        value = sorted((caption for caption in value if caption["text"]), key=str)
    if name == "related":  # what has neither words nor an address says nothing
        value = [link for link in value if link["text"] or link["target"]]
    return _WHITE.sub(" ", orjson.dumps(value).decode()).split()


def checks(schemas: Path | None) -> dict[str, Check]:
    """Every check by its name."""
    found: dict[str, Check] = {f"{name}: written": partial(is_written, name) for name in ap.FORMATS}
    found |= {"html: valid": is_html5, "json: valid": is_json, "docling: valid": is_docling}
    found["xml: valid"] = partial(is_xml, "xml", _own_grammar)
    if schemas is not None:
        found["ninjs: valid"] = partial(is_ninjs, schemas)
        found["nitf: valid"] = partial(is_xml, "nitf", partial(_nitf, schemas))
        found["tei: valid"] = partial(is_xml, "tei", partial(_tei, schemas))
    return found | {
        f"{name}: comes back": partial(comes_back, name) for name, entry in ap.FORMATS.items() if entry.read
    }


def examine(schemas: Path | None, path: Path) -> list[str]:
    """The checks that the dump fails; an exception is a failure."""
    article = ap.parse_file(path)
    failed = []
    for name, holds in checks(schemas).items():
        try:
            if not holds(article):
                failed.append(name)
        except Exception as error:
            failed.append(f"{name} ({type(error).__name__}: {error})"[:200])
    return failed


def main() -> None:
    """Examine every dump of a folder and print what was found."""
    parser = argparse.ArgumentParser(description="Hold every format against a folder of dumps.")
    parser.add_argument("folder", type=Path, help="searched for *.txt, in folders below too")
    parser.add_argument("--schemas", type=Path, help="the folder with the published schemas")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (default: one a processor)")
    arguments = parser.parse_args()
    paths = sorted(arguments.folder.rglob("*.txt"))
    if not paths:
        parser.error(f"no dumps in {arguments.folder}")
    with ProcessPoolExecutor(arguments.jobs) as pool:
        failures = list(pool.map(partial(examine, arguments.schemas), paths, chunksize=20))
    counts = Counter(name.partition(" (")[0] for failed in failures for name in failed)
    for name in checks(arguments.schemas):
        print(f"{name:22}{len(paths) - counts[name]:7,} of {len(paths):,}")
    for path, failed in zip(paths, failures, strict=True):
        if failed:
            print(f"{path}: {'; '.join(failed)}")
    sys.exit(1 if counts else 0)


if __name__ == "__main__":
    main()
