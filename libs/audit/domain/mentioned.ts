import type { AuditSubjectKind } from '@thongvon/api-contract';

/** What an entry of the trail is about, or names among its details. */
export interface Subject {
  readonly kind: AuditSubjectKind;
  readonly id: string;
}

/** Of what the ids under these names are, whatever the action. */
const KINDS: Readonly<Record<string, AuditSubjectKind>> = {
  actorId: 'user',
  into: 'blocker',
  organizationId: 'organization',
  organizationIds: 'organization',
  parentId: 'organization',
  projectId: 'project',
  successorId: 'organization',
};

/**
 * The things whose ids stand in an entry's details, each once. `kindOf` tells of what an id under another name is, which
 * depends on what else the entry says.
 */
export function mentionedIn(
  details: Readonly<Record<string, unknown>>,
  kindOf: (name: string) => AuditSubjectKind | undefined,
): Subject[] {
  const mentions = new Map<string, Subject>();
  for (const [name, value] of Object.entries(details)) {
    const kind = KINDS[name] ?? kindOf(name);
    if (kind === undefined) continue;
    for (const id of Array.isArray(value) ? (value as unknown[]) : [value])
      if (typeof id === 'string') mentions.set(`${kind}:${id}`, { kind, id });
  }
  return [...mentions.values()];
}
