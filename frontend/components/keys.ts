// The keys that hands know. One table of commands: the elements of the page that carry data-go or data-key, and what
// client-side elements register. Typing in a field is never a command, nor is a key while a dialog is open.
import { preferences } from './preferences.js';
import { Sequence } from './sequence.js';

export interface Command {
  /** `a`, or two keys one after another such as `t z` */
  keys: string;
  title: string;
  run: () => void;
}

const registered = new Map<string, Command>();

/** Offers a command until the returned function is called. */
export function offer(command: Command): () => void {
  registered.set(command.keys, command);
  return () => {
    if (registered.get(command.keys) === command) {
      registered.delete(command.keys);
    }
  };
}

/** What can be done now: on every screen, then on this one. */
export function commands(): Command[] {
  const marked = [...document.querySelectorAll<HTMLElement>('[data-go], [data-key]')]
    .filter((element) => !element.hasAttribute('disabled') && element.checkVisibility())
    .map((element) => ({
      keys: element.dataset.key ?? `g ${element.dataset.go}`,
      title: element.dataset.title ?? element.textContent?.trim() ?? '',
      run: () => element.click(),
    }));
  return [...marked, ...registered.values()];
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    !!target.closest(
      'input, textarea, select, [contenteditable], vaadin-text-field, vaadin-text-area, vaadin-password-field, ' +
        'vaadin-combo-box, vaadin-select, vaadin-date-time-picker',
    )
  );
}

function isDialogOpen(): boolean {
  return !!document.querySelector('vaadin-dialog[opened], vaadin-dialog-overlay[opened], [data-modal]');
}

const sequence = new Sequence();

/** The names that keys have in the table. */
const NAMES: Record<string, string> = { ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc' };

document.addEventListener('keydown', (event) => {
  const [origin] = event.composedPath();
  if (event.ctrlKey || event.metaKey || event.altKey) {
    const keys = event.key.toLowerCase() === 'k' && !event.altKey ? 'Ctrl K' : '';
    const command = registered.get(keys);
    if (command) {
      event.preventDefault();
      command.run();
    }
    return;
  }
  if (!preferences().keys || isTyping(origin ?? event.target) || isDialogOpen() || event.defaultPrevented) {
    return;
  }
  const pressed = sequence.next(NAMES[event.key] ?? event.key, performance.now());
  const command = pressed && commands().find(({ keys }) => keys === pressed);
  if (command) {
    event.preventDefault();
    command.run();
  } else if (pressed === 'j' || pressed === 'k') {
    walk(pressed, event);
  }
});

/** Enter opens the row that was walked to, before the grid takes it for a wish to edit the cell. */
document.addEventListener(
  'keydown',
  (event) => {
    const [cell] = event.composedPath();
    if (event.key !== 'Enter' || !preferences().keys || !(cell instanceof HTMLTableCellElement)) {
      return;
    }
    const content = cell.querySelector('slot')?.assignedElements()[0];
    if (content) {
      event.preventDefault();
      event.stopPropagation();
      for (const gesture of ['click', 'dblclick']) {
        content.dispatchEvent(new MouseEvent(gesture, { bubbles: true, composed: true }));
      }
    }
  },
  true,
);

/** Moves through the list of the screen. */
function walk(key: string, event: KeyboardEvent): void {
  const grid = [...document.querySelectorAll<HTMLElement>('vaadin-grid, goc-region-list')].find((each) =>
    each.checkVisibility(),
  );
  const root = grid?.shadowRoot;
  if (!grid || !root) {
    return;
  }
  const here = root.activeElement as HTMLElement | null;
  const first = ['#items td[tabindex]', 'tbody tr[tabindex="0"]'].map((row) => root.querySelector<HTMLElement>(row));
  event.preventDefault();
  if (!here) {
    first.find(Boolean)?.focus();
    return;
  }
  const arrow = key === 'j' ? 'ArrowDown' : 'ArrowUp';
  here.dispatchEvent(new KeyboardEvent('keydown', { key: arrow, code: arrow, bubbles: true, composed: true }));
}

offer({
  keys: '/',
  title: 'Filter the list',
  run: () => document.querySelector<HTMLElement>('[data-filter]')?.focus(),
});
