import type { SNAPSHOT_WARNINGS as ENGLISH } from '../en/snapshot-warnings.js';
import type { Spoken } from '../said.js';

const all = (files: readonly string[]): string => files.join('، ');

export const SNAPSHOT_WARNINGS: Spoken<typeof ENGLISH> = {
  snapshots_reordered: ({ exports }, { day }) =>
    `خروجی‌ها به ترتیب روزی که گرفته شده‌اند چیده شدند: ${exports
      .map(({ files, taken }) => `${all(files)} (${day(taken)})`)
      .join('، ')}. --taken روزهای دیگری می‌گوید.`,
  snapshots_same_day: ({ day: taken, files }, { day }) =>
    `تا آنجا که پیداست ${all(files)} همه در ${day(taken)} گرفته شده‌اند و به ترتیبی که داده شده‌اند مقایسه می‌شوند؛ --taken روزهای دیگری می‌گوید.`,
  snapshots_undated: ({ files }) =>
    `هیچ‌چیز نمی‌گوید ${all(files)} کی گرفته شده${files.length === 1 ? ' است' : '‌اند'}، پس خروجی‌ها به ترتیبی که داده شده‌اند مقایسه می‌شوند، قدیمی‌ترین نخست؛ --taken روزها را می‌گوید.`,
};
