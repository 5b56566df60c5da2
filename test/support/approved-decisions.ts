import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readWorkbook, type Reading } from '@thongvon/return-reader';
import {
  AnswerReturn,
  RecheckReturn,
  ViewReturn,
  type AgainChoice,
  type ViewedReturn,
} from '@thongvon/returns';
import { openWorkbook } from '@thongvon/workbook-io';
import { planReading } from '../factories/reading';
import { approveReady, readyReturn } from './ready-return';
import { startTestSystem, type TestSystem } from './test-system';

/** What the reader makes of a workbook of the demo. */
export const demoReading = (name: string): Reading =>
  readWorkbook(openWorkbook(readFileSync(path.resolve(__dirname, '../../demo/returns', `${name}.xlsx`))));

/** The demo's two plan decisions, and the one of the two that comes again. */
export const INITIAL = demoReading('plan-9001-qd-ubnd');
export const ADJUSTMENT = demoReading('plan-adjustment-9188-qd-ubnd');
export const DECISION = { number: '9001/QĐ-UBND', date: '2022-12-15', mode: 'initial' } as const;
export const FIRST = '7000001';
/** Two projects that stand in no other decision. */
export const ANNEX = planReading(DECISION, {
  [FIRST]: { unspecified: 1_000_000_000 },
  '7000002': { unspecified: 500_000_000 },
});

/** A system in which the finance office's decisions of the demo are approved, and what a test does with one that comes again. */
export class ApprovedDecisions {
  private constructor(readonly system: TestSystem) {}

  static async start(): Promise<ApprovedDecisions> {
    const decisions = new ApprovedDecisions(await startTestSystem());
    for (const reading of [INITIAL, ADJUSTMENT])
      await approveReady(decisions.system, decisions.system.finance, await decisions.ready(reading));
    if ((await decisions.total()) !== '428137000000') throw new Error('the demo has another plan');
    return decisions;
  }

  readonly ready = (reading: Reading): Promise<string> =>
    readyReturn(this.system, this.system.finance, reading);

  /** This year's plan in force on a day, of a plan year: whole đồng. */
  readonly total = async (day = '2023-06-21', planYear = 2023): Promise<string> => {
    const [row] = await this.system.data.query<{ total: string }[]>(
      `SELECT coalesce(sum(amount), 0)::text AS total FROM capital.plan_position
       WHERE plan_type = 'current-year' AND plan_year = $2 AND valid_from <= $1 AND valid_to > $1`,
      [day, planYear],
    );
    return row?.total ?? '';
  };

  readonly look = async (id: string): Promise<ViewedReturn> => {
    await this.system.app.get(RecheckReturn).recheck(id);
    return this.system.app.get(ViewReturn).view(this.system.finance, id);
  };

  /** As the sender would, without reading the file anew: a made-up one has none. */
  readonly answer = async (id: string, value: AgainChoice): Promise<ViewedReturn> => {
    const { findings } = await this.look(id);
    const [question] = findings.filter(({ code }) => code === 'RET-DECISION-AGAIN');
    await this.system.app.get(AnswerReturn).answer(this.system.finance, id, [
      {
        code: 'RET-DECISION-AGAIN',
        sheet: question?.sheet ?? null,
        cell: null,
        asked: null,
        value,
        reason: null,
      },
    ]);
    await this.system.data.query(`UPDATE returns.return SET status = 'needs-attention' WHERE id = $1`, [id]);
    return this.look(id);
  };
}

/** "question RET-DECISION-AGAIN": what was found, in order. */
export const codes = ({ findings }: ViewedReturn): string[] =>
  findings.map(({ code, severity }) => `${severity} ${code}`);
