/**
 * Colours, type and spacing, named for what they are for. Contrast on the ground: ink 17.6 (dark 15.1), ink-2 8.0 (9.8),
 * ink-3 5.3 (6.6), accent 6.2 (8.2), bad 6.0 (8.8), good 5.8 (8.7); areas (mark, mark-2) keep 3:1 as WCAG 1.4.11 asks.
 */
const LIGHT = {
  bg: '#fff',
  ink: '#16191d',
  'ink-2': '#4a5159',
  'ink-3': '#656c75',
  rule: '#dfe2e6',
  grid: '#e9ebee',
  accent: '#1d5fb8',
  mark: '#2f6fc6',
  'accent-soft': '#bcd3f2',
  'mark-2': '#868e98',
  good: '#0b716b',
  bad: '#ab4208',
} as const;

const DARK: Readonly<Record<keyof typeof LIGHT, string>> = {
  bg: '#14171a',
  ink: '#e9ebee',
  'ink-2': '#b9c0c8',
  'ink-3': '#969ea8',
  rule: '#30363d',
  grid: '#272c32',
  accent: '#7db0ff',
  mark: '#5a8fdd',
  'accent-soft': '#2f4c78',
  'mark-2': '#646c75',
  good: '#56c5ba',
  bad: '#ff9d66',
};

const PRINT: Readonly<Record<keyof typeof LIGHT, string>> = {
  ...LIGHT,
  ink: '#000',
  'ink-2': '#333',
  'ink-3': '#555',
  rule: '#bbb',
  grid: '#ddd',
};

/** Not colours: type, spacing. */
const SIZES = {
  s1: '4px',
  s2: '8px',
  s3: '12px',
  s4: '16px',
  s5: '24px',
  s6: '40px',
  't-xs': '12px',
  't-s': '13px',
  't-m': '15px',
  't-l': '19px',
  't-xl': '28px',
  't-num': '30px',
  mono: 'ui-monospace,SFMono-Regular,Menlo,Consolas,"Noto Sans Mono",monospace',
  font: 'system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",sans-serif',
} as const;

const FONT_FA =
  'Vazirmatn,"IRANSansX","Segoe UI",Tahoma,"Noto Sans Arabic","Noto Naskh Arabic","Geeza Pro",system-ui,sans-serif';

export const TOKENS = `:root{color-scheme:light dark;${declared(SIZES)}${declared(LIGHT)}}
@media (prefers-color-scheme:dark){:root{${declared(DARK)}}}
@media print{:root{color-scheme:light;${declared(PRINT)}}}
:lang(fa){--font:${FONT_FA}}
`;

function declared(values: Readonly<Record<string, string>>): string {
  return Object.entries(values)
    .map(([name, value]) => `--${name}:${value};`)
    .join('');
}
