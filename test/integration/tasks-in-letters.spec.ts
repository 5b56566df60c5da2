import { randomUUID } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { DigestModule } from '@thongvon/digest';
import { addDays, instantAt, plainDate } from '@thongvon/kernel';
import { type Actor, EnsureUser } from '@thongvon/organizations';
import { JobHandlers } from '@thongvon/platform';
import { FreezeMissingWeeks } from '@thongvon/snapshots';
import { ActOnTask, GiveTasks, type TaskAction, ViewConclusions } from '@thongvon/tasks';
import { disbursementReading, planReading } from '../factories/reading';
import { approveReady, readyReturn } from '../support/ready-return';
import { startTestSystem, type TestSystem } from '../support/test-system';

const ROAD = '7000001';
const PLAN = planReading(
  { number: '1/QĐ', date: '2023-01-05', mode: 'initial' },
  { [ROAD]: { huyen: 1000 } },
);

describe('last week’s tasks in the weekly letter', () => {
  let system: TestSystem;
  let leader: Actor;
  beforeEach(async () => {
    system = await startTestSystem(new Date('2023-06-01T02:00:00Z'), [DigestModule]);
    const { organizationId, scope } = system.finance;
    const account = {
      email: 'leader@example.test',
      name: 'Lãnh đạo',
      role: 'leader',
      organizationId,
    } as const;
    const { user } = await system.app.get(EnsureUser).run({ ...account, password: 'a-long-password' });
    leader = { userId: user.id, role: 'leader', organizationId, scope };
    await at('2023-01-06', '09:00', async () => {
      await approveReady(system, system.finance, await readyReturn(system, system.finance, PLAN));
    });
    for (const [on, asOf] of [
      ['2023-06-15', '2023-06-14'],
      ['2023-06-22', '2023-06-21'],
    ] as const)
      await at(on, '15:00', async () => {
        const reading = disbursementReading(asOf, { [ROAD]: [{ source: 'huyen', disbursed: 100 }] });
        await approveReady(system, system.board, await readyReturn(system, system.board, reading));
      });
  });
  afterEach(() => system.close());

  const at = <T>(date: string, time: string, work: () => Promise<T>): Promise<T> =>
    system.clock.at(instantAt(plainDate(date), time), work);
  const freeze = (friday: string): Promise<void> =>
    at(friday, '07:00', () => system.app.get(FreezeMissingWeeks).run());
  const act = (actor: Actor, id: string, action: TaskAction): Promise<void> =>
    system.app.get(ActOnTask).act(actor, id, action);

  /** Gives so many tasks to the board; their ids. */
  async function give(count: number, due: string): Promise<string[]> {
    const tasks = Array.from({ length: count }, (_, nth) => ({
      ...{ what: `Việc ${nth + 1}`, due: plainDate(due), organizationId: system.board.organizationId },
    }));
    const { conclusionId } = await system.app
      .get(GiveTasks)
      .give(leader, { clientKey: randomUUID(), kind: 'conclusion', tasks });
    return (await system.app.get(ViewConclusions).find(leader, conclusionId)).tasks.map(({ id }) => id);
  }

  /** Writes the letters that are asked for; the texts of all so far, the latest last. */
  async function letters(): Promise<string[]> {
    const wishes = await system.data.query<{ subject: string }[]>(
      `SELECT subject FROM platform.work_intent WHERE job = 'send-digest' AND done_at IS NULL ORDER BY id`,
    );
    const handler = system.app.get(JobHandlers).handlerOf('send-digest');
    for (const { subject } of wishes) await handler.handle(subject);
    const rows = await system.data.query<{ message: Buffer }[]>(
      `SELECT message FROM platform.mail WHERE kind = 'weekly-digest' ORDER BY created_at`,
    );
    const parsed = await Promise.all(rows.map(({ message }) => simpleParser(message)));
    return parsed.map(({ text = '' }) => text);
  }

  it('come first, as they stood when the week was frozen, whatever was done before the letter is written', async () => {
    await freeze('2023-06-16');
    expect(await letters()).toEqual([expect.not.stringContaining('VIỆC GIAO')]);
    const [done = '', late = '', going = '', reported = ''] = await at('2023-06-16', '10:00', () =>
      give(4, '2023-06-21'),
    );
    await at('2023-06-20', '09:00', async () => {
      await act(system.board, done, { type: 'reported', text: 'Đã cắt điện' });
      await act(leader, done, { type: 'confirmed' });
      await act(system.board, reported, { type: 'reported', text: 'Đã gặp đủ 4 hộ' });
      await act(system.board, going, { type: 'accepted' });
      await act(leader, going, {
        type: 'due-moved',
        due: addDays(plainDate('2023-06-21'), 9),
        text: 'Chờ đơn giá',
      });
    });
    await freeze('2023-06-23');
    // After the freezing, even by a clock that is behind: the letter says what was known then.
    await at('2023-06-23', '06:30', () => act(system.board, late, { type: 'reported', text: 'Vừa xong' }));
    const [, text = ''] = await letters();
    expect(text).toContain('4 VIỆC GIAO TUẦN TRƯỚC: 1 XONG, 2 ĐANG LÀM, 1 QUÁ HẠN');
    expect(text.indexOf('VIỆC GIAO TUẦN TRƯỚC')).toBeLessThan(text.indexOf('CẦN QUYẾT'));
    const lines = text.split('\n').filter((line) => line.includes('Mở việc'));
    expect(lines.map((line) => line.slice(0, line.indexOf(' Mở việc')))).toEqual([
      'Quá hạn 1 ngày (hạn 21/06). Việc 2. Ban Quản lý dự án - Đô thị.',
      'Đã báo lại, chờ xác nhận (hạn 21/06). Việc 4. Ban Quản lý dự án - Đô thị.',
      'Đang làm (hạn 30/06, đã hẹn lại 1 lần). Việc 3. Ban Quản lý dự án - Đô thị.',
    ]);
    expect(lines[0]).toContain(`/viec-giao/${late}`);
    await freeze('2023-06-30');
    const [, , next = ''] = await letters();
    expect(next).toContain('TUẦN TRƯỚC KHÔNG GIAO VIỆC NÀO');
    expect(next).toContain('Các tuần trước còn 3 việc chưa xong, 0 quá hạn.');
  });
});
