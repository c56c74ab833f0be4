"""The one error that loading raises."""

from __future__ import annotations

from reprlib import repr as shown

__all__ = ["LoadError", "member", "shown"]


def member(name: str) -> str:
    """The step of a path to the member `name`, in brackets and shortened where it is no plain word.

    >>> member("span"), member("a b")
    ('.span', "['a b']")
    """
    return f".{name}" if name.isidentifier() and len(name) < _LONGEST else f"[{shown(name)}]"


_LONGEST = 40
"""Characters of the longest name that is shown whole; the names of the formats have half as many."""


class LoadError(ValueError):
    """A document that is no article of a known version.

    `path` tells where, from the root `$`: `$.children[1].span`. `message` tells what is wrong there.

    >>> print(LoadError("$.version", "is missing"))
    $.version: is missing
    """

    def __init__(self, path: str, message: str) -> None:
        super().__init__(path, message)
        self.path = path
        self.message = message

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"

    def within(self, path: str) -> LoadError:
        """The same error, for a reader to whom the place it happened in is at `path`.

        >>> print(LoadError(".span", "is missing").within("$.children[1]"))
        $.children[1].span: is missing
        """
        return LoadError(path + self.path, self.message)
