const typingPause = 80;

/**
 * Keeps what is to be seen in the fragment of the address: it can be shared, and the back button undoes a step. The
 * function it gives takes a wish of the reader, and whether it is one of many while a word is being typed.
 */
export function keepInAddress<Q extends { readonly text: string }>(
  read: (fragment: string) => Q,
  write: (query: Q) => string,
  show: (query: Q) => void,
): (wanted: Q, typing: boolean) => void {
  let query = read(location.hash);
  let pause: ReturnType<typeof setTimeout> | undefined;
  addEventListener('hashchange', () => {
    query = read(location.hash);
    show(query);
  });
  show(query);
  return (wanted, typing) => {
    clearTimeout(pause);
    if (!typing) {
      location.hash = write(wanted);
      return;
    }
    pause = setTimeout(() => {
      // The back button takes a word back at once, not letter by letter.
      enter(write(wanted), query.text === '');
      query = wanted;
      show(query);
    }, typingPause);
  };
}

function enter(fragment: string, isStep: boolean): void {
  try {
    if (isStep) history.pushState(null, '', fragment);
    else history.replaceState(null, '', fragment);
  } catch {
    // A browser may refuse a file from disk to do this, or to do it often; only the address is wrong then.
  }
}
