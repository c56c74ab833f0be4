"""What each block is for: evidence, weights, best path."""

from articleparse.roles.model import Confidence, Evidence, Judgement, classify, confidence, explain
from articleparse.roles.role import FURNITURE, STORY, Role, Zone
from articleparse.roles.sentence import ends_sentence

__all__ = [
    "FURNITURE",
    "STORY",
    "Confidence",
    "Evidence",
    "Judgement",
    "Role",
    "Zone",
    "classify",
    "confidence",
    "ends_sentence",
    "explain",
]
