/** A link to what is folded away opens it, in every browser, and with all that it is folded into. */

export function startUnfolding(): void {
  addEventListener('hashchange', openTarget);
  document.addEventListener('click', ({ target }) => {
    const link = target instanceof Element ? target.closest('a') : null;
    // A second click on the same link changes no address.
    if (link !== null && link.hash !== '' && link.hash === location.hash) openTarget();
  });
  openTarget();
}

function openTarget(): void {
  const id = location.hash.slice(1);
  const target = id === '' ? null : document.getElementById(id);
  if (target === null) return;
  let opened = false;
  for (let folded = target.closest('details'); folded !== null; ) {
    opened ||= !folded.open;
    folded.open = true;
    folded = folded.parentElement?.closest('details') ?? null;
  }
  if (opened) target.scrollIntoView();
}
