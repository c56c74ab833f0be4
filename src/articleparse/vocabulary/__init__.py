"""Words that tell what a line is for: labels, markers and interface texts of many languages."""

from articleparse.vocabulary.normalise import normalise
from articleparse.vocabulary.own import VocabularyError, read_vocabulary
from articleparse.vocabulary.rows import Row
from articleparse.vocabulary.vocabulary import Vocabulary, vocabulary

__all__ = ["Row", "Vocabulary", "VocabularyError", "normalise", "read_vocabulary", "vocabulary"]
