/** Where the page is looked at: on a phone, on paper. */
export const PLACES = `@media screen and (max-width:760px){:root{--t-xl:22px;--t-l:17px;--t-num:25px;--s6:32px}
main,header.top,footer{padding-inline:var(--s4)}
.grid{grid-template-columns:minmax(0,1fr)}
.cards{grid-template-columns:repeat(2,minmax(0,1fr))}.card{grid-template-columns:1fr;padding:var(--s3)}.card svg{margin:var(--s1) 0 0}
.w{display:none}.n{display:block}
table{font-size:12px}tbody th{white-space:normal;min-width:7em}th,td{padding-inline-end:8px}
.term{position:static}.term .tip,.card .term .tip{position:fixed;inset:auto var(--s4) var(--s4);width:auto}
.hide-n{display:none}.bar .end{margin-inline-start:0}
.out{grid-template-columns:1fr;gap:var(--s4)}}
@media print{@page{size:A4;margin:14mm 13mm}
:root{--t-m:10pt;--t-s:8.5pt;--t-xs:8pt;--t-l:12pt;--t-num:18pt}
main,header.top,footer{max-width:none;padding:0}
.skip,.filter,.bar nav,.langs,.tip,summary{display:none!important}.term{border:0}
section{margin-top:20px}.headline{font-size:18pt;margin-top:12px}.headline+.headline{font-size:11pt}
figure,.card,.out li,tr{break-inside:avoid}h2,h3,tr.grp{break-after:avoid}
.grid{gap:20px 28px}.cards{grid-template-columns:repeat(3,1fr)}.out{grid-template-columns:repeat(4,1fr);gap:14px}
.scroll{overflow:visible}.w{display:none}.n{display:block}
details:not(.print){display:none}
table{font-size:8pt}th,td{padding:3px 0!important;padding-inline-end:5px!important;white-space:normal}tbody th,.l{overflow-wrap:anywhere}}
`;
