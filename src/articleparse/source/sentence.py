"""Whether a text ends as sentences do."""

from __future__ import annotations

SENTENCE_MARKS = ".!?…。！？।॥؟۔։።"
_UNMARKED = ("\u0e01", "\u0eff")
"""Thai and Lao, which end sentences with nothing: there, only the length tells a sentence from a line."""

_SENTENCE = 80
QUOTES = "\"“”„«»‘’「『'"
CLOSERS = "\"'”“’»›«)]）」』】*_ "


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with the mark that ends a sentence, in any script, quotes and brackets aside.

    >>> ends_sentence('He said: "No."'), ends_sentence("Read more"), ends_sentence("終わり。")
    (True, False, True)
    """
    last = text.rstrip(CLOSERS)[-1:]
    if last in SENTENCE_MARKS:
        return last != ""
    return _UNMARKED[0] <= last <= _UNMARKED[1] and len(text) >= _SENTENCE
