"""The name under which the package is installed, its version, and what to type to install more of it."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

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


def installed_version() -> str:
    """Return the version of the installed package, such as "0.1.0"; "unknown" in a checkout that is not installed."""
    try:
        return version(DISTRIBUTION)
    except PackageNotFoundError:
        return "unknown"
