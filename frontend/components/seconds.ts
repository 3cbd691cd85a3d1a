// The one second of the page: everything that counts up, and the frame that the server sends, changes the screen at the
// same moment, so that it is painted once a second and not once for each.

const LATE_MS = 1150;

type Listener = () => void;

const listeners = new Set<Listener>();
let timer = 0;

function tell(): void {
  window.clearTimeout(timer);
  if (listeners.size > 0) {
    timer = window.setTimeout(tell, LATE_MS);
  }
  listeners.forEach((listener) => listener());
}

/** Says that the server has begun a second; when it does not, the page goes on by its own clock. */
export function beginSecond(): void {
  tell();
}

/** Runs about once a second until the returned function is called. */
export function eachSecond(listener: Listener): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    timer = window.setTimeout(tell, LATE_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      window.clearTimeout(timer);
    }
  };
}
