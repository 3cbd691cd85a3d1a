// One navigation after the other. The router of the page loses count when a link is followed before the last one has
// settled: it asks the server twice, and reports an error. So a link that is pressed meanwhile waits, for moments;
// of several that wait, the last one is followed.

/** A navigation that has not settled by then was given up by the router. */
const SETTLED_WITHIN_MS = 3000;

export class OneAtATime {
  private waiting = '';
  private timer = 0;

  /** @param busy whether a navigation is under way; @param go follows an address */
  constructor(
    private readonly busy: () => boolean,
    private readonly go: (address: string) => void,
  ) {}

  /** Whether the address has to wait; it is followed later then. */
  holds(address: string): boolean {
    if (!this.busy()) {
      return false;
    }
    this.waiting = address;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.settled(), SETTLED_WITHIN_MS) as unknown as number;
    return true;
  }

  /** The navigation that was under way is done, or given up. */
  settled(): void {
    clearTimeout(this.timer);
    const address = this.waiting;
    this.waiting = '';
    if (address) {
      this.go(address);
    }
  }
}

interface Router {
  Vaadin?: { Flow?: { navigation?: boolean } };
}

/** The address inside the product that a click leads to; empty when it leads nowhere, or elsewhere. */
function addressOf(event: MouseEvent): string {
  const link = event.composedPath().find((each) => each instanceof HTMLAnchorElement);
  const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  return link && plain && !link.target && !link.hasAttribute('download') && link.href.startsWith(document.baseURI)
    ? link.href
    : '';
}

/** Lets the links of the page be followed one at a time. */
export function followLinksOneAtATime(): void {
  const router = window as unknown as Router;
  const links = new OneAtATime(
    () => router.Vaadin?.Flow?.navigation === true,
    (address) => {
      const link = document.createElement('a');
      link.href = address;
      document.body.append(link);
      delete router.Vaadin?.Flow?.navigation;
      link.click();
      link.remove();
    },
  );
  window.addEventListener(
    'click',
    (event) => {
      const address = addressOf(event);
      if (address && links.holds(address)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      }
    },
    true,
  );
  // The router takes its mark of a navigation under way away right after this event.
  window.addEventListener('vaadin-navigated', () => setTimeout(() => links.settled()));
}
