import type { ListedReturnView, ListOf, ReturnView, StandingView, SummaryView } from '@thongvon/api-contract';
import { withDate } from '../support/altered-workbook';
import { demoWorkbook, startDistrict, type District } from '../support/district';
import {
  amountsOf,
  bookOf,
  statesOf,
  totalOf,
  type Amounts,
  type ProjectState,
} from '../support/fixture-amounts';
import { LabelledNumbers } from '../support/labelled-numbers';

type Agent = District['board'];
type Value = string | number | null | undefined;

/** A return on its way through the queue. */
interface Step {
  readonly name: string;
  readonly kind: 'plan' | 'disbursement' | 'treasury';
  readonly file: string;
  /** Its date where it gets another one than it states. */
  readonly redated?: readonly [from: string, to: string];
  readonly day: string;
  /** Workbooks in force on its day before it, the later over the earlier; and of an earlier day, where they are others. */
  readonly inForce: readonly string[];
  readonly earlier?: readonly string[];
  /** Approving it lowers a total or a project, which the approver sees before. */
  readonly lowers?: true;
}

const [PLAN, ADJUSTED] = ['plan-9001-qd-ubnd', 'plan-adjustment-9188-qd-ubnd'] as const;
const weekly = (day: string): string => `board-weekly-2023-${day}`;
const [FIRST, SECOND, THIRD] = [weekly('06-07'), weekly('06-14'), weekly('06-21')] as const;
const TREASURY = 'treasury-2023-06-21';
const DAY = '2023-06-21';

/** In this order, each on what those above it have left. */
const STEPS: readonly Step[] = [
  { name: 'the plan', kind: 'plan', file: PLAN, day: DAY, inForce: [] },
  {
    ...{ name: 'its adjustment, which lowers a project', kind: 'plan', file: ADJUSTED, day: DAY },
    ...{ inForce: [PLAN], lowers: true },
  },
  { name: 'the first figures', kind: 'disbursement', file: FIRST, day: '2023-06-07', inForce: [] },
  { name: 'a week later', kind: 'disbursement', file: SECOND, day: '2023-06-14', inForce: [FIRST] },
  {
    ...{ name: 'the same day once more, with less', kind: 'disbursement', file: FIRST, day: '2023-06-14' },
    ...{ redated: ['7/6/2023', '14/6/2023'], inForce: [SECOND], earlier: [FIRST], lowers: true },
  },
  { name: 'the last week', kind: 'disbursement', file: THIRD, day: DAY, inForce: [FIRST] },
  { name: 'the Treasury’s statement', kind: 'treasury', file: TREASURY, day: DAY, inForce: [] },
];

/** What the approver sees before an approval is what the ledger comes to after it (/duyet; contract, sections 2 and 3). */
describe('the labelled numbers of the approval queue', () => {
  let district: District;
  beforeAll(async () => {
    district = await startDistrict();
  });
  afterAll(() => district.close());

  const get = async <T>(reader: Agent, url: string): Promise<T> =>
    (await reader.get(url).expect(200)).body as T;
  const queued = async (approver: Agent, id: string): Promise<ListedReturnView | undefined> => {
    // As the page asks for it.
    const url = '/api/returns?status=submitted&limit=200';
    return (await get<ListOf<ListedReturnView>>(approver, url)).items.find((item) => item.id === id);
  };
  const submitted = async (sender: Agent, { file, redated }: Step): Promise<string> => {
    const bytes = await demoWorkbook(file);
    const id = await district.upload(sender, redated ? await withDate(bytes, ...redated) : bytes, 'x.xlsx');
    const { status, findings } = await district.read(sender, id);
    if (status !== 'ready') throw new Error(`${file} is ${status}: ${JSON.stringify(findings)}`);
    await sender.post(`/api/returns/${id}/submission`).expect(200);
    return id;
  };

  /** The return and its line in the queue before it is approved, with the summary and the projects before and after. */
  async function approve(step: Step) {
    const { kind, day } = step;
    const [sender, approver] =
      kind === 'disbursement' ? [district.board, district.finance] : [district.finance, district.head];
    const query = `planYear=2023&asOf=${day}${kind === 'treasury' ? '&basis=treasury' : ''}`;
    const summary = async () => (await district.summary(approver, query)) as unknown as SummaryView;
    const before = await summary();
    const id = await submitted(sender, step);
    const listed = await queued(approver, id);
    const seen = await get<ReturnView>(approver, `/api/returns/${id}`);
    const { needsReason } = seen.approval;
    expect([listed?.mayApprove, listed?.summary?.lowers]).toEqual([true, needsReason]);
    await approver
      .post(`/api/returns/${id}/approval`)
      .send(needsReason ? { reason: 'Đính chính' } : {})
      .expect(202);
    const after = await summary();
    expect(await queued(approver, id)).toBeUndefined();
    const standings = `/api/disbursements/standings?${query}&limit=500`;
    const { items: projects } = await get<ListOf<StandingView>>(approver, standings);
    return { listed, seen, before, after, projects };
  }

  it.each(STEPS)('are the same before and after the approval: $name', async (step) => {
    const { kind, file } = step;
    const measure = kind === 'plan' ? 'planned' : 'disbursed';
    const { listed, seen, before, after, projects } = await approve(step);
    const section = seen.preview?.sections.find((one) => one.kind === kind);
    const inList = listed?.summary?.sections.find((one) => one.kind === kind);
    const consequence = seen.preview?.consequences?.find((one) => one.measure === measure);
    const [book, says, inForce, earlier] = [
      await bookOf(file),
      await amountsOf([file]),
      await amountsOf(step.inForce),
      await amountsOf(step.earlier ?? step.inForce),
    ];
    const then: Amounts = new Map([...inForce, ...says]);
    const said: Amounts = new Map([...earlier].filter(([code]) => says.has(code)));

    const numbers = new LabelledNumbers();
    const add = (label: string, values: Readonly<Record<string, Value>>): void => {
      for (const [place, value] of Object.entries(values)) numbers.add(after.reckoning, label, value, place);
    };
    add('total before', { 'summary before': before[measure], 'the workbooks': totalOf(inForce) });
    add('total after', { 'summary after': after[measure], 'the workbooks': totalOf(then) });
    expect(consequence !== undefined).toBe(step.lowers === true);
    if (consequence) {
      add('total before', { consequences: consequence.before });
      add('total after', { consequences: consequence.after });
    }
    add('says', { queue: inList?.after, return: section?.after, 'the workbook': totalOf(says) });
    add('says', { 'queue, stated': listed?.summary?.[measure], 'return, stated': seen.total?.[measure] });
    add('says', { 'the workbook, stated': book.total[measure] });
    add('said before', { queue: inList?.before, return: section?.before, 'the workbooks': totalOf(said) });
    const grown = (BigInt(totalOf(says) ?? 0) - BigInt(totalOf(said) ?? 0)).toString();
    add('change', { queue: inList?.change, return: section?.change, 'the workbooks': grown });
    if (says.size === then.size) {
      add('total after', { queue: inList?.after });
      if (step.earlier === undefined) add('total before', { queue: inList?.before });
    }
    if (kind !== 'plan') {
      add('planned', {
        queue: listed?.summary?.planned,
        return: seen.total?.planned,
        summary: after.planned,
      });
      add('planned', { 'the workbook': book.total.planned });
      add('rate', { queue: listed?.summary?.rate, return: seen.total?.rate, summary: after.rate });
    }

    for (const [state, count] of Object.entries(statesOf(says, earlier)) as [ProjectState, number][])
      add(`projects: ${state}`, {
        queue: inList?.projects[state],
        return: section?.rows.filter((row) => row.state === state).length,
        'the workbooks': count,
      });
    const touched = seen.touches.reduce((sum, one) => sum + one.projects, 0);
    // The plan's aren't in the register yet.
    add('projects touched', { return: touched, 'the workbook': file === PLAN ? 0 : says.size });
    const losers = [...(consequence?.falls ?? []), ...(consequence?.vanishes ?? [])];
    const fallen = [...inForce].filter(([code, amount]) => (then.get(code) ?? 0n) < amount);
    add('projects that lose', { consequences: losers.length, 'the workbooks': fallen.length });

    for (const row of projects) add(`${row.code}: after`, { 'summary after': row[measure] });
    for (const row of section?.rows ?? []) add(`${row.code}: after`, { return: row.after });
    for (const [code, amount] of then) add(`${code}: after`, { 'the workbooks': amount.toString() });
    for (const row of losers) add(`${row.code}: after`, { consequences: row.after });
    for (const row of losers) add(`${row.code}: before`, { consequences: row.before });
    for (const [code, amount] of fallen) add(`${code}: before`, { 'the workbooks': amount.toString() });

    expect(numbers.contradictions()).toEqual([]);
    // Each project's and the totals', of which none is left out.
    expect(numbers.size).toBeGreaterThanOrEqual(then.size + (kind === 'plan' ? 13 : 15));
  });
});
