import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { type Role, TASK_ACTS, type TaskAct, type TaskWait } from '@thongvon/api-contract';
import { addDays, plainDate } from '@thongvon/kernel';
import { type Actor, EnsureOrganization, EnsureUser, OrganizationTree } from '@thongvon/organizations';
import {
  ActOnTask,
  GiveTasks,
  NumberConclusion,
  standingOf,
  TasksModule,
  type TaskAction,
  type TaskEvent,
  ViewConclusions,
  ViewTasks,
  type WantedConclusion,
  type WantedTask,
  waitsFor,
} from '@thongvon/tasks';
import { startTestSystem, type TestSystem } from '../support/test-system';

const TODAY = plainDate('2023-06-16');
const RUNS = Number(process.env['RUNS'] ?? 12);

/** Acts with all that each needs. */
const actionOf = (type: TaskAct, nth = 0): TaskAction => ({
  type,
  ...(type === 'accepted' ? {} : { text: `${type} ${nth}` }),
  ...(type === 'due-proposed' || type === 'due-moved' ? { due: addDays(TODAY, 30 + nth) } : {}),
});

describe('tasks', () => {
  let system: TestSystem;
  let leader: Actor;
  let officer: Actor;
  let commune: Actor;
  let other: Actor;
  let strange: Actor;
  /** An office in which nobody has an account. */
  let silent: string;
  const get = {
    give: () => system.app.get(GiveTasks),
    act: () => system.app.get(ActOnTask),
    view: () => system.app.get(ViewTasks),
    conclusions: () => system.app.get(ViewConclusions),
  };

  const person = async (name: string, role: Role, organizationId: string): Promise<Actor> => {
    const account = { email: `${name}@tasks.test`, name, role, organizationId, password: 'a-long-password' };
    const { user } = await system.app.get(EnsureUser).run(account);
    const scope = await system.app.get(OrganizationTree).idsBelow(organizationId);
    return { userId: user.id, role, organizationId, scope };
  };
  const office = async (name: string, parentId: string | null): Promise<string> => {
    const wanted = { name, kind: 'commune', effectiveFrom: '2020-01-01', parentId } as const;
    return (await system.app.get(EnsureOrganization).run(wanted)).id;
  };

  beforeAll(async () => {
    system = await startTestSystem(new Date('2023-06-16T07:42:00+07:00'), [TasksModule]);
    const district = system.finance.organizationId;
    silent = await office('UBND xã Vắng', district);
    commune = await person('commune', 'reporter', await office('UBND xã Một', district));
    other = await person('other', 'reporter', await office('UBND xã Hai', district));
    leader = await person('leader', 'leader', district);
    officer = await person('officer', 'finance-officer', district);
    strange = await person('strange', 'leader', await office('UBND huyện Khác', null));
  }, 120_000);
  afterAll(() => system.close());

  const wanted = (
    more: Partial<WantedConclusion> = {},
    task: Partial<WantedTask> = {},
  ): WantedConclusion => ({
    clientKey: randomUUID(),
    kind: 'page',
    tasks: [
      { what: 'Đối thoại lần 3', due: addDays(TODAY, 7), organizationId: commune.organizationId, ...task },
    ],
    ...more,
  });
  const giveOne = async (more?: Partial<WantedConclusion>, task?: Partial<WantedTask>): Promise<string> => {
    const { conclusionId } = await get.give().give(leader, wanted(more, task));
    const [given] = (await get.conclusions().find(leader, conclusionId)).tasks;
    if (!given) throw new Error('nothing was given');
    return given.id;
  };
  const count = async (sql: string, parameters: unknown[] = []): Promise<number> => {
    const [row] = await system.data.query<{ n: number }[]>(
      `SELECT count(*)::integer AS n FROM ${sql}`,
      parameters,
    );
    return row?.n ?? -1;
  };

  it('are given once, however often and however many at a time the same request comes', async () => {
    const same = wanted();
    const answers = await Promise.all(Array.from({ length: 6 }, () => get.give().give(leader, same)));
    expect(new Set(answers.map(({ conclusionId }) => conclusionId)).size).toBe(1);
    expect(answers.filter(({ already }) => !already)).toHaveLength(1);
    const [{ conclusionId } = { conclusionId: '' }] = answers;
    expect(await count('tasks.task WHERE conclusion_id = $1', [conclusionId])).toBe(1);
    expect(await count('platform.mail WHERE key LIKE $1', [`task-given:${conclusionId}:%`])).toBe(1);
    const again = await get.give().give(leader, same);
    expect(again).toMatchObject({ already: true, givenAt: answers[0]?.givenAt });
    await expect(get.give().give(leader, { ...same, title: 'khác' })).rejects.toMatchObject({
      code: 'TASK-KEY-REUSED',
    });
    // Somebody else's key is another.
    expect(await get.give().give(officer, { ...same, concludedBy: leader.userId })).toMatchObject({
      already: false,
    });
  });

  it('of a meeting are given all or none, with what is wrong said of each row', async () => {
    const before = [await count('tasks.conclusion'), await count('platform.mail')];
    const task = { what: 'Trình đơn giá', due: addDays(TODAY, 3), organizationId: commune.organizationId };
    const bad = wanted({
      tasks: [
        task,
        { ...task, due: addDays(TODAY, -1), organizationId: strange.organizationId },
        { ...task, what: ' … ', projectId: randomUUID() },
        task,
        { ...task, what: 'Khác', blockerId: randomUUID() },
      ],
    });
    await expect(get.give().give(leader, bad)).rejects.toMatchObject({
      code: 'TASKS-INVALID',
      members: {
        fields: [
          { field: 'tasks.1.due', rule: 'TASK-DUE-PAST' },
          { field: 'tasks.1.organizationId', rule: 'TASK-OFFICE-UNKNOWN' },
          { field: 'tasks.2.what', rule: 'TEXT-BLANK' },
          { field: 'tasks.2.projectId', rule: 'TASK-PROJECT-UNKNOWN' },
          { field: 'tasks.3.what', rule: 'TASK-DOUBLED' },
          { field: 'tasks.4.blockerId', rule: 'TASK-BLOCKER-UNKNOWN' },
        ],
      },
    });
    expect([await count('tasks.conclusion'), await count('platform.mail')]).toEqual(before);
  });

  it('write one mail to each who answers, and name the offices where nobody can', async () => {
    const due = addDays(TODAY, 7);
    const { conclusionId, unreachable } = await get.give().give(
      leader,
      wanted({
        kind: 'conclusion',
        number: '9045/TB-UBND',
        tasks: [commune.organizationId, commune.organizationId, other.organizationId, silent].map(
          (organizationId, index) => ({ what: `Việc ${index}`, due, organizationId }),
        ),
      }),
    );
    expect(unreachable).toEqual([{ id: silent, name: 'UBND xã Vắng' }]);
    const mails = await system.data.query<{ recipient: string; subject: string }[]>(
      'SELECT recipient, subject FROM platform.mail WHERE key LIKE $1 ORDER BY recipient',
      [`task-given:${conclusionId}:%`],
    );
    expect(mails).toEqual([
      { recipient: 'commune@tasks.test', subject: '2 việc được giao' },
      {
        recipient: 'other@tasks.test',
        subject: expect.stringMatching(/^Việc được giao, hạn 23\/06\/2023: Việc 2$/),
      },
    ]);
  });

  it('are entered by a finance officer for one who decides, and both stand on them', async () => {
    await expect(get.give().give(officer, wanted())).rejects.toMatchObject({ code: 'CONCLUDED-BY-NEEDED' });
    await expect(get.give().give(officer, wanted({ concludedBy: strange.userId }))).rejects.toMatchObject({
      code: 'CONCLUDED-BY-UNKNOWN',
    });
    const { conclusionId } = await get.give().give(officer, wanted({ concludedBy: leader.userId }));
    expect(await get.conclusions().find(leader, conclusionId)).toMatchObject({
      concludedBy: 'leader',
      enteredBy: 'officer',
    });
  });

  it('have a number that may come later, and of one document are entered once', async () => {
    const numbering = system.app.get(NumberConclusion);
    const { conclusionId } = await get.give().give(leader, wanted({ kind: 'conclusion' }));
    await expect(numbering.number(commune, conclusionId, '9061/TB-UBND', TODAY)).rejects.toMatchObject({
      code: 'TASK-NOT-YOURS',
    });
    for (let times = 0; times < 2; times += 1)
      await numbering.number(officer, conclusionId, ' 9061/TB-UBND ', TODAY);
    expect(await get.conclusions().find(commune, conclusionId)).toMatchObject({ number: '9061/TB-UBND' });
    await expect(
      get.give().give(leader, wanted({ kind: 'conclusion', number: '9061/TB-UBND', dated: TODAY })),
    ).rejects.toMatchObject({ code: 'CONCLUSION-NUMBER-TAKEN', members: { conclusionId } });
    await expect(get.give().give(leader, wanted({ kind: 'conclusion', number: '…' }))).rejects.toMatchObject({
      code: 'TEXT-BLANK',
    });
    await expect(numbering.number(officer, conclusionId, '1/TB', addDays(TODAY, 1))).rejects.toMatchObject({
      code: 'DATE-IN-FUTURE',
    });
    // Of two who enter one document at once, one has it, and the other is led to it.
    const both = await Promise.allSettled(
      [leader, officer].map((actor) =>
        get
          .give()
          .give(
            actor,
            wanted({ kind: 'conclusion', number: '9077/TB-UBND', dated: TODAY, concludedBy: leader.userId }),
          ),
      ),
    );
    const [entered] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value.conclusionId] : []));
    const refused = both.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
    expect(refused).toMatchObject([{ code: 'CONCLUSION-NUMBER-TAKEN', members: { conclusionId: entered } }]);
  });

  it('go from hand to hand: each side does its own, and who reported leaves it to another to confirm', async () => {
    const id = await giveOne();
    const act = get.act();
    await expect(act.act(strange, id, actionOf('accepted'))).rejects.toMatchObject({
      code: 'TASK-NOT-FOUND',
    });
    await expect(act.act(other, id, actionOf('accepted'))).rejects.toMatchObject({ code: 'TASK-NOT-FOUND' });
    await expect(act.act(leader, id, actionOf('accepted'))).rejects.toMatchObject({ code: 'TASK-NOT-YOURS' });
    await expect(act.act(commune, id, actionOf('confirmed'))).rejects.toMatchObject({
      code: 'TASK-NOT-YOURS',
    });
    await expect(act.act(leader, id, actionOf('confirmed'))).rejects.toMatchObject({ code: 'TASK-STATE' });
    await act.act(commune, id, actionOf('accepted'));
    await expect(act.act(leader, id, actionOf('withdrawn'))).rejects.toMatchObject({ code: 'TASK-STATE' });
    await act.act(commune, id, {
      type: 'reported',
      text: 'Gặp đủ 4 hộ',
      proof: { documentNumber: '12/BC-UBND' },
    });
    await act.act(leader, id, { type: 'sent-back', text: 'Chưa có biên bản' });
    await act.act(commune, id, { type: 'reported', text: 'Kèm biên bản' });
    await act.act(officer, id, actionOf('confirmed'));
    const seen = await get.view().find(commune, id);
    expect(seen).toMatchObject({ state: 'confirmed', may: [], lastText: 'confirmed 0' });
    expect(seen.history.map(({ type, by }) => `${type} ${by}`)).toEqual([
      ...['given leader', 'accepted commune', 'reported commune', 'sent-back leader'],
      ...['reported commune', 'confirmed officer'],
    ]);
    expect(seen.history[2]?.proof).toMatchObject({ documentNumber: '12/BC-UBND' });
  });

  it('that an office gave itself are confirmed by another than who reported', async () => {
    const id = await giveOne({}, { organizationId: leader.organizationId });
    await get.act().act(officer, id, { type: 'reported', text: 'Đã trình' });
    await expect(get.act().act(officer, id, actionOf('confirmed'))).rejects.toMatchObject({
      code: 'FOUR-EYES',
    });
    expect((await get.view().find(officer, id)).may).not.toContain('confirmed');
    await get.act().act(leader, id, actionOf('confirmed'));
  });

  it('have a date that the office asks to move and the giver decides on, and say how often it was moved', async () => {
    const id = await giveOne();
    const first = addDays(TODAY, 7);
    await expect(
      get.act().act(commune, id, { type: 'due-proposed', due: first, text: 'chờ' }),
    ).rejects.toMatchObject({ code: 'TASK-DUE-SAME' });
    await get.act().act(commune, id, { type: 'due-proposed', due: addDays(TODAY, 14), text: 'Chờ đơn giá' });
    expect(await get.view().find(leader, id)).toMatchObject({
      proposedDue: addDays(TODAY, 14),
      proposedReason: 'Chờ đơn giá',
      due: first,
    });
    await get.act().act(leader, id, { type: 'due-declined', text: 'Không lùi' });
    await expect(get.act().act(leader, id, { type: 'due-declined', text: 'nữa' })).rejects.toMatchObject({
      code: 'TASK-STATE',
    });
    await get.act().act(leader, id, { type: 'due-moved', due: addDays(TODAY, 10), text: 'Hẹn lại' });
    expect(await get.view().find(commune, id)).toMatchObject({
      ...{ due: addDays(TODAY, 10), firstDue: first, dueMoves: 1, proposedDue: null },
    });
  });

  it('tell the giver of an answer, each once', async () => {
    const id = await giveOne();
    const refusal = { type: 'refused', text: 'Không thuộc thẩm quyền' } as const;
    await Promise.all([1, 2, 3].map(() => get.act().act(commune, id, refusal)));
    const subjects = await system.data.query<{ subject: string; recipient: string }[]>(
      `SELECT m.subject, m.recipient FROM platform.mail m JOIN tasks.task_event e ON m.key LIKE 'task-answered:' || e.id || ':%' WHERE e.task_id = $1`,
      [id],
    );
    expect(subjects).toEqual([
      { subject: 'Đơn vị từ chối việc được giao: Đối thoại lần 3', recipient: 'leader@tasks.test' },
    ]);
    expect(await get.view().waiting(leader)).toMatchObject({ refused: 1 });
    await get.act().act(leader, id, { type: 'given-again', text: 'Theo phân công' });
    expect(await get.view().find(commune, id)).toMatchObject({ state: 'assigned' });
  });

  it('are never changed or deleted', async () => {
    for (const ledger of ['conclusion', 'conclusion_number', 'task', 'task_event'])
      await expect(system.data.query(`DELETE FROM tasks.${ledger}`)).rejects.toThrow(/append-only/);
  });

  it('stand as their history says, whatever people try at once, and each act leaves one entry', async () => {
    const people = (): Actor[] => [leader, officer, commune, other, strange];
    const trying = fc.record({
      who: fc.nat({ max: 4 }),
      type: fc.constantFrom(...TASK_ACTS),
      twice: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(trying, { minLength: 1, maxLength: 12 }), async (tries) => {
        const id = await giveOne();
        for (const [nth, { who, type, twice }] of tries.entries()) {
          const actor = people()[who] ?? leader;
          const before = await count('tasks.task_event WHERE task_id = $1', [id]);
          const seen = await get
            .view()
            .find(actor, id)
            .catch(() => null);
          const may = seen?.may ?? [];
          const done = await Promise.allSettled(
            Array.from({ length: twice ? 2 : 1 }, () => get.act().act(actor, id, actionOf(type, nth))),
          );
          const entries = (await count('tasks.task_event WHERE task_id = $1', [id])) - before;
          expect(entries).toBe(may.includes(type) ? 1 : 0);
          // Accepting or declining has no words that differ: the last of them, done again, is the same act.
          if (!may.includes(type) && entries === 0 && type !== 'accepted')
            expect(done.every(({ status }) => status === 'rejected')).toBe(true);
          if (may.includes(type)) expect(done.every(({ status }) => status === 'fulfilled')).toBe(true);
        }
        const kept = await system.data.manager.findOneByOrFail('TaskPosition', { taskId: id });
        const history = await system.data.query<TaskEvent[]>(
          `SELECT type, recorded_at AS at, actor_id AS "actorId", text, due FROM tasks.task_event WHERE task_id = $1 ORDER BY nth`,
          [id],
        );
        expect(kept).toMatchObject({ ...standingOf(history) });
      }),
      { numRuns: RUNS },
    );
  }, 240_000);

  it('are seen by both offices and those above them, by nobody else, in lists as one by one', async () => {
    const offices = (): Actor[] => [leader, officer, commune, other, strange];
    const to = fc.record({
      of: fc.constantFrom('commune', 'other', 'board'),
      overdueBy: fc.integer({ min: -3, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(to, { minLength: 1, maxLength: 4 }), async (given) => {
        const { conclusionId } = await get.give().give(
          leader,
          wanted({
            tasks: given.map(({ of }, index) => ({
              what: `Việc thứ ${index}`,
              due: addDays(TODAY, 2),
              organizationId: { commune, other, board: system.board }[of].organizationId,
            })),
          }),
        );
        const all = (await get.conclusions().find(leader, conclusionId)).tasks;
        expect(all.map(({ what }) => what)).toEqual(given.map((_, index) => `Việc thứ ${index}`));
        for (const actor of [...offices(), system.board]) {
          const expected = all.filter(
            ({ giverId, organizationId }) =>
              actor.scope.includes(giverId) || actor.scope.includes(organizationId),
          );
          const listed = await get.view().list(actor, { conclusionId, limit: 100 });
          expect(listed.items.map(({ id }) => id).toSorted()).toEqual(
            expected.map(({ id }) => id).toSorted(),
          );
          for (const { id } of all) {
            const sees = expected.some((task) => task.id === id);
            const found = get.view().find(actor, id);
            if (sees) expect(await found).toMatchObject({ id });
            else await expect(found).rejects.toMatchObject({ code: 'TASK-NOT-FOUND' });
          }
          const whole = get.conclusions().find(actor, conclusionId);
          if (expected.length > 0) expect((await whole).counts.given).toBe(expected.length);
          else await expect(whole).rejects.toMatchObject({ code: 'CONCLUSION-NOT-FOUND' });
        }
      }),
      { numRuns: RUNS },
    );
  }, 240_000);

  it('are overdue by one rule, in the list and one by one, and wait for whom they wait', async () => {
    const id = await giveOne();
    await system.clock.at(new Date('2023-06-24T00:00:00+07:00'), async () => {
      const overdue = await get.view().list(commune, { overdue: true, limit: 500 });
      const all = await get.view().list(commune, { limit: 500 });
      expect(overdue.items.map((task) => task.id).toSorted()).toEqual(
        all.items
          .filter((task) => task.overdue)
          .map((task) => task.id)
          .toSorted(),
      );
      expect(all.items.find((task) => task.id === id)).toMatchObject({ overdue: true, daysOverdue: 1 });
      const waiting = await get.view().waiting(commune);
      expect(waiting).toMatchObject({
        overdue: overdue.items.filter(({ organizationId }) => organizationId === commune.organizationId)
          .length,
      });
      const mine = all.items.filter(
        ({ organizationId, state }) =>
          organizationId === commune.organizationId && (state === 'assigned' || state === 'accepted'),
      );
      expect(waiting.toAnswer).toBe(mine.length);
      for (const actor of [leader, officer, commune, other, strange, system.board]) {
        const seen = (await get.view().list(actor, { limit: 500 })).items;
        const idsOf = (tasks: readonly { readonly id: string }[]) => tasks.map((task) => task.id).toSorted();
        const counts = await get.view().waiting(actor);
        const any = await get.view().list(actor, { waiting: 'any', limit: 500 });
        expect(idsOf(any.items)).toEqual(idsOf(seen.filter((task) => waitsFor(actor, task) !== null)));
        const { items, total } = await get.view().whatWaits(actor, { limit: 500 });
        expect([idsOf(items), total, counts.total]).toEqual([idsOf(any.items), items.length, items.length]);
        const shown = { answer: 'toAnswer', confirm: 'toConfirm', refused: 'refused' } as const;
        for (const [waiting, name] of [...Object.entries(shown), ['due-proposed', 'dueProposed']]) {
          const listed = await get.view().list(actor, { waiting: waiting as TaskWait, limit: 500 });
          expect(listed.total).toBe(counts[name as keyof typeof counts]);
          const ofKind = items.filter(({ wait }) => wait === waiting);
          expect(idsOf(listed.items)).toEqual(expect.arrayContaining(idsOf(ofKind)));
        }
        // Each says what it waits for: a refusal its reason, a report what was done.
        for (const { state, wait, said, lastText, proposedDue } of items) {
          if (wait === 'refused' || wait === 'confirm')
            expect(said).toMatchObject({ type: state, text: lastText });
          if (wait === 'due-proposed')
            expect([said.type, proposedDue === null]).toEqual(['due-proposed', false]);
          if (wait === 'answer') expect(['given', 'given-again', 'sent-back']).toContain(said.type);
        }
      }
      const week = await get.view().week(leader, plainDate('2023-06-22'));
      expect(week.counts.given).toBe(
        week.counts.done + week.counts.doing + week.counts.overdue + week.counts.refused,
      );
      expect(week).toMatchObject({ everGiven: true, earlier: { given: 0 }, asOf: '2023-06-24' });
      expect(week.counts.overdue).toBeGreaterThan(0);
      expect(await get.view().week(strange, plainDate('2023-06-22'))).toMatchObject({ everGiven: false });
    });
  });
});
