import type { ReturnView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { messages } from './messages';

/** Names a return by what it holds and its date; a decision on the plan by its year. Null until it is read. */
export function useTitle(): (one: Pick<ReturnView, 'kinds' | 'asOf' | 'planYear'>) => string | null {
  const t = useText(messages);
  const formats = useFormats();
  return ({ kinds, asOf, planYear }) => {
    if (kinds.length === 0) return null;
    const named = kinds.map((kind, i) => (i === 0 ? t[kind] : t[kind].toLowerCase())).join(', ');
    if (asOf !== null) return t.title(named, formats.date(asOf));
    return planYear === null ? named : t.titleOfYear(named, planYear);
  };
}
