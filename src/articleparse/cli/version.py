"""The version of the installed package."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def own_version() -> str:
    """The version, such as "0.1.0"; "unknown" in a checkout that is not installed."""
    try:
        return version("articleparse")
    except PackageNotFoundError:
        return "unknown"
