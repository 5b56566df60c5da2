import { plainDate } from '@thongvon/kernel';
import { AnswerReturn } from '@thongvon/returns';
import { planReading } from '../factories/reading';
import {
  ADJUSTMENT,
  ANNEX,
  ApprovedDecisions,
  codes,
  DECISION,
  FIRST,
  INITIAL,
} from '../support/approved-decisions';
import { approveReady } from '../support/ready-return';
import type { TestSystem } from '../support/test-system';

describe('a decision of a number that is approved already', () => {
  let system: TestSystem;
  let ready: ApprovedDecisions['ready'];
  let total: ApprovedDecisions['total'];
  let look: ApprovedDecisions['look'];
  let answer: ApprovedDecisions['answer'];
  beforeEach(async () => {
    ({ system, ready, total, look, answer } = await ApprovedDecisions.start());
  });
  afterEach(() => system.close());

  it('is asked about under another date of the same year: a slip, or another decision', async () => {
    const dated = (date: string) => ({ ...ANNEX, decision: { ...DECISION, date: plainDate(date) } });
    const id = await ready(dated('2022-12-16'));
    const { findings } = await look(id);
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'question RET-DECISION-DATE',
    ]);
    expect(findings[0]?.message).toContain('15/12/2022');
    await system.app.get(AnswerReturn).answer(system.finance, id, [
      {
        ...{ code: 'RET-DECISION-DATE', sheet: findings[0]?.sheet ?? null, cell: null },
        ...{ asked: null, value: 'other', reason: null },
      },
    ]);
    await system.data.query(`UPDATE returns.return SET status = 'needs-attention' WHERE id = $1`, [id]);
    expect(codes(await look(id))).toEqual(['info RET-DECISION-DATE']);
    // Numbers restart each year.
    expect(codes(await look(await ready(dated('2023-12-15'))))).toEqual([]);
    expect(codes(await look(await ready(dated('2021-12-15'))))).toEqual([]);
  });

  it('is asked about too where an adjustment names the number and date of the initial decision', async () => {
    const { findings } = await look(await ready({ ...ADJUSTMENT, decision: INITIAL.decision }));
    expect(findings.map(({ code, severity }) => `${severity} ${code}`)).toContain(
      'question RET-DECISION-AGAIN',
    );
    // Its lines have other amounts there, so that it is no annex.
    expect(findings[0]?.choices?.map(({ value }) => value)).toEqual(['replacement']);
    const replacement = findings[0]?.choices?.[0];
    expect(replacement?.label).toContain('không còn vốn');
  });

  it('is another decision with the same number in another year', async () => {
    const next = planReading({ ...DECISION, date: '2023-12-15' }, { [FIRST]: { unspecified: 7 } });
    const id = await ready({ ...next, planYear: 2024 });
    expect(codes(await look(id))).toEqual([]);
    await approveReady(system, system.finance, id);
    expect([await total(), await total('2024-01-01', 2024)]).toEqual(['428137000000', '7']);
  });

  it('is asked about where the same decision speaks of another plan year, and keeps both years apart', async () => {
    const id = await ready({ ...ANNEX, planYear: 2024 });
    expect(codes(await look(id))).toEqual(['question RET-DECISION-AGAIN']);
    await answer(id, 'annex');
    await approveReady(system, system.finance, id);
    expect([await total(), await total('2024-01-01', 2024)]).toEqual(['428137000000', '1500000000']);
    const years = await system.data.query<{ plan_year: number }[]>(
      `SELECT plan_year FROM capital.decision WHERE number_key = '9001qdubnd' ORDER BY plan_year`,
    );
    expect(years.map(({ plan_year }) => plan_year)).toEqual([2023, 2024]);
  });
});
