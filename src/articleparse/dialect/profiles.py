"""Which traits speak for which dialect, and how strongly.

A weight of 3 is a mark that hardly any other converter leaves, 1 a habit that it shares with others;
a negative weight is a mark that it never leaves.
"""

from __future__ import annotations

PROFILES: dict[str, dict[str, float]] = {
    "html2text": {
        "bullet two-space star": 2, "number two-space": 1.5, "rule stars": 1, "double dash": 1, "ascii copyright": 2,
        "escaped number": 0.5, "atx": 0.5, "underscore emphasis": 0.5, "open pipe table": 2, "reference link": 1,
        "link": 0.5, "setext": -2, "number one-space": -1, "escaped underscore": -1, "bullet star": -1,
        "bullet dash": -1, "bullet dot": -2, "bullet star deep": -2, "rule dashes": -1,
    },
    "markdownify": {
        "setext": 2, "bullet star": 1, "bullet nested plus": 2, "placeholder": 0.5, "escaped underscore": 1,
        "escaped star": 0.5, "star emphasis": 0.5, "rule dashes": 1, "link": 0.5, "pipe table": 0.5, "fence": 0.5,
        "escaped bracket": -2, "escaped hash": -2, "bullet star wide": -3, "bullet two-space star": -2,
        "underscore emphasis": -1, "bullet dot": -2,
    },
    "markitdown": {
        "atx": 0.5, "bullet star": 1, "bullet nested plus": 2, "percent parenthesis": 2, "escaped underscore": 1,
        "star emphasis": 0.5, "rule dashes": 1, "link": 0.5, "setext": -3, "placeholder": -3, "percent underscore": -2,
        "escaped bracket": -2, "bullet two-space star": -2, "bullet dot": -2, "numbered image": -1,
    },
    "turndown": {
        "bullet star wide": 3, "number wide": 1.5, "escaped bracket": 1, "escaped hash": 1, "escaped number": 1,
        "escaped parenthesis": 2, "rule stars": 1, "underscore emphasis": 0.5, "setext": 0.5, "escaped underscore": 0.5,
        "bullet two-space star": -2, "bullet dot": -2, "escaped bar": -1,
    },
    "node-html-markdown": {
        "percent underscore": 2, "percent parenthesis": 1, "underscore strong": 1, "escaped number": 0.5, "atx": 0.5,
        "bullet star": 1, "escaped hash": 1, "underscore emphasis": 0.5, "rule dashes": 0.5, "setext": -2,
        "escaped bracket": -1, "bullet nested plus": -2, "bullet star wide": -2, "bullet two-space star": -2,
    },
    "html-to-markdown": {
        "yaml header": 2, "yaml fingerprint": -3, "bullet dash": 1, "star emphasis": 0.5, "escaped hash": 0.5,
        "escaped number": 0.5, "rule dashes": 0.5, "placeholder": 0.5, "escaped underscore": -2, "angle target": -2,
        "setext": -2,
    },
    "pandoc": {
        "bullet dash wide": 2, "number wide": 1, "rule long dashes": 1, "attributes": 3, "division": 2, "html block": 2,
        "superscript html": 0.5, "escaped bar": 1, "star emphasis": 0.5, "escaped bracket": 0.5, "escaped hash": 0.5,
        "column rule": 1, "link": 0.5, "atx": 0.5, "setext": -2, "bullet star": -2,
        "bullet two-space star": -2, "bullet star wide": -2,
    },
    "pandoc-plain": {
        "bullet dash wide": 2, "number wide": 1, "rule long dashes": 2, "column rule": 2, "link": -3, "atx": -0.5,
        "strong": -2, "escaped bracket": -2,
    },
    "trafilatura": {
        "yaml fingerprint": 3, "angle target": 2, "trailing pipe blank": 2, "bullet dash": 1, "escaped bracket": 1,
        "escaped underscore": 1, "star emphasis": 0.5, "setext": -2, "placeholder": -1, "bullet dash wide": -2,
    },
    "trafilatura-text": {
        "trailing pipe blank": 2, "escaped bar": 1, "pipe table": 0.5, "bullet dash": 1, "link": -2, "atx": -0.5,
        "strong": -2,
    },
    "jina": {"jina header": 3, "numbered image": 3},
    "lynx": {
        "button": 3, "deleted spaced": 3, "numbered link": 1, "target list": 1, "bullet star deep": 2,
        "bullet plus deep": 2, "rule underscores": 2, "margin": 1, "centred line": 1, "visible links": -2, "link": -3,
        "strong": -2, "atx": -1,
    },
    "links": {
        "bullet star deep": 2, "margin": 1, "centred line": 1, "rule long dashes": 1, "numbered link": -3,
        "button": -3, "deleted spaced": -3, "rule underscores": -2, "link": -3, "bullet plus deep": -2,
        "strong": -2, "atx": -1,
    },
    "elinks": {
        "bullet dot deep": 2, "visible links": 3, "numbered link": 1, "target list": 1, "rule double": 3, "margin": 1,
        "centred line": 1, "button": -2, "link": -3, "strong": -2, "atx": -1,
    },
    "w3m": {"bullet square": 3, "deleted": 3, "rule heavy": 3, "bullet dot": 1, "link": -3, "numbered link": -3},
    "inscriptis": {
        "bracketed image": 2, "bullet two-space star": 2, "bullet plus six": 2, "atx": -1, "strong": -3,
        "rule stars": -3, "double dash": -0.5, "number two-space": -1, "number one-space": 1, "escaped number": -2,
        "ascii copyright": -2, "underscore emphasis": -1,
    },
    "html-to-text": {
        "target behind": 3, "bullet one-space star": 2, "number one-space": 0.5, "rule long dashes": 0.5, "link": -2,
        "strong": -2, "atx": -1, "numbered link": -2, "margin": -2,
    },
    "resiliparse": {
        "bullet dot": 2, "number two-space": 0.5, "link": -3, "strong": -1, "rule heavy": -3, "deleted": -3,
        "bullet square": -3, "atx": -0.5,
    },
}  # fmt: skip
