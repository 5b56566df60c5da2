import { simpleParser, type ParsedMail } from 'mailparser';
import { instantAt, plainDate } from '@thongvon/kernel';
import { EnsureOrganization, EnsureUser, type Actor } from '@thongvon/organizations';
import type { Reading } from '@thongvon/return-reader';
import { RemindersGiven, ReportingDutiesModule, RemindToday } from '@thongvon/reporting-duties';
import { clearanceReading } from '../factories/clearance-reading';
import { disbursementReading, planReading } from '../factories/reading';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const ROAD = '7000001';
const PLAN = planReading(
  { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
  { [ROAD]: { huyen: 5_000_000_000 } },
);
const SPENT = disbursementReading('2023-06-10', { [ROAD]: [{ source: 'huyen', disbursed: 1_000_000_000 }] });

describe('reminders', () => {
  let system: TestSystem;
  beforeEach(async () => {
    system = await startTestSystem(new Date('2023-06-01T02:00:00Z'), [ReportingDutiesModule]);
  });
  afterEach(() => system.close());

  const at = <T>(date: string, time: string, work: () => Promise<T>): Promise<T> =>
    system.clock.at(instantAt(plainDate(date), time), work);
  const approve = async (sender: Actor, reading: Reading): Promise<void> =>
    approveReady(system, sender, await readyReturn(system, sender, reading));
  const remind = (date: string, time = '08:30'): Promise<void> =>
    at(date, time, () => system.app.get(RemindToday).run());
  async function mails(): Promise<ParsedMail[]> {
    const rows = await system.data.query<{ message: Buffer }[]>(
      `SELECT m.message FROM platform.mail m JOIN reporting_duties.reminder r ON r.mail_id = m.id ORDER BY r.on_date, m.recipient`,
    );
    return Promise.all(rows.map(({ message }) => simpleParser(message)));
  }
  const reported = async (): Promise<(string | undefined)[]> =>
    (await mails()).map(
      ({ to, subject }) => `${(Array.isArray(to) ? to[0] : to)?.text ?? ''}: ${subject ?? ''}`,
    );

  const given = () =>
    system.app.get(RemindersGiven).lastOf([
      {
        organizationId: system.board.organizationId,
        kind: 'disbursement',
        week: plainDate('2023-06-22'),
      },
    ]);

  it('go to the office that owes a return, before and after the cut-off, until it has sent it', async () => {
    await remind('2023-06-20');
    await remind('2023-06-21', '07:59');
    expect([await reported(), await given()]).toEqual([[], [null]]);
    await remind('2023-06-21');
    await remind('2023-06-21', '09:00');
    expect(await reported()).toEqual(['board@example.test: Nhắc việc: 1 việc đến hạn']);
    expect(await given()).toEqual([{ on: '2023-06-21', rung: 1, to: 'reporter', sent: false }]);
    await at('2023-06-21', '10:00', () => approve(system.finance, PLAN));
    // Figures of an earlier week are no return of this one.
    await at('2023-06-22', '09:00', () => approve(system.board, SPENT));
    await at('2023-06-22', '10:00', () =>
      approve(
        system.board,
        disbursementReading('2023-06-21', { [ROAD]: [{ source: 'huyen', disbursed: 1_000_000_000 }] }),
      ),
    );
    await remind('2023-06-23');
    expect((await reported()).length).toBe(1);
  });

  it('are one a day to a person, also when several processes look', async () => {
    await Promise.all([remind('2023-06-22'), remind('2023-06-22'), remind('2023-06-22')]);
    expect(await reported()).toHaveLength(1);
    const { userId } = system.board;
    await expect(
      system.data.query(
        `INSERT INTO reporting_duties.reminder (on_date, user_id, mail_id, items) SELECT on_date, user_id, mail_id, items FROM reporting_duties.reminder WHERE user_id = $1`,
        [userId],
      ),
    ).rejects.toThrow(/unique/);
  });

  it('climb to the head of finance, and name the overdue blocker with what it holds', async () => {
    const { organizationId } = system.finance;
    const head = { email: 'head@example.test', name: 'Trưởng phòng', role: 'finance-head' } as const;
    await system.app.get(EnsureUser).run({ ...head, organizationId, password: 'a-long-password' });
    await at('2023-06-12', '09:00', async () => {
      await approve(system.finance, PLAN);
      await approve(system.board, SPENT);
      await approve(
        system.board,
        clearanceReading('2023-06-10', {
          [ROAD]: { households: 3, handedOver: 1, blocker: 'Chưa dời điện', due: '2023-06-14' },
        }),
      );
    });
    await remind('2023-06-14');
    await at('2023-06-28', '09:00', () =>
      approve(
        system.board,
        disbursementReading('2023-06-28', { [ROAD]: [{ source: 'huyen', disbursed: 1_000_000_000 }] }),
      ),
    );
    await remind('2023-06-29');
    const [first, , second] = await mails();
    expect(await reported()).toEqual([
      'board@example.test: Nhắc việc: 1 việc đến hạn',
      // Escalation informs more people, and never takes the turn away.
      'board@example.test: Nhắc việc: 1 việc đến hạn, 1 đã quá hạn',
      'head@example.test: Nhắc việc: 1 việc đến hạn, 1 đã quá hạn',
    ]);
    expect(first?.text).toContain('Hạn hôm nay');
    expect(first?.text).toMatch(/\/vuong-mac\n/);
    expect(second?.text).toMatch(/Quá hạn 15 ngày: Vướng mắc .* hạn 14\/06\/2023.*giữ 4,000 tỷ đồng/);
  });

  it('of a blocker go to the office that must act, and name it; the owner’s while none is attached', async () => {
    const { id: commune } = await system.app.get(EnsureOrganization).run({
      ...{ name: 'UBND xã Bình Phú', kind: 'commune', effectiveFrom: '2020-01-01' },
      parentId: system.finance.organizationId,
    });
    await system.app.get(EnsureUser).run({
      ...{ email: 'phu@example.test', name: 'Công chức', role: 'reporter', organizationId: commune },
      password: 'a-long-password',
    });
    const blocked = (responsibleUnit: string) =>
      clearanceReading('2023-06-10', {
        [ROAD]: {
          households: 3,
          handedOver: 1,
          blocker: 'Chưa dời điện',
          due: '2023-06-13',
          responsibleUnit,
        },
      });
    await at('2023-06-12', '09:00', () => approve(system.board, blocked('UBND xã Bình Phú')));
    await remind('2023-06-13');
    await at('2023-06-13', '09:00', () => approve(system.board, blocked('UBND xã Bình Phú, Điện lực')));
    // The same words of the same day, which mean no office any more.
    await remind('2023-06-14');
    const [first, second] = await mails();
    expect(await reported()).toEqual([
      'phu@example.test: Nhắc việc: 1 việc đến hạn',
      // Its return of the week falls due as well.
      'board@example.test: Nhắc việc: 2 việc đến hạn, 1 đã quá hạn',
    ]);
    expect(first?.text).toContain('; UBND xã Bình Phú');
    expect(second?.text).toContain(
      'UBND xã Bình Phú, Điện lực (chưa gắn đơn vị chủ trì, chủ đầu tư cần chọn)',
    );
  });
});
