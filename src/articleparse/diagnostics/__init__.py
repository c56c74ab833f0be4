"""What can be wrong with a dump: the catalogue of codes, the findings of a parse, and how to show one."""

from articleparse.diagnostics.catalogue import CATALOGUE, DiagnosticInfo, Severity
from articleparse.diagnostics.diagnostics import Diagnostic, Diagnostics, caret

__all__ = ["CATALOGUE", "Diagnostic", "DiagnosticInfo", "Diagnostics", "Severity", "caret"]
