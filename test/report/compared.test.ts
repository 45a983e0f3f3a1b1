import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { load, report } from '../../src/index.js';
import type { Dataset } from '../../src/model/dataset.js';
import { takenDays } from '../../src/report/compared.js';
import { reportSchema } from '../../src/report/schema.js';
import { compareTexts } from '../support/compare-texts.js';
import { day } from '../support/deals.js';
import { workplace } from '../support/workplace.js';

const HEADER = 'Deal ID,Deal Name,Stage,Amount,Currency,Close Date,Create Date,Owner\n';
const OLD = `${HEADER}1,Alpha,Proposal,1000,EUR,2025-03-10,2025-01-05,Ann
2,Beta,Negotiation,2000,EUR,2025-02-15,2025-01-08,Bob
3,Gamma,Closed Won,500,EUR,2025-01-20,2025-01-02,Ann
`;
const NEW = `${HEADER}1,Alpha,Proposal,1500,EUR,2025-04-10,2025-01-05,Ann
2,Beta,Closed Won,2000,EUR,2025-02-15,2025-01-08,Bob
3,Gamma,Closed Won,500,EUR,2025-01-20,2025-01-02,Ann
4,Delta,Proposal,700,EUR,2025-05-01,2025-02-20,Ann
`;
const ACCOUNTS = 'Company name,Industry,Country\nAcme,Steel,DE\nBolt,Food,FR\n';

const snapshotsOf = (document: Awaited<ReturnType<typeof compareTexts>>) =>
  document.changes?.snapshots.map(({ files, taken, takenFrom, records, open, won, openAmount }) => ({
    ...{ files: files.map((file) => basename(file)), taken, takenFrom, records, open, won, openAmount },
  }));
const codes = ({ warnings }: { warnings: readonly { readonly code: string }[] }) => warnings.map(({ code }) => code);

describe('exports that are compared', () => {
  it('are a document of two sections, as of the newest day, with what each export holds', async () => {
    const document = await compareTexts({ 'old.csv': OLD, 'new.csv': NEW });
    expect(() => reportSchema.parse(document)).not.toThrow();
    expect(document).toMatchObject({ asOf: '2025-02-20', comparedTo: null, currency: 'EUR', kpis: [], quality: null });
    expect(document.changes).not.toBeNull();
    expect(document.why).not.toBeNull();
    // Open before: 1,000 + 2,000; now 1,500 + 700.
    expect(snapshotsOf(document)).toEqual([
      {
        ...{ files: ['old.csv'], taken: '2025-01-20', takenFrom: 'data' },
        ...{ records: 3, open: 2, won: 1, openAmount: 3000 },
      },
      {
        ...{ files: ['new.csv'], taken: '2025-02-20', takenFrom: 'data' },
        ...{ records: 4, open: 2, won: 2, openAmount: 2200 },
      },
    ]);
    expect(document.sources.map(({ file }) => basename(file))).toEqual(['old.csv', 'new.csv']);
  });

  it('are the same document in whatever order they are given, but for the word that it was changed', async () => {
    const { warnings, ...usual } = await compareTexts({ 'old.csv': OLD, 'new.csv': NEW });
    const { warnings: said, ...other } = await compareTexts({ 'new.csv': NEW, 'old.csv': OLD });
    const withoutFolders = (document: object) => JSON.stringify(document).replaceAll(/[^"]*kpi-exports-[^/"]*\//g, '');
    expect(withoutFolders(other)).toEqual(withoutFolders(usual));
    expect(codes({ warnings: said })).toEqual(['snapshots_reordered', ...codes({ warnings })]);
  });

  it('take the days that are said, in the order of the files, which may turn them round', async () => {
    const said = await compareTexts({ 'old.csv': OLD, 'new.csv': NEW }, { taken: ['1403-11-12', '2025-02-28'] });
    expect(snapshotsOf(said)?.map(({ taken, takenFrom }) => [taken, takenFrom])).toEqual([
      ['2025-01-31', 'said'],
      ['2025-02-28', 'said'],
    ]);
    expect(said.asOf).toBe('2025-02-28');
    const turned = await compareTexts({ 'old.csv': OLD, 'new.csv': NEW }, { taken: ['2025-03-31', '2025-02-28'] });
    expect(snapshotsOf(turned)?.map(({ files }) => files)).toEqual([['new.csv'], ['old.csv']]);
  });

  it('go each with the files that hold anything else', async () => {
    const withAccounts = (text: string) =>
      text
        .replace('Owner\n', 'Owner,Company name\n')
        .replaceAll('Ann\n', 'Ann,Acme\n')
        .replaceAll('Bob\n', 'Bob,Bolt\n');
    const document = await compareTexts(
      { 'old.csv': withAccounts(OLD), 'accounts.csv': ACCOUNTS, 'new.csv': withAccounts(NEW) },
      { by: ['Industry'] },
      { 'accounts.csv': 'customers' },
    );
    expect(snapshotsOf(document)?.map(({ files, records }) => [files, records])).toEqual([
      [['old.csv'], 3],
      [['new.csv'], 4],
    ]);
    // Told once, though it was read with both.
    expect(document.sources.map(({ file }) => basename(file)).sort()).toEqual(['accounts.csv', 'new.csv', 'old.csv']);
  });

  it('may be packed, or of orders where no file holds deals', async () => {
    const packed = await compareTexts({ 'old.csv.gz': gzipSync(OLD), 'new.csv': NEW });
    expect(snapshotsOf(packed)?.map(({ records }) => records)).toEqual([3, 4]);
    const orders = (rows: string) => `Order ID,Customer,Order Date,Total\n${rows}`;
    const sold = await compareTexts(
      { 'a.csv': orders('1,Acme,2025-01-05,10\n'), 'b.csv': orders('1,Acme,2025-01-05,10\n2,Bolt,2025-02-05,20\n') },
      {},
      { 'a.csv': 'orders', 'b.csv': 'orders' },
    );
    expect(snapshotsOf(sold)?.map(({ files, won }) => [files, won])).toEqual([
      [['a.csv'], 1],
      [['b.csv'], 2],
    ]);
  });

  it('take what is said of a column from those that have it, and refuse what none has', async () => {
    const other = NEW.replace('Amount', 'Worth');
    const document = await compareTexts({ 'old.csv': OLD, 'new.csv': other }, { mapping: { amount: 'Worth' } });
    expect(snapshotsOf(document)?.map(({ openAmount }) => openAmount)).toEqual([3000, 2200]);
    await expect(compareTexts({ 'old.csv': OLD, 'new.csv': NEW }, { mapping: { amount: 'Price' } })).rejects.toThrow(
      expect.objectContaining({ code: 'unknown_column' }),
    );
  });

  it('are each narrowed, and the one is named that a condition empties or cannot be asked', async () => {
    const late = await compareTexts({ 'old.csv': OLD, 'new.csv': NEW }, { where: 'created_at >= 2025-02-01' });
    expect(snapshotsOf(late)?.map(({ records }) => records)).toEqual([0, 1]);
    expect(late.warnings.filter(({ code }) => code === 'snapshots_empty').map(({ args }) => args)).toEqual([
      { files: [expect.stringContaining('old.csv')], where: true },
    ]);
    const bare = NEW.split('\n')
      .map((line) => line.split(',').slice(0, 7).join(','))
      .join('\n');
    await expect(compareTexts({ 'old.csv': OLD, 'new.csv': bare }, { where: 'owner = Ann' })).rejects.toMatchObject({
      code: 'unknown_column',
      place: { file: expect.stringContaining('new.csv') },
    });
  });

  it('count a relative period from the newest day, not from any clock', async () => {
    const { period } = await compareTexts({ 'old.csv': OLD, 'new.csv': NEW }, { period: 'this-quarter' });
    expect(period).toMatchObject({ label: '2025-Q1', countedFrom: '2025-02-20' });
  });

  it('are converted at the rates of the newest day, both: a rate that moved is no growth', async () => {
    const rates = {
      to: 'USD',
      rates: [
        { currency: 'EUR', rate: 1.5, from: day('2025-01-01') },
        { currency: 'EUR', rate: 2, from: day('2025-02-10') },
      ],
    };
    const document = await compareTexts({ 'old.csv': OLD, 'new.csv': NEW }, { rates });
    // 3,000 EUR and 2,200 EUR at 2.
    expect(snapshotsOf(document)?.map(({ openAmount }) => openAmount)).toEqual([6000, 4400]);
    expect(document).toMatchObject({ currency: 'USD', currencies: ['USD'] });
    expect(codes(document)).toContain('converted');
  });

  it('name all their currencies where these changed', async () => {
    const document = await compareTexts({ 'old.csv': OLD, 'new.csv': NEW.replaceAll('EUR', 'USD') });
    expect(document).toMatchObject({ currency: null, currencies: ['EUR', 'USD'] });
  });

  it('are two or more: else what is missing is said', async () => {
    await expect(compareTexts({ 'old.csv': OLD })).rejects.toMatchObject({ code: 'exports_too_few' });
    await expect(
      compareTexts({ 'old.csv': OLD, 'accounts.csv': ACCOUNTS }, {}, { 'accounts.csv': 'customers' }),
    ).rejects.toMatchObject({
      code: 'exports_too_few',
      args: { exports: [expect.stringContaining('old.csv')], others: [{ role: 'customers' }] },
    });
  });

  it('have a day said for each, or for none', () => {
    const two = [{ sources: [] }, { sources: [] }] as unknown as Dataset[];
    expect(takenDays([], two)).toEqual([null, null]);
    expect(takenDays(['2025-01-31', '1403-12-10'], two)).toEqual([day('2025-01-31'), day('2025-02-28')]);
    expect(() => takenDays(['2025-01-31'], two)).toThrow(expect.objectContaining({ code: 'taken_count' }));
    expect(() => takenDays(['2025-01-31', '2025-02-30'], two)).toThrow(
      expect.objectContaining({ code: 'invalid_day' }),
    );
  });
});

describe('a report with an earlier export', () => {
  const place = workplace();

  it('has the section, and is otherwise the report that it was', async () => {
    place.put('old.csv', OLD);
    place.put('new.csv', NEW);
    const files = [{ path: place.at('new.csv') }];
    const asked = { today: day('2025-06-30') };
    const usual = report(await load({ files }), asked);
    const loaded = await load({ files, earlier: [place.at('old.csv')] });
    const { changes, sources, ...others } = report(loaded, asked);
    expect(others).toEqual({ ...usual, changes: undefined, sources: undefined });
    expect(changes?.snapshots.map(({ taken }) => taken)).toEqual(['2025-01-20', '2025-02-20']);
    expect(sources.map(({ file }) => basename(file))).toEqual(['new.csv', 'old.csv']);
    expect(usual.changes).toBeNull();
  });

  it('takes the days of the earlier ones alone', async () => {
    place.put('old.csv', OLD);
    place.put('new.csv', NEW);
    const loaded = await load({ files: [{ path: place.at('new.csv') }], earlier: [place.at('old.csv')] });
    const asked = { today: day('2025-06-30'), kpis: ['win_rate'] };
    const { changes, kpis } = report(loaded, { ...asked, taken: ['2025-01-31'] });
    expect(changes?.snapshots.map(({ taken, takenFrom }) => [taken, takenFrom])).toEqual([
      ['2025-01-31', 'said'],
      ['2025-02-20', 'data'],
    ]);
    expect(kpis.map(({ id }) => id)).toEqual(['win_rate']);
    expect(() => report(loaded, { ...asked, taken: ['2025-01-31', '2025-02-28'] })).toThrow(
      expect.objectContaining({ code: 'taken_count' }),
    );
  });

  it('says that there is none where the section is asked for without', async () => {
    const { changes } = report(await load({ files: [{ path: place.at('deals.csv') }] }), {
      today: day('2025-12-31'),
      sections: ['changes'],
    });
    expect(changes).toMatchObject({ reason: 'no_earlier_export', pairs: [], matching: null });
  });
});

describe('an export without a column that says which deals are open', () => {
  it('is not compared: its deals did not leave the pipeline', async () => {
    const bare = NEW.replace('Stage', 'Note').replaceAll('Closed Won', 'x');
    const document = await compareTexts({ 'old.csv': OLD, 'new.csv': bare });
    expect(document.changes).toMatchObject({ reason: 'missing_field:outcome', pairs: [], headline: [], deals: [] });
    expect(document.why).toMatchObject({ reason: 'missing_field:outcome', changes: [] });
    expect(document.changes?.snapshots.map(({ openAmount }) => openAmount)).toEqual([3000, null]);
    expect(codes(document)).toContain('snapshots_other_fields');
  });
});
