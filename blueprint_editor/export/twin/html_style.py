"""The style sheet of a page: the poster's colours, light and dark, wide, narrow and printed."""

from collections.abc import Iterator
from typing import NamedTuple

from blueprint_editor.export.twin.looks import DARK, LIGHT, Looks, Palette
from blueprint_editor.layout.theme import RoleLook

_STEP_EM, _LANE_EM, _NARROW_EM = 9.0, 12.0, 8.5
"""Widths that a column needs; where there is less room, the table is shown as a stack."""
_HEAD_REM = 16.0
"""What has the keyboard stays so far below the top, clear of the head of the table, which stays in
view; on a low screen that scrolls away."""
_MOST_PRINTED_LANES = 8
"""More lanes than these are printed as a stack, too."""

_BASE = """
*{box-sizing:border-box}
html{color-scheme:light dark}
body{margin:0;background:var(--paper);color:var(--ink);
 font:1rem/1.5 "Noto Sans","Segoe UI",system-ui,-apple-system,"Helvetica Neue",Arial,sans-serif;
 overflow-wrap:break-word;hyphens:auto}
h1,h2,h3{line-height:1.2;color:var(--accent);text-wrap:balance;hyphens:manual}
h1{font-size:clamp(1.7rem,1.1rem + 2.4vw,2.9rem);font-weight:750;margin:0 0 .35em}
h2{font-size:1.45rem;margin:0 0 .7em}
h3{font-size:1.1rem;margin:0 0 .4em}
p{margin:0 0 .6em}
ul,ol{margin:0;padding:0 0 0 1.3em}
a{color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
img{max-width:100%;height:auto}
header,main,footer{padding:0 clamp(1rem,3vw,2.5rem)}
header{padding-top:1.6rem;border-bottom:3px solid var(--band)}
.head{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 3rem}
.head>div:first-child{flex:1 1 28rem;max-width:62rem}
.lead{font-size:1.15rem;max-width:50rem}
.status{margin:0;padding:0;list-style:none;color:var(--quiet);font-size:.92rem}
.status li:first-child{font-weight:650}
nav ul{display:flex;flex-wrap:wrap;gap:.2rem 1.4rem;margin:.8rem 0 1rem;padding:0;list-style:none}
nav a{display:inline-block;padding:.3rem 0}
section{margin:2.2rem 0;scroll-margin-top:1rem}
.prose{max-width:50rem}
.intro{margin-top:1.4rem}
.who dt{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.skip{position:absolute;top:-9rem;padding:.6rem 1rem;background:var(--band);
 color:var(--on-band);z-index:9}
.skip:focus{top:0}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);
 white-space:nowrap}
footer{margin-top:3rem;padding-top:.4rem;padding-bottom:2rem;background:var(--panel);
 border-top:1px solid var(--rule)}
.quiet-text{color:var(--quiet)}
blockquote{margin:0 0 .8em;padding:.1em 0 .1em .9em;border-inline-start:4px solid var(--accent);
 font-size:1.08rem;font-style:italic}
blockquote p{margin:0}
dl{margin:0}
dt{font-weight:650}
dd{margin:0}
.facts dt,.facts dd{display:inline}
.facts dt::after{content:":"}
.facts dd:not(:last-child)::after{content:","}
.with-commas dd:not(:last-child)::after{content:";"}
.wide{display:grid;gap:.7em 1.4em;
 grid-template-columns:repeat(auto-fit,minmax(min(100%,13rem),1fr))}
.wide dt,.wide dd{display:block}
.wide dt::after,.wide dd:not(:last-child)::after{content:none}
.wide dd+dd{margin-top:.15em}
.personas,.value{display:grid;gap:1rem;
 grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr))}
.persona,.value>div{padding:1.1rem 1.2rem;background:var(--panel);border:1px solid var(--rule);
 border-radius:.5rem}
.persona h3{font-size:1.25rem;margin:0}
.value>div{margin:0;border-top:4px solid var(--accent)}
.value dt{color:var(--accent)}
.portrait{float:inline-end;width:7rem;height:7rem;object-fit:cover;border-radius:50%;
 margin-inline-start:1rem}
.actors{display:grid;gap:.9rem 2rem;padding:0;list-style:none;
 grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr))}
.actors .what{font-weight:650;margin:0 0 .15em}
.actors .facts{font-size:.92rem}
.entries>li{margin:0 0 .5em;padding-inline-start:.2em}
.entries .what{margin:0}
.entries .facts{color:var(--quiet);font-size:.92rem}
.abbreviations>div{margin:0 0 .2em}
footer dl{margin-bottom:.9em}
.logos{display:flex;flex-wrap:wrap;align-items:center;gap:1rem 2.5rem;margin:1.2rem 0 0;
 padding:1rem;background:#fff;border-radius:.4rem}
.logos .logo{width:auto;height:3.6rem;object-fit:contain}
.sign{padding:.2em .45em;font-size:.72em;font-weight:700;line-height:1;color:#fff;
 vertical-align:.12em;white-space:nowrap;border-radius:.25em;hyphens:none}
.sign.round{border-radius:1em}
.sign.square{border-radius:0}
.filters{display:flex;flex-wrap:wrap;align-items:end;gap:.8rem 1.2rem;margin:0 0 1rem;
 padding:.8rem 1rem;background:var(--panel);border:1px solid var(--rule);border-radius:.5rem}
.filters[hidden]{display:none}
.filters>div{min-width:0;max-width:100%}
.filters label{display:block;font-size:.92rem;font-weight:650}
.filters p{margin:0;align-self:center}
select,button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--rule);
 border-radius:.3rem;padding:.35rem .6rem;min-height:2.4rem;max-width:100%}
button{cursor:pointer}
.icon{width:1.3em;height:1.3em;margin-inline-end:.4em;vertical-align:-.2em}
.marks{list-style:none;margin:.5rem 0 0;padding:.35rem .5rem;background:var(--paper);
 border:1px solid var(--rule);border-radius:.3rem;font-size:.92em}
.mark+.mark{margin-top:.3em}
.mark .facts{font-size:.95em;color:var(--quiet)}
.critical-point strong,.solution strong{font-weight:700}
caption{text-align:start;color:var(--quiet);font-size:.92rem;margin:0 0 .5rem}
table.path{border-collapse:separate;border-spacing:0;width:100%}
.path th{text-align:start;font-weight:400;vertical-align:top}
.path .name{font-weight:650;display:block}
.hint{display:block;color:var(--quiet);font-size:.86rem;line-height:1.35}
.line{display:block;margin-top:.3rem;font-size:.8rem;color:var(--quiet)}
thead .facts{font-size:.86rem}
.phase th,.phase td{background:var(--band);color:var(--on-band);padding:.55rem .9rem;
 vertical-align:middle}
.phase h3{color:inherit;margin:0;font-size:1.15rem}
.phase .number{display:inline-block;min-width:1.2em;font-size:1.3em;font-weight:700}
.phase .marks{color:var(--ink)}
.phase a{color:inherit}
.step .facts,.step .marks{font-size:.86rem}
.card{background:var(--fill);border:1px solid var(--line);border-radius:.45rem;
 padding:.6rem .7rem;scroll-margin-top:1rem}
.card[hidden]{display:none}
.card+.card,.feelings+.card{margin-top:.6rem}
.card:target{outline:3px solid var(--accent);outline-offset:2px}
.card .text{margin:0;font-weight:500}
.code{color:var(--quiet-on-card);font-size:.86em;font-weight:650;margin-inline-end:.2em;
 font-variant-numeric:tabular-nums}
.card>.marks{margin-inline:-.25rem}
.card .facts{margin-top:.35rem;font-size:.88em}
.card .facts .facts{font-size:1em}
.card img.card{padding:0;border:0;display:block;margin:0 auto .5rem;max-height:12rem;width:auto;
 background:none}
.links,.leads{list-style:none;margin:.4rem 0 0;padding:0;font-size:.88em}
.leads>li{padding-inline-start:1.4em;text-indent:-1.4em}
.leads>li::before{content:"→";display:inline-block;width:1.4em;text-indent:0}
.leads .information::before{content:"⇢"}
.leads .handover::before{content:"⇒"}
.leads .return::before{content:"↩"}
.leads .two-way::before{content:"↔"}
.leads .branch::before{content:"◇"}
.leads>li>*{text-indent:0}
.card a{color:var(--ink)}
.feelings{list-style:none;margin:0;padding:0;font-size:.92em}
.scale{display:inline-flex;gap:.2em;margin-inline-end:.5em}
.scale i{width:.7em;height:.7em;border:2px solid var(--bar);border-radius:50%}
.scale .on:not(.off){background:var(--bar)}
@media (prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}
@media (forced-colors:active){
 .scale i{forced-color-adjust:none;border-color:CanvasText}
 .scale .on:not(.off){background:CanvasText}
}
"""

_STACKED = """
.path,.path thead,.path tbody,.path tr,.path th,.path td,.path caption{display:block}
.path thead{margin-bottom:1rem}
.path thead tr{display:grid;gap:.5rem;
 grid-template-columns:repeat(auto-fill,minmax(min(100%,13rem),1fr))}
.path .corner{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
thead .lane{padding:.4rem .6rem;background:var(--tint);border-inline-start:5px solid var(--bar)}
.path tbody{margin-bottom:1.4rem}
.phase td:empty{display:none}
.row{padding-top:.8rem}
.path .row.hide{display:none}
.step{padding-bottom:.5rem}
.path .step.quiet{display:none}
td.lane{padding:.5rem .6rem .7rem;background:var(--tint);border-inline-start:5px solid var(--bar);
 margin-bottom:.5rem}
.path td.empty,.path td.none{display:none}
.lane-name{font-size:.84rem;font-weight:650;margin:0 0 .35rem}
"""

_GRID = """
.path .row{display:grid;gap:.6rem;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));
 align-items:start}
.path .row.hide{display:none}
.row .step{grid-column:1/-1}
td.lane{margin:0;height:100%}
"""

_TABLE = """
table.path{table-layout:fixed}
.path tbody a,.path tbody .card{scroll-margin-top:__HEAD__rem}
.corner,.step{width:__STEP__em}
.corner{padding:.6rem}
thead th{position:sticky;top:0;z-index:2;background:var(--paper);
 border-bottom:2px solid var(--rule)}
thead .lane{padding:.5rem .6rem;background:var(--tint);border-top:5px solid var(--bar)}
td.lane{vertical-align:top;padding:.6rem .5rem;background:var(--tint)}
.step{padding:.7rem .6rem;font-size:.92rem;border-bottom:1px solid var(--rule)}
td.lane{border-bottom:1px solid var(--rule)}
.row.hide{display:none}
.step.quiet .name{color:var(--quiet);font-weight:400}
.lane-name{display:none}
.card{font-size:.92rem}
.line{padding-top:.1rem}
@media (max-height:__LOW__rem){thead th{position:static}}
"""

_PRINT = """
@page{size:A4 landscape;margin:12mm}
html{font-size:8pt}
body{background:#fff}
.skip,nav,.filters{display:none}
thead th{position:static}
header,main,footer{padding:0}
footer{background:none}
section{margin:6mm 0}
#path{break-before:page}
.card,.persona,tr.phase,li{break-inside:avoid}
tr.phase{break-after:avoid}
h2,h3{break-after:avoid}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
footer a[href^="http"]::after,.entries a[href^="http"]::after,
.links a[href^="http"]::after{content:" (" attr(href) ")";
 overflow-wrap:anywhere}
.card{padding:1.2mm 1.6mm}
thead{display:table-header-group;break-inside:avoid}
.row{break-inside:avoid}
td.lane{padding:1.2mm}
.phase th,.phase td{padding:1mm 2mm}
"""


class LaneColumn(NamedTuple):
    """What a lane's column needs: the lines that run after it; less room where it has no cards."""

    lines: tuple[str, ...]
    is_narrow: bool

    @property
    def width(self) -> float:
        """The width in em."""
        return _NARROW_EM if self.is_narrow else _LANE_EM


def write_style(looks: Looks, columns: tuple[LaneColumn, ...]) -> str:
    """Return the style sheet.

    Args:
        looks: the page's colours.
        columns: one for each lane.
    """
    lanes = len(columns)
    wide = f"(min-width:{_STEP_EM + sum(column.width for column in columns):g}em)"
    table = f"screen and {wide}"
    if lanes <= _MOST_PRINTED_LANES:
        table += ",print"
    stacked = f"screen and (not {wide})"
    if lanes > _MOST_PRINTED_LANES:
        stacked += ",print"
    table_rules = _TABLE
    for place, size in (("STEP", _STEP_EM - 0.5), ("HEAD", _HEAD_REM), ("LOW", 2.5 * _HEAD_REM)):
        table_rules = table_rules.replace(f"__{place}__", f"{size:g}")
    return "".join(
        (
            _write_scheme(LIGHT, looks.lanes, looks.marks),
            *(f".of-{actor}{{background:{sign.colour}}}\n" for actor, sign in looks.actors.items()),
            _BASE.lstrip(),
            *_write_shapes(looks.lanes),
            f"@media {stacked}{{{_STACKED}}}\n",
            f"@media {stacked}{{@media (min-width:42em){{{_GRID}}}}}\n",
            f"@media {table}{{{table_rules}",
            *_write_columns(columns),
            "}\n@media screen and (prefers-color-scheme:dark){\n",
            _write_scheme(DARK, looks.dark_lanes, looks.dark_marks),
            f"}}\n@media print{{{_PRINT}}}\n",
        )
    )


def _write_scheme(palette: Palette, lanes: tuple[RoleLook, ...], marks: dict[str, str]) -> str:
    names = (name.replace("_", "-") for name in palette._fields)
    colours = ";".join(f"--{n}:{c}" for n, c in zip(names, palette, strict=True))
    rules = [f":root{{{colours};--quiet-on-card:{palette.ink}}}"]
    for number, look in enumerate(lanes):
        rules.append(
            f".l{number}{{--tint:{look.tint};--fill:{look.fill};--line:{look.border};"
            f"--bar:{look.bar}}}"
        )
    for kind, colour in marks.items():
        mark = f".mark.{kind.replace('_', '-')}"
        rules.append(f"{mark}>.icon,{mark} strong{{color:{colour}}}")
    return "\n".join(rules) + "\n"


def _write_shapes(lanes: tuple[RoleLook, ...]) -> Iterator[str]:
    """Yield what tells roles apart without colour: borders and corners."""
    for number, look in enumerate(lanes):
        if look.border_style in {"dashed", "double"}:
            width = "3px" if look.border_style == "double" else "1px"
            yield f".l{number} .card{{border-style:{look.border_style};border-width:{width}}}\n"
        if look.shape == "pill":
            yield f".l{number} .card{{border-radius:1.3rem}}\n"
        if look.shape == "cut_corner":
            yield (
                f".l{number} .card{{border-top-right-radius:.9rem;corner-top-right-shape:bevel}}\n"
            )


_LINES = {
    "interaction": "3px solid var(--ink)",
    "visibility": "3px dashed var(--ink)",
    "internal_interaction": "3px dotted var(--ink)",
}


def _write_columns(columns: tuple[LaneColumn, ...]) -> Iterator[str]:
    """Yield widths, and the line at the far side of a column (of several the last; all are named).

    A narrow column has its width, the others share what is left.
    """
    for number, column in enumerate(columns):
        if column.is_narrow:
            yield f".path .l{number}{{width:{_NARROW_EM}em}}\n"
        for kind in column.lines:
            yield f".path .l{number}{{border-inline-end:{_LINES[kind]}}}\n"
