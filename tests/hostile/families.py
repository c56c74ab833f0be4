"""Families of texts that have brought parsers down. Each makes a text of about the size asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

Family = Callable[[int], str]
"""From a number of characters to a text of about that length, the same for every call."""

PROSE = "The harbour opened on Monday, and ships came in. "


def times(unit: str) -> Family:
    """A unit, again and again."""
    return lambda size: unit * (size // len(unit))


def wrapped(head: str, unit: str, tail: str = "") -> Family:
    """A unit, again and again, between a head and a tail."""
    return lambda size: head + unit * (size // len(unit)) + tail


def pairs(opening: str, inside: str, closing: str) -> Family:
    """As many openings as closings, and one thing within all of them."""
    both = len(opening) + len(closing)
    return lambda size: opening * (size // both) + inside + closing * (size // both)


def numbered(pattern: str) -> Family:
    """A pattern with the number of each repetition in it, so that no two are alike."""
    return lambda size: "".join(pattern.format(i) for i in range(size // len(pattern.format(1000))))


def stairs(step: str, line: str) -> Family:
    """Lines of which each is a step deeper than the one before it: depth grows with the root of the size."""

    def make(size: int) -> str:
        depth = int((2 * size / len(step)) ** 0.5)
        return "".join(step * level + line for level in range(depth))

    return make


def table(rows: int, columns: int) -> Family:
    """Rows and columns in the ratio that is given; one of both may be 0, which means a single one."""

    def make(size: int) -> str:
        cells = size // 4
        wide = cells // (rows + 1) if columns == 0 else columns
        row = "| a " * wide + "|\n"
        return row + "|---" * wide + "|\n" + row * max(1, cells // wide - 2)

    return make


INLINE: dict[str, Family] = {
    "brackets left open": times("["),
    "brackets that nothing opened": times("]"),
    "brackets in brackets": pairs("[", "a", "]"),
    "links in links": pairs("[", "a", "](#)"),
    "links in a link": wrapped("[", "[a](/b) ", "](/c)"),
    "images left open": times("!["),
    "images in images": pairs("![", "a", "](#)"),
    "targets without a text": times("[]("),
    "targets that nothing opened": times("]("),
    "targets left open": times("[a](b"),
    "a target with brackets in brackets": lambda size: "[a](" + "(" * (size // 2) + ")" * (size // 2),
    "a target of blanks": wrapped("[a](", " ", "b)"),
    "a title left open": times('[a](b "c'),
    "a title of backslashes": wrapped('[a](b "', "\\", '")'),
    "references in text": times("[a][b]"),
    "numbers in brackets": numbered("[{}]word "),
    "targets with blanks left open": times("[a](/b c"),
    "a target with blanks and brackets": wrapped("[a](/b c", "(d)", ")"),
    "a target with a blank and brackets in brackets": lambda size: "[a](/b c" + "(" * (size // 2) + ")" * (size // 2),
    "attributes left open": times("[a](b){.c"),
    "targets behind their texts": times("A B [/c] "),
    "emphasis and targets behind": times("*a _b [/c] "),
    "lines in pieces": times("the a b\n, c\n"),
    "headings told by space": wrapped("a [/b]\n", "\n\nA\n"),
    "classes left open": times("[a]{.c"),
    "bullets on a line": times("- + "),
    "fields of a header": wrapped("---\n", "a: 'b'\n", "---\n"),
    "items of a field": wrapped("---\na:\n", "- 'b'\n", "---\n"),
    "quotes in a field": wrapped("---\na: ['", "', '", "']\n---\n"),
    "quotes left open in a field": wrapped("---\na: [", "'b, ", "]\n---\n"),
    "escapes in a field": wrapped('---\na: "', "\\x41", '"\n---\n'),
    "divisions": times("::: {.a}\n\nb\n\n"),
    "divisions of nothing": times("::: {.a}\n"),
    "emphasis left open": times("*a "),
    "emphasis in emphasis": pairs("*a ", "b", " a*"),
    "emphasis closed before it is opened": pairs("*a ", "", "b* "),
    "emphasis then its reverse": pairs("*a ", "", " b*"),
    "strong and emphasis crossed": times("**a _b** c_ "),
    "stars": times("*"),
    "stars and words": times("a**b"),
    "underscores": times("_"),
    "struck text left open": times("~~a "),
    "tildes": times("~"),
    "back quotes": times("`"),
    "back quotes of many lengths": lambda size: "".join("`" * (i % 100) + " " for i in range(size // 50)),
    "code left open": times("``a` "),
    "escaped back quotes": times("\\``"),
    "backslashes": times("\\"),
    "tags left open": times("<a "),
    "a tag of attributes left open": wrapped("<img", " a='b'"),
    "comments left open": times("<!--"),
    "comments closed too often": times("<!---->-->"),
    "angle brackets": pairs("<", "a", ">"),
    "addresses left open": times("<http://a"),
    "addresses": times("http://a.b/(c) "),
    "an address of brackets": wrapped("http://a.b/", "("),
    "ampersands": times("&"),
    "entities left open": times("&amp"),
    "entities": times("&amp;"),
    "numbers of characters": times("&#999999999;"),
    "buttons left open": times("(BUTTON) [DEL: "),
    "quotation marks": times("\u201ca \u2018b "),
}
"""Marks within a line."""

LINES: dict[str, Family] = {
    "quotations in a line": times("> "),
    "quotations deeper and deeper": stairs("> ", "a\n"),
    "quotations then text": times("> a\nb\n\n"),
    "lists deeper and deeper": stairs("  ", "- a\n"),
    "lists in a line": times("- "),
    "numbered lists in a line": times("1. "),
    "items of one word": times("- a\n"),
    "items of mixed bullets": times("- a\n* b\n+ c\n"),
    "items and blank lines": times("- a\n\n\n"),
    "numbers": lambda size: "".join(f"{i % 900}. a\n" for i in range(size // 7)),
    "years": lambda size: "".join(f"{1000 + i}. a\n" for i in range(size // 8)),
    "numbers that restart": times("1. a\n2. b\n"),
    "a number of digits": wrapped("", "9", ". a\n"),
    "lists in quotations in lists": lambda size: "".join("> - " * (i % 20) + "a\n" for i in range(size // 40)),
    "headings": times("# a\n"),
    "headings without text": times("#\n"),
    "a heading of number signs": times("#"),
    "blanks in a heading": wrapped("# a", " ", "b"),
    "underlined headings": times("a\n=\n"),
    "underlines": times("=\n"),
    "a line of dashes": times("-"),
    "dashes and blanks": wrapped("", "- ", "x"),
    "rules": times("* * *\n"),
    "fences": times("```\n"),
    "fences of many lengths": lambda size: "".join("`" * (3 + i % 50) + "\n" for i in range(size // 29)),
    "fences with lone carriage returns": times("```\r"),
    "indented code": times("    a\n\n"),
    "definitions of references": numbered("[{}]: y\n"),
    "one definition again and again": times("[x]: y\n"),
    "a list of references": lambda size: "a [1]b\n\nReferences\n\n" + "   7. http://a.b/\n" * (size // 18),
    "a table of columns": table(1, 0),
    "a table of rows": table(0, 2),
    "a square table": lambda size: table(int(size**0.5) // 2, 0)(size),
    "ragged rows": lambda size: "".join("| a " * (i % 20) + "\n" for i in range(size // 40)),
    "bars": times("|"),
    "rows without a rule": times("a | b\n"),
    "keys": wrapped("---\n", "a: b\n"),
    "a header of Jina Reader": wrapped("Title: a\n\nURL Source: b\n\nMarkdown Content:\n", "a\n===\n"),
    "blank lines": times("\n"),
    "blank lines of blanks": times("  \n"),
    "tabs": times("\t"),
    "tabs and words": times("\ta"),
    "blanks": times(" "),
    "carriage returns": times("\r"),
    "mixed line ends": times("a\r\nb\rc\n\n"),
    "form feeds and separators": times("\x0c\x1c\x85\u2028"),
    "HTML": times("<div><p>a</p></div>\n"),
}
"""Marks of lines."""

CHARACTERS: dict[str, Family] = {
    "one line of prose": times(PROSE),
    "one word": times("a"),
    "words of one letter": times("a "),
    "words of one letter, a line each": times("a\n"),
    "Chinese without blanks": times("今天港口开放了。"),
    "Thai without blanks": times("ท่าเรือเปิดวันจันทร์"),
    "right to left": times("نمل \u202eabc\u202c "),
    "direction marks left open": times("\u202e\u2067"),
    "combining marks": wrapped("a", "\u0301"),
    "letters of many marks": times("e\u0323\u0301\u0302"),
    "ligatures that fold to many letters": times("\ufdfa"),
    "a family of joined people": times("👩\u200d"),
    "invisible characters": times("\u200b\u00ad\ufeff"),
    "NUL": times("\x00"),
    "escapes of a terminal": times("\x1b[31m"),
    "lone surrogates": times("\ud800"),
    "surrogates the wrong way round": times("\udc00\ud800 "),
    "the readers' own escape": times("\u241bD800;"),
    "full stops": times("."),
    "sentences of one letter": times("A. "),
}
"""Letters, and what is no letter."""

ROLES: dict[str, Family] = {
    "paragraphs": times(PROSE + "\n\n"),
    "wrapped paragraphs": times((PROSE + PROSE).strip().replace("came", "came\n") + "\n"),
    "paragraphs cut in two": times("The harbour of the town was\n\nopened on Monday by its mayor.\n\n"),
    "one headline again and again": times("# Harbour opens\n\n"),
    "sections": numbered("## Part {}\n\n" + PROSE + "\n\n"),
    "a byline of many": lambda size: "# Rain\n\nBy " + numbered("Ada Po{}, ")(size) + "Jo Roe\n\n" + PROSE,
    "a byline of particles": wrapped("# Rain\n\nBy Ada", " van der"),
    "bylines": times("By Ada Poole and Jo Roe\n\n"),
    "a place of many words": wrapped("# Rain\n\n", "LOW MOUTH, ", "(Reuters) - Rain fell.\n\n" + PROSE),
    "datelines": times("LOWMOUTH (Reuters) - Rain fell on Monday.\n\n"),
    "a dateline left open": wrapped("# Rain\n\nLOWMOUTH (", "a, ", PROSE),
    "dates": times("Published: May 5, 2024, 10:30 am\n\n"),
    "dates in a line": times("May 5, 2024 "),
    "digits and colons": times("10:30:"),
    "captions": times("![a](b.jpg)\n\nA ship in port. (Photo: Ada Poole/EPA)\n\n"),
    "credits in a line": times("Photo: EPA "),
    "credits left open": times("(Photo: "),
    "menus": times("- [Home](#)\n- [World](#)\n"),
    "links in a line": times("[Home](#) | "),
    "related stories": times("Related stories:\n\n- [A](#)\n\n"),
    "comments": times("**Ada** 3 hours ago\n\nI agree.\n\nReply\n\n"),
    "tags": wrapped("Tags: ", "a, "),
    "buttons": times("Print\n\nShare\n\n"),
    "advertisements": times("Advertisement\n\n"),
    "copyright": times("© 2024 Northern Post. "),
    "questions": times("**Q: Why?**\n\nA: Because.\n\n"),
    "separators": times("* * *\n\n" + PROSE + "\n\n"),
}
"""Parts of articles, far too many of them."""

FAMILIES: Mapping[str, Family] = MappingProxyType(INLINE | LINES | CHARACTERS | ROLES)
"""All of them by name."""
