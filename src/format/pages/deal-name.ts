import { data, type Words } from '../page.js';

/** What a deal is called: its name, else its id, else where it stands. */
export function dealNameWords(deal: {
  readonly name: string | null;
  readonly id: string | null;
  readonly file: string;
  readonly row: number;
}): Words {
  return [data(deal.name ?? deal.id ?? `${deal.file}:${deal.row}`)];
}
