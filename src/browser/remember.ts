/** What a reader has done to a page, to be done again to the one that takes its place. */

/**
 * What is opened, sorted, narrowed and scrolled to, by where it stands.
 * @param controls what is typed or chosen there and not yet shown is kept too
 * @returns how to do it again
 */
export function remember(controls: boolean): () => void {
  const [left, top] = [scrollX, scrollY];
  const active = document.activeElement instanceof HTMLElement ? document.activeElement : null;
  const focused = active === null || active === document.body ? null : placeOf(active);
  const caret = active instanceof HTMLInputElement ? ([active.selectionStart, active.selectionEnd] as const) : null;
  const details = [...document.querySelectorAll('details')].map((one) => [placeOf(one), one.open] as const);
  const filters = [...document.querySelectorAll<HTMLInputElement>('input[data-filter]')]
    .filter(({ value }) => value !== '')
    .map((one) => [placeOf(one), one.value] as const);
  const sorted = [...document.querySelectorAll('th[aria-sort]')].map(
    (one) => [placeOf(one), one.getAttribute('aria-sort')] as const,
  );
  const scrolled = [...document.querySelectorAll('.scroll')]
    .filter((one) => one.scrollLeft !== 0 || one.scrollTop !== 0)
    .map((one) => [placeOf(one), one.scrollLeft, one.scrollTop] as const);
  const typed = controls ? [...document.querySelectorAll<Control>(CONTROLS)].map(stateOf) : [];
  return () => {
    for (const [place, open] of details) {
      const found = at(place);
      if (found instanceof HTMLDetailsElement) found.open = open;
    }
    for (const [place, order] of sorted) {
      const button = at(place)?.querySelector('button');
      // A head that is clicked begins with one order, and has the other one after a second click.
      if (button)
        for (let clicks = 0; clicks < 2 && at(place)?.getAttribute('aria-sort') !== order; clicks++) button.click();
    }
    for (const [place, value] of filters) type(at(place), value);
    for (const { place, value, isChanged } of typed) {
      const found = at(place);
      if (isChanged && (found instanceof HTMLInputElement || found instanceof HTMLSelectElement)) found.value = value;
    }
    for (const [place, x, y] of scrolled) at(place)?.scrollTo(x, y);
    const found = focused === null ? null : at(focused);
    if (found instanceof HTMLElement) found.focus({ preventScroll: true });
    if (found instanceof HTMLInputElement && caret !== null) found.setSelectionRange(...caret);
    scrollTo({ left, top, behavior: 'instant' });
  };
}

type Control = HTMLInputElement | HTMLSelectElement;
const CONTROLS = 'aside.live input, aside.live select';

function stateOf(control: Control) {
  const isChanged =
    control instanceof HTMLInputElement
      ? control.value !== control.defaultValue
      : [...control.options].some((one) => one.selected !== one.defaultSelected);
  return { place: placeOf(control), value: control.value, isChanged };
}

function type(found: Element | null, value: string): void {
  if (!(found instanceof HTMLInputElement)) return;
  found.value = value;
  found.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Where an element stands: which of its kind below the nearest place with a name. */
interface Place {
  readonly id: string;
  readonly kind: string;
  readonly index: number;
}

function placeOf(element: Element): Place {
  const own = element.id;
  if (own !== '') return { id: own, kind: '', index: 0 };
  const id = element.parentElement?.closest('[id]')?.id ?? '';
  const kind = kindOf(element);
  return { id, kind, index: [...inside(id).querySelectorAll(kind)].indexOf(element) };
}

function at({ id, kind, index }: Place): Element | null {
  return kind === '' ? document.getElementById(id) : ([...inside(id).querySelectorAll(kind)][index] ?? null);
}

function inside(id: string): ParentNode {
  return document.getElementById(id) ?? document;
}

/** The element's name, and of a control what it is of. */
function kindOf(element: Element): string {
  const name = element.getAttribute('name');
  return name === null ? element.localName : `${element.localName}[name="${CSS.escape(name)}"]`;
}
