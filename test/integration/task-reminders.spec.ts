import fc from 'fast-check';
import { simpleParser } from 'mailparser';
import type { EntityManager } from 'typeorm';
import type { Role } from '@thongvon/api-contract';
import { addDays, dayOfWeek, DEFAULT_LADDERS, instantAt, type PlainDate, plainDate } from '@thongvon/kernel';
import {
  type Actor,
  EnsureOrganization,
  EnsureUser,
  EscalationSettings,
  OrganizationTree,
} from '@thongvon/organizations';
import { Mails } from '@thongvon/platform';
import { ReportingDutiesModule, RemindToday } from '@thongvon/reporting-duties';
import { ActOnTask, GiveTasks, TasksModule, ViewConclusions, ViewTasks } from '@thongvon/tasks';
import { startTestSystem, type TestSystem } from '../support/test-system';

/** A Monday. */
const FIRST = plainDate('2023-06-05');
const NUM_RUNS = Number(process.env['RUNS'] ?? 2);
/** So many days are lived through. */
const DAYS = 32;
const FRIDAY = 5;

type OfficeName = 'commune' | 'other' | 'silent';
type PersonName = 'clerk' | 'second' | 'neighbour' | 'finance' | 'approver' | 'head' | 'leader' | 'strange';

interface Given {
  readonly to: OfficeName;
  /** Days after the first. */
  readonly due: number;
  /** When it is reported, in days after the first; null: never. */
  readonly reported: number | null;
}

/** A district with its offices and people, on the morning of the first day. */
async function district() {
  const system = await startTestSystem(instantAt(FIRST, '07:00'), [ReportingDutiesModule, TasksModule]);
  const top = system.finance.organizationId;
  const office = async (name: string, parentId: string | null): Promise<string> => {
    const wanted = { name, kind: 'commune', effectiveFrom: '2020-01-01', parentId } as const;
    return (await system.app.get(EnsureOrganization).run(wanted)).id;
  };
  const person = async (name: string, role: Role, organizationId: string): Promise<Actor> => {
    const account = { email: `${name}@rungs.test`, name, role, organizationId, password: 'a-long-password' };
    const { user } = await system.app.get(EnsureUser).run(account);
    const scope = await system.app.get(OrganizationTree).idsBelow(organizationId);
    return { userId: user.id, role, organizationId, scope };
  };
  const offices: Record<OfficeName, string> = {
    commune: await office('UBND xã Một', top),
    other: await office('UBND xã Hai', top),
    silent: await office('UBND xã Vắng', top),
  };
  const people: Record<PersonName, Actor> = {
    clerk: await person('clerk', 'reporter', offices.commune),
    second: await person('second', 'reporter', offices.commune),
    neighbour: await person('neighbour', 'reporter', offices.other),
    finance: system.finance,
    approver: system.approver,
    head: await person('head', 'finance-head', top),
    leader: await person('leader', 'leader', top),
    strange: await person('strange', 'leader', await office('UBND huyện Khác', null)),
  };
  return { system, offices, people };
}

type District = Awaited<ReturnType<typeof district>>;

async function give({ system, people, offices }: District, tasks: readonly Given[]): Promise<string[]> {
  const { conclusionId } = await system.app.get(GiveTasks).give(people.leader, {
    ...{ clientKey: 'rungs-of-tasks', kind: 'conclusion' },
    tasks: tasks.map(({ to, due }, nth) => ({
      ...{ what: `Việc thứ ${nth}`, organizationId: offices[to], due: addDays(FIRST, due) },
    })),
  });
  const { tasks: given } = await system.app.get(ViewConclusions).find(people.leader, conclusionId);
  return given.map(({ id }) => id);
}

/** "2023-06-05 clerk 0": of which task somebody was reminded on which day, in the order of these words. */
async function reminded({ system }: District, ids: readonly string[]): Promise<string[]> {
  const rows = await system.data.query<{ day: string; name: string; task: string }[]>(
    `SELECT r.on_date AS day, u.name, item ->> 'subject' AS task
     FROM reporting_duties.reminder r JOIN organizations.user_account u ON u.id = r.user_id
       CROSS JOIN LATERAL jsonb_array_elements(r.items) item
     WHERE item ->> 'debt' = 'task'`,
  );
  return rows.map(({ day, name, task }) => `${day} ${name} ${ids.indexOf(task)}`).toSorted();
}

/** The same as the rule says it: each rung on its day, a weekend's on the Monday after. */
function expected(tasks: readonly Given[]): string[] {
  const acting: Record<OfficeName, readonly PersonName[]> = {
    commune: ['clerk', 'second'],
    other: ['neighbour'],
    // Nobody of it can answer: who gave it hears of it.
    silent: ['finance', 'approver', 'head', 'leader'],
  };
  const lines = Array.from({ length: DAYS }, (_, nth) => nth).flatMap((nth) => {
    const day = addDays(FIRST, nth);
    const weekday = dayOfWeek(day);
    if (weekday > FRIDAY) return [];
    return tasks.flatMap(({ to, due, reported }, index) => {
      if (reported !== null && reported <= nth) return [];
      const made = weekday === 1 ? [nth - due, nth - due - 1, nth - due - 2] : [nth - due];
      const rung = DEFAULT_LADDERS.task.findLast(({ days }) => made.includes(days));
      if (!rung) return [];
      const above: readonly PersonName[] =
        rung.to === 'reporter' ? [] : rung.to === 'leader' ? ['leader'] : ['head'];
      return [...new Set([...acting[to], ...above])]
        .filter((name) => weekday !== FRIDAY || name !== 'leader')
        .map((name) => `${day} ${name} ${index}`);
    });
  });
  return lines.toSorted();
}

/** Ends the connection that writes the nth mail, as a kill of the process would. */
function killAt(system: TestSystem, nth: number): { readonly restore: () => void } {
  const mails = system.app.get(Mails);
  const add = mails.add.bind(mails);
  let written = 0;
  const spy = jest.spyOn(mails, 'add').mockImplementation(async (manager: EntityManager, mail) => {
    written += 1;
    if (written === nth) await manager.query('SELECT pg_terminate_backend(pg_backend_pid())');
    return add(manager, mail);
  });
  return { restore: () => spy.mockRestore() };
}

describe('reminders of tasks', () => {
  const task = fc.record<Given>({
    to: fc.constantFrom('commune', 'other', 'silent'),
    due: fc.integer({ min: 0, max: 12 }),
    reported: fc.option(fc.integer({ min: 0, max: 25 })),
  });
  const disturbance = fc.record({
    kill: fc.integer({ min: 0, max: 5 }),
    times: fc.integer({ min: 1, max: 3 }),
  });

  it('are written once on each rung, whatever is killed or run again, to the office, then above, to nobody else', async () => {
    const disturbances = fc.array(disturbance, { minLength: DAYS, maxLength: DAYS });
    const tasks = fc.array(task, { minLength: 4, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(tasks, disturbances, async (drawn, disturbed) => {
        const all = await district();
        const { system, people } = all;
        try {
          const ids = await give(all, drawn);
          for (const [nth, { kill, times }] of disturbed.entries()) {
            const day = addDays(FIRST, nth);
            const of = (id: number): Actor =>
              ({ commune: people.clerk, other: people.neighbour, silent: people.finance })[
                drawn[id]?.to ?? 'other'
              ];
            await system.clock.at(instantAt(day, '07:30'), async () => {
              for (const [index, { to, reported }] of drawn.entries())
                if (reported === nth && to !== 'silent')
                  await system.app
                    .get(ActOnTask)
                    .act(of(index), ids[index] ?? '', { type: 'reported', text: 'Xong' });
            });
            await system.clock.at(instantAt(day, '08:30'), async () => {
              const run = () => system.app.get(RemindToday).run();
              if (kill > 0) {
                const killed = killAt(system, kill);
                await run().catch(() => undefined);
                killed.restore();
              }
              await Promise.all(Array.from({ length: times }, run));
            });
          }
          const lived = drawn.map((one) => (one.to === 'silent' ? { ...one, reported: null } : one));
          expect(await reminded(all, ids)).toEqual(expected(lived));
          // One mail for each reminder, and who is written to may see the task.
          const [{ mails, given } = { mails: -1, given: -2 }] = await system.data.query<
            { mails: number; given: number }[]
          >(
            `SELECT (SELECT count(*) FROM platform.mail WHERE kind = 'reminder')::integer AS mails,
               (SELECT count(*) FROM reporting_duties.reminder)::integer AS given`,
          );
          expect(mails).toBe(given);
          for (const line of await reminded(all, ids)) {
            const [, name = '', index = ''] = line.split(' ');
            const seen = await system.app
              .get(ViewTasks)
              .find(people[name as PersonName], ids[Number(index)] ?? '');
            expect(seen.what).toBe(`Việc thứ ${index}`);
          }
        } finally {
          await system.close();
        }
      }),
      { numRuns: NUM_RUNS },
    );
  }, 300_000);

  it('go by the ladder that the top office has set, and say what, who gave it, and until when', async () => {
    const all = await district();
    const { system, people } = all;
    try {
      const admin: Actor = { ...people.head, role: 'administrator' };
      // Set before tasks had rungs: those of tasks stay as they come.
      await system.app.get(EscalationSettings).set(admin, { blocker: [{ days: 1, to: 'reporter' }] }, 'thử');
      expect((await system.app.get(EscalationSettings).view(admin)).ladders.task).toEqual(
        DEFAULT_LADDERS.task,
      );
      await system.app.get(EscalationSettings).set(admin, { task: [{ days: 2, to: 'reporter' }] }, 'QĐ 9101');
      const ids = await give(all, [{ to: 'commune', due: 1, reported: null }]);
      for (let nth = 0; nth < 10; nth += 1)
        await system.clock.at(instantAt(addDays(FIRST, nth), '08:30'), () =>
          system.app.get(RemindToday).run(),
        );
      const due: PlainDate = addDays(FIRST, 1);
      const lines = await reminded(all, ids);
      expect(lines).toEqual([`${addDays(due, 2)} clerk 0`, `${addDays(due, 2)} second 0`]);
      const [row] = await system.data.query<{ message: Buffer }[]>(
        `SELECT message FROM platform.mail WHERE kind = 'reminder' AND recipient = 'clerk@rungs.test'`,
      );
      const mail = await simpleParser(row?.message ?? Buffer.from(''));
      expect(mail.subject).toBe('Nhắc việc: 1 việc đến hạn, 1 đã quá hạn');
      expect(mail.text).toMatch(
        /Quá hạn 2 ngày: Việc UBND huyện Thử giao UBND xã Một: Việc thứ 0, hạn 06\/06\/2023/,
      );
      expect(mail.text).toMatch(/\/viec-giao\n/);
    } finally {
      await system.close();
    }
  }, 120_000);
});
