"""Texts drawn from the grammars themselves, and what their tokens look like in a dump."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st
from hypothesis.extra.lark import from_lark

from articleparse.grammar import grammar_names, load_grammar
from articleparse.roles import Role

_NOTHING = ("",)
"""How a boundary token looks: it marks a place and has no width."""

ROLE_SAMPLES: dict[Role, tuple[str, ...]] = {
    Role.HEADLINE: ("# Rain at last", "Rain at last\n====", "Rain at last"),
    Role.KICKER: ("WEATHER", "**Weather**", "[Weather](/weather)"),
    Role.DECK: ("## It rained for the first time in months, and farmers are glad of it", "_Farmers are glad_"),
    Role.HIGHLIGHTS: ("- It rained\n- It had not for months", "  * One point"),
    Role.BYLINE: ("By Jane Doe", "JANE DOE, Reuters | 3 March 2024", "[Von Max Koch](#)", "山田太郎"),
    Role.TIMESTAMP: ("3 March 2024", "Updated: 2024-03-03T10:15Z", "31.12.2023, 25:61 Uhr", "2 hours ago"),
    Role.PARAGRAPH: (
        "It rained on Tuesday, for the first time in months, and farmers near the river were **very** glad of it.",
        "PARIS (AFP) — “Nobody asked us,” said [the baker](#), who had\nlost a third of her customers.",
        "市議会は古い橋を一年間閉鎖すると決めた。",
        "قرر المجلس إغلاق الجسر القديم لمدة عام.",
    ),
    Role.CROSSHEAD: ("### What now?", "**What now?**", "What now?\n---"),
    Role.CAPTION: ("A man reads. (Photo: EPA)", "![A man reads. (Photo: EPA)](/m.jpg){width='1'}", "_A ship_"),
    Role.CREDIT: ("Photo: Jane Doe/AP", "(Symbolbild)", "()", "© Getty Images | click here to enlarge text"),
    Role.FIGURE: ("![](#)", "[![a](/a.jpg)](/b)", "[[a crowd]]"),
    Role.QUOTATION: ("> Nobody asked us.\n>\n> Nobody.", ">> a\n> b"),
    Role.PULL_QUOTE: ("> “Nobody asked us”", "“Nobody asked us”"),
    Role.LIST: ("- a\n  - b\n\n    c", "1. a\n2. b", "  • a\n    □ b", "1.  only"),
    Role.TABLE: ("| a | b |\n|---|---|\n| 1 | 2 |", "a  b\n-- --\n1  2", "a|b\n---|---\n1"),
    Role.CODE: ("```\nx = 1\n```", "    x = 1", "~~~"),
    Role.SEPARATOR: ("* * *", "---", "-30-", "━━━"),
    Role.EMBED: ("https://example.org/video", "Watch: the flood in May"),
    Role.FACT_BOX: ("#### The bridge\n\n- built in 1880", "Key facts"),
    Role.LIVE_ENTRY: ("10:15", "**10:15** It has begun."),
    Role.QUESTION: ("**What do you do when it rains?**", "Q: What now?"),
    Role.ANSWER: ("A: We wait.", "I wait, as all the others in this valley do."),
    Role.AUTHOR_BIO: ("_Jane Doe is a reporter._", "Jane Doe is a reporter in Paris. Follow her on [Twitter](#)."),
    Role.CORRECTION: ("Correction: An earlier version named another bridge.",),
    Role.COPYRIGHT: ("© 2024 The Daily. All rights reserved.", "(C) 2024"),
    Role.TAGS: ("Tags: rain, rivers", "- [rain](/tag/rain)"),
    Role.RELATED: ("### Related stories\n\n- [A](/a)\n- [B](/b)", "Read more: [A ferry](/ferry)"),
    Role.PROMOTION: ("Sign up for our newsletter", "[Follow us](#)"),
    Role.CONTROL: ("[Print](#) [Share](#)", "(BUTTON) Save"),
    Role.NAVIGATION: ("- [Home](#)\n- [World](#)", "[1]Home [2]World", "Home > World"),
    Role.ADVERTISEMENT: ("Advertisement",),
    Role.COMMENTS: ("> **Ada** 3 hours ago\n>\n> Rubbish!", "12 comments"),
    Role.CONSENT: ("We use cookies. [Accept all](#)",),
    Role.OTHER: ("<div>", "[1]: /x", "---\ntitle: x\n---", "Title: x\n\nURL Source: y\n\nMarkdown Content:"),
}
"""Blocks that each role can look like."""

TOKEN_SAMPLES: dict[str, dict[str, tuple[str, ...]]] = {
    "article": {
        **{role.name: tuple(f"{block}\n\n" for block in blocks) for role, blocks in ROLE_SAMPLES.items()},
        "CUT": ("", "Advertisement\n\n"),
    },
    "blocks": {
        "BLANK": ("\n", " \t\n", "\r\n"),
        "TEXT": ("word\n", "  word\n", "two words\r\n"),
        "CONTINUATION": ("word\n", "    word\n", "word  \n"),
        "HEADING": ("# word\n", "###### word ##\n", "#\n"),
        "HEADING_CONTINUATION": ("word\n", "  word  \n"),
        "SETEXT": ("====\n", "---\n"),
        "RULE": ("* * *\n", "---\n", "━━━\n"),
        "BULLET": ("- word\n", "  * word\n", "        + word\n", "•\n"),
        "NUMBER": ("1. word\n", "  99) word\n"),
        "FENCE": ("```\n", "~~~~ py\n", "> ```\n"),
        "FENCE_END": ("```\n", "~~~~\n", ""),
        "CODE": ("    word\n", "\tword\n", "word\n"),
        "INDENTED": ("    word\n", "\tword\n"),
        "ROW": ("| a | b |\n", "| a |\n", "a | b\n", "a    b\n"),
        "TABLE_RULE": ("|---|---|\n", "---|---\n", "--- ---\n"),
        "REFERENCE": ("[1]: /x\n", "   [a b]: <x> 'y'\n"),
        "DIV": ("::: {.a}\n", "::: note\n"),
        "DIV_END": (":::\n", "::::\n"),
        "FIELD": ("title: word\n", "word: \n"),
        "VALUE": ("- word\n", "  word: 'word'\n", "word\n"),
        "LIST_OPEN": ("", "\n"),
        "QUOTE_OPEN": ("> ", ">> ", ">\n"),
        "TABLE_OPEN": ("", "\n"),
    },
    "inline": {
        "RUN": ("\n\n", "\n- ", "\n> "),
        "TEXT": ("word", " ", "&amp;", "\\*", "two words ", "\n", "中", "5 * 3", "snake_case"),
        "CODE": ("`x`", "`` ` ``"),
        "IMAGE": ("![a](/x)", "![](#)", "<img src='a' alt=b>"),
        "LINK": ("https://example.org/a", "<https://example.org/>", "www.example.org"),
        "LINE_BREAK": ("<br>", "  \n", "\\\n"),
        "STRONG_OPEN": ("**", "__", "<b>"),
        "STRONG_CLOSE": ("**", "__", "</b>"),
        "EMPHASIS_OPEN": ("*", "_"),
        "EMPHASIS_CLOSE": ("*", "_"),
        "STRIKETHROUGH_OPEN": ("~~", "[DEL: "),
        "STRIKETHROUGH_CLOSE": ("~~", " :DEL]"),
        "LINK_OPEN": ("[", "<", "[1]"),
        "LINK_CLOSE": ("](#)", "](/x)", '](<a b> "c")', "][1]", ">"),
    },
    "byline": {
        "NAME": ("Jane Doe ", "JOHN ROE ", "山田太郎"),
        "LINKED": ("[Mara Lind](#) ",),
        "SIGNED": ("홍길동 ", "山田太郎"),
        "WORD": ("Jane ", "Paris "),
        "JOINED": ("Jane ",),
        "SURNAME": ("Leyen ",),
        "LINKED_WORD": ("[Jane](#) ",),
        "POST": ("Rome ", "Example City "),
        "AGENCY": ("Reuters ", "AFP "),
        "LINKED_AGENCY": ("[Reuters](#) ",),
        "BY": ("By ", "Von ", "par "),
        "SOURCE": ("Quelle: ", "Source: "),
        "SUFFIX": ("기자 ", "記者"),
        "LABEL": ("Photo: ", "Bild: "),
        "DATELABEL": ("Updated ", "Published: "),
        "AND": ("and ", "& ", "und "),
        "COMMA": (", ", " | ", " · ", "\n"),
        "ROLE": ("Political Correspondent ", "reporter "),
        "OUTLET": ("Example News ", "Example.com "),
        "FOR": ("for ", "of "),
        "PLACE": ("in London ",),
        "HANDLE": ("@jane ", "jane@example.org "),
        "TIMESTAMP": ("3 March 2024 ", "10:15 "),
        "READTIME": ("3 min read ",),
        "STRAY": ("beats ", "- ", "* ", "( "),
        "NOTE": ("the ",),
        "LINKED_OTHER": ("[more](#) ",),
    },
    "credit": {
        "BEGIN": ("",),
        "END": ("",),
        "ALONE": ("",),
        "OPEN": ("(", "[", "【"),
        "CLOSE": (") ", "]", "】"),
        "DASH": ("- ", "— "),
        "PIPE": ("| ",),
        "COPYRIGHT": ("© ", "(C) "),
        "LABEL": ("Photo", "Bild", "写真"),
        "SMALL_LABEL": ("photo", "foto"),
        "COLON": (": ",),
        "EQUALS": ("= ", "＝"),
        "SLASH": ("/",),
        "NAME": ("Jane Doe ",),
        "SINGLE": ("Doe ", "山田太郎"),
        "AGENCY": ("Getty Images ", "EPA"),
        "SUFFIX": ("撮影", " 제공"),
        "AND": (" and ", " via "),
        "COMMA": (", ",),
        "STOP": (". ", "。"),
        "POINT": (". ",),
        "OTHER": ("a man ", "reads "),
        "PROSE": ("a man who reads what he has not read before ",),
    },
    "dateline": {
        "CITY": ("RAMALLAH ", "LAHORE"),
        "CAPS": ("ST. LOUIS ", "LIMA "),
        "UNCASED": ("パリ", "서울 "),
        "PLACE": ("West Bank ", "Kiel "),
        "AGENCY": ("Reuters", "dpa"),
        "DATE": ("March 3 ", "3. Mai "),
        "BEFORE_DATE": ("le ", "den "),
        "TERM": ("lno", "dpo"),
        "COMMA": (", ",),
        "OPEN": ("(", "["),
        "CLOSE": (") ", "] "),
        "DASH": ("— ", "- ", "= "),
        "HYPHEN": (" - a",),
        "DOTDASH": (".- ",),
        "COLON": (": ",),
        "SLASH": ("/",),
        "STOP": (". ", "。"),
        "BEGIN": ("",),
    },
}
"""What the tokens of each grammar look like. Boundary tokens, which have no width, are left out."""


def sources(grammar: str | None = None) -> st.SearchStrategy[str]:
    """Texts whose tokens the grammar accepts in this order, or those of any of the grammars.

    `grammar` is `article`, `blocks`, `inline`, `byline`, `credit` or `dateline`. A parse need not find the same
    tokens again, for what a line means depends on the lines around it. Raises ValueError for an unknown grammar.

    >>> from hypothesis import find
    >>> find(sources("dateline"), lambda text: "Reuters" in text).count("Reuters")
    1
    """
    names = grammar_names()
    if grammar is not None and grammar not in names:
        raise ValueError(f"no grammar {grammar!r}; there are {', '.join(names)}")
    return st.one_of([_of_grammar(name) for name in ([grammar] if grammar else names)])


@cache
def _of_grammar(name: str) -> st.SearchStrategy[str]:
    lark = load_grammar(name)
    samples = TOKEN_SAMPLES[name]
    terminals = {symbol.name for rule in lark.rules for symbol in rule.expansion if symbol.is_term}
    return from_lark(lark, explicit={name: st.sampled_from(samples.get(name, _NOTHING)) for name in terminals})
