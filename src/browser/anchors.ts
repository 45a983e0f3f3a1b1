/** A link leads to what is folded away, too: what holds the place is opened first. */

export function startAnchors(): void {
  document.addEventListener('click', ({ target }) => {
    const hash = target instanceof Element ? target.closest('a')?.getAttribute('href') : null;
    if (hash?.startsWith('#') === true) open(hash);
  });
  addEventListener('hashchange', () => open(location.hash));
  open(location.hash);
}

function open(hash: string): void {
  const place = document.getElementById(hash.slice(1));
  for (let one: Element | null = place; one !== null; one = one.parentElement) {
    if (one instanceof HTMLDetailsElement) one.open = true;
  }
}
