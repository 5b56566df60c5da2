import type { ReturnView } from '@thongvon/api-contract';
import { type Messages, useFormats, useText } from '../language';
import { returnWords } from './words';

/** Names a return by what it holds and its date; a decision on the plan by its year. Null until it is read. */
export function useReturnTitle(): (one: Pick<ReturnView, 'kinds' | 'asOf' | 'planYear'>) => string | null {
  const t = useText(messages);
  const formats = useFormats();
  return ({ kinds, asOf, planYear }) => {
    if (kinds.length === 0) return null;
    const named = kinds.map((kind, i) => (i === 0 ? t[kind] : t[kind].toLowerCase())).join(', ');
    if (asOf !== null) return t.toDay(named, formats.date(asOf));
    return planYear === null ? named : t.ofYear(named, planYear);
  };
}

const messages = {
  ...returnWords,
  toDay: {
    vi: (kinds: string, day: string) => `${kinds} đến ${day}`,
    en: (kinds: string, day: string) => `${kinds} to ${day}`,
  },
  ofYear: {
    vi: (kinds: string, year: number) => `${kinds} năm ${year}`,
    en: (kinds: string, year: number) => `${kinds} of ${year}`,
  },
} satisfies Messages;
