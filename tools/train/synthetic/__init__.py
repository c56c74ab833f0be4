"""Made-up pages: what no corpus page has in one dump, with the role of every block known.

Their words mean nothing; only the vocabulary's terms are real. What they teach is how the parts of a page follow each
other in styles of dumps that the corpus has no pages of: text browsers that centre the headline, text without marks,
lines without blank lines between them; and rare parts, as lists, tables and code in a story.
"""
