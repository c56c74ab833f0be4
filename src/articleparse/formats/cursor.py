"""A place in a document of JSON that others wrote, from which to ask for what should be there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs
import orjson

from articleparse.codec.errors import LoadError


@attrs.frozen
class Cursor:
    """A value and the way to it from the root, `$`. What is there and of the wrong type is a LoadError."""

    value: Any
    path: str = "$"

    @classmethod
    def of(cls, data: str | bytes) -> Cursor:
        """The root of the JSON document `data`. Raises LoadError where it is none."""
        try:
            return cls(orjson.loads(data))
        except orjson.JSONDecodeError as error:
            raise LoadError("$", f"not JSON: {error}") from None

    def wrong(self, message: str) -> LoadError:
        """The error that something is wrong here."""
        return LoadError(self.path, message)

    def member(self, name: str) -> Cursor | None:
        """The member `name` of an object, None where it is missing or null. Raises LoadError for no object."""
        if not isinstance(self.value, dict):
            raise self.wrong("must be an object")
        value = self.value.get(name)
        return None if value is None else Cursor(value, f"{self.path}.{name}")

    def text(self, name: str) -> str:
        """The string that the member `name` is, "" where it is missing. Raises LoadError for any other value."""
        found = self.member(name)
        return "" if found is None else found.string()

    def string(self) -> str:
        """The string that is here. Raises LoadError for any other value."""
        if not isinstance(self.value, str):
            raise self.wrong("must be a string")
        return self.value

    def each(self, name: str, *, lone: bool = False) -> Iterator[Cursor]:
        """The items of the list that the member `name` is; with `lone`, any other value counts as a list of itself.

        None where it is missing. Raises LoadError for a member that is no list.
        """
        found = self.member(name)
        if found is None:
            return
        if isinstance(found.value, list):
            yield from (Cursor(item, f"{found.path}[{index}]") for index, item in enumerate(found.value))
        elif lone:
            yield found
        else:
            raise found.wrong("must be a list")
