/** Definitions are shown by the sheet on hover and focus (WCAG 1.4.13: Escape closes them without moving the focus). */

export function startTerms(): void {
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const term of document.querySelectorAll('.term:hover, .term:focus')) term.classList.add('off');
  });
  const open = ({ target }: Event): void => {
    if (target instanceof Element) target.closest('.term')?.classList.remove('off');
  };
  document.addEventListener('focusin', open);
  document.addEventListener('pointerover', open);
}
