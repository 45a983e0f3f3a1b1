/** What every answer tells a browser: nothing is kept, guessed, framed or given to another site. */

const POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const ALWAYS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
} as const;

export type Headers = Readonly<Record<string, string>>;

/** The headers of an answer. @param policy of the page, where it has one; it is never to be framed */
export function headersFor(type: string, policy?: string): Headers {
  return {
    ...ALWAYS,
    'Content-Type': type,
    'Content-Security-Policy': policy === undefined ? POLICY : `${policy}; frame-ancestors 'none'`,
  };
}

/** The policy that an HTML page declares in its head; undefined where it has none. */
export function declaredPolicy(page: string): string | undefined {
  const head = page.slice(0, Math.max(0, page.indexOf('</head>')));
  const content = /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(head)?.[1];
  return content?.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
