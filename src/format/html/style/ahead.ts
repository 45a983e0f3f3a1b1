/** What looks ahead: keys of lines, frames and thin lines; lists of what was assumed. */
export const AHEAD = `.key.line{background:none;border-bottom:2px solid var(--accent);height:6px;vertical-align:2px;width:14px}.key.pale{border-color:var(--ink-3)}.key.dots{border-bottom:2px dotted var(--ink-2)}.key.dash{border-bottom:2px dashed var(--mark-2)}
.key.grid{background:var(--grid)}.key.hollow{background:none;border:1px solid var(--mark)}.key.span{background:var(--ink-2);width:2px;margin-inline:4px 8px}.key.ring{background:none;border:1.5px solid var(--ink-3);border-radius:50%}.key.ink{background:var(--ink);border-radius:50%}
.ahead>figure:not(.multiples){max-width:516px}
.ahead{margin-top:var(--s5)}.ahead+.ahead{margin-top:var(--s6)}section>.lead{margin-bottom:var(--s4)}
@media screen and (max-width:760px){.cards.of-3>:last-child{grid-column:1/-1}}
`;
