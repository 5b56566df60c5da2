import { groupBy, matchKey, officeKey } from '@thongvon/kernel';

/** An office that a name in a table may mean. */
export interface RegisteredOffice {
  readonly id: string;
  readonly name: string;
  /** It is one of those that whoever writes may name. */
  readonly inScope: boolean;
}

/** What words mean: an office in scope, one elsewhere, or none (also where several could be meant: then people say). */
export type MeantOffice = { readonly type: 'ours'; readonly id: string } | { readonly type: 'elsewhere' };

/**
 * Which office each name means, by the name's `matchKey`; what means none is left out. An office's own name comes before
 * an abbreviation, and in scope before elsewhere, so that nobody's words are foreign that can be read as one's own.
 */
export function meantOffices(
  names: readonly string[],
  offices: readonly RegisteredOffice[],
): Map<string, MeantOffice> {
  const alike = groupBy(offices, ({ name }) => officeKey(name));
  const meant = new Map<string, MeantOffice>();
  for (const name of new Set(names)) {
    const key = matchKey(name);
    const fitting = alike.get(officeKey(name)) ?? [];
    const ours = fitting.filter(({ inScope }) => inScope);
    const exactly = ours.filter((office) => matchKey(office.name) === key);
    const [first, ...others] = exactly.length > 0 ? exactly : ours;
    if (first && others.length === 0) meant.set(key, { type: 'ours', id: first.id });
    if (!first && fitting.length > 0) meant.set(key, { type: 'elsewhere' });
  }
  return meant;
}
