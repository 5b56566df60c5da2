import { memoize } from '../values/memoize';
import { byWords } from './added-words';

/** As `memoize`, of a function that reads by the words in force: what it gave under other words doesn't count. */
export function memoizeByWords<T>(pure: (text: string) => T): (text: string) => T {
  const memory = byWords(() => memoize(pure));
  return (text) => memory()(text);
}
