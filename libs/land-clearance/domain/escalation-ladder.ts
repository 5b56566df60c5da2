import type { EscalationView } from '@thongvon/contracts';

interface Rung extends Omit<EscalationView, 'rung'> {
  /** From this day overdue on, counted from 1. */
  readonly fromDay: number;
}

/**
 * Data: whose turn it is while a blocker stays overdue. A proposal, after reminder rules seen in use (domain page,
 * section 4.4: three times the specialist, then the direct leader, then the head of the unit), in steps of a reporting week.
 */
const LADDER: readonly Rung[] = [
  {
    fromDay: 1,
    to: 'responsible-person',
    label: 'Người chủ trì, nhắc lần 1',
    labelEn: 'Responsible person, first reminder',
  },
  {
    fromDay: 8,
    to: 'responsible-person',
    label: 'Người chủ trì, nhắc lần 2',
    labelEn: 'Responsible person, second reminder',
  },
  {
    fromDay: 15,
    to: 'unit-head',
    label: 'Thủ trưởng đơn vị chủ trì',
    labelEn: 'Head of the responsible unit',
  },
  {
    fromDay: 22,
    to: 'leaders',
    label: 'Lãnh đạo cấp có thẩm quyền quyết định',
    labelEn: 'Leaders of the level able to decide',
  },
];

/** The rung that so many days overdue have reached; null while not overdue. */
export function escalationAt(daysOverdue: number): EscalationView | null {
  const index = LADDER.findLastIndex(({ fromDay }) => daysOverdue >= fromDay);
  const rung = LADDER[index];
  return rung ? { rung: index + 1, to: rung.to, label: rung.label, labelEn: rung.labelEn } : null;
}
