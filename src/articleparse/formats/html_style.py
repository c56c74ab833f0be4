"""How a page looks, on a screen and on paper."""

STYLE = """
:root { color-scheme: light dark; }
body { margin: 0; font: 1.0625rem/1.6 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
article { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.2; margin: 2em 0 0.5em; text-wrap: balance; }
h1, div.headline { font-size: 2.1rem; font-weight: bold; line-height: 1.15; margin: 0.2em 0 0.4em; }
h2 { font-size: 1.35rem; }
h3, h4, h5, h6 { font-size: 1.1rem; }
.kicker, .byline, .timestamp-line, .tags, .copyright, .author-bio, figcaption, .related, .fact-box, .no-picture, th {
  font-family: system-ui, sans-serif;
}
.kicker { margin: 0; font-weight: bold; letter-spacing: 0.05em; text-transform: uppercase; font-size: 0.8rem; }
.deck { margin: 0 0 1em; font-size: 1.2rem; line-height: 1.4; }
.byline, .timestamp-line { margin: 0 0 0.4em; font-size: 0.9rem; }
.tags, .copyright, .author-bio, .correction, figcaption { font-size: 0.85rem; line-height: 1.45; }
.credit-line, .credit { opacity: 0.8; }
header { margin-bottom: 1.5em; border-bottom: 1px solid; }
footer { margin-top: 3em; border-top: 1px solid; }
figure { margin: 1.5em 0; }
figure p { margin: 0; }
figure.no-picture { border-inline-start: 3px solid; padding-inline-start: 0.8em; opacity: 0.85; }
img { max-width: 100%; height: auto; }
.image { display: inline-block; padding: 0.2em 0.6em; border: 1px dashed; font-style: italic; }
blockquote { margin: 1em 0; padding-inline-start: 1em; border-inline-start: 3px solid; }
.pull-quote { margin: 1.5em 0; font-size: 1.4rem; line-height: 1.3; font-style: italic; }
.fact-box, .related, .embed, .correction { margin: 1.5em 0; padding: 0.8em 1em; border: 1px solid; }
.fact-box, .related { font-size: 0.9rem; }
.fact-box > :first-child, .related > :first-child, .correction > :first-child { margin-top: 0; }
.fact-box > :last-child, .related > :last-child, .correction > :last-child { margin-bottom: 0; }
.fact-box :is(h2, h3, h4, h5, h6), .related :is(h2, h3, h4, h5, h6) { font-size: 1rem; margin-top: 1.2em; }
.question { font-weight: bold; }
table { border-collapse: collapse; width: 100%; margin: 1.5em 0; font-size: 0.9rem; }
td, th { padding: 0.3em 0.6em; border-bottom: 1px solid; text-align: start; vertical-align: top; }
pre { overflow-x: auto; white-space: pre-wrap; }
@media print {
  body { font-size: 11pt; color: #000; background: #fff; }
  article { max-width: none; padding: 0; }
  .related { display: none; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; }
  figure, blockquote, tr { break-inside: avoid; }
  a { color: inherit; text-decoration: none; }
  a[href^="http"]::after { content: " (" attr(href) ")"; font-size: 0.8em; overflow-wrap: anywhere; }
}
"""
