import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { all, code, data, html, NOTHING, nameText, sentence, textOf, words } from '../../../src/format/html/markup.js';

describe('a template', () => {
  it('escapes what stands in it, in elements and attributes alike', () => {
    const name = `"><script>alert('x')</script>&`;
    expect(textOf(html`<p title="${name}">${name}</p>`)).toBe(
      '<p title="&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;">&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;</p>',
    );
  });

  it('takes markup and lists of it as they are, and nothing as nothing', () => {
    const items = ['a', 'b<'].map((text) => html`<li>${text}</li>`);
    expect(textOf(html`<ul>${items}</ul>${null}${undefined}${false}${0}${NOTHING}`)).toBe(
      '<ul><li>a</li><li>b&lt;</li></ul>0',
    );
    expect(textOf(all([html`<b>1</b>`, null, html`2`]))).toBe('<b>1</b>2');
  });

  it('never lets a text become markup, whatever is in it', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<script>', '</title>', '" onload="x', "' x='", '&lt;', '<!--', ']]>', '\u202e', '\u0000'),
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 5 }), (texts) => {
        const text = texts.join('');
        const printed = textOf(
          html`<i title="${text}">${data(text)}${code(text)}${words([{ data: text }, text], 'fa')}</i>`,
        );
        const signs = printed.replace(/<\/?(?:i|bdi|code|span)(?: title="[^"<>]*"| dir="ltr")?>/g, '');
        expect(signs).not.toMatch(/[<>"]/);
      }),
    );
  });
});

it('keeps a sentence whole that would be long for a name', () => {
  const sentence = 'Most of the open deals are old. '.repeat(10).trim();
  expect(textOf(words([{ data: sentence }], 'en'))).toBe(`<bdi>${sentence}</bdi>`);
  expect([...textOf(words([{ data: 'x'.repeat(10_000) }], 'fa')).replace(/[^x…]/g, '')]).toHaveLength(801);
});

it('shows what stands in back-ticks in a sentence as something to type, a lone one as it is', () => {
  expect(textOf(sentence('See `kpi inspect` for <it>.', 'en'))).toBe(
    '<bdi>See <code dir="ltr">kpi inspect</code> for &lt;it&gt;.</bdi>',
  );
  expect(textOf(sentence('The name a`b', 'en'))).toBe('<bdi>The name a`b</bdi>');
});

describe('text of a file', () => {
  it('is one line without what is not seen, cut where it is very long', () => {
    expect(nameText('a\u202eb\n\tc')).toBe('ab c');
    expect([...nameText('x'.repeat(10_000))]).toHaveLength(161);
  });

  it('has a direction of its own in an English page, isolates in a Persian one', () => {
    expect(textOf(words(['to ', { data: 'شرکت' }], 'en'))).toBe('to <bdi>شرکت</bdi>');
    expect(textOf(words(['مشتری ', { data: 'Acme' }], 'fa'))).toBe('مشتری \u2066Acme\u2069');
  });
});
