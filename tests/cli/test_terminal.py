"""What a dump holds never steers the terminal that it is shown on."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from articleparse.cli.app import SUMMARIES

OBEYED = ("Cc", "Cf", "Cs", "Zl", "Zp")
STEERING = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) in OBEYED[:2]]
"""Every character that a terminal obeys: controls, directions, joiners, tags."""

DUMP = """\
# Harbour {0} opens

By Ada {0} Poole and [Jo {0} Roe](/roe{0})

![A {0} ship](/ship{0}.jpg "in {0} port")

A ship {0} in port. (Photo: Ada {0} Poole/EPA)

LOWMOUTH {0} (Reuters) - The harbour of Lowmouth {0} opened on [Monday][{0}7] after a long **repair {0}**, the

Advertisement {0}

port office {0} said.

| a {0} | b |
|---|---|
| `c {0}` | d |

```py{0}
x = {0}
```

Tags: a{0}, b{0}
"""


@pytest.mark.parametrize("arguments", [("show",), ("show", "--all"), ("check", "-v"), ("explain",)], ids=" ".join)
def test_steering(run: Any, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    """Whatever character stands wherever in a dump, what is printed has none but line feeds."""
    if arguments[0] not in SUMMARIES:
        pytest.skip(f"there is no command {arguments[0]}")
    path = tmp_path / "page.txt"
    sequences = ["\x1b]0;title\x07", "\x1b[2J", "\x9b31m", "\x1bP+q\x1b\\", "\r", "\x08", "".join(STEERING)]
    for steering in sequences:
        path.write_bytes(DUMP.replace("{0}", steering).encode("utf-8", "surrogatepass"))
        result = run(*arguments, path)
        assert result.exit_code in (0, 1)
        for printed in (result.stdout, result.stderr):
            assert {c for c in printed if unicodedata.category(c) in OBEYED} <= {"\n"}
