import { describe, expect, it } from 'vitest';
import { kpi } from '../../support/run.js';
import { workplace } from '../../support/workplace.js';

const place = workplace();

describe('kpi schema', () => {
  it.each(['report', 'check', 'inspect', 'explain', 'comparison', 'config'])(
    '%s is a JSON Schema that refuses unknown keys',
    (name) => {
      const { status, stdout } = kpi(['schema', name], { cwd: place.path });
      expect(status).toBe(0);
      const schema: Record<string, unknown> = JSON.parse(stdout);
      expect(schema).toMatchObject({
        $schema: 'https://json-schema.org/draft/2020-12/schema',
        type: 'object',
        additionalProperties: false,
      });
    },
  );

  it('of a report describes what rests on models, null where it was not asked for', () => {
    const { properties } = JSON.parse(kpi(['schema', 'report'], { cwd: place.path }).stdout);
    for (const key of ['survival', 'lifetime', 'forecast']) {
      expect(properties[key].description, key).toContain('null where it was not asked for');
      expect(properties[key].anyOf.map(({ type }: { type: string }) => type)).toEqual(['object', 'null']);
    }
  });

  it('of the config names every rule and KPI', () => {
    const { stdout } = kpi(['schema', 'config'], { cwd: place.path });
    const schema = JSON.parse(stdout);
    const ids = (topic: string): string[] =>
      JSON.parse(kpi(['list', topic, '--format', 'json'], { cwd: place.path }).stdout).map(
        ({ id }: { id: string }) => id,
      );
    expect(Object.keys(schema.properties.rules.properties)).toEqual(ids('rules'));
    expect(schema.properties.report.properties.kpis.items.enum).toEqual(ids('kpis'));
    expect(schema.properties.preset.enum).toEqual(ids('presets'));
  });
});
