import { type RefObject, useEffect } from 'react';

/** By which an address changes on the page: a link of the browser, and one of wouter. */
const LED = ['hashchange', 'pushState'] as const;
/** What a reader moves the page with. */
const MOVES = ['wheel', 'touchstart', 'keydown', 'pointerdown'] as const;

const nothing = (): void => undefined;

/**
 * Calls `onLed` when the address names the part behind `#`, and brings it into view: again whenever the page grows, since
 * what stands above it may still be on its way, until the reader moves.
 */
export function useLedHere(
  part: RefObject<HTMLElement | null>,
  name: string,
  onLed: () => void = nothing,
): void {
  useEffect(() => {
    const stay = new ResizeObserver(() => part.current?.scrollIntoView());
    const come = () => {
      if (window.location.hash !== `#${name}`) return;
      onLed();
      stay.observe(document.body);
    };
    const leave = () => stay.disconnect();
    come();
    for (const led of LED) window.addEventListener(led, come);
    for (const move of MOVES) window.addEventListener(move, leave, { passive: true });
    return () => {
      leave();
      for (const led of LED) window.removeEventListener(led, come);
      for (const move of MOVES) window.removeEventListener(move, leave);
    };
  }, [part, name, onLed]);
}
