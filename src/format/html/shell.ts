/** What holds the page: the document's head with its policy, and the places around the sections. */
import type { Lang } from '../../locale/text.js';
import { type Html, html, nameText, textOf, trusted } from './markup.js';

export interface Assets {
  readonly style: string;
  readonly script: string;
  /** SHA-256 of each in base64, as a Content Security Policy names them. */
  readonly styleHash: string;
  readonly scriptHash: string;
}

/** The sheet and the program with their hashes. */
export async function assetsOf(style: string, script: string): Promise<Assets> {
  const [styleHash, scriptHash] = await Promise.all([sha256(style), sha256(script)]);
  return { style, script, styleHash, scriptHash };
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

/**
 * Nothing but the page's own sheet and program; no address is asked for, nothing is sent. A served page may ask its own
 * server (`live`).
 */
function policyOf({ styleHash, scriptHash }: Assets, live = false): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    `script-src 'sha256-${scriptHash}'`,
    "base-uri 'none'",
    ...(live ? ["connect-src 'self'", "form-action 'self'"] : ["form-action 'none'"]),
  ].join('; ');
}

export interface Shell {
  readonly lang: Lang;
  readonly title: string;
  readonly body: Html;
  readonly assets: Assets;
  readonly live?: boolean;
}

/** Where lines of a language begin. */
export function directionOf(lang: Lang): 'ltr' | 'rtl' {
  return lang === 'fa' ? 'rtl' : 'ltr';
}

/** The whole file. */
export function* shell({ lang, title, body, assets, live = false }: Shell): Generator<string, void, undefined> {
  const head = html`<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${trusted(policyOf(assets, live))}"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><title>${nameText(title)}</title><style>${trusted(assets.style)}</style>`;
  yield `<!doctype html>\n<html lang="${lang}" dir="${directionOf(lang)}"><head>${textOf(head)}</head>\n<body>`;
  yield textOf(body);
  yield `<script>${assets.script}</script></body></html>\n`;
}
