"""Bytes or text in, a `Source` out; what the characters of a text tell, and which addresses lead nowhere."""

from articleparse.source.scripts import CLOSERS, QUOTES, ends_sentence, needs_space
from articleparse.source.source import Source, Span, decode, span_of
from articleparse.source.targets import leads_nowhere

__all__ = ["CLOSERS", "QUOTES", "Source", "Span", "decode", "ends_sentence", "leads_nowhere", "needs_space", "span_of"]
