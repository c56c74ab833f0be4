"""What can be wrong with a dump: the catalogue of codes, the findings of a parse, and how to show one."""

from articleparse.diagnostics.caret import caret
from articleparse.diagnostics.catalogue import CATALOGUE, DiagnosticInfo, Severity
from articleparse.diagnostics.diagnostic import Diagnostic, Sink

__all__ = ["CATALOGUE", "Diagnostic", "DiagnosticInfo", "Severity", "Sink", "caret"]
