"""Words that tell what a line is for: labels, markers and interface texts of many languages."""

from articleparse.vocabulary.normalise import normalise
from articleparse.vocabulary.own import VocabularyError, read_vocabulary
from articleparse.vocabulary.rows import Row
from articleparse.vocabulary.vocabulary import Vocabulary, load_vocabulary

__all__ = ["Row", "Vocabulary", "VocabularyError", "load_vocabulary", "normalise", "read_vocabulary"]
