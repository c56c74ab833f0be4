"""Hypothesis strategies for testing code that reads dumps or articles. They need the extra `hypothesis`.

Three layers: `articles` draws well-formed trees, `dumps` writes such a tree as a converter would, and `malformed`
breaks a text in the ways in which dumps are broken. `sources` draws texts from the grammars, and `assert_parses`
checks on a text all that a parse promises.
"""

from articleparse.errors import MissingExtraError
from articleparse.install import install_hint

try:
    import hypothesis  # noqa: F401 - one line for what else is a traceback through the modules below
except ModuleNotFoundError:
    raise MissingExtraError(f"articleparse.strategies needs Hypothesis. {install_hint('hypothesis')}") from None

from articleparse.strategies.converters import dumps
from articleparse.strategies.damage import DAMAGES, malformed
from articleparse.strategies.lines import LANGUAGES
from articleparse.strategies.promises import assert_parses
from articleparse.strategies.token_samples import sources
from articleparse.strategies.trees import articles

__all__ = ["DAMAGES", "LANGUAGES", "articles", "assert_parses", "dumps", "malformed", "sources"]
