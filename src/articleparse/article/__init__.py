"""From blocks and their roles to the article, by `article.lark` and the grammars of its fields."""

from articleparse.article.build import build

__all__ = ["build"]
