/**
 * Definitions: shown on hover and focus by the sheet alone. The page's program places them where they fit into the
 * window; without it they stand under their word, and in a region that scrolls, which would cut them, at the bottom edge.
 */
export const TERMS = `.term{position:relative;border-bottom:1px dotted var(--ink-3);cursor:help}
.tip{position:absolute;z-index:20;top:100%;inset-inline-start:0;width:min(320px,calc(100vw - 32px));max-height:min(60vh,440px);overflow:auto;background:var(--ink);color:var(--bg);font:400 var(--t-s)/1.45 var(--font);padding:var(--s3);border-radius:4px;display:none;text-align:start;white-space:normal;overflow-wrap:anywhere;cursor:auto}
.term:hover>.tip,.term:focus>.tip,.term:focus-within>.tip{display:block}
.term.off>.tip{display:none}
.tip .formula{display:block;margin-top:var(--s2)}
.js .tip{position:fixed;top:0;left:0;inset-inline:auto}
html:not(.js) .scroll .tip{position:fixed;inset:auto var(--s4) var(--s4);width:auto}
:lang(fa) .tip{line-height:1.75}:lang(fa) .tip .formula{font-family:var(--font)}
@media screen and (max-width:760px){.term{position:static}.tip,.js .tip{position:fixed;inset:auto var(--s4) var(--s4);width:auto;max-height:45vh}}
@media print{.term{border:0}.tip{display:none!important}}
@media (forced-colors:active){.tip{border:1px solid CanvasText}}
`;
