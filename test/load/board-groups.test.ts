import { describe, expect, it } from 'vitest';
import { createGroupTracker, isGrouped } from '../../src/load/board-groups.js';

const HEADER = ['Name', 'Owner', 'Value'];
const rowsOf = (text: string) => text.split('\n').map((line, index) => ({ cells: line.split(','), row: index + 1 }));

const BOARD = rowsOf('This month\nName,Owner,Value\nAlpha,Sara,1\n\nNext month,,\nName,Owner,Value\nBeta,Omid,2');

describe('a board', () => {
  it('has groups when two headers or more have a name right above them', () => {
    expect(isGrouped(BOARD, HEADER)).toBe(true);
    expect(isGrouped(BOARD.slice(1), HEADER)).toBe(false);
    expect(isGrouped(rowsOf('Title\nName,Owner,Value\nAlpha,Sara,1\nName,Owner,Value\nBeta,Omid,2'), HEADER)).toBe(
      false,
    );
  });

  it('tells of every record which group it is in', () => {
    const groups = createGroupTracker(HEADER);
    for (const { cells, row } of BOARD) groups.see(cells, row);
    expect([groups.groupOf(3), groups.groupOf(7)]).toEqual(['This month', 'Next month']);
  });

  it('has records without a group above its first name', () => {
    const groups = createGroupTracker(HEADER);
    for (const { cells, row } of BOARD.slice(1)) groups.see(cells, row);
    expect([groups.groupOf(3), groups.groupOf(7)]).toEqual(['', 'Next month']);
  });
});
