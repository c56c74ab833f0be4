"""The marks of a block's text, with brackets, code and tags resolved; emphasis still to be paired."""

from __future__ import annotations

import html
import re
from collections import deque
from collections.abc import Callable, Mapping
from typing import ClassVar

from articleparse.dialect import Dialect
from articleparse.inline import scan, targets
from articleparse.inline.scan import DELIMITER, InlineToken, Mark
from articleparse.inline.text_browsers import MAX_LABEL_CHARS, URL_TAIL, is_picture, label_start, numbered_link_end
from articleparse.source import Span
from articleparse.tree import Code, Image, LineBreak, Link, Text

MOST_UNCLOSED = 50
"""Brackets that wait for their partner at the same time; one more, and the outermost is text."""

_REFERENCE = re.compile(r"\[([^\[\]\r\n]{0,100}+)\]")
_ATTRIBUTE = re.compile(r"""\b(alt|src|title)\s*=\s*(?:"([^"]*+)"|'([^']*+)')""", re.IGNORECASE)
_IMAGE_NUMBER = re.compile(r"\AImage \d+(?:: |\Z)")
_AFTER_BREAK = re.compile(r"[ \t]*+(?:\r\n?|\n)?")
_BLANKS = re.compile(r"\s+")
_TO_THE_END = re.compile(r"\s*+\Z")

_MAX_REFERENCE_CHARS = 100
"""Code points of the label of a reference."""

_LEAST_CAPTION_WORDS = 4
"""A shorter alternative text names the picture (`Logo`, `Jane Doe`) and is no caption."""


class InlineScanner:
    """Reads the marks of one block's text, which lies in the code points `start` to `end` of `text`.

    `pattern` finds them (`scan.Scanner.mark`); `references` are the targets that the dump defines by labels, which are
    in small letters.
    """

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        pattern: re.Pattern[str],
        dialect: Dialect,
        references: Mapping[str, str | None],
    ) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.pattern = pattern
        self.dialect = dialect
        self.references = references
        self.marks: list[InlineToken] = []
        self.has_delimiters = False
        self.opens: Mark | None = None  # the bracket that begins the text, where nothing here closes it
        self.closes: Mark | None = None  # `](target)` at the end of the text, where nothing here opens it
        self.unresolved: list[tuple[int, int]] = []  # references to labels that the dump does not define
        self._unclosed: deque[tuple[int, Mark]] = deque()  # brackets still to be closed, with their indices
        self._resume = start  # marks before this point lie within one already read
        self._is_right_to_left: bool | None = None  # whether a letter of the text is; None until it is asked
        self._code_ends: dict[int, int] | None = None

    def read(self) -> None:
        """Read all marks. Brackets that are no link are text, but those at the ends may belong to other blocks."""
        search = self.pattern.search
        match = search(self.text, self.start, self.end)
        while match is not None:
            start, end = match.span()
            self.HANDLERS[match.lastgroup](self, start, end)
            match = search(self.text, max(end, self._resume), self.end)
        for _, bracket in self._unclosed:
            bracket.type = None
            if bracket.span.start == self.start and self.text[self.start] == "[":
                self.opens = bracket

    def tokens(self) -> list[InlineToken]:
        """Return the marks in order, without those that are text."""
        return [mark for mark in self.marks if mark.type is not None]

    def make_link(self, target: str | None, title: str | None) -> None:
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

    def _on_escape(self, start: int, end: int) -> None:
        """A backslash: it is dropped, what it escapes is text."""
        self._add("", start, start + 1)
        self._resume = end

    def _on_emphasis(self, start: int, end: int) -> None:
        """Signs that may turn out to be emphasis."""
        self.has_delimiters = True
        self._add(DELIMITER, start, end)

    def _on_entity(self, start: int, end: int) -> None:
        """A character reference."""
        source = self.text[start:end]
        decoded = targets.reference_text(source)
        if scan.is_needless(self.text[start - 1 : start], decoded, self.text[end : end + 1]):
            self._add("", start, end)
        elif decoded != source:
            self.marks.append(Text(Span(start, end), decoded))

    def _on_meaningless(self, start: int, end: int) -> None:
        """Invisible characters that the text does not need, Lynx's mark before a button."""
        self._add("", start, end)

    def _on_direction(self, start: int, end: int) -> None:
        """Marks of direction: needed in a text from right to left, but not at its ends beside such a letter."""
        if self._is_right_to_left is None:
            self._is_right_to_left = scan.RIGHT_TO_LEFT_LETTER.search(self.text, self.start, self.end) is not None
        opens = start == self.start and scan.RIGHT_TO_LEFT_LETTER.match(self.text, end)
        closes = end == self.end and scan.RIGHT_TO_LEFT_LETTER.match(self.text, start - 1)
        if opens or closes or not self._is_right_to_left:
            self._add("", start, end)

    def _on_code(self, start: int, end: int) -> None:
        """Back quotes: code up to the next run of as many."""
        if self._code_ends is None:
            self._code_ends = scan.code_ends(self.text, self.start, self.end)
        close = self._code_ends.get(start)
        if close is None:
            self._resume = end
            return
        length = end - start
        inner = _BLANKS.sub(" ", self.text[end : close - length])
        after = targets.past_attributes(self.text, close, self.end)
        if after > close and self.text.startswith("{=", close):  # HTML and its like, which pandoc writes as code
            self._add("", start, after)
        else:
            self.marks.append(Code(Span(start, close), inner.strip() or inner))
            if after > close:
                self._add("", close, after)
        self._resume = after

    def _on_separator(self, start: int, end: int) -> None:
        """U+2028 or a `<br>`: a break, and the line end that stands behind it is the same one."""
        stop = _AFTER_BREAK.match(self.text, end, self.end).end()  # type: ignore[union-attr]  # matches "" too
        self.marks.append(LineBreak(Span(start, stop)))
        self._resume = stop

    def _on_tag(self, start: int, end: int) -> None:
        """An HTML tag that the converter left."""
        tag = self.text[start:end].lower()
        if tag.startswith("<br"):
            self._on_separator(start, end)
        elif tag.startswith("<img"):
            found = {name.lower(): html.unescape(a or b) for name, a, b in _ATTRIBUTE.findall(self.text[start:end])}
            target = targets.clean_target(found.get("src", ""), is_picture=True)
            self.marks.append(Image(Span(start, end), _flat(found.get("alt", "")), target, found.get("title")))
        else:
            self._add("", start, end)

    def _on_autolink(self, start: int, end: int) -> None:
        """`<https://example.org/>`, `<jane@example.org>`."""
        address = self.text[start + 1 : end - 1]
        self._link(start, start + 1, end - 1, end, address if ":" in address else f"mailto:{address}")

    def _on_url(self, start: int, end: int) -> None:
        """A bare address; within brackets it is the text of a link."""
        start -= 5 if self.text.startswith("https", start - 5) else 4
        url = self.text[start:end].rstrip(URL_TAIL)
        stop = start + len(url)
        if not self._unclosed:
            self._link(start, start, stop, stop, url)

    def _link(self, start: int, text_start: int, text_end: int, end: int, target: str | None) -> None:
        if self._is_line(text_start, text_end):
            self.marks.append(targets.line_link(self.text, start, text_start, text_end, end, target))
        else:
            self._add("LINK_OPEN", start, text_start)
            for unseen in scan.SETTING.finditer(self.text, text_start, text_end):
                self._add("", *unseen.span())
            self._add("LINK_CLOSE", text_end, end, target)
        self._resume = end

    def _is_line(self, start: int, end: int) -> bool:
        """Whether the text is on one line, and nothing in it is invisible."""
        line = self.text.find("\n", start, end) < 0 and self.text.find("\r", start, end) < 0
        return line and scan.SETTING.search(self.text, start, end) is None

    def _on_numbered(self, start: int, end: int) -> None:
        """`[4]Jane Doe`: where the link ends isn't written."""
        stop = numbered_link_end(self.text, self.start, start, end, self.end)
        target = self._target_of(self.text[start + 1 : end - 1], start, end)
        self._link(start, end, stop, stop, target)

    def _on_behind(self, start: int, end: int) -> None:
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
            self.marks.append(
                Image(Span(first, end), _flat(self.text[first:start]), targets.clean_target(target, is_picture=True))
            )
        else:
            self.marks.insert(place, Mark("LINK_OPEN", first, first))
            self._add("LINK_CLOSE", stop, end, targets.clean_target(target))
        self._resume = end

    def _label_floor(self, start: int) -> int:
        """Where at the earliest the label begins that ends at `start`: behind all but emphasis, and not far away."""
        floor = max(self.start, start - MAX_LABEL_CHARS - 1)
        for mark in reversed(self.marks):
            if mark.type != DELIMITER or mark.span.end <= floor:
                return max(floor, mark.span.end)
        return floor

    def _on_plain_link(self, start: int, end: int) -> None:
        """A link around plain text."""
        self.marks.append(targets.plain_link(self.text, start, end))

    def _on_open(self, start: int, end: int) -> None:
        """A bracket that may open a link or an image."""
        is_image = start > self.start and self.text[start - 1] == "!" and self._resume < start
        bracket = Mark("LINK_OPEN", start - is_image, end)
        if len(self._unclosed) == MOST_UNCLOSED:
            self._unclosed.popleft()[1].type = None
        self._unclosed.append((len(self.marks), bracket))
        self.marks.append(bracket)

    def _on_close(self, start: int, end: int) -> None:
        """A bracket that may close one."""
        if not self._unclosed:
            self._on_foreign(start, end)
            return
        index, opener = self._unclosed.pop()
        is_image = self.text[opener.span.start] == "!"
        found = self._destination(opener, start, end, is_picture=is_image)
        if found is None:
            self._on_plain(opener, start, end, is_image=is_image)
            return
        target, title, stop = found
        if self.text.startswith("(", end):
            stop = targets.past_attributes(self.text, stop, self.end)
        self._resume = stop
        if not is_image:
            self.marks[index + 1 :], inner_target = targets.dissolved_links(self.marks[index + 1 :])
            self._add("LINK_CLOSE", start, stop, target or inner_target, title)
        elif self._is_caption(opener, start, stop):
            self.marks[index] = Image(opener.span, "", target, title)
            self._add("", start, stop)
        else:
            del self.marks[index:]
            alt = _flat(targets.unescaped(self.text[opener.span.end : start]))
            if self.dialect.numbered_images:
                alt = _IMAGE_NUMBER.sub("", alt)
            self.marks.append(Image(Span(opener.span.start, stop), alt, target, title))

    def _on_foreign(self, start: int, end: int) -> None:
        """A bracket that nothing opens in this block: with a target behind it at the block's end, another one may."""
        if not self.text.startswith("(", end):
            return
        found = targets.read_destination(self.text, end, self.end, wrapped=self.dialect.wrap is not None)
        if found is not None and found.end == self.end:
            self.closes = Mark(None, start, found.end, found.target, found.title)
            self.marks.append(self.closes)
            self._resume = found.end

    def _destination(self, opener: Mark, start: int, end: int, *, is_picture: bool) -> targets.Destination | None:
        """Where what has its text before `start` leads: with `](target)`, `][label]` or as a label itself."""
        follower = self.text[end : end + 1]
        if follower == "(":
            if self.text.startswith("(#)", end):  # by far the most frequent in dumps without targets
                return targets.Destination(None, None, end + 3)
            wrapped = self.dialect.wrap is not None
            if found := targets.read_destination(self.text, end, self.end, wrapped=wrapped, is_picture=is_picture):
                return found
        elif follower == "[" and (reference := self._reference(opener, start, end)):
            return reference
        label = self._label(opener, start)
        return targets.Destination(self.references[label], None, end) if label in self.references else None

    def _on_plain(self, opener: Mark, start: int, end: int, *, is_image: bool) -> None:
        """Brackets around words that are no link: text, or a mark where the words have attributes."""
        stop = end if is_image else targets.past_attributes(self.text, end, self.end)
        opener.type = "" if stop > end else None
        if stop > end:
            self._add("", start, stop)
            self._resume = stop

    def _is_caption(self, opener: Mark, start: int, stop: int) -> bool:
        """Whether the image is the whole block up to `stop` and its alternative text, up to `start`, a caption."""
        if not self.dialect.captioned_images or (opener.span.start, stop) != (self.start, self.end):
            return False
        return len(self.text[opener.span.end : start].split()) >= _LEAST_CAPTION_WORDS

    def _label(self, opener: Mark, start: int) -> str:
        is_short = start - opener.span.end <= _MAX_REFERENCE_CHARS
        return self.text[opener.span.end : start].strip().lower() if is_short else ""

    def _reference(self, opener: Mark, start: int, end: int) -> targets.Destination | None:
        match = _REFERENCE.match(self.text, end, self.end)
        if match is None:
            return None
        label = match.group(1).strip().lower() or self._label(opener, start)
        if label not in self.references and not label.isdigit():
            return None
        return targets.Destination(self._target_of(label, match.start(), match.end()), None, match.end())

    def _target_of(self, label: str, start: int, end: int) -> str | None:
        if label not in self.references:
            self.unresolved.append((start, end))
        return self.references.get(label)

    HANDLERS: ClassVar[Mapping[str | None, Callable[[InlineScanner, int, int], None]]] = {
        "escape": _on_escape,
        "code": _on_code,
        "emphasis": _on_emphasis,
        "strikethrough": _on_emphasis,
        "del_open": _on_emphasis,
        "del_close": _on_emphasis,
        "link": _on_plain_link,
        "open": _on_open,
        "close": _on_close,
        "behind": _on_behind,
        "numbered": _on_numbered,
        "autolink": _on_autolink,
        "url": _on_url,
        "tag": _on_tag,
        "entity": _on_entity,
        "button": _on_meaningless,
        "setting": _on_meaningless,
        "joiner": _on_meaningless,
        "word_break": _on_meaningless,
        "direction": _on_direction,
        "separator": _on_separator,
    }
    """What to do at each mark, by the name of its group in the scanner's pattern."""


def _flat(text: str) -> str:
    return _BLANKS.sub(" ", scan.visible(text)).strip()
