"""Texts that Hypothesis draws: any text, and soups of what means something in a dump."""

from __future__ import annotations

from hypothesis import strategies as st

from articleparse.dialect import DIALECTS
from articleparse.lines import LineKind

anything = st.text(st.characters(codec=None), max_size=200)
"""Any text: surrogates, controls and unassigned code points too."""

dialects = st.none() | st.sampled_from(sorted(DIALECTS))
"""The name of a dialect, or None to have it recognised."""

INLINE_MARKS = (
    *("[", "]", "](", ")", "](#)", "[1]", "][1]", "![", "!", "*", "**", "***", "****", "_", "__", "~~", "`", "``"),
    *("\\", "<", ">", "<br>", "<b>", "</b>", "<!--", "-->", "<img src='a' alt=b>", "<http://x.y>", "http://a.b/c(d)"),
    *("&amp;", "&#0;", "&notit;", "(BUTTON)", "[DEL:", ":DEL]", '"', "'", "a", "B c", " ", "  ", "é", "中", "\u0301"),
)

LINE_MARKS = (
    *("\n", "\n\n", "\r\n", "\r", " ", "  ", "    ", "\t", "# ", "## x ##", "- ", "* ", "+ ", "• ", "□ ", "1. ", "2) "),
    *("1\\. ", "> ", ">", ">> ", "```", "~~~", "|", "|-|-|", "---|---", "--- ---", "---", "===", "* * *", "━━━"),
    *(
        "::: note\n",
        ":::\n",
        "[1]: ",
        "References\n",
        "Title: ",
        "URL Source: ",
        "x: y\n",
        "\ufeff",
        "\u200b",
        "\xa0",
        "\u2028",
        "\x0c",
    ),
    *("\x85", "\x1c", "\x00", "\ud800"),
)

inline_soup = st.lists(st.sampled_from(INLINE_MARKS), max_size=30).map("".join)
"""Marks of one line, in any order."""

soup = st.lists(st.sampled_from((*LINE_MARKS, *INLINE_MARKS)), max_size=30).map("".join)
"""Marks of lines and within lines, in any order."""

_LINES: dict[LineKind, str] = {
    "BLANK": "",
    "TEXT": "word",
    "HEADING": "## word",
    "SETEXT": "====",
    "RULE": "* * *",
    "BULLET": "- word",
    "NUMBER": "1. word",
    "FENCE": "```",
    "ROW": "| a | b |",
    "TABLE_RULE": "|---|---|",
    "REFERENCE": "[1]: x",
    "DIV": "::: note",
    "DIV_END": ":::",
}
"""A line of every kind that a line has by its own looks."""

one_line = st.builds(
    lambda quotes, indent, kind: "> " * quotes + " " * indent + _LINES[kind],
    st.integers(0, 2),
    st.integers(0, 9),
    st.sampled_from(sorted(_LINES)),
)

line_soup = st.lists(one_line, max_size=25).map("\n".join)
"""Lines of every kind, indented and quoted, in any order."""
