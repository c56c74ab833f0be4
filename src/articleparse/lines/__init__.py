"""Source -> lines: what each physical line is by its own looks."""

from articleparse.lines.lines import DEEPEST_QUOTE, Line, LineKind, read_lines, without_attributes

__all__ = ["DEEPEST_QUOTE", "Line", "LineKind", "read_lines", "without_attributes"]
