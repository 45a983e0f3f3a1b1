import { describe, expect, it } from 'vitest';
import { bestRegion, isOtherTable, profileOf, tableRegions } from '../../src/load/several-tables.js';

const unknown = (): number => 0;
const cellsOf = (text: string): string[][] => text.split('\n').map((line) => line.split(','));

/** First rows of the regions of a table literal: rows by line, cells by comma. */
function starts(text: string): number[] {
  const rows = cellsOf(text).map((cells, index) => ({ cells, row: index + 1 }));
  return tableRegions(rows, unknown).map((region) => region.rows[0]?.row ?? 0);
}

const DEALS = 'id,name,stage,amount\nD1,Alpha,Won,100\nD2,Beta,Lost,200';

describe('tables in one file', () => {
  it.each([
    ['narrower', 'owner,target\nSara,500'],
    ['wider', 'owner,team,region,quarter,target\nSara,North,EU,Q1,500'],
    ['as wide', 'owner,target,team,quarter\nSara,500,North,Q1'],
  ])('begin below a blank row with a header of their own: %s', (_, other) => {
    expect(starts(`${DEALS}\n\n${other}`)).toEqual([1, 5]);
  });

  it.each([
    ['records', 'D3,Gamma,Won,300'],
    ['a record without a number', 'D3,Gamma,Won,TBD\nD4,Delta,Won,400'],
    ['totals and footers', 'Total,,,300\nConfidential Information'],
    ['the header again', 'id,name,stage,amount\nD3,Gamma,Won,300'],
    ['the name of a group', 'Next month\nid,name,stage,amount\nD3,Gamma,Won,300'],
    ['words only', 'stage,meaning\nWon,closed'],
  ])('do not begin with %s', (_, below) => {
    expect(starts(`${DEALS}\n\n${below}`)).toEqual([1]);
  });

  it('do not begin where no row is blank', () => {
    expect(starts(`${DEALS}\nowner,target\nSara,500`)).toEqual([1]);
  });

  it('do not count what stands above the header: titles, filters', () => {
    expect(starts(`Report\nStage,Won\n\n${DEALS}`)).toEqual([1]);
  });

  it('of which the one with the most rows under known names is read', () => {
    const rows = cellsOf(`a,b,count\nx,y,1\nx,y,2\nx,y,3\n\n${DEALS}`).map((cells, index) => ({
      cells,
      row: index + 1,
    }));
    const known = (cells: readonly string[]): number => (cells.includes('stage') ? 0.5 : 0);
    expect(bestRegion(tableRegions(rows, unknown), unknown)).toBe(0);
    expect(bestRegion(tableRegions(rows, known), known)).toBe(1);
  });
});

describe('rows below a blank row', () => {
  const table = profileOf(['name', 'owner', 'amount'], cellsOf('Alpha,Sara,100\nBeta,Omid,200'));

  it('are records where they fit the table, even if the first lacks its number', () => {
    expect(isOtherTable(cellsOf('Gamma,Lina,later\nDelta,Omid,400'), table, unknown)).toBe(false);
  });

  it('are another table where the caller knows the first as a header', () => {
    expect(isOtherTable(cellsOf('Gamma,Lina,later\nDelta,Omid,400'), table, () => 0.4)).toBe(true);
  });

  it('are records where the first has a value of the table, whatever stands below', () => {
    expect(isOtherTable(cellsOf('Gamma,Sara,later\nx,y,z'), table, () => 1)).toBe(false);
  });
});

describe('a few rows of words below a blank row', () => {
  const tiny = profileOf(['Deal Name', 'Stage', 'Amount'], cellsOf('A,Won,5\nB,Lost,7'));

  it.each([
    ['words where the table above has numbers', 'Team,Head,City\nNorth,Ann,Oslo'],
    ['in another script', 'تیم,مدیر,شهر\nشمال,سارا,تهران'],
    ['several rows', 'Team,Head,City\nNorth,Ann,Oslo\nSouth,Bo,Rome\nWest,Cy,Bonn'],
    ['some cells missing', 'Team,Head,City\nNorth,,Oslo\nSouth,Bo,'],
    ['more columns', 'Team,Head,,City\nNorth,Ann,,Oslo'],
    ['a value of the table above below the name of its column', 'Stage,Meaning,Owner\nLost,gone,Ann'],
  ])('are another table: %s', (_, text) => {
    expect(isOtherTable(cellsOf(text), tiny, unknown)).toBe(true);
  });

  it.each([
    ['no number known', 'C,Proposal,\nD,Negotiation,'],
    ['stages of the table', 'C,Won,on request\nD,Lost,to be agreed'],
    ['a stage of the table in one of them', 'C,Proposal,Unpriced\nD,Won,Later'],
    ['words for a number to come', 'C,Proposal,TBD\nD,Negotiation,n/a'],
    ['the same word for it again', 'C,Proposal,Unpriced\nD,Negotiation,Unpriced'],
    ['a word written as cells are', 'C,Proposal,on request\nD,Negotiation,to be agreed'],
    ['a number in one of them', 'C,Proposal,Later\nD,Negotiation,Later\nE,Proposal,500'],
    ['one row alone', 'C,Proposal,Later'],
    ['a title below', 'C,Proposal,Later\nPrinted on Monday,,'],
    ['fewer columns', 'C,Proposal\nD,Negotiation'],
  ])('are records: %s', (_, text) => {
    expect(isOtherTable(cellsOf(text), tiny, unknown)).toBe(false);
  });

  it('are another table where half of the names are known, and records otherwise, if the table above holds words too', () => {
    const words = profileOf(['Deal', 'Stage', 'Contact'], cellsOf('Alpha,Won,Sara\nBeta,Lost,Omid'));
    const block = cellsOf('Team,Head,City\nNorth,Ann,Oslo');
    expect(isOtherTable(block, words, unknown)).toBe(false);
    expect(isOtherTable(block, words, () => 0.34)).toBe(false);
    expect(isOtherTable(block, words, () => 0.5)).toBe(true);
  });

  it('begin a table of their own in a file', () => {
    expect(starts('Deal Name,Stage,Amount\nA,Won,5\nB,Lost,7\n\nTeam,Head,City\nNorth,Ann,Oslo')).toEqual([1, 5]);
  });
});
