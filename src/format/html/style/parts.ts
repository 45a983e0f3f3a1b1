/** What sections are made of: findings, cards, charts, tables. */
export const PARTS = `.out{list-style:none;margin:0;padding:var(--s4) 0 0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(245px,100%),1fr));gap:var(--s5);border-top:1px solid var(--rule);font-size:var(--t-m)}
.out li{min-width:0;max-width:36em;overflow-wrap:anywhere}
.out h3{margin-bottom:var(--s1);text-wrap:balance}
.out p{font-size:var(--t-s);line-height:1.5;color:var(--ink-2);margin-bottom:var(--s2);text-wrap:pretty}
.out .do{color:var(--ink)}.out .do b{font-weight:600}.out .do a{white-space:nowrap}
.out .cmd{color:var(--ink-3);margin:0}
details>.out{border-top:0;padding-top:var(--s2)}
.tag{font-size:var(--t-xs);font-weight:650;color:var(--ink-3);display:block;margin-bottom:2px}.tag.bad{color:var(--bad)}.tag.good{color:var(--good)}
.cards{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));padding-block-start:1px;padding-inline-start:1px}
.cards.of-1{grid-template-columns:minmax(0,373px)}.cards:is(.of-2,.of-4){grid-template-columns:repeat(2,minmax(0,1fr))}
.card{padding:var(--s4);border:1px solid var(--rule);margin-block-start:-1px;margin-inline-start:-1px;display:grid;grid-template-columns:auto minmax(0,180px);justify-content:space-between;gap:0 var(--s3);align-items:start;align-content:start;min-width:0}
.card h3{grid-column:1/-1;font-size:var(--t-s);font-weight:500;color:var(--ink-2)}
.num{grid-column:1;font-size:var(--t-num);font-weight:600;letter-spacing:-.02em;line-height:1.2;font-variant-numeric:tabular-nums;white-space:nowrap;margin-top:var(--s1)}
.num small{font-size:.5em;font-weight:500;color:var(--ink-2);letter-spacing:0}
.card .ch{grid-column:1/-1;font-size:var(--t-s);color:var(--ink-2);margin:var(--s2) 0 0;font-variant-numeric:tabular-nums;line-height:1.45}
.card .ch b{font-weight:600}
.card .spark{min-width:0;max-width:180px;align-self:center}
.card.several{grid-template-columns:minmax(0,1fr)}.card.several .num{font-size:calc(var(--t-num)*.66);white-space:normal}.card.several .ch{margin-top:0}.card.several .num small{font-size:.65em}.card.several .ch br{display:none}.card.several .ch>*+*{margin-inline-start:var(--s2)}
.note .key:not(:first-child){margin-inline-start:var(--s2)}
.grid{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:var(--s6)}
.wide{grid-column:1/-1}
figure{margin:0;min-width:0}
svg{display:block;width:100%;height:auto;overflow:visible;direction:ltr;font:400 12px var(--font);fill:currentColor;color:var(--ink-2)}
svg text{white-space:pre;font-variant-numeric:tabular-nums}
.n{display:none}
.key{display:inline-block;width:10px;height:10px;margin-inline:0 4px;background:var(--mark);vertical-align:-1px}
.key.tick{background:none;border-bottom:2.5px solid var(--ink);height:6px;vertical-align:2px;width:14px}
.key.soft{background:var(--accent-soft)}.key.grey{background:var(--mark-2)}.key.bad{background:var(--bad)}.key.good{background:var(--good)}
.scroll{overflow-x:auto}
@media screen{details .scroll{max-height:min(430px,80vh);overflow:auto}
details .scroll thead :is(th,td){position:sticky;top:0;background:var(--bg);z-index:1;box-shadow:inset 0 -1px var(--rule)}}
table{border-collapse:collapse;width:100%;font-size:var(--t-s);font-variant-numeric:tabular-nums}
th,td{padding-block:5px;padding-inline:0 var(--s3);text-align:right;border-bottom:1px solid var(--grid);vertical-align:baseline;white-space:nowrap}
:is(th,td):last-child{padding-inline-end:2px}
th{font-weight:600;color:var(--ink-2);border-bottom-color:var(--rule)}
tbody th{font-weight:400;color:var(--ink)}
th:first-child,td:first-child,.l{text-align:start!important}
td bdi,tbody th bdi{display:inline-block;width:max-content;max-width:34ch;white-space:normal;overflow-wrap:anywhere;vertical-align:top}
tr.grp th{font-weight:650;padding-top:var(--s3)}
th button{all:unset;cursor:pointer;font-weight:600}th button:hover{color:var(--accent)}th button:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
th[aria-sort=ascending] button::after{content:" ▲";font-size:.75em}th[aria-sort=descending] button::after{content:" ▼";font-size:.75em}
.filter{display:none;gap:var(--s3);align-items:center;margin-bottom:var(--s2);font-size:var(--t-s);color:var(--ink-2);flex-wrap:wrap}
.js .filter{display:flex}
.filter input{font:inherit;color:var(--ink);background:var(--bg);border:1px solid var(--ink-3);border-radius:3px;padding:4px 8px;width:min(260px,100%)}
`;
