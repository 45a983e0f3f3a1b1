import { describe, expect, it } from 'vitest';
import { columnNames, findHeader } from '../../src/load/header.js';

const unknown = (): number => 0;

/** Index of the header in a table literal: rows by line, cells by comma. */
function headerOf(table: string, score: (cells: readonly string[]) => number = unknown): number {
  const rows = table.split('\n').map((line, index) => ({ cells: line.split(','), row: index + 1 }));
  return findHeader(rows, score);
}

describe('the header', () => {
  it('is the first row of an ordinary table', () => {
    expect(headerOf('id,name,amount\n1,Alpha,5\n2,Beta,6')).toBe(0);
  });

  it('is the first row of a table of nothing but text', () => {
    expect(headerOf('name,stage,owner\nAlpha,Won,Sara\nBeta,Lost,Omid')).toBe(0);
  });

  it('is below titles, filters, blank rows and a row of groups', () => {
    expect(
      headerOf('Deals\nFiltered by,Stage is Won\n\nDeal,,,Customer,\nid,amount,closed,name,city\n1,5,2024-01-05,A,X'),
    ).toBe(4);
  });

  it('may have columns without a name', () => {
    expect(headerOf('id,,amount,\n1,x,5,2024-01-05\n2,y,6,2024-01-06')).toBe(0);
  });

  it('may name numbers: a row of years above numbers is one if the caller knows it', () => {
    const known = (cells: readonly string[]): number => (cells.includes('account') ? 0.5 : 0);
    expect(headerOf('account,owner,stage,2023\nA,Sara,Won,5', known)).toBe(0);
  });

  it('is the row that the caller knows best', () => {
    const known = (cells: readonly string[]): number => (cells.includes('Deal Name') ? 1 : 0);
    expect(headerOf('Alpha,Beta,Gamma\nx,y,z\nDeal Name,Stage,Owner\nA,Won,Sara', known)).toBe(2);
  });

  it('is missing when the first row is a record', () => {
    expect(headerOf('1,Alpha,2024-01-05,5000\n2,Beta,2024-02-05,600')).toBe(-1);
    expect(headerOf('D1,Alpha,Won,2024-01-05\nD2,Beta,Lost,2024-02-05')).toBe(-1);
  });

  it('is not a later record with gaps when the first row is a record', () => {
    expect(
      headerOf('1,Alpha,2024-01-05,5000\n2,Beta,n/a,unknown\n3,Gamma,2024-01-07,7000\n4,Eps,2024-01-08,8000'),
    ).toBe(-1);
  });

  it.each([
    ['a date over dates', 'Acme,2024-01-03,Won\nBeta,2024-02-03,Lost\nGamma,2024-03-03,Won'],
    ['a date over dates, one of which is open', 'Acme,2024-01-03,Won\nBeta,,Lost\nGamma,2024-03-03,Won'],
    ['a number over numbers', 'Acme,Sara,Won,1200\nBeta,Omid,Lost,300\nGamma,Sara,Won,50'],
    ['an amount of money over such', 'Acme,Sara,€ 900,Won\nBeta,Omid,€ 300,Lost\nGamma,Sara,€ 50,Won'],
    ['a date in words', 'Acme,3 Jan 2024,Won\nBeta,4 Feb 2024,Lost'],
    ['a Persian number', 'آلفا,سارا,۱۲۰۰,برنده\nبتا,امید,۳۰۰,باخته\nگاما,سارا,۵۰,برنده'],
  ])('is missing over %s, whatever the caller knows', (_, table) => {
    expect(headerOf(table)).toBe(-1);
    expect(headerOf(table, (cells) => (cells.includes('Won') || cells.includes('برنده') ? 0.6 : 0))).toBe(-1);
  });

  it('may hold dates over numbers, and years over numbers', () => {
    const known = (cells: readonly string[]): number => (cells.includes('Owner') ? 0.4 : 0);
    expect(headerOf('Owner,Stage,Region,2024-01-31,2024-02-29\nSara,Won,EU,5,7\nOmid,Lost,US,6,8', known)).toBe(0);
    expect(headerOf('Owner,Region,2023,2024\nSara,EU,500,700\nOmid,US,600,800', known)).toBe(0);
  });

  it('is no title that its commas made wider than the table', () => {
    const table = 'id,name,amount,closed\nD1,Alpha,5,2024-01-05\nD2,Beta,6,2024-02-05\nD3,Gamma,7,2024-03-05';
    expect(headerOf(`Deals won, lost, open, by owner, for Sara, in May\n${table}`)).toBe(1);
    expect(headerOf(`Deals won, lost, open, by owner, for Sara, in May\n\n${table}`)).toBe(2);
    // A header is wider than its records where these leave out what is empty.
    expect(headerOf('id,name,amount,closed,note,owner\nD1,Alpha,5,2024-01-05\nD2,Beta,6,2024-02-05')).toBe(0);
    expect(headerOf('name,stage,owner\nAlpha,Won\nBeta,Lost')).toBe(0);
  });

  it('is no row of sums above it', () => {
    const table = 'code,who,worth,pieces\nD1,Alpha,5,1\nD2,Beta,6,2\nD3,Gamma,7,1';
    for (const sums of ['Total,,18,4', ',,18,4', 'Sum:,,18,4', 'جمع کل,,18,4', '3,3,18,4', 'Gesamt,,"18",4']) {
      expect(headerOf(`${sums.replaceAll('"', '')}\n${table}`), sums).toBe(1);
      expect(headerOf(`My deals\n${sums.replaceAll('"', '')}\n\n${table}`), sums).toBe(3);
    }
  });

  it('is the only row of a file without records', () => {
    expect(headerOf('id,amount')).toBe(0);
    expect(headerOf('Report\n\nid,amount,stage')).toBe(2);
  });

  it('of one column is its first cell', () => {
    expect(headerOf('amount\n5\n6')).toBe(0);
    expect(headerOf('5\n6\n7')).toBe(-1);
  });
});

describe('column names', () => {
  it('are trimmed, and blank ones are named by position', () => {
    expect(columnNames([' id ', '', '\u00a0amount'])).toEqual({ names: ['id', 'Column 2', 'amount'], duplicates: [] });
  });

  it('are never equal', () => {
    expect(columnNames(['a', 'a #2', 'a', 'Column 5', '']).names).toEqual([
      'a',
      'a #2',
      'a #3',
      'Column 5',
      'Column 5 #2',
    ]);
  });
});
