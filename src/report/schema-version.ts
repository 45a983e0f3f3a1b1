/** Of every JSON document: raised when a key goes away or changes its meaning. */
export const SCHEMA_VERSION = 2 as const;
