"""What each block is for: evidence, weights, best path."""

from articleparse.roles.explanation import Evidence, Explanation, explain, with_changes
from articleparse.roles.model import Judgement, classify
from articleparse.roles.role import FURNITURE, STORY, Role, Zone
from articleparse.roles.turns import is_time

__all__ = [
    "FURNITURE",
    "STORY",
    "Evidence",
    "Explanation",
    "Judgement",
    "Role",
    "Zone",
    "classify",
    "explain",
    "is_time",
    "with_changes",
]
