/** A page that holds several languages shows one; the choice is kept in the address, so that it can be shared. */

export function startLanguages(): void {
  const pages = [...document.querySelectorAll<HTMLElement>('[data-page]')];
  if (pages.length < 2) return;
  const show = (lang: string): void => {
    if (!pages.some((page) => page.dataset['page'] === lang)) return;
    for (const page of pages) page.hidden = page.dataset['page'] !== lang;
    document.documentElement.lang = lang;
    const shown = pages.find((page) => page.dataset['page'] === lang);
    document.documentElement.dir = shown?.dir ?? 'ltr';
    const title = shown?.dataset['title'];
    if (title !== undefined) document.title = title;
  };
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-lang]') : null;
    if (button === null) return;
    const lang = button.dataset['lang'] ?? '';
    show(lang);
    history.replaceState(null, '', `#lang=${lang}`);
    document.querySelector<HTMLElement>(`[data-page="${CSS.escape(lang)}"] [data-lang="${CSS.escape(lang)}"]`)?.focus();
  });
  show(/^#lang=([a-z]{2})$/.exec(location.hash)?.[1] ?? pages[0]?.dataset['page'] ?? '');
}
