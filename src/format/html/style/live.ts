/** The bar of a served page. On paper it is left out, but for what is wrong. */
export const LIVE = `.live{max-width:1120px;margin:var(--s3) auto 0;padding-inline:var(--s5)}
.live form{display:flex;flex-wrap:wrap;gap:var(--s2) var(--s3);align-items:end;font-size:var(--t-s)}
.live label{display:grid;gap:2px;color:var(--ink-2);min-width:0}
.live select,.live input,.live button{font:inherit;color:var(--ink);background:var(--bg);border:1px solid var(--ink-3);border-radius:3px;padding:4px 8px;max-width:15em;height:34px;line-height:1.4}
.live input{width:15em}
.live button{cursor:pointer}
.live details{margin:0;align-self:center}
.live details[open]{flex-basis:100%;order:1}
.live .more{display:flex;flex-wrap:wrap;gap:var(--s2) var(--s3);margin-top:var(--s2)}
.live .same{margin:var(--s2) 0 0;overflow-wrap:anywhere}
.live .problem{border-inline-start:3px solid var(--bad);padding:var(--s1) var(--s3);margin:0 0 var(--s3);font-size:var(--t-s)}
.live .problem p{margin:0}.live .problem b{color:var(--bad)}
.live[aria-busy=true]~main{opacity:.55}
@media screen and (max-width:760px){.live{padding-inline:var(--s4)}.live label{flex:1 1 40%}.live select,.live input{width:100%;max-width:none}}
@media print{.live{max-width:none;padding:0}.live form,.live .same{display:none}}
`;
