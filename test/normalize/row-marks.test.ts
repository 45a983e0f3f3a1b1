import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { load } from '../../src/index.js';
import { say } from '../../src/locale/say.js';
import type { Dataset } from '../../src/model/dataset.js';
import { OUTCOMES } from '../../src/model/outcome.js';

const folder = mkdtempSync(join(tmpdir(), 'kpi-marks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function read(table: string, mapping: Readonly<Record<string, string>> = {}): Promise<Dataset> {
  const path = join(folder, 'deals.csv');
  writeFileSync(path, `${table.trim().replaceAll(/^ +/gm, '')}\n`);
  return (await load({ files: [{ path }], mapping })).dataset;
}

function outcomes({ deals }: Dataset): string[] {
  return [...deals.column('outcome')].map((code) => OUTCOMES[code] ?? '');
}

const warnings = (dataset: Dataset, code: string): string[] =>
  dataset.warnings.filter((one) => one.code === code).map((one) => say(one, 'en'));

describe('rows that a column marks', () => {
  it('are excluded where they are no deals, set aside, and told; never twice as deals of unknown outcome', async () => {
    const dataset = await read(`
      ID;STAGE_ID;OPPORTUNITY;IS_RECURRING
      1;WON;100;N
      2;WON;900;y
      3;NEW;50;
      4;NEW;60;Y`);
    expect(outcomes(dataset)).toEqual(['won', 'excluded', 'open', 'excluded']);
    expect([...dataset.deals.setAside]).toEqual([1, 3]);
    expect(warnings(dataset, 'set_aside')).toEqual([
      '2 rows are no deals and were left out of every figure: "IS_RECURRING" is "y" (a template of recurring deals, not a deal).',
    ]);
    expect(warnings(dataset, 'unknown_outcome')).toEqual([]);
  });

  it('stay set aside when a repeated id above them is dropped', async () => {
    const dataset = await read(`
      ID;STAGE_ID;OPPORTUNITY;IS_RECURRING
      1;WON;100;N
      1;WON;100;N
      4;NEW;60;Y`);
    expect(outcomes(dataset)).toEqual(['won', 'excluded']);
    expect([...dataset.deals.setAside]).toEqual([1]);
  });

  it('are lost where they are archived, unless they are won or no deals', async () => {
    const dataset = await read(`
      Opportunity,Type,Active,Salesperson,Stage,Expected Revenue
      A,Opportunity,True,Mo,Won,1
      B,Opportunity,False,Mo,Won,2
      C,Opportunity,False,Mo,Qualified,3
      D,Opportunity,True,Mo,Qualified,4
      E,Lead,False,Mo,New,5`);
    expect(outcomes(dataset)).toEqual(['won', 'won', 'lost', 'open', 'excluded']);
  });

  it('are ordinary rows where another CRM has a column of this name', async () => {
    const dataset = await read(`
      Deal Name,Deal Stage,Deal owner,Amount,Active
      A,Closed Won,Mo,1,False
      B,Contract Sent,Mo,2,False`);
    expect(outcomes(dataset)).toEqual(['won', 'open']);
  });
});

describe('amounts', () => {
  const CLOSE = `
      id,lead_name,status_type,value,value_period,value_formatted
      o1,Alpha,won,123450,one_time,"$1,234.50"
      o2,Beta,lost,,one_time,
      o3,Beta,active,5000,monthly,$50 monthly`;

  it('in cents become units; a missing one stays missing', async () => {
    const { deals } = await read(CLOSE);
    expect([...deals.column('amount')]).toEqual([1234.5, Number.NaN, 50]);
  });

  it('of a column that the user named instead are taken as they stand', async () => {
    const { deals } = await read(CLOSE, { amount: 'value_formatted' });
    expect(deals.column('amount')[0]).toBe(1234.5);
  });

  it('paid again and again are counted in a warning, beside one-time ones or alone', async () => {
    expect(warnings(await read(CLOSE), 'repeating_amounts')).toEqual([
      'amounts that are paid again and again stand beside one-time ones ("value_period": 1 monthly, 2 once) and are added as they stand; --by "value_period" keeps them apart.',
    ]);
    const alone = CLOSE.replaceAll('one_time', 'monthly');
    expect(warnings(await read(alone), 'repeating_amounts')).toEqual([
      'every amount is paid again and again ("value_period": 3 monthly); figures are of one payment.',
    ]);
    expect(warnings(await read(CLOSE.replaceAll('monthly', 'one_time')), 'repeating_amounts')).toEqual([]);
  });

  it('of won deals are what they brought, where the file says so, 0 included', async () => {
    const { deals } = await read(`
      Topic,Status,Est. Revenue,Actual Revenue
      A,Won,100,90
      B,Won,100,
      C,Won,100,0
      D,Won,,70
      E,Lost,100,5
      F,Open,100,`);
    expect([...deals.column('amount')]).toEqual([90, 100, 0, 70, 100, 100]);
  });
});

describe('rows in the bin, whatever the layout', () => {
  const table = (header: string, ...marks: readonly string[]): string =>
    `id,stage,amount,created_date,close_date,${header}\n${marks
      .map((mark, index) => `${index + 1},Closed Won,100,2024-01-02,2024-02-01,${mark}`)
      .join('\n')}`;

  it.each([
    ['is_deleted', 'true', 'false'],
    ['IsDeleted', '1', '0'],
    ['Is Deleted', 'Yes', 'No'],
    ['deleted_at', '2024-02-03 10:00', ''],
    ['Deleted On', '03.02.2024', ''],
    ['Gelöscht', 'ja', 'nein'],
    ['Supprimé', 'oui', 'non'],
    ['eliminado', 'sí', 'no'],
    ['Excluído', 'sim', 'não'],
    ['Eliminato', 'sì', 'no'],
    ['Usunięty', 'tak', 'nie'],
    ['Удалено', 'да', 'нет'],
    ['Silindi', 'evet', 'hayır'],
    ['已删除', '是', '否'],
    ['削除', 'はい', 'いいえ'],
    ['حذف شده', 'بله', 'خیر'],
    ['محذوف', 'نعم', 'لا'],
    ['Archived', 'true', 'false'],
  ])('are those with "%s" %s, not with "%s"', async (header, yes, no) => {
    const dataset = await read(table(header, no, yes, no));
    expect(outcomes(dataset)).toEqual(['won', 'excluded', 'won']);
    expect([...dataset.deals.setAside]).toEqual([1]);
    expect(warnings(dataset, 'set_aside')).toHaveLength(1);
  });

  it('are none where the column mostly holds something else, or a day that most rows have', async () => {
    expect(outcomes(await read(table('Deleted', 'lea', 'tom', 'ines')))).toEqual(['won', 'won', 'won']);
    expect(outcomes(await read(table('Deletion date', '2030-01-01', '2030-01-02', '')))).toEqual(['won', 'won', 'won']);
    expect(outcomes(await read(table('deleted_by', 'yes', 'no', 'yes')))).toEqual(['won', 'won', 'won']);
  });

  it('are none in an archive that most won deals have gone to', async () => {
    expect(outcomes(await read(table('Archived', 'yes', 'yes', 'no')))).toEqual(['won', 'won', 'won']);
  });

  it('are none where the user says what the column is', async () => {
    const dataset = await read(table('Deleted', 'yes', 'no', 'no'), { type: 'Deleted' });
    expect(outcomes(dataset)).toEqual(['won', 'won', 'won']);
  });
});
