/** Every sentence in Persian, by its code. */
import type { Catalogue } from '../said.js';
import { ACTIONS } from './actions.js';
import { CHANGES } from './changes.js';
import { COLUMN_REASONS, OUTCOME_REASONS, PRESET_REASONS, ROW_MARKS } from './column-reasons.js';
import { COLUMN_WARNINGS } from './column-warnings.js';
import { DEAL_WARNINGS } from './deal-warnings.js';
import { EDGES } from './edges.js';
import { FINDINGS } from './findings.js';
import { FORECAST_AGAINST_ACTUAL } from './forecast-against-actual.js';
import { FORECASTS } from './forecasts.js';
import { FOUND_TOGETHER, GATE } from './gate.js';
import { HEADLINE } from './headline.js';
import { MODEL_EVIDENCE } from './model-evidence.js';
import { NOTES } from './notes.js';
import { OBJECTIONS } from './objections.js';
import { READ_WARNINGS } from './read-warnings.js';
import { READINGS } from './readings.js';
import { RUN_WARNINGS } from './run-warnings.js';
import { SNAPSHOT_CHANGES } from './snapshot-changes.js';
import { SNAPSHOT_WARNINGS } from './snapshot-warnings.js';
import { STANDING } from './standing.js';
import { TABLE_WARNINGS } from './table-warnings.js';
import { WARNING_FATES } from './warning-fates.js';
import { WHY } from './why.js';

export const SENTENCES: Catalogue = {
  ...ACTIONS,
  ...COLUMN_REASONS,
  ...OUTCOME_REASONS,
  ...PRESET_REASONS,
  ...ROW_MARKS,
  ...COLUMN_WARNINGS,
  ...DEAL_WARNINGS,
  ...EDGES,
  ...HEADLINE,
  ...MODEL_EVIDENCE,
  ...NOTES,
  ...CHANGES,
  ...FINDINGS,
  ...OBJECTIONS,
  ...READ_WARNINGS,
  ...READINGS,
  ...SNAPSHOT_CHANGES,
  ...SNAPSHOT_WARNINGS,
  ...STANDING,
  ...TABLE_WARNINGS,
  ...RUN_WARNINGS,
  ...FORECAST_AGAINST_ACTUAL,
  ...FORECASTS,
  ...GATE,
  ...FOUND_TOGETHER,
  ...WARNING_FATES,
  ...WHY,
};
