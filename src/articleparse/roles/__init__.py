"""What each block is for: features, network, best path."""

from articleparse.roles.explanation import Evidence, Explanation, explain, with_changes
from articleparse.roles.judgement import Judgement, Page, judge
from articleparse.roles.role import FURNITURE, STORY, Role, Zone
from articleparse.roles.wording import is_time
from articleparse.tree import PageKind

__all__ = [
    "FURNITURE",
    "STORY",
    "Evidence",
    "Explanation",
    "Judgement",
    "Page",
    "PageKind",
    "Role",
    "Zone",
    "explain",
    "is_time",
    "judge",
    "with_changes",
]
