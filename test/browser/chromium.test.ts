import { chmodSync, mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findChromium } from '../support/browser/chromium.js';
import { workplace } from '../support/workplace.js';

describe('where Chromium is looked for', () => {
  const place = workplace();
  const program = (name: string): string => {
    const path = place.put(name, '#!/bin/sh\n');
    chmodSync(path, 0o755);
    return path;
  };

  it('is the one that KPI_CHROMIUM names', () => {
    const mine = program('mine');
    expect(findChromium({ KPI_CHROMIUM: mine, PATH: '/usr/bin' })).toBe(mine);
  });

  it('is no other when KPI_CHROMIUM names one that cannot be run', () => {
    const words = /KPI_CHROMIUM names .*, which cannot be run/;
    expect(() => findChromium({ KPI_CHROMIUM: place.at('none'), PATH: '/usr/bin' })).toThrow(words);
    expect(() => findChromium({ KPI_CHROMIUM: place.put('text', 'x'), PATH: '/usr/bin' })).toThrow(words);
    expect(() => findChromium({ KPI_CHROMIUM: place.path, PATH: '/usr/bin' })).toThrow(words);
  });

  it('is none where KPI_CHROMIUM says so', () => {
    expect(findChromium({ KPI_CHROMIUM: 'none', PATH: '/usr/bin' })).toBeNull();
  });

  it('is the first on the path, Chromium before Chrome; no folder and no mere text', () => {
    mkdirSync(place.at('chromium'));
    place.put('chromium-browser', 'x');
    const chrome = program('google-chrome');
    expect(findChromium({ KPI_CHROMIUM: '', PATH: `/nowhere:${place.path}` })).toBe(chrome);
  });
});
