import { describe, expect, it } from 'vitest';
import { assertUtf8, tagEnd, XmlTokens } from '../../src/load/xml-tokens.js';

function tokensOf(xml: string): string[] {
  const tokens = new XmlTokens();
  tokens.reset(Buffer.from(xml), 0);
  const found: string[] = [];
  while (tokens.advance()) {
    const { kind, name, bytes, from, to } = tokens;
    found.push(`${kind} ${name === '' ? bytes.toString('utf8', from, to) : name}`);
  }
  return found;
}

function attributeOf(xml: string, name: string): string | null {
  const tokens = new XmlTokens();
  tokens.reset(Buffer.from(xml), 0);
  tokens.advance();
  return tokens.attribute(name);
}

describe('the tokens of an XML document', () => {
  it('are tags without their prefixes, texts, CDATA, and the rest', () => {
    expect(
      tokensOf('<?xml version="1.0"?><x:a b="c>d"><b/>text<!-- <no> --><![CDATA[<c> ]] >]]></x:a ><é f=\'/\'/>'),
    ).toEqual([
      'other xml version="1.0"',
      'open a',
      'empty b',
      'text text',
      'other  <no> ',
      'cdata <c> ]] >',
      'close a',
      'empty \u00c3\u00a9',
    ]);
  });

  it('end with the last that is whole', () => {
    const xml = '<a><!-- x --><![CDATA[y]]><b c="d">';
    const whole = tokensOf(xml);
    for (let length = 0; length < xml.length; length++) {
      expect(whole.slice(0, -1)).toEqual(expect.arrayContaining(tokensOf(xml.slice(0, length))));
    }
  });

  it('are declined from a document type declaration on', () => {
    expect(() => tokensOf('<!DOCTYPE a [<!ENTITY b "c">]>')).toThrow('document type');
  });
});

describe('an attribute', () => {
  it.each<[string, string, string | null]>([
    ['<a b="1" bc="2">', 'bc', '2'],
    ['<a b="1" bc="2">', 'c', null],
    [`<a b = 'x="y"' y="z">`, 'y', 'z'],
    ['<a r:id="rId1"/>', 'id', 'rId1'],
    ['<a b="">', 'b', ''],
    ['<a\n\tb="1"\r\n>', 'b', '1'],
    ['<a>', 'b', null],
    ['<a b=1>', 'b', null],
  ])('of %s named %s is %j', (xml, name, expected) => {
    expect(attributeOf(xml, name)).toBe(expected);
  });
});

it('a tag ends behind its quotes', () => {
  expect(tagEnd(Buffer.from(`<a b=">" c='">'>`), 1)).toBe(15);
  expect(tagEnd(Buffer.from('<a b=">'), 1)).toBe(-1);
});

it('only UTF-8 is read', () => {
  const declared = (encoding: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="${encoding}"?><a/>`);
  for (const encoding of ['UTF-8', 'utf8', 'us-ascii']) expect(() => assertUtf8(declared(encoding))).not.toThrow();
  expect(() => assertUtf8(Buffer.from('\ufeff<a/>'))).not.toThrow();
  for (const encoding of ['windows-1252', 'UTF-16']) expect(() => assertUtf8(declared(encoding))).toThrow();
  expect(() => assertUtf8(Buffer.from('<a/>', 'utf16le'))).toThrow('UTF-16');
  expect(() => assertUtf8(Buffer.from('\ufeff<a/>', 'utf16le'))).toThrow('UTF-16');
});
