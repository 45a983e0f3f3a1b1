import type { PresetDefinition } from '../definition.js';
import { generic } from './generic.js';
import { hubspot } from './hubspot.js';
import { pipedrive } from './pipedrive.js';
import { salesforce } from './salesforce.js';

/** Every preset, in the order in which they are tried; the generic one last. */
export const presets = [hubspot, salesforce, pipedrive, generic] as const satisfies readonly PresetDefinition[];
export type PresetId = (typeof presets)[number]['id'];
