import { describe, expect, it } from 'vitest';
import type { LiveControl, LivePage } from '../../../src/format/definition.js';
import { liveBar } from '../../../src/format/html/live/bar.js';
import { textOf } from '../../../src/format/html/markup.js';
import { openPage } from '../../../src/format/html/page.js';
import { HOSTILE } from '../../support/hostile.js';

const control = (changes: Partial<LiveControl>): LiveControl => ({
  name: 'by',
  label: { en: 'By', fa: 'به تفکیک' },
  values: [],
  several: true,
  choices: [
    { value: 'owner', label: { en: 'Owner', fa: 'مسئول' }, group: { en: 'Fields', fa: 'فیلدها' } },
    { value: 'Region', label: { en: 'Region', fa: 'Region' }, group: { en: 'Columns', fa: 'ستون‌ها' } },
  ],
  typed: true,
  empty: { en: 'nothing', fa: 'هیچ' },
  ...changes,
});

function bar(changes: Partial<LivePage>, lang: 'en' | 'fa' = 'en'): string {
  const live: LivePage = {
    command: ['report', 'a.csv'],
    address: '',
    controls: [],
    revision: 'r.1',
    problem: null,
    ...changes,
  };
  const options = { lang, short: true, detail: 'standard', calendar: 'gregorian', sent: { command: null } } as never;
  return textOf(liveBar(live, openPage(options)));
}

/** The named fields of the form with what they send. */
function sent(markup: string): [string, string][] {
  const lists = [...markup.matchAll(/<select name="([^"]*)">(.*?)<\/select>/g)].map(
    ([, name, options]): [string, string] => [
      name ?? '',
      /<option value="([^"]*)" selected="">/.exec(options ?? '')?.[1] ?? '',
    ],
  );
  const fields = [...markup.matchAll(/<input name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name, value]): [string, string] => [name ?? '', value ?? ''],
  );
  return [...lists, ...fields];
}

describe('the bar of a served page', () => {
  it('has a list for each value of a control and one for another, and a field to type in', () => {
    const markup = bar({ controls: [control({ values: ['owner', 'Region'] })] });
    expect(sent(markup)).toEqual([
      ['by', 'owner'],
      ['by', 'Region'],
      ['by', ''],
      ['by', ''],
    ]);
    expect(markup).toContain('<optgroup label="Fields"><option value="owner" selected="">Owner</option></optgroup>');
    expect(markup.match(/<label>/g)).toHaveLength(4);
  });

  it('keeps a value that the list does not have, and opens what it was typed into', () => {
    const markup = bar({ controls: [control({ values: ['owner,Region'], several: false })] });
    expect(sent(markup)[0]).toEqual(['by', 'owner,Region']);
    expect(markup).toContain('<details open="">');
    expect(bar({ controls: [control({})] })).toContain('<details>');
  });

  it('offers no field where only the list is meant', () => {
    const markup = bar({ controls: [control({ name: 'grain', typed: false, several: false })] });
    expect(sent(markup)).toEqual([['grain', '']]);
  });

  it('shows the command line as a shell takes it, and where the JSON is', () => {
    const markup = bar({ command: ['report', 'a b.csv', '--where', 'amount > 5'], address: 'by=owner&where=x' });
    expect(markup.replace(/<\/?span>/g, '')).toContain('kpi report &#39;a b.csv&#39; --where &#39;amount &gt; 5&#39;');
    expect(markup).toContain('href="/report.json?by=owner&amp;where=x"');
    expect(bar({})).toContain('href="/report.json"');
  });

  it('says what is wrong, in words of its own and those of the files', () => {
    const problem = { message: '<a.csv>: no such file.', hint: 'Check the path.' };
    expect(bar({ problem })).toContain('role="alert"><p><b>The files cannot be used as they are now.');
    expect(bar({ problem })).toContain('&lt;a.csv&gt;: no such file.');
    expect(bar({ problem }, 'fa')).toContain('فایل‌ها اکنون قابل استفاده نیستند');
    expect(bar({})).not.toContain('The files cannot be used');
  });

  it('holds hostile names harmless', () => {
    for (const name of HOSTILE) {
      const choice = { value: name, label: { en: name, fa: name }, group: { en: 'Columns', fa: 'ستون‌ها' } };
      const markup = bar({ controls: [control({ values: [name], choices: [choice] })], command: ['report', name] });
      expect(markup).not.toMatch(/<script|<img|onerror="|javascript:"/i);
      expect(markup.match(/<select /g)).toHaveLength(2);
    }
  });
});
