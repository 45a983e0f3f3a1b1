import { ARCHIVED_COLUMNS, DELETED_COLUMNS } from '../src/crm/deleted-columns.js';

/** How the outcome of a deal is decided, whatever the CRM: part of the page about CRMs. */
export function outcomeSection(): string {
  return `## What became of a deal

Every deal is won, lost, open or excluded. What decides, in this order and whatever the preset:

1. Flags: \`is_won\` true is won; \`is_closed\` false is open, where some deals are closed by it; closed and not won is lost.
2. What is known of the status: what \`--stage\` says of it, the preset, a word of the list below.
3. The day on which it was won or lost.
4. What is known of the stage.
5. \`is_won\` false: lost with a day of closing, open without one.
6. A probability of 100 or 0 %. One between says nothing; 0 % says nothing where every deal has it, or of a row that is a
   lead; and where the name of the stage is a guess, only 100 % on every deal of that name says more than the guess.
7. Guesses: a name that nobody knows is open where nothing in it ends a deal and the file tells otherwise which deals
   have ended. Where no name and no column tells that, it is excluded and asked about. A guess yields to every sign of an
   end: a flag or a status "Closed", the day on which the deal was actually closed. Such a deal is excluded, keeps its
   day, and counts in the bounds of the win rate.

\`kpi inspect\` lists every name with what it was taken for and why; \`assumed_open\` warns of guesses where the names tell
only one of won and lost, \`unknown_outcome\` of deals that stay in question. \`--stage "NAME=won|lost|open|excluded"\`
settles a name.

Names are understood in English, Persian, Arabic, German, French, Spanish, Portuguese, Italian, Dutch, Polish, Russian,
Turkish, Chinese, Japanese, Czech, Swedish, Danish, Norwegian, Finnish, Hungarian, Romanian, Greek, Ukrainian, Korean,
Hebrew, Indonesian and Vietnamese. Numbers, letters and shares around them are taken off (\`07 - Won\`, \`H. Lost\`,
\`[3] Lost\`, \`Won (100 %)\`, \`C6:WON\`), and a name may begin or end in the word (\`Project Won\`, \`Lost to Acme\`,
\`Auftrag verloren\`, \`Chiusa vinta\`). \`Won back attempt\`, \`Almost lost\` and \`Loss analysis\` are neither. "Closed" alone
says no more than that, and "Contract signed", "Delivered" or "Paid" must be said. How far a customer has come
(\`Lead\`, \`Opportunity\`, \`Active\`) is, as a status, less than a stage that is known.

Rows in the bin are left out, and said: those with "yes" or a date under ${listed(DELETED_COLUMNS)}. So are archived rows
(${listed(ARCHIVED_COLUMNS)}), unless most of the won deals are among them. A preset's own marks come first.`;
}

const SHOWN = 6;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).map((name) => `\`${name}\``);
  return names.length > SHOWN ? `${shown.join(', ')} and the like in other languages` : shown.join(', ');
}
