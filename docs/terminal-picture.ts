/** A terminal's text as a page: bold, dim and the three colours that the command prints; each line as wide as printed. */
export function terminalPage(text: string, window: { readonly command: string; readonly rows: number }): string {
  const lines = text.split('\n').slice(0, window.rows).map(line);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(window.command)}</title><style>
    body { margin: 0; background: #14171a; color: #d3d7dc; }
    pre { display: inline-block; margin: 0; padding: 20px 24px; font: 14px/19px 'DejaVu Sans Mono', monospace; }
    b { color: #fff; } i { font-style: normal; color: #969ea8; } b i, i b { color: #c4cad1; }
    .red { color: #ff9d66; } .yellow { color: #e8c268; } .command { color: #7db0ff; }
    </style><pre><span class="command">$ ${escaped(window.command)}</span>\n${lines.join('\n')}</pre></html>`;
}

/** What opens and closes a run of text on a terminal (SGR), and what does on a page. */
const MARKS: Readonly<Record<string, readonly [string, string]>> = {
  1: ['<b>', '</b>'],
  2: ['<i>', '</i>'],
  31: ['<span class="red">', '</span>'],
  32: ['<span>', '</span>'],
  33: ['<span class="yellow">', '</span>'],
};
const CLOSING = new Set(['22', '39', '0', '']);

/** One line: marks are closed at its end in the order in which they were opened, the newest first. */
function line(text: string): string {
  const open: string[] = [];
  const parts = text.split(/\u001b\[([0-9;]*)m/).map((part, at) => {
    if (at % 2 === 0) return escaped(part);
    if (CLOSING.has(part)) return open.splice(-1).join('');
    const [start = '', end = ''] = MARKS[part] ?? [];
    open.push(end);
    return start;
  });
  return parts.join('') + open.reverse().join('');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
