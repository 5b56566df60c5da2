import { ListBlockers } from '@thongvon/blockers';
import { SummarizeClearanceAndBlockers } from '@thongvon/blockers';
import { plainDate } from '@thongvon/kernel';
import { openWorkbook } from '@thongvon/workbook-io';
import { readWorkbook } from '@thongvon/return-reader';
import { demoWorkbook } from '../support/district';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const WEEKS = ['2023-05-24', '2023-05-31', '2023-06-07', '2023-06-14', '2023-06-21'];
const ON = { asOf: plainDate('2023-06-21'), planYear: 2023, denominator: 'current-year-plan' } as const;

describe('land clearance from the sample returns', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem(new Date('2023-06-23T08:00:00+07:00'));
    for (const name of ['plan-9001-qd-ubnd', 'plan-adjustment-9188-qd-ubnd']) await approve(name);
    for (const week of WEEKS) await approve(`board-weekly-${week}`);
  }, 60_000);
  afterAll(() => system.close());

  async function approve(name: string): Promise<string> {
    const reading = readWorkbook(openWorkbook(await demoWorkbook(name)), { today: plainDate('2023-06-23') });
    const sender = reading.kinds.includes('plan') ? system.finance : system.board;
    const id = await readyReturn(system, sender, reading);
    await approveReady(system, sender, id);
    return id;
  }

  it('says 7 projects, 609 households, 255 handed over, two blockers overdue on 21/6/2023', async () => {
    const summary = await system.app.get(SummarizeClearanceAndBlockers).execute(system.finance, ON.asOf);
    expect(summary).toMatchObject({
      projects: 7,
      households: 609,
      handedOver: 255,
      area: '524250',
      compensation: '142400000000',
      compensated: '65312500000',
      rates: {
        byHousehold: { value: '41.87', denominator: 'households' },
        byArea: { value: null, reason: 'not-reported' },
        compensation: { value: '45.87' },
      },
      blockers: { blockers: 7, overdue: 2, capitalHeld: 139_273_190_000n },
      stale: false,
    });
  });

  it('lists one blocker a project, opened when the notes first named it, with the capital it holds', async () => {
    const { items, total } = await system.app.get(ListBlockers).list(system.finance, { ...ON, limit: 100 });
    expect(total).toBe(7);
    expect(items.slice(0, 2)).toMatchObject([
      {
        project: { code: '7928830' },
        state: 'overdue',
        cause: 'unclassified',
        suggestedCauses: ['household-disagreement', 'graves-religious-land'],
        responsibleUnit: 'UBND xã Bình Phú',
        openedOn: '2023-05-24',
        openedOnEstimated: true,
        due: '2023-05-31',
        daysOverdue: 21,
        capitalHeld: 26_305_629_000n,
        capitalHeldBasis: {
          method: 'plan-less-disbursed',
          planned: 33_910_149_000n,
          disbursed: 7_604_520_000n,
          sharedWith: 0,
        },
        escalation: { rung: 3, to: 'unit-head' },
      },
      { project: { code: '7839015' }, state: 'overdue', daysOverdue: 6, capitalHeld: 6_865_703_000n },
    ]);
  });
});
