/**
 * A CSV of invented deals of any size, clean or as exports are. The same count gives the same bytes. Written in pieces:
 * memory stays the same for five million rows.
 */
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';

export const COLUMNS = [
  'Deal ID',
  'Deal Name',
  'Account Name',
  'Owner',
  'Region',
  'Source',
  'Stage',
  'Amount',
  'Currency',
  'Probability',
  'Created Date',
  'Closed Date',
  'Expected Close Date',
  'Notes',
] as const;

const SEED = 20_240_612;
const OWNERS = 200;
const REGIONS = ['North', 'South', 'East', 'West', 'Centre'];
const SOURCES = ['Web', 'Referral', 'Event', 'Outbound', 'Partner', 'Inbound call'];
const OPEN_STAGES = ['Qualification', 'Needs Analysis', 'Proposal', 'Negotiation'];
const WORDS =
  'call asked offer, price "list" plant valve order later budget next year, site visit sent quote, delay'.split(' ');
/** 2022-01-01 and 2025-12-31 as days since 1970: the range of creation dates and the snapshot. */
const FIRST_DAY = 18_993;
const SNAPSHOT = 20_453;

export const FILES = 'bench/data';

/**
 * `clean`: every id once, names and days written one way. `dirty`: as exports are; see `soil`. `repeated`: dirty, and one
 * row in a thousand stands twice, equal in every cell, beside the count of rows that was asked for.
 */
export type Condition = 'clean' | 'dirty' | 'repeated';

/** Where the deals of a size lie. */
export function fileOf(rows: number, condition: Condition): string {
  return `${FILES}/${condition === 'clean' ? '' : `${condition}-`}deals-${rows}.csv`;
}

export async function generate(rows: number, file: string, condition: Condition): Promise<void> {
  mkdirSync(dirname(file), { recursive: true });
  const out = createWriteStream(file, { highWaterMark: 1 << 20 });
  const random = mulberry32(SEED);
  const customers = Math.max(10, Math.round(rows / 18));
  let piece = `${COLUMNS.join(',')}\r\n`;
  let before = '';
  for (let index = 0; index < rows; index++) {
    const cells = deal(index, customers, random);
    if (condition !== 'clean') soil(cells, index, before, random);
    before = cells[2] ?? '';
    const line = `${cells.join(',')}\r\n`;
    piece += condition === 'repeated' && index % 1000 === 250 ? line + line : line;
    if (piece.length < 1 << 18) continue;
    if (!out.write(piece)) await new Promise<void>((resolve) => out.once('drain', resolve));
    piece = '';
  }
  out.end(piece);
  await finished(out);
}

function deal(index: number, customers: number, random: () => number): string[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const created = FIRST_DAY + Math.floor(random() * (SNAPSHOT - FIRST_DAY));
  const cycle = Math.floor(5 + random() * random() * 280);
  const closed = created + cycle;
  const won = random() < 0.42;
  const open = closed > SNAPSHOT;
  const customer = Math.floor(random() * random() * customers);
  // Two per cent of the amounts are missing, a tenth of the rest are written as `"$12,345.67"`.
  const amount = (200 + Math.floor(random() ** 3 * 9_000_000)) / 100;
  const form = random();
  const money = form < 0.02 ? '' : form < 0.12 ? `"$${grouped(amount)}"` : amount.toFixed(2);
  return [
    `D-${String(index + 1).padStart(8, '0')}`,
    `Order ${Math.floor(random() * 90_000)} for plant ${Math.floor(random() * 300)}`,
    `Customer ${customer + 1}`,
    `Rep ${Math.floor(random() * OWNERS) + 1}`,
    pick(REGIONS),
    pick(SOURCES),
    open ? pick(OPEN_STAGES) : won ? 'Closed Won' : 'Closed Lost',
    money,
    'USD',
    open ? String(Math.floor(random() * 9 + 1) * 10) : won ? '100' : '0',
    iso(created),
    open ? '' : iso(closed),
    open ? iso(closed) : '',
    notes(random),
  ];
}

const PLACES = ['Zürich', 'İzmir', 'تهران', 'Łódź', 'Málaga', '東京'];

/**
 * Makes a row as exports are: one in a thousand carries the id of the row before with facts of its own, another
 * customer among them, so that both are deals; amounts are blank or a word that is none, and with the sign of another
 * currency than the column says; three currencies, names and notes beyond ASCII, line breaks in cells, time stamps,
 * blank owners.
 */
function soil(cells: string[], index: number, customerBefore: string, random: () => number): void {
  const at = (column: number): string => cells[column] ?? '';
  const place = PLACES[Math.floor(random() * PLACES.length)] ?? '';
  if (random() < 0.1) cells[1] = `"${at(1)} – ${place},\nphase 2"`;
  if (Number(at(2).slice('Customer '.length)) % 7 === 0)
    cells[2] = `${at(2)} ${PLACES[at(2).length % PLACES.length] ?? ''}`;
  if (index % 1000 === 500 && at(2) !== customerBefore) cells[0] = `D-${String(index).padStart(8, '0')}`;
  if (random() < 0.02) cells[3] = '';
  const form = random();
  if (form < 0.08) cells[7] = '';
  else if (form < 0.0805) cells[7] = 'tbd';
  const currency = random();
  if (currency < 0.4) cells[8] = currency < 0.25 ? 'EUR' : 'GBP';
  for (const column of [10, 11]) if (at(column) !== '') cells[column] = stamped(at(column), random);
  if (random() < 0.2) cells[13] = `"${place}: ${at(13).replace(/^"|"$/g, '')}"`;
}

/** `2024-05-06` → `2024-05-06 13:45:10`, within working hours. */
function stamped(day: string, random: () => number): string {
  const second = 8 * 3600 + Math.floor(random() * 10 * 3600);
  return `${day} ${new Date(second * 1000).toISOString().slice(11, 19)}`;
}

/** Free text of 0 to 20 words: commas, quotes and, in one of eight, a newline. */
function notes(random: () => number): string {
  const count = Math.floor(random() * 21);
  let text = '';
  for (let word = 0; word < count; word++) {
    text += `${word === 0 ? '' : ' '}${WORDS[Math.floor(random() * WORDS.length)] ?? ''}`;
  }
  if (random() < 0.125) text += '\nsecond line';
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** 12345.67 → `12,345.67`. */
function grouped(amount: number): string {
  return amount.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
}

function iso(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** A small seeded generator (Tommy Ettinger's mulberry32). */
export function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
