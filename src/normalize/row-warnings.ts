import { isoDay } from '../model/civil-day.js';
import type { LoadWarning } from '../model/load-warnings.js';
import type { DealTable } from './deal-table.js';
import { lostGroups } from './grouped-report.js';
import { possibleLines } from './possible-lines.js';
import type { ReadTable } from './read-table.js';
import type { StackedDeals } from './stack-deals.js';
import { warning } from './warning.js';

/** Rows that a warning names one by one. */
const MOST_ROWS = 20;

const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

const fileOf = ({ plan }: ReadTable): string => plan.head.file;

/** What a reader must know of rows that are no deals of their own: lines of a deal, and deals in older snapshots. */
export function rowWarnings({ rows, tables, tomans, damagedIds, rowOf, lineOf }: StackedDeals): LoadWarning[] {
  const named = (index: number): string => {
    const table = tables[index];
    return table === undefined ? '' : fileOf(table);
  };
  const lines = rows.lineTables.map(({ table, deals, folded, amount, ownDays }) =>
    warning(
      'line_items',
      `${named(table)}: ${count(deals, 'deal stands', 'deals stand')} in several rows, one per product line (${count(folded, 'further row', 'further rows')}); each counts once${amount === 'line' ? ', and its amount is the sum over its lines' : ''}${ownDays ? ', created with the first and closed with the last of them' : ''}. A breakdown by a column of lines takes the line with the greatest amount${ownDays ? ' or the last closing; --repeated-ids newest or all counts them otherwise' : ''}.`,
      `${named(table)}: ${deals} معامله در چند سطر آمده است، برای هر قلم کالا یک سطر (${folded} سطر افزون)؛ هر کدام یک بار شمرده شد${amount === 'line' ? ' و مبلغش جمع قلم‌هاست' : ''}${ownDays ? ' و با نخستین قلم ایجاد و با آخرین قلم بسته شده' : ''}. تفکیک بر پایه‌ی ستون‌های قلم، قلمی با بیشترین مبلغ را می‌گیرد${ownDays ? ' یا آن که آخر بسته شده؛ با ‎--repeated-ids newest یا all جور دیگر شمرده می‌شود' : ''}.`,
      { file: named(table), role: 'deals', count: deals },
    ),
  );
  const reused = rows.shared.map(({ table, ids, deals, rows: shared, said }) =>
    warning(
      'reused_ids',
      `${named(table)}: ${count(ids, 'id stands', 'ids stand')} for several deals (${count(deals, 'deal', 'deals')} in all, with customers, outcomes or days that one deal cannot have), and each counts (--repeated-ids newest counts one row of each id, lines adds up the rows of one customer and outcome).`,
      `${named(table)}: ${ids} شناسه برای چند معامله آمده است (روی هم ${deals} معامله، با مشتری، نتیجه یا تاریخی که یک معامله نمی‌تواند داشته باشد) و هر کدام شمرده شد (--repeated-ids newest از هر شناسه یک سطر می‌شمارد و lines سطرهای یک مشتری و نتیجه را جمع می‌کند).`,
      {
        file: named(table),
        role: 'deals',
        field: 'id',
        count: deals,
        rows: shared.slice(0, MOST_ROWS).map((row) => ({ row: rowOf[row] ?? 0, line: lineOf[row] || null })),
        ...(said ? { settled: true } : {}),
      },
    ),
  );
  const carried = tables.flatMap((table) =>
    (table.carried ?? []).map(({ header, cells }) =>
      warning(
        'group_carried',
        `${fileOf(table)}: the file is a report of groups, and "${header}" stands in the first row of each group alone; ${count(cells, 'empty cell took', 'empty cells took')} the value above.`,
        `${fileOf(table)}: فایل گزارشی گروه‌بندی‌شده است و «${header}» تنها در نخستین سطر هر گروه آمده؛ ${cells} سلول خالی مقدار بالای خود را گرفت.`,
        { file: fileOf(table), role: 'deals', column: header, count: cells },
      ),
    ),
  );
  const lost = tables.flatMap((table) => {
    const groups = lostGroups(table.raw);
    if (groups === null) return [];
    const { header, rows } = groups;
    return [
      warning(
        'groups_left_out',
        `${fileOf(table)}: "${header}" is empty in every record, and ${count(rows, 'row holds', 'rows hold')} a name alone; if the names are its values, they were left out (an export with the value in every row settles it).`,
        `${fileOf(table)}: «${header}» در همه‌ی رکوردها خالی است و ${rows} سطر تنها یک نام دارد؛ اگر نام‌ها مقدار آن ستون‌اند، کنار گذاشته شده‌اند (خروجی‌ای که در هر سطر مقدار دارد آن را روشن می‌کند).`,
        { file: fileOf(table), role: 'deals', column: header, count: rows },
      ),
    ];
  });
  const maybe = tables.flatMap((table) => {
    const found = possibleLines(table);
    if (found === null) return [];
    const { further, deals, idColumn } = found;
    const option = idColumn === null ? '' : `--map id="${idColumn}"`;
    return [
      warning(
        'possible_line_items',
        `${fileOf(table)}: ${count(further, 'row agrees', 'rows agree')} with the one above in the deal's name, company, dates and everything else but products, amounts and contacts, and no column has the deal's id. They may be lines of ${count(deals, 'deal', 'deals')}, and count as deals of their own (${idColumn === null ? 'an export with the id settles it' : `${option} makes one deal of each name`}).`,
        `${fileOf(table)}: ${further} سطر جز در محصول و مبلغ و مخاطب با سطر بالایی یکی است و ستونی برای شناسه‌ی معامله نیست. شاید قلم‌های ${deals} معامله باشد؛ هر کدام یک معامله شمرده شد (${idColumn === null ? 'خروجی دارای شناسه آن را روشن می‌کند' : `${option} از هر نام یک معامله می‌سازد`}).`,
        { file: fileOf(table), role: 'deals', count: further },
      ),
    ];
  });
  const snapshots = rows.snapshots.map(({ files, several, onlyOlder }) => {
    const dated = files.map(({ file, end }) => `${named(file)}${end === null ? '' : ` (${isoDay(end)})`}`);
    const newest = named(files.at(-1)?.file ?? 0);
    return warning(
      'snapshots',
      `${dated.join(', ')} hold the same deals at different dates: ${count(several, 'deal stands', 'deals stand')} in several of them and ${several === 1 ? 'counts' : 'count'} once, as in ${newest}${onlyOlder === 0 ? '' : `; ${count(onlyOlder, 'stands', 'stand')} in an older one only and ${onlyOlder === 1 ? 'counts' : 'count'} as there`}.`,
      `${dated.join('، ')} همان معامله‌ها در تاریخ‌های گوناگون‌اند: ${several} معامله در چند فایل آمده است و یک بار، آن‌گونه که در ${newest} است، شمرده شد${onlyOlder === 0 ? '' : `؛ ${onlyOlder} معامله تنها در فایل کهنه‌تر هست و همان‌گونه شمرده شد`}.`,
      { file: newest, role: 'deals', count: several },
    );
  });
  const units =
    tomans === 0
      ? []
      : [
          warning(
            'tomans',
            `${count(tomans, 'amount in toman was', 'amounts in toman were')} taken as rials (ten to one), because both units are written.`,
            `${tomans} مبلغ به تومان، چون هر دو واحد نوشته شده، به ریال (ده برابر) درآمد.`,
          ),
        ];
  const ids =
    damagedIds === 0
      ? []
      : [
          warning(
            'damaged_ids',
            `${count(damagedIds, 'deal id was', 'deal ids were')} destroyed by a spreadsheet (4.2E+17, or zeros after the fifteenth digit), so no row was taken for a repeat of another. Export again and open the file as text.`,
            `${damagedIds} شناسه‌ی معامله در نرم‌افزار صفحه‌گسترده خراب شده است (مانند 4.2E+17)، پس هیچ سطری تکراری به‌شمار نیامد. دوباره خروجی بگیرید.`,
          ),
        ];
  return [...carried, ...lost, ...lines, ...reused, ...maybe, ...snapshots, ...units, ...ids];
}

/** What the user said of columns with no effect: no file that was given holds records with that field. */
export function unheardWarnings(tables: readonly ReadTable[]): LoadWarning[] {
  const roles = [...new Set(tables.map(({ plan }) => plan.role))].join(', ');
  return tables.flatMap(({ plan }) =>
    (plan.unheard ?? []).map(({ key, column }) =>
      warning(
        'map_without_effect',
        `--map ${key}="${column}" has no effect: the files hold ${roles}, which have no ${key.replace(/^.*\./, '')} (\`kpi list fields\` shows what each can have).`,
        `--map ${key}="${column}" اثری ندارد: فایل‌ها ${roles} دارند که ${key.replace(/^.*\./, '')} ندارد (\`kpi list fields\` فیلدها را نشان می‌دهد).`,
      ),
    ),
  );
}

/** Orders that count as sales though they are not paid or sent yet. */
export function waitingWarnings(
  tables: readonly ReadTable[],
  parts: readonly Pick<DealTable, 'waiting'>[],
): LoadWarning[] {
  return tables.flatMap((table, index) => {
    const waiting = parts[index]?.waiting ?? [];
    const [first] = waiting;
    if (first === undefined) return [];
    const rows = waiting.reduce((sum, one) => sum + one.rows, 0);
    const values = [...new Set(waiting.map(({ value }) => value))].slice(0, 5).map((value) => `"${value}"`);
    return [
      warning(
        'orders_waiting',
        `${fileOf(table)}: ${count(rows, 'row is', 'rows are')} not paid or sent yet ("${first.column}": ${values.join(', ')}) and ${rows === 1 ? 'counts' : 'count'} as sales.`,
        `${fileOf(table)}: ${rows} سطر هنوز پرداخت یا ارسال نشده است (ستون «${first.column}»: ${values.join('، ')}) و فروش به‌شمار آمد.`,
        { file: fileOf(table), column: first.column, count: rows },
      ),
    ];
  });
}

/** What a reader must know of orders: `apart` where they stand beside deals, `asDeals` where they are the deals. */
export function orderWarnings(
  apart: { readonly tables: readonly ReadTable[]; readonly orders: number; readonly deals: number },
  asDeals: readonly ReadTable[],
): LoadWarning[] {
  const list = (tables: readonly ReadTable[]): string => tables.map(fileOf).join(', ');
  const files = list(apart.tables);
  return [
    ...(apart.tables.length === 0
      ? []
      : [
          warning(
            'customers_from_orders',
            `The customer figures (customers, new customers, retention, repeat purchases, lifetime value) come from the orders of ${files}; all others come from the deals.`,
            `شاخص‌های مشتری (تعداد، مشتریان جدید، حفظ، خرید دوباره، ارزش طول عمر) از سفارش‌های ${files} است و بقیه از معامله‌ها.`,
          ),
          warning(
            'orders_not_checked',
            `The data-quality rules and their score are about ${count(apart.deals, 'deal', 'deals')}; ${count(apart.orders, 'order', 'orders')} of ${files} were not checked (kpi check ${files} checks them).`,
            `قاعده‌های کیفیت داده و امتیازشان درباره‌ی ${apart.deals} معامله است؛ ${apart.orders} سفارش در ${files} بررسی نشد (kpi check ${files} آن‌ها را بررسی می‌کند).`,
          ),
        ]),
    ...(asDeals.length === 0
      ? []
      : [
          warning(
            'orders_as_deals',
            `${list(asDeals)}: every order counts as a won deal, and a return as a credit; orders tell nothing of lost or open deals.`,
            `${list(asDeals)}: هر سفارش یک معامله‌ی برنده و هر برگشت یک مبلغ منفی به‌شمار آمد؛ از سفارش‌ها چیزی درباره‌ی معامله‌های باخته یا باز دانسته نمی‌شود.`,
          ),
        ]),
  ];
}
