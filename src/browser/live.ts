/**
 * A served page follows its files and its controls: what was changed is asked for again under the same address and put in
 * place of what is there. Whatever its reader has opened, typed, sorted and scrolled to stays.
 */
import { remember } from './remember.js';

/** Milliseconds without a sign before the reader is told: a server that is started again is there sooner. */
const PATIENCE = 2_000;

export function startLive(): void {
  if (bar() === null) return;
  const pages = follow();
  document.addEventListener('change', ({ target }) => {
    const form = formOf(target);
    if (form !== null && !isReplacing) pages.go(addressOf(form));
  });
  document.addEventListener('submit', (event) => {
    const form = formOf(event.target);
    if (form === null) return;
    event.preventDefault();
    pages.go(addressOf(form));
  });
  addEventListener('popstate', () => pages.load(location.href, 'back'));
  listen(pages);
}

interface Pages {
  /** Shows another address, which can be gone back from. */
  readonly go: (address: string) => void;
  /** Asks for an address. What the controls hold is kept where only the files have changed. */
  readonly load: (address: string, why: Why) => Promise<void>;
  /** The files have changed: asks for what is shown, or for what was chosen and could not be shown yet. */
  readonly refresh: () => void;
}

type Why = 'files' | 'controls' | 'back';

function follow(): Pages {
  let asking: AbortController | null = null;
  let asked = '';
  let waiting: { readonly address: string; readonly timer: ReturnType<typeof setTimeout> } | null = null;
  const load = async (address: string, why: Why): Promise<void> => {
    asking?.abort();
    if (waiting !== null) clearTimeout(waiting.timer);
    waiting = null;
    const mine = new AbortController();
    asking = mine;
    asked = address;
    bar()?.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(address, { signal: mine.signal, cache: 'no-store', headers: { Accept: 'text/html' } });
      const text = await answer.text();
      if (mine.signal.aborted) return;
      const next = new DOMParser().parseFromString(withoutStyle(text), 'text/html');
      if (next.querySelector('aside.live') === null) {
        refuse(next);
        const seconds = Number(answer.headers.get('Retry-After'));
        if (seconds > 0) waiting = { address, timer: setTimeout(() => load(address, why), seconds * 1000) };
        return;
      }
      // The address changes with the page: one that is refused leaves both as they are.
      if (answer.url !== location.href)
        history[why === 'controls' ? 'pushState' : 'replaceState'](null, '', answer.url);
      show(next, why);
    } catch {
      // Aborted: a newer one is asked for. Else the connection is lost, which the stream of events tells.
    } finally {
      if (asking === mine) {
        asking = null;
        bar()?.removeAttribute('aria-busy');
      }
    }
  };
  return {
    load,
    refresh: () => {
      if (waiting === null) load(location.href, 'files');
      else load(waiting.address, 'controls');
    },
    go: (address) => {
      // Enter in a field that was changed says it twice.
      if (asking === null || asked !== address) load(address, 'controls');
    },
  };
}

/** A field that is taken away while somebody types in it says that it was changed: it was not finished. */
let isReplacing = false;

/** Puts another page in the place of this one. */
function show(next: Document, why: Why): void {
  const restore = remember(why === 'files');
  document.title = next.title;
  document.documentElement.lang = next.documentElement.lang;
  document.documentElement.dir = next.documentElement.dir;
  const kept = [...document.body.children].filter(({ localName }) => localName !== 'script');
  const fresh = [...next.body.children].filter(({ localName }) => localName !== 'script');
  isReplacing = true;
  for (const old of kept) old.remove();
  isReplacing = false;
  document.body.prepend(...fresh.map((element) => document.adoptNode(element)));
  restore();
  document.dispatchEvent(new Event('replaced'));
}

/** The page has its sheet; the policy would complain of another one. */
function withoutStyle(text: string): string {
  const [from, to] = [text.indexOf('<style>'), text.indexOf('</style>')];
  return from < 0 || to < from ? text : text.slice(0, from) + text.slice(to + '</style>'.length);
}

/** What was asked for cannot be shown: what is there stays, and the reason is told. */
function refuse(next: Document): void {
  const box = bar()?.querySelector<HTMLElement>('[data-refused]');
  const why = box?.querySelector('[data-why]');
  if (!box || !why) return;
  why.textContent = [...next.querySelectorAll('main p')].map((one) => one.textContent?.trim()).join(' ');
  box.hidden = false;
}

/** Hears of changes. The browser comes back by itself when it was cut off, and says what it saw last. */
function listen(pages: Pages): void {
  let lost: ReturnType<typeof setTimeout> | undefined;
  const tell = (isLost: boolean): void => {
    const box = bar()?.querySelector<HTMLElement>('[data-lost]');
    if (box) box.hidden = !isLost;
  };
  const open = (): void => {
    const source = new EventSource('/events');
    const heard = ({ data }: MessageEvent<string>): void => {
      clearTimeout(lost);
      lost = undefined;
      tell(false);
      // The page may be older than the connection: what it was made of stands in it.
      if (data !== bar()?.dataset['revision']) pages.refresh();
    };
    source.addEventListener('hello', heard);
    source.addEventListener('changed', heard);
    source.addEventListener('error', () => {
      lost ??= setTimeout(() => tell(true), PATIENCE);
      if (source.readyState !== EventSource.CLOSED) return;
      source.close();
      setTimeout(open, PATIENCE);
    });
    addEventListener('pagehide', () => source.close(), { once: true });
  };
  open();
}

function bar(): HTMLElement | null {
  return document.querySelector<HTMLElement>('aside.live');
}

function formOf(target: EventTarget | null): HTMLFormElement | null {
  const form = target instanceof Element ? target.closest('form') : null;
  return form !== null && form.closest('aside.live') !== null ? form : null;
}

/** The address that a form without a script would lead to; the server answers with the shortest of the same meaning. */
function addressOf(form: HTMLFormElement): string {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') query.append(name, value);
  return `/?${query}`;
}
