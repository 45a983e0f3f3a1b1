/** Breakdowns one below the other; the drawings of a pair begin at one height, whatever stands above them. */
export const GROUPS = `.by+.by,.by+.grid{margin-top:var(--s6)}
.by>.note{margin-top:var(--s2)}
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:var(--s6)}
.pair>figure{display:grid;grid-row:span 4;grid-template-rows:subgrid;align-content:start}
.pair>figure>h3{grid-row:1}.pair>figure>.sub{grid-row:2}.pair>figure>[role=img]{grid-row:3}.pair>figure>.note{grid-row:4}
@media screen and (max-width:760px){.pair{grid-template-columns:minmax(0,1fr)}}
`;
