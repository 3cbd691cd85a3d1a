// The keys that hands know: g and a letter go to a screen, / goes to the filter. Typing in a field is never a command.
const SEQUENCE_MS = 1500;
let wentAt = 0;

function isTyping(target: EventTarget | null): boolean {
  const path = target instanceof Element ? target : null;
  return !!path?.closest(
    'input, textarea, [contenteditable], vaadin-text-field, vaadin-text-area, vaadin-password-field, vaadin-combo-box',
  );
}

document.addEventListener('keydown', (event) => {
  const [origin] = event.composedPath();
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(origin ?? event.target)) {
    return;
  }
  if (event.key === 'g') {
    wentAt = performance.now();
  } else if (performance.now() - wentAt < SEQUENCE_MS) {
    wentAt = 0;
    document.querySelector<HTMLElement>(`[data-go="${CSS.escape(event.key)}"]`)?.click();
  } else if (event.key === '/') {
    const filter = document.querySelector<HTMLElement>('[data-filter]');
    if (filter) {
      filter.focus();
      event.preventDefault();
    }
  }
});
