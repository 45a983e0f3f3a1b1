/** What is of one section alone: kinds of waiting deals, rules, what is folded. */
export const FLOW = `.kind{margin-top:var(--s5)}.kind h3 .dim{font-weight:500;margin-inline-start:var(--s1)}
.rules{margin-top:var(--s4)}.rules td{white-space:normal}.rules td code{white-space:nowrap}.rules tbody th{white-space:normal;min-width:12em}
.grid>*{min-width:0}
`;
