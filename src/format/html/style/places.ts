/** Where the page is looked at: on a phone, on paper, in colours that the reader's machine forces. */
export const PLACES = `@media screen and (max-width:760px){:root{--t-xl:22px;--t-l:17px;--t-num:25px;--s6:32px}
main,header.top,footer{padding-inline:var(--s4)}
.grid{grid-template-columns:minmax(0,1fr)}
.cards,.cards:is(.of-2,.of-4){grid-template-columns:repeat(2,minmax(0,1fr))}.cards.of-1{grid-template-columns:minmax(0,1fr)}
.card{grid-template-columns:minmax(0,1fr);padding:var(--s3)}.card .spark{margin-top:var(--s1);max-width:180px}
.w{display:none}.n{display:block}
table{font-size:12px}tbody th{white-space:normal;min-width:7em}tbody th bdi{width:auto}th,td{padding-inline-end:var(--s2)}
.hide-n{display:none}.bar .end{margin-inline-start:0}
.method{columns:1}
.out{grid-template-columns:minmax(0,1fr);gap:var(--s4)}.out p{margin-bottom:var(--s1)}}
@media screen and (max-width:350px){.cards,.cards:is(.of-2,.of-4){grid-template-columns:minmax(0,1fr)}}
@media print{@page{size:A4;margin:14mm 13mm}
html{print-color-adjust:exact;-webkit-print-color-adjust:exact}
:root{--t-m:10pt;--t-s:8.5pt;--t-xs:8pt;--t-l:12pt;--t-num:18pt;--s4:12px;--s6:20px}
main,header.top,footer{max-width:none;padding-inline:0}header.top{padding-top:0}
.skip,.filter,.bar nav,.langs,summary{display:none!important}
a{text-decoration:none}
.headline{font-size:18pt;margin-top:12px}.lead{font-size:11pt}
figure,.card,.out li,tr,.method .part,tbody:has(>.grp){break-inside:avoid}h2,h3,.sub,tr.grp{break-after:avoid}thead{break-inside:avoid}
p,li{orphans:2;widows:2}
.grid{gap:20px 28px}.cards,.cards:is(.of-2,.of-4){grid-template-columns:repeat(3,minmax(0,1fr))}.out{grid-template-columns:repeat(4,minmax(0,1fr));gap:14px}
.scroll{overflow:visible}.w{display:none}.n{display:block}
svg{box-sizing:border-box;padding-inline:6px}.heat{font-size:7pt}.heat :is(thead th:not(:first-child),th,td){padding-inline:1px}
details:not(.print){display:none}details.print::details-content{display:block;height:auto;content-visibility:visible}
th button{display:contents}:lang(fa){--t-s:8pt;line-height:1.6}:lang(fa) .headline{font-size:16pt;line-height:1.45}:lang(fa) :is(.lead,.note,.method,.out p,.card .ch){line-height:1.5}:lang(fa) :is(h2,h3,.card h3){line-height:1.45}:lang(fa) .out h3{font-size:9pt}
.s-kpis thead{display:table-row-group;break-after:avoid}
.s-evidence{display:none}
table{font-size:8pt}th,td{padding-block:3px;padding-inline-end:5px;white-space:normal}td bdi,tbody th bdi{width:auto}}
@media (forced-colors:active){:root{--bg:Canvas;--ink:CanvasText;--ink-2:CanvasText;--ink-3:CanvasText;--rule:CanvasText;--grid:GrayText;--accent:LinkText;--mark:LinkText;--accent-soft:GrayText;--mark-2:GrayText;--good:CanvasText;--bad:CanvasText}
svg,.key{forced-color-adjust:none}}
`;
