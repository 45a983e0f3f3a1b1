/** What is of one section alone: kinds of waiting deals, rules, the deals behind a figure. */
export const FLOW = `.kind{margin-top:var(--s5)}.kind h3 .dim{font-weight:500;margin-inline-start:var(--s1)}
.rules{margin-top:var(--s4)}.rules td{white-space:normal}.rules td code{white-space:nowrap}.rules tbody th{white-space:normal;min-width:12em}
.key.line-bad{background:none;border-bottom:2px solid var(--bad);height:6px;vertical-align:2px;width:14px}.key.dot{border-radius:50%}
.behind{columns:2;column-gap:var(--s6)}.behind>details{margin:0 0 var(--s1);break-inside:avoid}.behind>details[open]{column-span:all;padding-block:var(--s2)}
@media screen and (max-width:760px){.behind{columns:1}}
@media print{section:has(.behind){display:none}}
.why>.grid{margin-top:var(--s4)}
.grid>*{min-width:0}figure>.note{margin-top:var(--s2)}
`;
