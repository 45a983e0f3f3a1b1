import type { PresetDefinition } from '../definition.js';
import { bitrix24 } from './bitrix24.js';
import { close } from './close.js';
import { copper } from './copper.js';
import { didar } from './didar.js';
import { dynamics } from './dynamics.js';
import { espocrm } from './espocrm.js';
import { freshsales } from './freshsales.js';
import { generic } from './generic.js';
import { hubspot } from './hubspot.js';
import { monday } from './monday.js';
import { odoo } from './odoo.js';
import { pipedrive } from './pipedrive.js';
import { rdstation } from './rdstation.js';
import { salesforce } from './salesforce.js';
import { suitecrm } from './suitecrm.js';
import { vtigerFa } from './vtiger-fa.js';
import { zoho } from './zoho.js';

/** Every preset, in the order in which they are tried: the most distinctive headers first, the generic one last. */
export const presets = [
  pipedrive,
  freshsales,
  dynamics,
  didar,
  vtigerFa,
  rdstation,
  close,
  bitrix24,
  odoo,
  zoho,
  suitecrm,
  copper,
  monday,
  espocrm,
  hubspot,
  salesforce,
  generic,
] as const satisfies readonly PresetDefinition[];
export type PresetId = (typeof presets)[number]['id'];
