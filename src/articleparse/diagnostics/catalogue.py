"""Every code that a parse or an export can report.

AP0xx speak of the bytes and the text, AP1xx of the article, AP2xx of repairs, AP3xx of syntax,
AP4xx of what a format can't hold when an article is written in it.
A code keeps its meaning for ever; a code that is no longer reported is never given away again.
"""

from __future__ import annotations

from typing import Literal

import attrs

Severity = Literal["error", "warning", "info"]


@attrs.frozen
class DiagnosticInfo:
    """A code with its name, its severity, the message a user reads, why it matters and what to do about it.

    `example` is a small dump, text or bytes: a parse of it reports the code, or writing the article as text does.
    """

    code: str
    name: str
    severity: Severity
    message: str
    why: str
    remedy: str
    example: str | bytes


_STORY = """\
# Harbour opens again

By Ada Poole

The harbour of Lowmouth opened on Monday after a long repair, the port office said.

Ships had used the river quay since the spring, and fees were waived until now.
"""

_POSTS = (
    "Ships have used the river quay since the spring, and fees were waived.",
    "Has anybody asked the port office? They told me Monday.",
    "It was closed again when I went there, so I took the ferry.",
    "Monday, they said on the radio. Let us see.",
    "No, it is open! I have just come through with my boat.",
    "Thanks, that is good to know before the weekend.",
)
_THREAD = "# Does the harbour open again?\n\n" + "\n\n".join(
    f"**user{number}7** 3 May 2024, 14:32\n\n{post}\n\nReply" for number, post in enumerate(_POSTS)
)

_ENTRIES = (
    DiagnosticInfo(
        "AP001",
        "undecodable-bytes",
        "warning",
        "some bytes fit no known encoding and were replaced by U+FFFD",
        "The characters that stood there are lost in the text; everything else is in place.",
        "Find out the encoding of the file, decode it yourself and call `parse` with the text.",
        b"\xef\xbb\xbf" + _STORY.replace("Poole", "Poul\xe9").encode("latin-1"),  # says UTF-8, and is not
    ),
    DiagnosticInfo(
        "AP002",
        "guessed-encoding",
        "info",
        "the file is not UTF-8; its encoding was guessed",
        "A wrong guess shows as wrong accented letters.",
        "Look at a line with accents; if it is wrong, decode the file yourself.",
        _STORY.replace("Poole", "Poul\xe9").encode("latin-1"),
    ),
    DiagnosticInfo(
        "AP003",
        "control-characters",
        "warning",
        "the text holds NUL or other control characters",
        "They are kept, but some consumers refuse them; they often mean that the file is not text.",
        "Check that the file is a dump and not a binary file.",
        _STORY.replace("long", "\x00long"),
    ),
    DiagnosticInfo(
        "AP004",
        "looks-like-html",
        "warning",
        "this looks like HTML, not like a dump",
        "The tags are read as text: HTML extractors do better with the HTML itself.",
        "Give the HTML to an HTML extractor, or convert it to Markdown first.",
        "<!DOCTYPE html>\n<html>\n<body>\n<p>Harbour opens again</p>\n</body>\n</html>\n",
    ),
    DiagnosticInfo(
        "AP005",
        "looks-like-pdf",
        "error",
        "this is a PDF file, not a dump",
        "Nothing in it can be read as text.",
        "Convert it with a tool such as pdftotext first.",
        b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n",
    ),
    DiagnosticInfo(
        "AP006",
        "empty",
        "warning",
        "the dump is empty",
        "There is no article to find.",
        "Check how the file was made.",
        "",
    ),
    DiagnosticInfo(
        "AP101",
        "no-headline",
        "warning",
        "no headline was found",
        "The dump may be an index page, or the headline was cut away.",
        "Look at the dump with `articleparse show`.",
        _STORY.partition("By Ada Poole\n\n")[2]
        + "\nThe quay is narrow, and captains had to wait for the tide before they could turn.\n",
    ),
    DiagnosticInfo(
        "AP102",
        "no-body",
        "warning",
        "no body text was found",
        "The dump may be an index page, a consent wall or a gallery.",
        "Look at the dump with `articleparse show`.",
        "# Harbour opens again\n\nBy Ada Poole\n",
    ),
    DiagnosticInfo(
        "AP103",
        "headline-repeated",
        "info",
        "the headline stands in the dump more than once",
        "The first at the head of the story was taken; the repetition is kept as furniture.",
        "Nothing to do.",
        _STORY + "\nHarbour opens again\n",
    ),
    DiagnosticInfo(
        "AP104",
        "uncertain-headline",
        "warning",
        "the headline is more likely wrong than right",
        "Another line of the dump could be it just as well, or nothing in the dump looks much like a headline.",
        "Look at the line and its rival with `articleparse explain`.",
        _STORY.replace(
            "# Harbour opens again\n\nBy Ada Poole", "# The Lowmouth Daily\n\n## Harbour\n\n### Opens again"
        ),
    ),
    DiagnosticInfo(
        "AP105",
        "no-article",
        "warning",
        "no article was found, neither headline nor body",
        "The dump may be an index page, a consent wall, a menu, or of something else than a page.",
        "Check how the dump was made; `articleparse explain` tells what its lines were taken for.",
        "- [Home](#)\n- [World](#)\n",
    ),
    DiagnosticInfo(
        "AP106",
        "out-of-place",
        "info",
        "a part of the article stands where none is expected",
        "What stands out of order may belong to another story, or be something else than it was taken for. It is kept.",
        "Look at the line with `articleparse explain`.",
        _STORY + "\n© 2024 The Lowmouth Daily\n\nAda Poole is a reporter for the Lowmouth Daily.\n",
    ),
    DiagnosticInfo(
        "AP107",
        "byline-taken-back",
        "info",
        "a line with names is no byline, as another line signs the story",
        "The names may be of another story's authors, a topic or a button.",
        "Look at the line with `articleparse explain`; if it does sign the story, its names are in the furniture.",
        _STORY + "\nBy John Roe, 3 May 2024\n",
    ),
    DiagnosticInfo(
        "AP108",
        "other-page",
        "warning",
        "this is probably no article",
        "A list of stories, posts of several people, an offer or a notice has no headline and no authors of its own.",
        "Look at the dump with `articleparse show`; `record` tells what kind of page it is taken for.",
        _THREAD,
    ),
    DiagnosticInfo(
        "AP109",
        "uncertain-author",
        "warning",
        "the byline is more likely wrong than right",
        "The names may be of a topic, a button or another story's authors.",
        "Look at the line with `articleparse explain`.",
        _STORY.replace("By Ada Poole\n\n", "").replace("\n\nShips", "\n\nAda Poole, Lowmouth\n\nShips"),
    ),
    DiagnosticInfo(
        "AP201",
        "paragraph-healed",
        "info",
        "a paragraph that the page had cut in two was joined",
        "Its node has several spans; what stood between them is kept in place.",
        "Nothing to do.",
        _STORY.replace("repair, the", "repair, the\n\nAdvertisement\n\n"),
    ),
    DiagnosticInfo(
        "AP301",
        "unresolved-reference",
        "info",
        "a link refers to a number that the dump does not define",
        "The link is kept as a placeholder, without a target.",
        "Nothing to do; `resolve_links` can fill it.",
        _STORY.replace("port office", "[port office][7]"),
    ),
    DiagnosticInfo(
        "AP302",
        "nested-too-deep",
        "warning",
        "marks or lists are nested deeper than the limit; what is deeper was read as text",
        "A limit (20 marks, 20 lists, 30 quotations) keeps time and memory in proportion to the input.",
        "Nothing to do: no text is lost.",
        _STORY + "\n" + "> " * 31 + "Rain.\n",
    ),
    DiagnosticInfo(
        "AP303",
        "guessed-dialect",
        "info",
        "little tells which converter wrote the dump; the dialect is a guess",
        "Marks of another converter are read as text, and text as marks.",
        "Give the dialect, with `Options(dialect=...)` or `--dialect`, where you know it.",
        _STORY + "\n[More](#)\n\n- Ferries\n\n---\n",
    ),
    DiagnosticInfo(
        "AP401",
        "words-left-out",
        "warning",
        "the format has no place for some words of the story, which are left out",
        "Who reads the result does not see them, and they can't be had back from it.",
        "Choose a format that holds them; `articleparse formats` tells what each loses.",
        "World\n\n" + _STORY,
    ),
    DiagnosticInfo(
        "AP402",
        "form-left-out",
        "info",
        "the format holds some words of the story, but not what they are",
        "A link, a table or bold text reads as plain text there.",
        "Nothing to do where the words are enough.",
        _STORY.replace("long", "**long**"),
    ),
    DiagnosticInfo(
        "AP403",
        "furniture-left-out",
        "info",
        "the format leaves out furniture",
        "Menus, advertisements and buttons are no part of the story.",
        "Nothing to do; JSON and XML keep all of the dump.",
        _STORY.replace("Ships", "Advertisement\n\nShips"),
    ),
)

CATALOGUE: dict[str, DiagnosticInfo] = {entry.code: entry for entry in _ENTRIES}
