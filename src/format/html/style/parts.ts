/** What sections are made of: findings, cards, definitions, charts, tables. */
export const PARTS = `.out{list-style:none;margin:0;padding:var(--s4) 0 0;display:grid;grid-template-columns:repeat(auto-fit,minmax(245px,1fr));gap:var(--s5);border-top:1px solid var(--rule);font-size:var(--t-m);overflow-wrap:anywhere}
.out h3{margin-bottom:var(--s1);text-wrap:balance}
.out p{font-size:var(--t-s);color:var(--ink-2);margin-bottom:var(--s2)}
.out .do{color:var(--ink)}
.tag{font-size:var(--t-xs);font-weight:650;color:var(--ink-3);display:block;margin-bottom:2px}.tag.bad{color:var(--bad)}.tag.good{color:var(--good)}
.cards{display:grid;grid-template-columns:repeat(3,1fr);border-top:1px solid var(--rule);border-inline-start:1px solid var(--rule)}
.card{padding:var(--s4);border:1px solid var(--rule);border-block-start:0;border-inline-start:0;display:grid;grid-template-columns:1fr minmax(90px,42%);gap:0 var(--s3);align-items:end;align-content:start}
.card h3{grid-column:1/-1;font-size:var(--t-s);font-weight:500;color:var(--ink-2)}
.num{font-size:var(--t-num);font-weight:600;letter-spacing:-.02em;line-height:1.2;font-variant-numeric:tabular-nums;white-space:nowrap;margin-top:var(--s1)}
.num small{font-size:.5em;font-weight:500;color:var(--ink-2);letter-spacing:0}
.card .ch{grid-column:1/-1;font-size:var(--t-s);color:var(--ink-2);margin:var(--s2) 0 0;font-variant-numeric:tabular-nums;line-height:1.45}
.card svg{max-width:180px;margin-inline-start:auto}
.term{position:relative;border-bottom:1px dotted var(--ink-3);cursor:help}
.term .tip{position:absolute;z-index:9;top:100%;inset-inline-start:0;width:min(300px,76vw);background:var(--ink);color:var(--bg);font:400 var(--t-s)/1.45 var(--font);padding:var(--s3);border-radius:4px;display:none;text-align:start;white-space:normal;margin-top:4px}
.term .tip code{color:inherit;font-size:12px;display:block;margin-top:var(--s1)}
.term:hover .tip,.term:focus .tip{display:block}
.term.off .tip{display:none}
.card:nth-child(3n) .tip{inset-inline:auto 0}
.grid{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:var(--s6)}
.wide{grid-column:1/-1}
figure{margin:0;min-width:0}
svg{display:block;width:100%;height:auto;overflow:visible;direction:ltr;font:400 12px var(--font);fill:currentColor;color:var(--ink-2)}
svg text{white-space:pre;font-variant-numeric:tabular-nums}
.n{display:none}
.key{display:inline-block;width:10px;height:10px;margin-inline:0 4px;background:var(--mark);vertical-align:-1px}
.key.tick{background:none;border-bottom:2.5px solid var(--ink);height:6px;vertical-align:2px;width:14px}
.key.soft{background:var(--accent-soft)}.key.grey{background:var(--mark-2)}.key.bad{background:var(--bad)}
.scroll{overflow-x:auto}
@media screen{details .scroll{max-height:430px;overflow:auto}}
table{border-collapse:collapse;width:100%;font-size:var(--t-s);font-variant-numeric:tabular-nums}
th,td{padding:5px 0;padding-inline-end:var(--s3);text-align:right;border-bottom:1px solid var(--grid);vertical-align:baseline;white-space:nowrap}
th{font-weight:600;color:var(--ink-2);border-bottom-color:var(--rule)}
tbody th{font-weight:400;color:var(--ink)}
th:first-child,td:first-child,.l{text-align:start!important}
tr.grp th{font-weight:650;padding-top:var(--s3)}
th button{all:unset;cursor:pointer;font-weight:600}th button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
th[aria-sort=ascending] button::after{content:" ▲";font-size:.75em}th[aria-sort=descending] button::after{content:" ▼";font-size:.75em}
.filter{display:none;gap:var(--s3);align-items:center;margin-bottom:var(--s2);font-size:var(--t-s);color:var(--ink-2);flex-wrap:wrap}
.js .filter{display:flex}
.filter input{font:inherit;color:var(--ink);background:var(--bg);border:1px solid var(--ink-3);border-radius:3px;padding:4px 8px;min-width:200px}
`;
