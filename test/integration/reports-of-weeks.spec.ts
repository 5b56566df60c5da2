import { plainDate } from '@thongvon/kernel';
import { OwedReturns, ReportingDuties } from '@thongvon/reporting-duties';
import { SendBackReturn, SubmitReturn } from '@thongvon/returns';
import { clearanceReading } from '../factories/clearance-reading';
import { disbursementReading } from '../factories/reading';
import { Freezing, ROAD } from '../support/freezing';
import { answerAll, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

describe('who has reported, by a frozen week', () => {
  let system: TestSystem;
  const freezing = new Freezing(() => system);
  const freezeDue = (): Promise<void> => freezing.freezeDue();
  beforeEach(async () => {
    system = await startTestSystem();
  });
  afterEach(() => system.close());

  const states = async (date: string): Promise<unknown[]> =>
    (await freezing.week(date)).organizations.map(({ name, kind, owes, state, late }) => [
      name,
      kind,
      owes,
      state,
      late,
    ]);

  it('tells an approved return from one that waits, was sent late, or never came', async () => {
    await freezing.at('2023-06-01', '15:00', () =>
      freezing.approve(disbursementReading('2023-05-31', { [ROAD]: [{ disbursed: 1 }] })),
    );
    await freezing.at('2023-06-08', '15:00', async () => {
      const id = await readyReturn(
        system,
        system.board,
        disbursementReading('2023-06-07', { [ROAD]: [{ disbursed: 2 }] }),
      );
      await system.app.get(SubmitReturn).submit(system.board, id);
    });
    await freezing.at('2023-06-15', '18:00', () =>
      freezing.approve(disbursementReading('2023-06-14', { [ROAD]: [{ disbursed: 3 }] })),
    );
    await freezing.at('2023-06-23', '08:00', freezeDue);
    const board = ['Ban Quản lý dự án - Đô thị', 'disbursement', true];
    expect(await states('2023-06-01')).toEqual([[...board, 'reported', false]]);
    expect(await states('2023-06-08')).toEqual([[...board, 'pending', false]]);
    expect(await states('2023-06-15')).toEqual([[...board, 'reported', true]]);
    expect(await states('2023-06-22')).toEqual([[...board, 'silent', false]]);
  });

  it('is reported to the office itself as long as it owes: of this week, and of the last until something comes', async () => {
    const owed = (date: string, time: string, of = system.board): Promise<unknown[]> =>
      freezing.at(date, time, async () =>
        (await system.app.get(OwedReturns).of(of, 'own')).map(({ kind, week: owedFor, overdue, sentBack }) =>
          [kind, owedFor, overdue ? 'overdue' : 'in time', ...(sentBack === null ? [] : [sentBack])].join(
            ' ',
          ),
        ),
      );
    const send = (date: string, time: string, disbursed: number): Promise<string> =>
      freezing.at(date, time, async () => {
        const reading = disbursementReading(date, { [ROAD]: [{ disbursed }] });
        const id = await readyReturn(system, system.board, reading);
        await answerAll(system, id);
        await system.app.get(SubmitReturn).submit(system.board, id);
        return id;
      });
    await send('2023-06-01', '15:00', 1);
    expect(await owed('2023-06-01', '17:00')).toEqual([]);
    expect(await owed('2023-06-08', '17:00')).toEqual(['disbursement 2023-06-08 in time']);
    expect(await owed('2023-06-08', '17:01')).toEqual([
      'disbursement 2023-06-08 overdue',
      'disbursement 2023-06-15 in time',
    ]);
    expect(await owed('2023-06-08', '17:01', system.finance)).toEqual([]);
    const id = await send('2023-06-09', '10:00', 2);
    expect(await owed('2023-06-09', '10:01')).toEqual([]);
    await freezing.at('2023-06-10', '10:00', () =>
      system.app.get(SendBackReturn).sendBack(system.finance, id, 'the sum'),
    );
    expect(await owed('2023-06-12', '10:00')).toContain(`disbursement 2023-06-15 in time ${id}`);
    const waysBack = (date: string, time: string): Promise<unknown[]> =>
      freezing.at(date, time, async () =>
        (await system.app.get(OwedReturns).of(system.board, 'own')).map(({ cameBack }) => cameBack),
      );
    expect(await waysBack('2023-06-12', '10:00')).toEqual([null, 'sent-back']);
    const undone = await freezing.at('2023-06-12', '11:00', () =>
      freezing.approve(disbursementReading('2023-06-12', { [ROAD]: [{ disbursed: 3 }] })),
    );
    expect(await waysBack('2023-06-12', '11:01')).toEqual([]);
    await freezing.at('2023-06-13', '10:00', () => freezing.revert(undone));
    expect(await waysBack('2023-06-13', '10:01')).toEqual([null, 'reverted']);
  });

  it('is owed until figures of the week are handed in: a draft and figures of another week fulfil nothing', async () => {
    const owed = (date: string, time: string): Promise<string[]> =>
      freezing.at(date, time, async () =>
        (await system.app.get(OwedReturns).of(system.board, 'own')).map(({ week: owedFor }) => owedFor),
      );
    const draft = (date: string, time: string, asOf: string, disbursed: number): Promise<string> =>
      freezing.at(date, time, () =>
        readyReturn(system, system.board, disbursementReading(asOf, { [ROAD]: [{ disbursed }] })),
      );
    const submit = (date: string, time: string, id: string) =>
      freezing.at(date, time, () => system.app.get(SubmitReturn).submit(system.board, id));
    await freezing.at('2023-06-01', '15:00', () =>
      freezing.approve(disbursementReading('2023-05-31', { [ROAD]: [{ disbursed: 1 }] })),
    );
    const first = await draft('2023-06-05', '09:00', '2023-06-05', 1);
    expect(await owed('2023-06-06', '09:00')).toEqual(['2023-06-08']);
    await submit('2023-06-06', '10:00', first);
    expect(await owed('2023-06-06', '10:01')).toEqual([]);
    // In the next week once more figures of the week before.
    await submit('2023-06-12', '10:00', await draft('2023-06-12', '09:00', '2023-06-07', 2));
    expect(await owed('2023-06-12', '10:01')).toEqual(['2023-06-15']);
    await draft('2023-06-13', '09:00', '2023-06-13', 3);
    await freezing.at('2023-06-16', '07:00', freezeDue);
    expect(await states('2023-06-08')).toEqual([
      ['Ban Quản lý dự án - Đô thị', 'disbursement', true, 'pending', false],
    ]);
    expect(await states('2023-06-15')).toEqual([
      ['Ban Quản lý dự án - Đô thị', 'disbursement', true, 'silent', false],
    ]);
  });

  it('asks for the kinds that were owed on the day of the cut-off', async () => {
    const duty = {
      kinds: ['disbursement' as const, 'land-clearance' as const],
      from: plainDate('2023-06-10'),
    };
    await system.app.get(ReportingDuties).set(system.finance, system.board.organizationId, duty);
    await freezing.at('2023-06-08', '15:00', () =>
      freezing.approve(disbursementReading('2023-06-07', { [ROAD]: [{ disbursed: 1 }] })),
    );
    await freezing.at('2023-06-15', '15:00', () =>
      freezing.approve(clearanceReading('2023-06-14', { [ROAD]: { households: 3 } })),
    );
    await freezing.at('2023-06-16', '07:00', freezeDue);
    expect(await states('2023-06-08')).toEqual([
      ['Ban Quản lý dự án - Đô thị', 'disbursement', true, 'reported', false],
    ]);
    expect(await states('2023-06-15')).toEqual([
      ['Ban Quản lý dự án - Đô thị', 'disbursement', true, 'silent', false],
      ['Ban Quản lý dự án - Đô thị', 'land-clearance', true, 'reported', false],
    ]);
  });
});
