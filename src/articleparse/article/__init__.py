"""From blocks and their roles to the article, by `article.lark` and the grammars of its fields."""

from articleparse.article.adjust import adjust_roles
from articleparse.article.build import build_article

__all__ = ["adjust_roles", "build_article"]
