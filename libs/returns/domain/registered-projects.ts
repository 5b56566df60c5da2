import type { Preview } from './preview';

/** A project that an approval registers under the sender's office: no plan has named it. */
export interface RegisteredProject {
  readonly code: string;
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
  // A name without a code keeps nobody out (ADR 0155).
  const projects = new Map(
    rows.flatMap(({ code, name }) => (code === null ? [] : [[code, { code, name }] as const])),
  );
  return [...projects.values()];
}
