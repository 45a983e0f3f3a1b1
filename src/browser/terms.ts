/**
 * Definitions are shown by the sheet on hover and focus. Here they are placed where they fit into the window, whatever
 * region they stand in, and Escape closes them without moving the focus (WCAG 1.4.13).
 */

/** Between a definition and the edge of the window, in pixels. */
const EDGE = 8;
/** Narrower windows have it at their bottom edge: the sheet says so. */
const NARROW = '(max-width: 760px)';

export function startTerms(): void {
  let shown: HTMLElement | null = null;
  const show = (event: Event): void => {
    const term = termOf(event.target);
    // Within the word and its definition the pointer goes about; a closed one stays closed.
    if (term === null || (event instanceof MouseEvent && termOf(event.relatedTarget) === term)) return;
    term.classList.remove('off');
    shown = term;
    place(term);
  };
  document.addEventListener('focusin', show);
  document.addEventListener('pointerover', show);
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const term of document.querySelectorAll('.term:hover, .term:focus-within')) term.classList.add('off');
  });
  // A finger that touches something else is done reading; not every browser takes the focus away then.
  document.addEventListener('pointerdown', ({ target }) => {
    const focused = termOf(document.activeElement);
    if (focused !== null && termOf(target) !== focused) focused.blur();
  });
  const again = (): void => {
    if (shown !== null) place(shown);
  };
  addEventListener('scroll', again, { capture: true, passive: true });
  addEventListener('resize', again);
}

function termOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.term') : null;
}

/** Under the word, or above it where there is more room; never beyond an edge. */
function place(term: HTMLElement): void {
  const tip = term.querySelector<HTMLElement>('.tip');
  if (tip === null || (tip.offsetParent === null && getComputedStyle(tip).display === 'none')) return;
  if (matchMedia(NARROW).matches) {
    tip.style.left = '';
    tip.style.top = '';
    return;
  }
  const word = term.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth: width, offsetHeight: height } = tip;
  const start = getComputedStyle(term).direction === 'rtl' ? word.right - width : word.left;
  const isBelow = word.bottom + height + EDGE <= clientHeight || word.top < clientHeight - word.bottom;
  const top = isBelow ? word.bottom : word.top - height;
  tip.style.left = `${within(start, clientWidth - width)}px`;
  tip.style.top = `${within(top, clientHeight - height)}px`;
}

function within(wanted: number, room: number): number {
  return Math.max(EDGE, Math.min(wanted, room - EDGE));
}
