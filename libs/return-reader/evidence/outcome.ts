import type { ReturnContext } from '../context/return-context';
import type { SurveyedSheet } from '../header/tables';
import type { ReadingOptions } from '../model/options';
import type { Agreement, ChoiceEffect, Reading } from '../model/reading';
import type { ReadyTable } from '../table/line-amount';
import { columnsOf } from '../table/typed-table';
import { heldAgainst, type HeldAgainst } from './known';
import type { Tally } from './tally';

/** A reading, with what it was made of and what its checks compared. */
export interface ReadOutcome {
  readonly reading: Reading;
  readonly survey: readonly SurveyedSheet[];
  readonly context: ReturnContext;
  /** All tables that were found, and those of them that count. */
  readonly found: readonly ReadyTable[];
  readonly tables: readonly ReadyTable[];
  readonly tally: Tally;
}

/** This year's plan and disbursement of a reading, and what they agree with. */
export function effectOf({ reading, tables }: ReadOutcome, { known }: ReadingOptions): ChoiceEffect {
  const { planned, disbursed } = reading.total;
  return {
    total: { planned, disbursed },
    agrees: [
      agreementOf(heldAgainst('plan', reading, known?.planned)),
      agreementOf(heldAgainst('last-return', reading, known?.disbursed)),
      withTotals(reading, tables),
      withRates(reading, tables),
    ],
  };
}

function agreementOf({ with: against, outcome, read, expected, differing }: HeldAgainst): Agreement {
  if (outcome === 'unknown') return { with: against, outcome };
  return {
    with: against,
    outcome,
    read: read.toString(),
    expected: expected.toString(),
    ...(outcome === 'differs' ? { differing } : {}),
  };
}

function withTotals({ findings }: Reading, tables: readonly ReadyTable[]): Agreement {
  const stated = tables.some(
    ({ table }) =>
      table.outline.totals.length > 0 || table.portfolio.groups.some(({ node }) => node.row.figures > 0),
  );
  const differing = findings.filter(
    ({ code, severity }) =>
      code === 'RET-TOTAL-DIFFERS' || (code === 'RET-IDENTITY-DIFFERS' && severity === 'error'),
  ).length;
  return statedAgreement('stated-totals', stated, differing);
}

function withRates({ findings, total }: Reading, tables: readonly ReadyTable[]): Agreement {
  const stated =
    total.planned !== null &&
    total.disbursed !== null &&
    tables.some(({ table }) => columnsOf(table, ({ field }) => field === 'rate').length > 0);
  const differing = findings.filter(({ code }) => code === 'RET-RATE-DIFFERS').length;
  const unit = findings.some(
    ({ code, severity, asks }) =>
      code === 'RET-UNIT-SUSPECT' && severity === 'question' && asks === 'column-unit',
  );
  return statedAgreement('stated-rates', stated, differing + (unit ? 1 : 0));
}

function statedAgreement(against: Agreement['with'], stated: boolean, differing: number): Agreement {
  if (!stated) return { with: against, outcome: 'unknown' };
  return differing === 0
    ? { with: against, outcome: 'agrees' }
    : { with: against, outcome: 'differs', differing };
}
