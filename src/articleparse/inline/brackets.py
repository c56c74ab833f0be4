"""The marks of a block's text, with brackets, code and tags resolved; emphasis still to be paired."""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Callable, Mapping

from articleparse.inline.attributes import past_attributes
from articleparse.inline.behind import LONGEST_LABEL, is_picture, label_start
from articleparse.inline.escapes import referred, unescaped
from articleparse.inline.invisible import RIGHT_TO_LEFT, SETTING, is_needless, seen
from articleparse.inline.links import line_link, plain_link
from articleparse.inline.marks import Letter, Mark
from articleparse.inline.numbered import URL_TAIL, numbered_end
from articleparse.inline.target import Destination, clean_target, read_destination
from articleparse.inline.ticks import pair_ticks
from articleparse.source import Span
from articleparse.tree import Code, Image, LineBreak, Link, Text

DELIMITER = "DELIMITER"
"""The type of a mark that may or may not turn out to be emphasis."""

MOST_UNCLOSED = 50
"""Brackets that wait for their partner at the same time; one more, and the outermost is text."""

_REFERENCE = re.compile(r"\[([^\[\]\r\n]{0,100}+)\]")
_ATTRIBUTE = re.compile(r"""\b(alt|src|title)\s*=\s*(?:"([^"]*+)"|'([^']*+)')""", re.IGNORECASE)
_IMAGE_NUMBER = re.compile(r"\AImage \d+(?:: |\Z)")
_AFTER_BREAK = re.compile(r"[ \t]*+(?:\r\n?|\n)?")
_BLANKS = re.compile(r"\s+")
_TO_THE_END = re.compile(r"\s*+\Z")

_FEWEST_WORDS = 4
"""A shorter alternative text names the picture (`Logo`, `Jane Doe`) and is no caption."""


class Reader:
    """Reads the marks of one block's text, which lies in the code points `start` to `end`."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        scan: re.Pattern[str],
        references: Mapping[str, str | None],
        *,
        wrapped: bool,
        captioned: bool,
        numbered_images: bool,
    ) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.scan = scan
        self.references = references
        self.wrapped = wrapped
        self.captioned = captioned  # whether an image that is the whole block has its caption as alternative text
        self.numbered_images = numbered_images  # whether the converter counts images in their alternative texts
        self.marks: list[Letter] = []
        self.has_delimiters = False
        self.opens: Mark | None = None  # the bracket that begins the text, where nothing here closes it
        self.closes: Mark | None = None  # `](target)` at the end of the text, where nothing here opens it
        self.unresolved: list[tuple[int, int]] = []
        self._unclosed: deque[tuple[int, Mark]] = deque()  # brackets still to be closed, with their indices
        self._resume = start  # marks before this point lie within one already read
        self._is_right_to_left: bool | None = None  # whether a letter of the text is; None until it is asked
        self._code_ends: dict[int, int] | None = None

    def read(self) -> None:
        """Read all marks. Brackets that are no link are text, but those at the ends may belong to other blocks."""
        search = self.scan.search
        match = search(self.text, self.start, self.end)
        while match is not None:
            start, end = match.span()
            _HANDLERS[match.lastgroup](self, start, end)
            match = search(self.text, max(end, self._resume), self.end)
        for _, bracket in self._unclosed:
            bracket.type = None
            if bracket.span.start == self.start and self.text[self.start] == "[":
                self.opens = bracket

    def letters(self) -> list[Letter]:
        """The marks in order, without those that are text."""
        return [mark for mark in self.marks if mark.type is not None]

    def link(self, target: str | None, title: str | None) -> None:
        """Make all of the text a link, unless a part of it is one; the marks at its ends are no text in any case."""
        for mark in (self.opens, self.closes):
            if mark is not None:
                mark.type = ""
        if any(mark.__class__ is Link or mark.type == "LINK_OPEN" for mark in self.marks):
            return
        opens = self.opens or Mark("", self.start, self.start)
        closes = self.closes or Mark("", self.end, self.end)
        opens.type, closes.type, closes.target, closes.title = "LINK_OPEN", "LINK_CLOSE", target, title
        inner = [mark for mark in self.marks if mark is not opens and mark is not closes]
        self.marks = [opens, *inner, closes]

    def _add(self, kind: str, start: int, end: int, target: str | None = None, title: str | None = None) -> None:
        self.marks.append(Mark(kind, start, end, target, title))

    def on_escape(self, start: int, end: int) -> None:
        """A backslash: it is dropped, what it escapes is text."""
        self._add("", start, start + 1)
        self._resume = end

    def on_emphasis(self, start: int, end: int) -> None:
        """Signs that may turn out to be emphasis."""
        self.has_delimiters = True
        self._add(DELIMITER, start, end)

    on_strikethrough = on_del_open = on_del_close = on_emphasis

    def on_button(self, start: int, end: int) -> None:
        """Lynx's mark before a button."""
        self._add("", start, end)

    def on_entity(self, start: int, end: int) -> None:
        """A character reference."""
        source = self.text[start:end]
        decoded = referred(source)
        if is_needless(self.text[start - 1 : start], decoded, self.text[end : end + 1]):
            self._add("", start, end)
        elif decoded != source:
            self.marks.append(Text(Span(start, end), decoded))

    def on_unseen(self, start: int, end: int) -> None:
        """Invisible characters that the text does not need."""
        self._add("", start, end)

    on_unjoined = on_unbroken = on_unseen

    def on_direction(self, start: int, end: int) -> None:
        """Marks of direction: needed in a text from right to left, but not at its ends beside such a letter."""
        if self._is_right_to_left is None:
            self._is_right_to_left = RIGHT_TO_LEFT.search(self.text, self.start, self.end) is not None
        opens = start == self.start and RIGHT_TO_LEFT.match(self.text, end)
        closes = end == self.end and RIGHT_TO_LEFT.match(self.text, start - 1)
        if opens or closes or not self._is_right_to_left:
            self._add("", start, end)

    def on_code(self, start: int, end: int) -> None:
        """Back quotes: code up to the next run of as many."""
        if self._code_ends is None:
            self._code_ends = pair_ticks(self.text, self.start, self.end)
        close = self._code_ends.get(start)
        if close is None:
            self._resume = end
            return
        length = end - start
        inner = _BLANKS.sub(" ", self.text[end : close - length])
        after = past_attributes(self.text, close, self.end)
        if after > close and self.text.startswith("{=", close):  # HTML and its like, which pandoc writes as code
            self._add("", start, after)
        else:
            self.marks.append(Code(Span(start, close), inner.strip() or inner))
            if after > close:
                self._add("", close, after)
        self._resume = after

    def on_separator(self, start: int, end: int) -> None:
        """U+2028 or a `<br>`: a break, and the line end that stands behind it is the same one."""
        stop = _AFTER_BREAK.match(self.text, end, self.end).end()  # type: ignore[union-attr]  # matches "" too
        self.marks.append(LineBreak(Span(start, stop)))
        self._resume = stop

    def on_tag(self, start: int, end: int) -> None:
        """An HTML tag that the converter left."""
        tag = self.text[start:end].lower()
        if tag.startswith("<br"):
            self.on_separator(start, end)
        elif tag.startswith("<img"):
            found = {name.lower(): html.unescape(a or b) for name, a, b in _ATTRIBUTE.findall(self.text[start:end])}
            target = clean_target(found.get("src", ""))
            self.marks.append(Image(Span(start, end), _flat(found.get("alt", "")), target, found.get("title")))
        else:
            self._add("", start, end)

    def on_autolink(self, start: int, end: int) -> None:
        """`<https://example.org/>`, `<jane@example.org>`."""
        address = self.text[start + 1 : end - 1]
        self._link(start, start + 1, end - 1, end, address if ":" in address else f"mailto:{address}")

    def on_url(self, start: int, end: int) -> None:
        """A bare address; within brackets it is the text of a link."""
        start -= 5 if self.text.startswith("https", start - 5) else 4
        url = self.text[start:end].rstrip(URL_TAIL)
        stop = start + len(url)
        if not self._unclosed:
            self._link(start, start, stop, stop, url)

    def _link(self, start: int, text_start: int, text_end: int, end: int, target: str | None) -> None:
        if self._is_line(text_start, text_end):
            self.marks.append(line_link(self.text, start, text_start, text_end, end, target))
        else:
            self._add("LINK_OPEN", start, text_start)
            for unseen in SETTING.finditer(self.text, text_start, text_end):
                self._add("", *unseen.span())
            self._add("LINK_CLOSE", text_end, end, target)
        self._resume = end

    def _is_line(self, start: int, end: int) -> bool:
        """Whether the text is on one line, and nothing in it is invisible."""
        line = self.text.find("\n", start, end) < 0 and self.text.find("\r", start, end) < 0
        return line and SETTING.search(self.text, start, end) is None

    def on_numbered(self, start: int, end: int) -> None:
        """`[4]Jane Doe`: where the link ends isn't written."""
        stop = numbered_end(self.text, self.start, start, end, self.end)
        target = self._target_of(self.text[start + 1 : end - 1], start, end)
        self._link(start, end, stop, stop, target)

    def on_behind(self, start: int, end: int) -> None:
        """`Jane Doe [/jane-doe]`: where the link or picture begins isn't written."""
        target = self.text[start + 1 : end - 1]
        floor = self._label_floor(start)
        is_last = _TO_THE_END.match(self.text, end, self.end) is not None
        is_whole = is_last or (floor == self.start and is_picture(target))
        first = label_start(self.text, floor, start, is_whole=is_whole)
        stop = first + len(self.text[first:start].rstrip())
        place = len(self.marks)
        while place and self.marks[place - 1].span.start >= first:
            place -= 1
        if is_picture(target):
            del self.marks[place:]
            self.marks.append(Image(Span(first, end), _flat(self.text[first:start]), clean_target(target)))
        else:
            self.marks.insert(place, Mark("LINK_OPEN", first, first))
            self._add("LINK_CLOSE", stop, end, clean_target(target))
        self._resume = end

    def _label_floor(self, start: int) -> int:
        """Where at the earliest the label begins that ends at `start`: behind all but emphasis, and not far away."""
        floor = max(self.start, start - LONGEST_LABEL - 1)
        for mark in reversed(self.marks):
            if mark.type != DELIMITER or mark.span.end <= floor:
                return max(floor, mark.span.end)
        return floor

    def on_link(self, start: int, end: int) -> None:
        """A link around plain text."""
        self.marks.append(plain_link(self.text, start, end))

    def on_open(self, start: int, end: int) -> None:
        """A bracket that may open a link or an image."""
        is_image = start > self.start and self.text[start - 1] == "!" and self._resume < start
        bracket = Mark("LINK_OPEN", start - is_image, end)
        if len(self._unclosed) == MOST_UNCLOSED:
            self._unclosed.popleft()[1].type = None
        self._unclosed.append((len(self.marks), bracket))
        self.marks.append(bracket)

    def on_close(self, start: int, end: int) -> None:
        """A bracket that may close one."""
        if not self._unclosed:
            self._on_foreign(start, end)
            return
        index, opener = self._unclosed.pop()
        is_image = self.text[opener.span.start] == "!"
        found = self._destination(opener, start, end)
        if found is None:
            self._on_plain(opener, start, end, is_image=is_image)
            return
        target, title, stop = found
        if self.text.startswith("(", end):
            stop = past_attributes(self.text, stop, self.end)
        self._resume = stop
        if not is_image:
            self._add("LINK_CLOSE", start, stop, target, title)
        elif self._is_caption(opener, start, stop):
            self.marks[index] = Image(opener.span, "", target, title)
            self._add("", start, stop)
        else:
            del self.marks[index:]
            alt = _flat(unescaped(self.text[opener.span.end : start]))
            if self.numbered_images:
                alt = _IMAGE_NUMBER.sub("", alt)
            self.marks.append(Image(Span(opener.span.start, stop), alt, target, title))

    def _on_foreign(self, start: int, end: int) -> None:
        """A bracket that nothing opens in this block: with a target behind it at the block's end, another one may."""
        if not self.text.startswith("(", end):
            return
        found = read_destination(self.text, end, self.end, wrapped=self.wrapped)
        if found is not None and found.end == self.end:
            self.closes = Mark(None, start, found.end, found.target, found.title)
            self.marks.append(self.closes)
            self._resume = found.end

    def _destination(self, opener: Mark, start: int, end: int) -> Destination | None:
        """Where the link leads whose text ends at `start`, with `](target)`, `][label]` or as a label itself."""
        follower = self.text[end : end + 1]
        if follower == "(":
            if self.text.startswith("(#)", end):  # by far the most frequent in dumps without targets
                return Destination(None, None, end + 3)
            if found := read_destination(self.text, end, self.end, wrapped=self.wrapped):
                return found
        elif follower == "[" and (reference := self._reference(opener, start, end)):
            return reference
        label = self._label(opener, start)
        return Destination(self.references[label], None, end) if label in self.references else None

    def _on_plain(self, opener: Mark, start: int, end: int, *, is_image: bool) -> None:
        """Brackets around words that are no link: text, or a mark where the words have attributes."""
        stop = end if is_image else past_attributes(self.text, end, self.end)
        opener.type = "" if stop > end else None
        if stop > end:
            self._add("", start, stop)
            self._resume = stop

    def _is_caption(self, opener: Mark, start: int, stop: int) -> bool:
        """Whether the image is the whole block up to `stop` and its alternative text, up to `start`, a caption."""
        if not self.captioned or (opener.span.start, stop) != (self.start, self.end):
            return False
        return len(self.text[opener.span.end : start].split()) >= _FEWEST_WORDS

    def _label(self, opener: Mark, start: int) -> str:
        return self.text[opener.span.end : start].strip().lower() if start - opener.span.end <= 100 else ""

    def _reference(self, opener: Mark, start: int, end: int) -> Destination | None:
        match = _REFERENCE.match(self.text, end, self.end)
        if match is None:
            return None
        label = match.group(1).strip().lower() or self._label(opener, start)
        if label not in self.references and not label.isdigit():
            return None
        return Destination(self._target_of(label, match.start(), match.end()), None, match.end())

    def _target_of(self, label: str, start: int, end: int) -> str | None:
        if label not in self.references:
            self.unresolved.append((start, end))
        return self.references.get(label)


_HANDLERS: dict[str | None, Callable[[Reader, int, int], None]] = {
    name.removeprefix("on_"): handler for name, handler in vars(Reader).items() if name.startswith("on_")
}
"""What to do at each mark, by the name of its group in the scanner."""


def _flat(text: str) -> str:
    return _BLANKS.sub(" ", seen(text)).strip()
