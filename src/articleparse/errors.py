"""What all errors of articleparse have in common."""

from __future__ import annotations


class ArticleparseError(Exception):
    """Above every error that articleparse itself raises: `except ArticleparseError` catches them all.

    Wrong types of arguments are TypeErrors, and files that can't be read are OSErrors, as everywhere in Python.
    """


class MissingExtraError(ArticleparseError, ImportError):
    """Raised where a package is missing that an extra brings. The message says how to install it."""
