/** Texts that a file can hold and that must do nothing but be read. One list for every format. */
export const HOSTILE: readonly string[] = [
  // terminals
  '\u001b[2J\u001b[31mred',
  '\u001b]52;c;aGVsbG8=\u0007',
  '\u001b]8;;http://example.com\u001b\\link\u001b]8;;\u001b\\',
  '\u009b2J eight-bit',
  'back\b\b\b\u007fspace\u0000nul',
  'tab\tcarriage\rreturn\nnew line\u2028line\u2029paragraph\u0085next',
  // invisible and misleading
  '\u202egnp.exe\u202c',
  '\u2066left\u2069 \u2067right\u2069 \u200emark\u200f\u061c',
  `zalgo${'\u0301'.repeat(10_000)}`,
  `joiners${'\u200d'.repeat(500)}end`,
  '\u200b\u2060\ufeffzero\u00adwidth\u3164\uffa0',
  'lone \ud800 surrogate \udc00',
  '\u{e0041}\u{e007f}tags',
  // private use: what the terminal table puts in place of text
  '\u{f0000}\ue000\ue000 \u{f0001}',
  // HTML
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  // Markdown
  'a|b||c',
  '\\| \\\\| trailing \\',
  '`code` ``two`` ```',
  '![track](http://example.com/p.gif)',
  'www.example.com a@example.com https://example.com',
  '@org/team #1 GH-1 :smile: $x^2$',
  '<!-- comment',
  '**bold** _under_ ~~gone~~',
  '# heading',
  '- item',
  '1. item',
  '---',
  '===',
  '    indented',
  '</code></div>',
  '&lt;&amp;&#124;',
  // spreadsheets
  "=cmd|' /C calc'!A0",
  '"=1+1\nfoo"',
  // build logs
  '::error::x',
  '::add-mask::a',
  ':::stop-commands::t',
  '%0A::error::y',
  '##[add-mask]secret',
  'a\n::set-output name=x::y',
  // programs
  '__proto__',
  'constructor',
  '$&$1',
  "$(rm -rf /); 'quoted'",
  '--version',
  // plain, but wide or right to left
  '株式会社アクメ 👩‍👩‍👧‍👦 🇮🇷',
  'شرکت مهندسی نیک‌آفرین عَلِیّ',
  'supercalifragilisticexpialidocious'.repeat(20),
  '',
  ' ',
];
