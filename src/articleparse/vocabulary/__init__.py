"""Words that tell what a line is for: labels, markers and interface texts of many languages."""

from articleparse.vocabulary.normalise import normalise
from articleparse.vocabulary.vocabulary import Vocabulary, vocabulary

__all__ = ["Vocabulary", "normalise", "vocabulary"]
