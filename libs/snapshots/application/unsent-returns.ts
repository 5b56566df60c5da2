import type { EntityManager } from 'typeorm';
import type { DutyKind } from '@thongvon/api-contract';
import { groupBy, type PlainDate } from '@thongvon/kernel';
import { reportOfWeek, type ReportedWeek } from '../domain/report-state';
import { sentReturns } from '../persistence/write-organizations';

/** A return that an office owes for a week and had not sent, or got back, by an instant. */
export interface UnsentReturn {
  readonly organizationId: string;
  readonly kind: DutyKind;
  readonly week: PlainDate;
  /** The return that came back; null: nothing was sent. */
  readonly sentBack: string | null;
}

/** Of what offices owe for a week (`owed`, by organisation) what had not come by `frozenAt`, or was sent back. */
export async function unsentReturns(
  manager: EntityManager,
  owed: ReadonlyMap<string, readonly DutyKind[]>,
  asked: ReportedWeek,
): Promise<UnsentReturn[]> {
  const sent = groupBy(await sentReturns(manager, asked), ({ organizationId }) => organizationId);
  return [...owed].flatMap(([organizationId, kinds]) =>
    kinds.flatMap((kind): UnsentReturn[] => {
      const { state, returnId } = reportOfWeek(sent.get(organizationId) ?? [], kind, asked);
      if (state !== 'silent' && state !== 'sent-back') return [];
      return [{ organizationId, kind, week: asked.week, sentBack: returnId }];
    }),
  );
}
