import { mayNameOffice, officeKey } from '@thongvon/kernel';

/**
 * Whether one of these offices may be the owner that a plan names in words that are no office's name: who reports such a
 * project becomes its owner, so nobody may of whom the words can't speak (contract, section 3, "Whose"; ADR 0181).
 * `words` null: the plan names none.
 */
export function mayBeOwner(words: string | null, offices: readonly string[]): boolean {
  return words === null || offices.some((name) => mayNameOffice(officeKey(words), officeKey(name)));
}
