"""Source -> lines: what each physical line is by its own looks."""

from articleparse.lines.classify import DEEPEST_QUOTE, classify, without_attributes
from articleparse.lines.kind import Bound, LineKind
from articleparse.lines.line import Line

__all__ = ["DEEPEST_QUOTE", "Bound", "Line", "LineKind", "classify", "without_attributes"]
