"""Bytes or text in, a `Source` out: the text, how it was encoded, and where its lines begin."""

from articleparse.source.decode import decode
from articleparse.source.script import is_unspaced
from articleparse.source.source import Source
from articleparse.source.span import Span, span_of

__all__ = ["Source", "Span", "decode", "is_unspaced", "span_of"]
