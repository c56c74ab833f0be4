"""The letters of `byline.lark`."""

from __future__ import annotations

from articleparse.fields.timestamps import TimestampField


class Phrase:
    """A letter of `byline.lark`: words between the offsets `start` and `end` of the line."""

    __slots__ = ("end", "link", "stamp", "start", "text", "type")

    def __init__(
        self, kind: str, start: int, end: int, text: str, link: int = -1, stamp: TimestampField | None = None
    ) -> None:
        self.type = kind
        self.start = start
        self.end = end
        self.text = text
        self.link = link  # number of the link that it stands in, or -1
        self.stamp = stamp  # what a TIMESTAMP says

    def __repr__(self) -> str:
        return f"{self.type}({self.text!r})"
