import { DataSource } from 'typeorm';
import type request from 'supertest';
import type { AlertRuleId, AlertState, AlertView, FindingView, ListOf } from '@thongvon/api-contract';
import { addDays, freezeInstant, instantAt, plainDate, type PlainDate } from '@thongvon/kernel';
import { EnsureOrganization, EnsureUser } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { FreezeMissingWeeks } from '@thongvon/snapshots';
import { createApi } from '../../apps/api/start-api';
import { startWorker } from '../../apps/worker/start-worker';
import { eventually } from './eventually';
import { startTestApi, TEST_PASSWORD, type TestApi } from './test-api';

type Agent = ReturnType<typeof request.agent>;

/** A business clock that stands still where a test has put it. */
class MovableClock extends SystemClock {
  constructor(private instant: Date) {
    super(instant);
  }

  override now(): Date {
    return this.instant;
  }

  moveTo(instant: Date): void {
    this.instant = instant;
  }
}

const OFFICE = 'UBND huyện Thăng Bình';
export const BOARD = 'Ban Quản lý dự án - Đô thị';
export const COMMUNES = ['UBND xã Bình Dương', 'UBND xã Bình Phú', 'UBND xã Bình Sa'] as const;

/** A district whose weeks a test lives through, on the real API and worker. All but the office owe a return each week. */
export interface WeeklyDistrict {
  readonly api: TestApi;
  readonly finance: Agent;
  readonly leader: Agent;
  readonly admin: Agent;
  /** Reporters of the board and of the communes, by the office's name. */
  readonly reporters: ReadonlyMap<string, Agent>;
  moveTo(day: string, time: string): void;
  /** Uploads, reads, answers every question with a reason, and submits. */
  submit(sender: Agent, bytes: Buffer): Promise<string>;
  /** That, and the approval. */
  approve(sender: Agent, bytes: Buffer): Promise<string>;
  /** Moves on to the Friday of the week, freezes it, and waits until the rules have looked at it. */
  freeze(week: string): Promise<void>;
  /** What holds of a rule, as the leader sees it on that day: names of subjects. */
  subjects(rule: AlertRuleId, asOf: string, state?: AlertState): Promise<string[]>;
  alerts(query: string): Promise<readonly AlertView[]>;
  /** Id of the project with this code. */
  projectId(code: string): Promise<string>;
  close(): Promise<void>;
}

export async function startWeeklyDistrict(start: string): Promise<WeeklyDistrict> {
  const clock = new MovableClock(instantAt(plainDate(start), '08:00'));
  const api = await startTestApi({}, createApi, clock);
  const worker = await startWorker(api.environment, clock);
  const data = api.app.get(DataSource);
  const office = await ensureOffice(api, OFFICE, 'peoples-committee', null);
  const board = await ensureOffice(api, BOARD, 'project-management-board', office);
  const reporters = new Map([[BOARD, await person(api, 'board', 'reporter', board)]]);
  for (const [index, name] of COMMUNES.entries()) {
    const id = await ensureOffice(api, name, 'commune', office);
    reporters.set(name, await person(api, `commune-${index}`, 'reporter', id));
  }
  const finance = await person(api, 'finance', 'finance-officer', office);
  const approver = await person(api, 'approver', 'finance-officer', office);
  const leader = await person(api, 'leader', 'leader', office);
  const get = async <T>(url: string): Promise<T> => (await leader.get(url).expect(200)).body as T;

  const submit = async (sender: Agent, bytes: Buffer): Promise<string> => {
    const upload = await sender.post('/api/returns').attach('file', bytes, 'small.xlsx').expect(202);
    const { id } = upload.body as { id: string };
    const read = () =>
      eventually(
        async () => (await sender.get(`/api/returns/${id}`).expect(200)).body as SeenReturn,
        ({ status }) => !['received', 'reading'].includes(status),
      );
    const { status, findings } = await read();
    const answers = findings
      .filter(({ severity }) => severity === 'question')
      .map(({ code, sheet, cell }) => ({
        ...{ code, sheet, cell, reason: 'Đã kiểm tra' },
        ...(code === 'RET-PROJECT-UNKNOWN' ? { value: 'new' } : {}),
      }));
    if (status !== 'ready') {
      await sender.post(`/api/returns/${id}/answers`).send({ answers }).expect(202);
      const again = await read();
      if (again.status !== 'ready') throw new Error(`${again.status}: ${JSON.stringify(again.findings)}`);
    }
    await sender.post(`/api/returns/${id}/submission`).expect(200);
    return id;
  };
  const alerts = async (query: string): Promise<readonly AlertView[]> =>
    (await get<ListOf<AlertView>>(`/api/alerts?limit=500&${query}`)).items;

  return {
    api,
    finance,
    leader,
    admin: await person(api, 'admin', 'administrator', office),
    reporters,
    moveTo: (day, time) => clock.moveTo(instantAt(plainDate(day), time)),
    submit,
    approve: async (sender, bytes) => {
      const id = await submit(sender, bytes);
      const other = sender === finance ? approver : finance;
      await other.post(`/api/returns/${id}/approval`).send({ reason: 'Đã kiểm tra' }).expect(202);
      await eventually(
        () => get<{ stale: boolean }>('/api/disbursements/summary?planYear=2023&asOf=2023-12-31'),
        ({ stale }) => !stale,
      );
      return id;
    },
    freeze: async (week) => {
      const cutOff: PlainDate = plainDate(week);
      clock.moveTo(new Date(freezeInstant(cutOff).getTime() + 60_000));
      await api.app.get(FreezeMissingWeeks).run();
      await eventually(
        () => data.query<object[]>('SELECT FROM alerts.alert_evaluation WHERE week = $1', [cutOff]),
        (rows) => rows.length > 0,
      );
      clock.moveTo(instantAt(addDays(cutOff, 1), '08:00'));
    },
    alerts,
    subjects: async (rule, asOf, state) => {
      const found = await alerts(`rule=${rule}&asOf=${asOf}${state ? `&state=${state}` : ''}`);
      return found.map(({ subject }) => subject.name).toSorted();
    },
    projectId: async (code) => {
      const { items } = await get<ListOf<{ id: string }>>(`/api/projects?q=${code}`);
      const [project] = items;
      if (!project) throw new Error(`no project ${code}`);
      return project.id;
    },
    close: async () => {
      await worker.close();
      await api.close();
    },
  };
}

interface SeenReturn {
  readonly status: string;
  readonly findings: readonly FindingView[];
}

async function ensureOffice(
  api: TestApi,
  name: string,
  kind: 'peoples-committee' | 'project-management-board' | 'commune',
  parentId: string | null,
): Promise<string> {
  const wanted = { name, kind, parentId, effectiveFrom: '2020-01-01', reports: parentId !== null };
  return (await api.app.get(EnsureOrganization).run(wanted)).id;
}

async function person(
  api: TestApi,
  name: string,
  role: 'reporter' | 'finance-officer' | 'leader' | 'administrator',
  organizationId: string,
): Promise<Agent> {
  const email = `${name}@example.test`;
  await api.app.get(EnsureUser).run({ email, name, role, organizationId, password: TEST_PASSWORD });
  return api.signedIn(email);
}
