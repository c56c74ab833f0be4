"""What to type to install the package with one of its extras."""

from __future__ import annotations

DISTRIBUTION = "articletree"
"""The name under which the package is installed. It is imported, and called on a command line, as `articleparse`."""


def install_hint(extra: str) -> str:
    """Return what to type for the optional dependencies `extra`, as a sentence for a person.

    >>> install_hint("arrow")
    'Install it with `pip install "articletree[arrow]"`, or in a checkout with `pip install -e ".[arrow]"`.'
    """
    return (
        f'Install it with `pip install "{DISTRIBUTION}[{extra}]"`, or in a checkout with `pip install -e ".[{extra}]"`.'
    )
