r"""Get the news article back from a dump: Markdown-like or plain text in, a typed, lossless tree out.

>>> import articleparse as ap
>>> article = ap.parse("# Rain at last\n\nBy Jane Doe\n\nIt rained on Tuesday, for the first time in months.")
>>> article.headline.text
'Rain at last'

The names that can be imported from here are in the stub beside this file, once for type checkers and for Python. What a
name needs is loaded when it is first used: the command starts twice as fast.
"""

from __future__ import annotations

from importlib import import_module

_STUB = __loader__.get_data(f"{__file__}i").decode()  # a loader reads files in zip archives, too

_HOMES = {
    name: module
    for line in _STUB.splitlines()
    if line.startswith("from ")
    for _, module, _, name, *_ in [line.split()]  # from MODULE import NAME as NAME
}
"""The module that each public name is imported from."""

__all__ = sorted(_HOMES)  # noqa: PLE0605  # a list, made from the stub


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return import_module(f"{home}.{name}") if home == __name__ else getattr(import_module(home), name)


def __dir__() -> list[str]:
    return __all__
