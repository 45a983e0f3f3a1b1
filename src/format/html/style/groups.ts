/** Breakdowns one below the other; the drawings of a pair begin at one height, whatever stands above them. */
export const GROUPS = `.by+.by,.by+.grid,.by+.parts{margin-top:var(--s6)}
.by>.note,.parts>.note{margin-top:var(--s2)}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:var(--s6)}
.pair>figure{display:grid;grid-row:span 5;grid-template-rows:subgrid;align-content:start}
.pair>figure>h3{grid-row:1}.pair>figure>.sub{grid-row:2}.pair>figure>[role=img]{grid-row:3}.pair>figure>.note{grid-row:4}.pair>figure>details{grid-row:5}.pair>figure>.tab{grid-row:3}
.pair>figure:nth-child(n+3){margin-top:var(--s5)}
.multiples{margin-top:var(--s5)}.many{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:var(--s3) var(--s5)}.many.four{grid-template-columns:repeat(4,minmax(0,1fr))}
.many svg{max-width:360px}.four svg{max-width:290px}.many .sub{margin:0}
.parts{max-width:760px}
.scroll{position:relative}
:lang(fa) svg tspan{unicode-bidi:plaintext}
@media screen and (max-width:760px){.pair,.many,.many.four{grid-template-columns:minmax(0,1fr)}.pair>figure:nth-child(n+2){margin-top:var(--s5)}}
@media print{.many,.many.four{grid-template-columns:repeat(2,minmax(0,1fr))}}
`;
