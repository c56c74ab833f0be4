"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def atomic_file(target: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the name `target` when the block ends well; otherwise it is gone without a trace.

    It is written beside `target`, since a rename is atomic only within one file system, and has the rights of the
    file that it replaces. A link is followed. Devices and pipes (`/dev/null`) are written to, not replaced.
    Raises OSError.
    """
    target = Path(os.path.realpath(target))
    if target.exists() and not target.is_file():
        with target.open("wb") as stream:
            yield stream
        return
    # A short name of its own: the target's may be as long as a file system allows. Unlike `tempfile`, `open` gives
    # the rights that the user's umask asks for.
    temporary = target.with_name(f".articleparse-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as stream:
            yield stream
        if target.exists():
            shutil.copymode(target, temporary)
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
