import fc from 'fast-check';
import {
  ListBlockers,
  OpenBlocker,
  ProposeOnBlocker,
  SetResponsibleOffice,
  SummarizeBlockers,
  ViewBlocker,
} from '@thongvon/blockers';
import { addDays, instantAt, plainDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { longRun, PATIENCE } from '../long/long-run';
import { blockerOffices } from '../support/blocker-offices';
import { DEFAULTS } from '../support/reported-blockers';
import { startTestSystem, type TestSystem } from '../support/test-system';

const OFFICES = 6;
const BLOCKERS = 3;
const START = plainDate('2023-06-05');
const DAYS = 6;

/** Who is expected to see a blocker at the end of a day, by the place of the office. */
interface Standing {
  responsible: number | null;
  asked: number | null;
}

interface Modelled extends Standing {
  readonly id: string;
  readonly projectId: string;
  readonly owner: number;
  readonly clears: Set<number>;
  /** By day, the first one first. */
  readonly days: Standing[];
}

interface Step {
  readonly type: 'set' | 'offer' | 'accepted' | 'refused' | 'clears';
  readonly blocker: number;
  readonly office: number | null;
}

interface Tree {
  readonly people: readonly Actor[];
  /** Finance of the top office. */
  readonly finance: Actor;
  /** The office above each, by place. */
  readonly parents: readonly (number | null)[];
}

function nth<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new Error(`nothing at ${String(index)}`);
  return found;
}

describe('who sees a blocker', () => {
  let system: TestSystem;
  beforeAll(async () => {
    system = await startTestSystem(instantAt(START, '08:00'));
  });
  afterAll(() => system.close());
  const { office, person, project } = blockerOffices(() => system);
  const at = <T>(day: PlainDate, work: () => Promise<T>): Promise<T> =>
    system.clock.at(instantAt(day, '09:00'), work);

  const place = fc.nat(OFFICES - 1);
  const step: fc.Arbitrary<Step> = fc.record({
    type: fc.constantFrom('set', 'offer', 'accepted', 'refused', 'clears'),
    blocker: fc.nat(BLOCKERS - 1),
    office: fc.option(place, { freq: 8 }),
  });
  const { runs, seed, report } = longRun('who sees a blocker', 4, 60);

  it(
    'is who holds its project, clears its land, must act on it or is asked to, on that day, and who is above them: all, and nobody else',
    async () => {
      let run = 0;
      const history = fc.record({
        parents: fc.array(fc.nat(), { minLength: OFFICES - 1, maxLength: OFFICES - 1 }),
        owners: fc.array(place, { minLength: BLOCKERS, maxLength: BLOCKERS }),
        days: fc.array(fc.array(step, { maxLength: 3 }), { minLength: DAYS, maxLength: DAYS }),
      });
      await fc.assert(
        fc.asyncProperty(history, async ({ parents, owners, days }) => {
          const tree = await plant((run += 1), parents);
          const blockers: Modelled[] = [];
          for (const owner of owners) blockers.push(await opened(tree, owner));
          for (const [index, steps] of days.entries()) {
            const day = addDays(START, index);
            for (const given of steps) await at(day, () => perform(tree, blockers, given));
            for (const { days: past, responsible, asked } of blockers) past.push({ responsible, asked });
          }
          await at(addDays(START, DAYS - 1), () => compare(tree, blockers));
        }),
        { numRuns: runs, seed, endOnFailure: true },
      );
      report({ 'as expected': runs });
    },
    PATIENCE,
  );

  async function plant(run: number, drawn: readonly number[]): Promise<Tree> {
    const ids = [await office(`Văn phòng ${String(run)}.0`, null)];
    const parents: (number | null)[] = [null];
    for (const [index, parent] of drawn.entries()) {
      parents.push(parent % (index + 1));
      ids.push(
        await office(`Văn phòng ${String(run)}.${String(index + 1)}`, ids[parent % (index + 1)] ?? null),
      );
    }
    const people: Actor[] = [];
    for (const id of ids) people.push(await person(id));
    return { people, parents, finance: await person(ids[0] ?? '', 'finance-officer') };
  }

  async function opened({ people }: Tree, owner: number): Promise<Modelled> {
    const by = nth(people, owner);
    const projectId = await project(by.organizationId);
    const asked = { projectId, segmentId: null, description: 'Chưa có mặt bằng', openedOn: START };
    const id = await at(START, () => system.app.get(OpenBlocker).open(by, asked));
    return { id, projectId, owner, responsible: null, asked: null, clears: new Set(), days: [] };
  }

  /** Does the step where it can be done, and says what is expected of it. */
  async function perform(
    { people, finance }: Tree,
    blockers: readonly Modelled[],
    { type, blocker: which, office: to }: Step,
  ): Promise<void> {
    const blocker = nth(blockers, which);
    const { id, responsible, asked } = blocker;
    const proposing = system.app.get(ProposeOnBlocker);
    const idOf = (index: number): string => people[index]?.organizationId ?? '';
    if (type === 'set') {
      await system.app.get(SetResponsibleOffice).set(finance, id, to === null ? null : idOf(to));
      if (to !== responsible) Object.assign(blocker, { responsible: to, asked: null });
      // What nobody had said before is filled in.
      for (const day of blocker.days) day.responsible ??= to;
    } else if (type === 'clears') {
      if (to === null || blocker.clears.has(to)) return;
      blocker.clears.add(to);
      await system.data.query(
        `INSERT INTO projects.project_participant (project_id, organization_id, role, valid_from, named_by, named_at)
         VALUES ($1, $2, 'land-clearance', $3, $4, now())`,
        [blocker.projectId, idOf(to), START, finance.userId],
      );
    } else if (type === 'offer') {
      if (responsible === null || to === null || asked !== null || to === responsible) return;
      const offer = { organizationId: idOf(to), reason: 'không thuộc đơn vị' };
      await proposing.proposeHandover(nth(people, responsible), id, offer);
      blocker.asked = to;
    } else {
      if (asked === null) return;
      const decider = nth(people, asked);
      const query = { ...DEFAULTS, asOf: plainDate('2023-12-31') };
      const { handoverProposal } = await system.app.get(ViewBlocker).view(decider, id, query);
      const answer = { proposal: handoverProposal?.id ?? '', decision: type, reason: 'vì sao' };
      await proposing.decideHandover(decider, id, answer);
      Object.assign(blocker, { asked: null, ...(type === 'accepted' ? { responsible: asked } : {}) });
    }
  }

  async function compare({ people, parents }: Tree, blockers: readonly Modelled[]): Promise<void> {
    const isAtOrAbove = (over: number, under: number): boolean => {
      for (let at: number | null = under; at !== null; at = parents[at] ?? null) if (at === over) return true;
      return false;
    };
    for (let index = 0; index < DAYS; index += 1) {
      const query = { ...DEFAULTS, asOf: addDays(START, index) };
      for (const [over, actor] of people.entries()) {
        const expected = blockers.flatMap(({ id, owner, clears, days }) => {
          const { responsible = null, asked = null } = days[index] ?? {};
          const offices = [owner, ...clears, responsible, asked].filter((one) => one !== null);
          return offices.some((under) => isAtOrAbove(over, under)) ? [id] : [];
        });
        const { items, total } = await system.app.get(ListBlockers).list(actor, { ...query, limit: 50 });
        const seen = items.map(({ id }) => id).toSorted();
        expect([index, over, seen]).toEqual([index, over, expected.toSorted()]);
        expect(total).toBe(expected.length);
        const held = await system.app.get(SummarizeBlockers).summarize(actor, query);
        expect([held.blockers, held.projects]).toEqual([expected.length, expected.length]);
        for (const { id } of blockers) {
          const viewed = system.app.get(ViewBlocker).view(actor, id, query);
          if (expected.includes(id)) expect(await viewed).toMatchObject({ id });
          else await expect(viewed).rejects.toMatchObject({ code: 'BLOCKER-NOT-FOUND' });
        }
      }
    }
  }
});
