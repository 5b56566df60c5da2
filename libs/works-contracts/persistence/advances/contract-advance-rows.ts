import type { ContractAdvanceView, ProjectRefView } from '@thongvon/api-contract';
import { formatRate, type PlainDate } from '@thongvon/kernel';
import { recoveryClock } from '../../domain/advances/recovery-clock';

export interface ContractAdvanceRow {
  id: string;
  project: ProjectRefView;
  contract: string;
  contractor: string;
  contractValue: string;
  amount: string;
  paidOn: PlainDate;
  recoverBy: PlainDate | null;
  recovered: string | null;
  disbursed: string | null;
  figuresOn: PlainDate | null;
  reason: string | null;
  document: string | null;
}

export const CONTRACT_ADVANCE_COLUMNS = `a.advance_id AS id, json_build_object('id', p.id, 'code', p.code, 'name', p.name) AS project,
  a.contract, a.contractor, terms.contract_value AS "contractValue", terms.amount, a.on_date AS "paidOn",
  terms.recover_by AS "recoverBy", said.recovered, said.disbursed, said.on_date AS "figuresOn", said.reason,
  reported.document`;

/** SQL: advances `a` of projects `p`, with their `terms` and the figures `said` of them as on the day (`q.as_of`). */
export function contractAdvancesOn(day: string): string {
  const last = (condition: string, order: string): string =>
    `(SELECT * FROM works_contracts.contract_advance_entry e WHERE e.advance_id = a.advance_id AND e.on_date <= q.as_of AND ${condition}
      ORDER BY ${order} DESC LIMIT 1)`;
  return `(SELECT ${day} AS as_of) q CROSS JOIN works_contracts.contract_advance_entry a JOIN projects.project_ref p ON p.id = a.project_id
    CROSS JOIN LATERAL ${last(`e.type <> 'recovery'`, 'e.id')} terms
    LEFT JOIN LATERAL ${last(`e.type = 'recovery'`, 'e.on_date DESC, e.id')} said ON true
    LEFT JOIN LATERAL ${last('e.document IS NOT NULL', 'e.id')} reported ON true`;
}

/** What picks the advances themselves among the entries. */
export const PAID = `a.type = 'paid' AND a.on_date <= q.as_of`;

/** An advance as the API shows it, with its clock on the day. */
export function toView(row: ContractAdvanceRow, asOf: PlainDate): ContractAdvanceView {
  const { contractValue, amount, recovered, disbursed, paidOn, recoverBy } = row;
  const { outstanding, ...clock } = recoveryClock(
    {
      contractValue: BigInt(contractValue),
      amount: BigInt(amount),
      paidOn,
      recoverBy,
      recovered: recovered === null ? null : BigInt(recovered),
      disbursed: disbursed === null ? null : BigInt(disbursed),
    },
    asOf,
  );
  const disbursedRate = disbursed === null ? null : formatRate(BigInt(disbursed), BigInt(contractValue));
  return { ...row, ...clock, outstanding: outstanding.toString(), disbursedRate };
}
