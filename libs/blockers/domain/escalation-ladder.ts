import type { Role } from '@thongvon/api-contract';

/** Whose turn it is. */
export interface Escalation {
  /** Counts from 1. */
  readonly rung: number;
  readonly to: string;
  readonly label: string;
  readonly labelEn: string;
}

interface Rung extends Omit<Escalation, 'rung'> {
  /** From this day overdue on, counted from 1. */
  readonly fromDay: number;
  /** Who gets a mail on that day: people of the office; heads and leaders of the nearest office, itself or above, that has any. */
  readonly mail: Extract<Role, 'reporter' | 'finance-head' | 'leader'>;
}

/**
 * Data: whose turn it is while a blocker stays overdue. A proposal, after reminder rules seen in use (domain page,
 * section 4.4: three times the specialist, then the direct leader, then the head of the unit), in steps of a reporting week.
 * The one ladder of blockers: pages show the rung, reminders go to whom it names.
 */
export const ESCALATION_LADDER: readonly Rung[] = [
  {
    fromDay: 1,
    mail: 'reporter',
    to: 'responsible-person',
    label: 'Người chủ trì, nhắc lần 1',
    labelEn: 'Responsible person, first reminder',
  },
  {
    fromDay: 8,
    mail: 'reporter',
    to: 'responsible-person',
    label: 'Người chủ trì, nhắc lần 2',
    labelEn: 'Responsible person, second reminder',
  },
  {
    fromDay: 15,
    mail: 'finance-head',
    to: 'unit-head',
    label: 'Thủ trưởng đơn vị chủ trì',
    labelEn: 'Head of the responsible unit',
  },
  {
    fromDay: 22,
    mail: 'leader',
    to: 'leaders',
    label: 'Lãnh đạo cấp có thẩm quyền quyết định',
    labelEn: 'Leaders of the level able to decide',
  },
];

/** The rung that so many days overdue have reached; null while not overdue. */
export function escalationAt(daysOverdue: number): Escalation | null {
  const index = ESCALATION_LADDER.findLastIndex(({ fromDay }) => daysOverdue >= fromDay);
  const rung = ESCALATION_LADDER[index];
  return rung ? { rung: index + 1, to: rung.to, label: rung.label, labelEn: rung.labelEn } : null;
}
