"""An article as HTML."""

from articleparse.export.html.page import body_html, to_html

__all__ = ["body_html", "to_html"]
