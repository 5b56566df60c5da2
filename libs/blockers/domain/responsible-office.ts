import { mayNameOffice, officeKey } from '@thongvon/kernel';

/** An organisation of the register by id and name. */
export interface OfficeRef {
  readonly id: string;
  readonly name: string;
}

/** One that words may mean. */
export interface NamedOffice extends OfficeRef {
  readonly hasEnded: boolean;
  /** Who took over its work. */
  readonly successorId: string | null;
}

/** More than anybody looks through; the list of offices has all. */
const PROPOSED = 8;

/**
 * The offices that words may mean, for a person to choose from: where one fits just so it has been taken already, so none of these is
 * certain. Of one that has ended, who took over its work. In the order in which the offices are given.
 */
export function officeCandidates(words: string | null, offices: readonly NamedOffice[]): OfficeRef[] {
  if (words === null) return [];
  const key = officeKey(words);
  const byId = new Map(offices.map((office) => [office.id, office]));
  const found = offices
    .filter(({ name }) => mayNameOffice(key, officeKey(name)))
    .flatMap((office) => standing(office, byId) ?? []);
  return [...new Map(found.map(({ id, name }) => [id, { id, name }])).values()].slice(0, PROPOSED);
}

/** Itself, or the first that exists of those who took over one after the other; undefined: nobody did. */
function standing(office: NamedOffice, byId: ReadonlyMap<string, NamedOffice>): NamedOffice | undefined {
  const seen = new Set<string>();
  let at: NamedOffice | undefined = office;
  while (at?.hasEnded === true && !seen.has(at.id)) {
    seen.add(at.id);
    at = at.successorId === null ? undefined : byId.get(at.successorId);
  }
  return at?.hasEnded === false ? at : undefined;
}
