/** The ground: type, sections, notes, the head of the page. */
export const BASE = `*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--bg);color:var(--ink);font:400 var(--t-m)/1.55 var(--font);overflow-wrap:break-word}
main,header.top,footer{max-width:1120px;margin-inline:auto;padding-inline:var(--s5)}
[hidden]{display:none!important}
a{color:var(--accent);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:2px}
.skip{position:absolute;inset-block-start:-99px;inset-inline-start:var(--s4);background:var(--bg);padding:var(--s2);z-index:10}
.skip:focus{inset-block-start:var(--s2)}
header.top{padding-top:var(--s5)}
.bar{display:flex;flex-wrap:wrap;gap:var(--s1) var(--s4);align-items:baseline;color:var(--ink-2);font-size:var(--t-s);border-bottom:1px solid var(--rule);padding-bottom:var(--s3)}
.bar h1{font-size:var(--t-m);font-weight:650;color:var(--ink);margin:0;overflow-wrap:anywhere}
.bar .end{margin-inline-start:auto;display:flex;flex-wrap:wrap;gap:0 var(--s4)}
.bar nav{display:flex;flex-wrap:wrap;gap:var(--s1) var(--s4);flex-basis:100%}
.bar nav a{text-decoration:none}.bar nav a:hover,.bar nav a:focus-visible{text-decoration:underline}
.only{color:var(--ink-2);font-size:var(--t-s);margin:var(--s3) 0 0}
.headline{font-size:var(--t-xl);line-height:1.3;font-weight:600;letter-spacing:-.012em;max-width:32em;margin:var(--s5) 0 var(--s2);text-wrap:pretty}
.lead{font-size:var(--t-l);color:var(--ink-2);max-width:40em;margin:0;line-height:1.45;text-wrap:pretty}
section{margin-top:var(--s6);scroll-margin-top:var(--s4)}
h2{font-size:var(--t-l);font-weight:650;margin:0 0 var(--s3);letter-spacing:-.005em;line-height:1.35}
h3{font-size:var(--t-m);font-weight:600;margin:0;line-height:1.35}
p{margin:0 0 var(--s2)}
.sub{color:var(--ink-2);font-size:var(--t-s);margin:2px 0 var(--s2)}
.note{color:var(--ink-3);font-size:var(--t-s);line-height:1.5;max-width:62em;margin:var(--s2) 0 0;text-wrap:pretty}
.good{color:var(--good)}.bad,.warn{color:var(--bad)}.dim{color:var(--ink-3)}.strong{font-weight:600}
code{font:.92em/1.5 var(--mono);unicode-bidi:isolate;overflow-wrap:anywhere}
code span{display:inline-block;max-width:100%;overflow-wrap:anywhere}
.vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
footer{border-top:1px solid var(--rule);margin-top:var(--s6);padding-block:var(--s4) var(--s6);color:var(--ink-3);font-size:var(--t-s)}
details{margin-top:var(--s2);font-size:var(--t-s)}
summary{cursor:pointer;color:var(--ink-2);width:fit-content;padding-block:3px}
summary:hover{color:var(--accent)}
details[open]>summary{margin-bottom:var(--s2)}
ul,ol{margin:0 0 var(--s2);padding-inline-start:1.3em;font-size:var(--t-s)}
dl{margin:0;font-size:var(--t-s)}dl>div{display:flex;gap:var(--s3)}dt{color:var(--ink-2);min-width:9em}dd{margin:0}
.method{columns:2;column-gap:var(--s6);font-size:var(--t-s);line-height:1.5;color:var(--ink-3)}
.method .part{break-inside:avoid;margin-bottom:var(--s3)}.method .part:has(details[open]){break-inside:auto}
.method h3{font-size:var(--t-s);color:var(--ink-2);margin-bottom:2px}
.method li{margin-bottom:3px;overflow-wrap:anywhere}.method p{margin-bottom:var(--s1);overflow-wrap:anywhere}.method ul{padding-inline-start:1.1em}
.langs{display:flex;gap:var(--s2)}
.langs button{all:unset;cursor:pointer;color:var(--accent);text-decoration:underline}
.langs button[aria-pressed=true]{color:var(--ink);text-decoration:none;font-weight:600;cursor:default}
.langs button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
:lang(fa){line-height:1.8}:lang(fa),:lang(fa) *{letter-spacing:0!important}
:lang(fa) .headline{line-height:1.55}:lang(fa) :is(.lead,.note,.method,.out p){line-height:1.75}
:lang(fa) :is(h2,h3,.card h3){line-height:1.6}:lang(fa) .num{line-height:1.45}:lang(fa) .card .ch{line-height:1.7}
:lang(fa) svg text{unicode-bidi:plaintext}
`;
