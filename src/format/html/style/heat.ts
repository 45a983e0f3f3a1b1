/** Tables whose cells have a ground as deep as their figure: ten steps of the accent over the ground of the page. */

/** How much accent each step has, in per cent: the ink keeps 5.2:1 on the deepest one, in light and in dark. */
export const HEAT_STEPS = [4, 9, 14, 19, 24, 29, 34, 39, 44, 49] as const;

const steps = HEAT_STEPS.map(
  (share, step) => `.h${step}{background:color-mix(in srgb,var(--accent) ${share}%,var(--bg))}`,
).join('');

export const HEAT = `.heat td{text-align:center;padding:6px 4px;border:1px solid var(--bg);print-color-adjust:exact;-webkit-print-color-adjust:exact}
.heat thead th:not(:first-child){text-align:center;padding-inline:4px}
.heat tbody th{border-bottom:0;white-space:normal;overflow-wrap:anywhere;min-width:6em}.heat td.dim{font-weight:400}
.heat tr.sum>*{border-top:1px solid var(--rule)}
${steps}
`;
