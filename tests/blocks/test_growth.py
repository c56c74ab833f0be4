"""Time grows in proportion to the input, for hostile inputs too."""

from collections.abc import Callable

import pytest

from tests.support.syntax import read
from tests.support.timing import growth

HOSTILE: dict[str, Callable[[int], str]] = {
    "open brackets": lambda n: "[" * n,
    "brackets and targets": lambda n: "[" * n + "](#)" * n,
    "images in images": lambda n: "![" * n + "](#)" * n,
    "targets": lambda n: "](" * n,
    "targets and an escape": lambda n: "](" * n + "\\",
    "emphasis left open": lambda n: "*a " * n,
    "emphasis in emphasis": lambda n: "*a " * n + "a* " * n,
    "quotations": lambda n: "> " * n,
    "fences": lambda n: "```\n" * n,
    "fences of many lengths": lambda n: "".join("`" * (3 + i % 50) + "\n" for i in range(n)),
    "fences with lone carriage returns": lambda n: "```\r" * n,
    "nested lists": lambda n: "".join("  " * (i % 100) + "- a\n" for i in range(n)),
    "bars": lambda n: "|" * n,
    "back quotes": lambda n: "".join("`" * (i % 100) + " " for i in range(n // 20)),
    "escaped back quotes": lambda n: "\\``" * n,
    "attributes": lambda n: "[a](b){.c" * n,
    "dashes": lambda n: "-- --\n" + "-" * n + "x",
    "blanks in a heading": lambda n: "# a" + " " * n + "b",
    "tags": lambda n: "<a " * n,
    "comments": lambda n: "<!--" * n,
    "backslashes": lambda n: "\\" * n,
    "keys": lambda n: "---\n" + "a: b\n" * n,
    "numbers": lambda n: "1. a\n" * n,
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("dialect", ["unknown", None])
def test_growth(make: Callable[[int], str], dialect: str | None) -> None:
    """Twice the input takes about twice the time."""
    assert growth(lambda text: read(text, dialect), make, 1000) <= 3
