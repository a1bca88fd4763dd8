"""How the page looks: on a screen, light and dark, and on paper. No font, picture or address from anywhere else."""

STYLE = """
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --ink: #22252b; --quiet: #5a606b; --edge: #d9d6cf; --card: #ffffff; --accent: #6d3f7d; --full: #ece8f0;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181d; --ink: #e7e6e3; --quiet: #a6abb6; --edge: #363a43; --card: #1d2027; --accent: #cfa6de; --full: #2c2733;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.6 system-ui, -apple-system, "Segoe UI", sans-serif; background: var(--paper); color: var(--ink); }
body { margin: 0 auto; padding: 2rem 1.25rem 4rem; max-width: 44rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; font-weight: 600; }
h1 { font-size: 2rem; margin: 1rem 0 .5rem; }
h2 { font-size: 1.35rem; margin: 3rem 0 1rem; padding-bottom: .4rem; border-bottom: 1px solid var(--edge); }
h3 { font-size: 1.05rem; margin: 2rem 0 .5rem; }
h4 { font-size: 1rem; margin: 1.75rem 0 .25rem; }
p, ul, dl { margin: .5rem 0; }
a { color: var(--accent); }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
.quiet, .note, .asked { color: var(--quiet); }
.note { font-size: .9rem; }
nav ul { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
dl.standing { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
figure { margin: 1rem 0 2rem; padding: 1.25rem; background: var(--card); border: 1px solid var(--edge); border-radius: .6rem; }
figure h3 { margin-top: 0; }
figcaption p { margin: .25rem 0; }
svg { display: block; width: 100%; max-width: 24rem; height: auto; margin: 1rem 0 .5rem; overflow: visible; }
text { font: 14px system-ui, -apple-system, "Segoe UI", sans-serif; fill: var(--ink); }
text.name { font-weight: 600; }
text.quiet { fill: var(--quiet); }
text.figure { text-anchor: end; }
.full { fill: var(--full); }
.bar, .dot { fill: var(--accent); }
.stroke { fill: none; stroke: var(--accent); stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.edge { stroke: var(--edge); stroke-width: 1; }
details { margin-top: .75rem; font-size: .9rem; }
summary { cursor: pointer; color: var(--accent); }
.scrolls { overflow-x: auto; max-height: 22rem; }
.sheet h2 { margin-top: 1.5rem; }
.sheet ul { columns: 2; }
.sheet tbody th { white-space: nowrap; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .2rem 1.25rem .2rem 0; border-bottom: 1px solid var(--edge); font-weight: 400; }
thead th { color: var(--quiet); }
blockquote { margin: .25rem 0 1.25rem; padding: .1rem 0 .1rem 1rem; border-inline-start: 3px solid var(--accent); }
blockquote p { margin: 0; white-space: pre-wrap; font-family: Georgia, "Times New Roman", serif; font-size: 1.05rem; }
.asked { margin: .75rem 0 .25rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--edge); color: var(--quiet); font-size: .9rem; }
.paper { display: none; }
@media (max-width: 30rem) { body { padding: 1rem 1rem 3rem; } figure { padding: .9rem .75rem; } }
@media screen { article { content-visibility: auto; contain-intrinsic-height: auto 9rem; } }
@page { margin: 18mm 16mm 20mm; @bottom-center { content: counter(page); font: 9pt sans-serif; color: #5a606b; } }
@media print {
  :root {
    color-scheme: light;
    --paper: #fff; --ink: #000; --quiet: #444; --edge: #bbb; --card: #fff; --accent: #4f2a5c; --full: #eee;
  }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; }
  nav, details, .skip { display: none; }
  figure, blockquote, dl { break-inside: avoid; }
  .figures { columns: 2; column-gap: 5mm; }
  .figures h2 { margin: 0 0 3mm; padding-top: 4mm; font-size: 1.15rem; }
  figure { margin: 0 0 4mm; padding: 3.5mm; }
  .paper { display: block; }
  h2, h3, h4, .asked { break-after: avoid; }
  #written { break-before: page; }
  .sheet { font-size: 9.5pt; line-height: 1.35; }
  .sheet main { columns: 2; column-gap: 8mm; }
  .sheet ul { columns: 1; }
  .sheet :is(th, td) { padding-right: .6rem; }
  .sheet h2 { margin: 3mm 0 1mm; font-size: 1.1rem; }
  .sheet section { break-inside: avoid; }
}
"""
