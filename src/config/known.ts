import { presets } from '../crm/catalogue/index.js';
import { kpis } from '../kpi/catalogue/index.js';
import type { Kpi } from '../kpi/definition.js';
import { rules } from '../quality/catalogue/index.js';
import type { KnownNames } from './schema.js';

/** The names of this version's catalogues. */
export const KNOWN: KnownNames = {
  kpis: kpis.map(({ id }) => id),
  adding: kpis.flatMap((kpi: Kpi) => (kpi.adds === true ? [kpi.id] : [])),
  units: Object.fromEntries(kpis.map(({ id, unit }) => [id, unit])),
  presets: presets.map(({ id }) => id),
  rules,
};
