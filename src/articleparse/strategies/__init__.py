"""Hypothesis strategies for testing code that reads dumps or articles: `pip install articleparse[hypothesis]`.

Three layers: `articles` draws well-formed trees, `dumps` writes such a tree as a converter would, and `malformed`
breaks a text in the ways in which dumps are broken. `sources` draws texts from the grammars, and `assert_parses`
checks on a text all that a parse promises.
"""

from articleparse.strategies.converters import dumps
from articleparse.strategies.damage import DAMAGES, malformed
from articleparse.strategies.promises import assert_parses
from articleparse.strategies.sample_texts import LANGUAGES
from articleparse.strategies.token_samples import sources
from articleparse.strategies.trees import articles

__all__ = ["DAMAGES", "LANGUAGES", "articles", "assert_parses", "dumps", "malformed", "sources"]
