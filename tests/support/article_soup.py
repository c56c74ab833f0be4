"""Dumps that Hypothesis draws: lines as articles and the pages around them have, in any order."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.support.soup import inline_soup

_PROSE = (
    "The council met on Monday to talk about the old bridge, which has been closed since the spring floods.",
    "An engineer told the meeting that two of the six piers need to be rebuilt, and that it would take years near the",
    "river where shopkeepers say that they have lost a third of their customers, and hope for a ferry.",
    '"Nobody asked us," said [Mara Lind](#), who sells **bread** and *cheese*. She sat down.',
    "市議会は月曜日に古い橋について話し合った。工事は一年かかる見込みだという。",
    "اجتمع المجلس يوم الاثنين لمناقشة الجسر القديم المغلق منذ الربيع.",
)
_HEADS = (
    *("# Bridge stays closed", "## Bridge stays closed", "Bridge stays closed\n====", "### What now?", "**POLITICS**"),
    *("By Jane Doe and John Roe", "JANE DOE, Reuters | 3 March 2024", "Von Max Koch", "Updated: 2024-03-03T10:15Z"),
    *("Published 31.12.2023, 25:61 Uhr", "BERLIN (dpa) - The council met.", "PARIS, March 3 —", "2 hours ago"),
)
_PICTURES = (
    *(
        "A man reads. (Photo: EPA)",
        "Photo: Jane Doe/AP",
        "(Symbolbild)",
        "()",
        "© Getty Images | click here to enlarge text",
    ),
    *("![A man reads a book. (Photo: EPA)](/m.jpg){width='1'}", "![](#)", "*A ship* _(Photo: EPA)_", "[Enlarge](#)"),
)
_PAGE = (
    *("- [Home](#)\n- [World](#)\n- [Sport](#)", "[1]Home [2]World", "[Print](#) [Share](#)", "Advertisement", "* * *"),
    *(
        "### Related stories:\n\n- [A](#)\n- [B](/b)",
        "Subscribe to our newsletter",
        "© 2024 Northern Post",
        "Tags: a, b",
    ),
    *(
        "> **Ada** 3 hours ago\n>\n> Rubbish!",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "```\nx = 1\n```",
        "1.  only",
        "[1]: /x",
    ),
    *(
        "---\ntitle: x\n---",
        "Title: x\n\nURL Source: y\n\nMarkdown Content:",
        "References\n\n   1. http://a.b/",
        "<div>",
    ),
)

_lines = st.sampled_from((*_PROSE, *_HEADS, *_PICTURES, *_PAGE)) | inline_soup
_gaps = st.sampled_from(("\n\n", "\n\n", "\n", "\r\n\r\n", " ", "\n   ", "\n> ", "\n\n\n"))

article_soup = st.lists(st.tuples(_lines, _gaps), max_size=20).map(lambda parts: "".join(map("".join, parts)))
"""Headings, bylines, captions, menus, prose and marks, one after the other."""
