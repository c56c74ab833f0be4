"""Words that tell what a line is for: labels, markers and interface texts of many languages."""

from articleparse.vocabulary.rows import Row, VocabularyError, read_vocabulary
from articleparse.vocabulary.spelling import normalise
from articleparse.vocabulary.vocabulary import TermTable, Vocabulary, load_vocabulary

__all__ = ["Row", "TermTable", "Vocabulary", "VocabularyError", "load_vocabulary", "normalise", "read_vocabulary"]
