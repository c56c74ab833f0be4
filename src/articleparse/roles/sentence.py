"""Whether a text ends as sentences do."""

from __future__ import annotations

SENTENCE_MARKS = ".!?…。！？।॥؟۔։።"
CLOSERS = "\"'”“’»›«)]）」』】*_ "


def ends_sentence(text: str) -> bool:
    """Whether `text` ends with the mark that ends a sentence, in any script, quotes and brackets aside.

    >>> ends_sentence('He said: "No."'), ends_sentence("Read more"), ends_sentence("終わり。")
    (True, False, True)
    """
    last = text.rstrip(CLOSERS)[-1:]
    return last != "" and last in SENTENCE_MARKS
