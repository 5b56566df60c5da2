import type { AuditAction, AuditSubjectKind } from '@thongvon/api-contract';
import { formatInstant } from '@thongvon/kernel';
import type { FormCell, FormLook, FormSheet } from '@thongvon/workbook-io';
import { WORKBOOK_TEXTS } from '../messages/audit-words';

/** What an entry of the trail is about, or names among its details. */
export interface Subject {
  readonly kind: AuditSubjectKind;
  readonly id: string;
}

/** The same with what it is called today. */
export interface NamedSubject extends Subject {
  /** What a thing of its kind is called. */
  readonly label: string;
  readonly labelEn: string;
  /** Null where it has no name. */
  readonly name: string | null;
  /** The project that it belongs to; null where it belongs to none, or is one. */
  readonly projectId: string | null;
}

/** Who did something, as they are called today. */
export interface AuditActor {
  readonly id: string;
  readonly name: string;
  readonly organizationName: string;
}

/** A part of an entry's details: what it is called, and what it says. */
export interface Fact {
  readonly label: string;
  readonly labelEn: string;
  /** At least one. */
  readonly values: readonly FactValue[];
}

export interface FactValue {
  readonly text: string;
  readonly textEn: string;
  /** Where it is a thing: what that is called today. */
  readonly thing: NamedSubject | null;
}

/** One action, with the names that people and things have today. Never changed, never deleted. */
export interface NamedEntry {
  /** Grows with time. */
  readonly id: string;
  /** Real clock. */
  readonly at: Date;
  /** Null for the system itself. */
  readonly actor: AuditActor | null;
  readonly action: AuditAction;
  readonly label: string;
  readonly labelEn: string;
  readonly subject: NamedSubject;
  /** What else was kept of it: never a household, an address or a password. */
  readonly details: Readonly<Record<string, unknown>>;
  /** The things whose ids stand in `details`. */
  readonly mentioned: readonly NamedSubject[];
  /** `details` in words. */
  readonly facts: readonly Fact[];
}

/** Which entries are meant; what is left out narrows nothing. */
export interface AuditFilter {
  /** Only actions of this account. */
  readonly actorId?: string;
  readonly action?: AuditAction;
  readonly subjectKind?: AuditSubjectKind;
  /** One thing of that kind. */
  readonly subjectId?: string;
  /** From this day on, up to the end of this day (real clock, Vietnam), YYYY-MM-DD. */
  readonly from?: string;
  readonly to?: string;
  /** Search words of the names of people and their organisations. */
  readonly q?: string;
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

/** Of the columns of the sheet, in characters. */
const WIDTHS = [20, 26, 30, 34, 20, 46, 46];
/** Above the table: title, what it holds, an empty row; then the heads. */
const HEAD_ROW = 4;

/** The trail as a sheet, one action a row. */
export function auditSheet(entries: readonly NamedEntry[], period: string): FormSheet {
  const subtitle = [WORKBOOK_TEXTS.subtitle(entries.length), period].filter((part) => part !== '').join('; ');
  return {
    name: WORKBOOK_TEXTS.sheet,
    widths: WIDTHS,
    rows: [
      [cell(0, WORKBOOK_TEXTS.title, 'letterhead')],
      [cell(0, subtitle, 'plain')],
      [],
      WORKBOOK_TEXTS.heads.map((head, column) => cell(column, head, 'header')),
      ...entries.map((entry) => textsOf(entry).map((text, column) => cell(column, text, 'text'))),
    ],
    merges: [],
    frozen: { rows: HEAD_ROW, columns: 1 },
    printedHeader: { first: HEAD_ROW, last: HEAD_ROW },
  };
}

function textsOf({ at, actor, label, subject, facts }: NamedEntry): string[] {
  const [day = '', time = ''] = formatInstant(at).split('T');
  return [
    `${day} ${time.slice(0, 8)}`,
    actor?.name ?? WORKBOOK_TEXTS.system,
    actor?.organizationName ?? '',
    label,
    subject.label,
    subject.name ?? subject.id,
    factsInOneLine(facts),
  ];
}

/** "vai trò: quản trị; đơn vị: UBND huyện Thăng Bình". */
const factsInOneLine = (facts: readonly Fact[]): string =>
  facts.map(({ label, values }) => `${label}: ${values.map(({ text }) => text).join(', ')}`).join('; ');

const cell = (column: number, text: string, look: FormLook): FormCell => ({
  column,
  look,
  content: { type: 'text', text },
});
