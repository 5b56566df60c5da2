import { matchKey } from '@thongvon/kernel';
import type { Preview } from './preview';

/** A project that an approval registers under the sender's office: no plan has named it. */
export interface RegisteredProject {
  readonly code: string | null;
  readonly name: string;
}

/**
 * The projects that approving the return puts into the register. A plan names its projects' owners itself, and is no
 * part of this: here it is the sender who becomes their holder.
 */
export function registeredBy({ sections }: Preview): RegisteredProject[] {
  const rows = sections
    .filter(({ kind }) => kind !== 'plan')
    .flatMap((section) => section.rows)
    .filter(({ projectId }) => projectId === null);
  const projects = new Map(rows.map(({ code, name }) => [code ?? matchKey(name), { code, name }]));
  return [...projects.values()];
}
