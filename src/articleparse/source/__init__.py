"""Bytes or text in, a `Source` out: the text, how it was encoded, and where its lines begin."""

from articleparse.source.decode import decode
from articleparse.source.script import is_unspaced
from articleparse.source.sentence import CLOSERS, QUOTES, ends_sentence
from articleparse.source.source import Source
from articleparse.source.span import Span, span_of

__all__ = ["CLOSERS", "QUOTES", "Source", "Span", "decode", "ends_sentence", "is_unspaced", "span_of"]
