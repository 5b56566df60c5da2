import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type request from 'supertest';
import type { FindingView } from '@thongvon/api-contract';
import { startWorker } from '../../apps/worker/start-worker';
import { eventually } from './eventually';
import { startTestApi, type TestApi } from './test-api';

type Agent = ReturnType<typeof request.agent>;

/** A return as the API shows it, as far as tests look at it. */
export interface SeenReturn {
  readonly id: string;
  readonly status: string;
  readonly kinds: string[];
  readonly asOf: string | null;
  readonly total: { planned: string | null; disbursed: string | null; rate: string | null } | null;
  readonly findings: FindingView[];
  readonly preview: {
    sections: { kind: string; before: string | null; after: string | null; rows: { state: string }[] }[];
  };
  readonly answers: { value: string | null; message?: string; label?: string | null }[];
  readonly history: { type: string; status: string }[];
}

/** The demo's district on the real API and worker: its offices, their people signed in, and nothing loaded. */
export interface District {
  readonly api: TestApi;
  readonly board: Agent;
  readonly commune: Agent;
  /** Sends plans and Treasury statements, approves what boards send. */
  readonly finance: Agent;
  /** Approves what `finance` sends. */
  readonly head: Agent;
  readonly leader: Agent;
  upload(sender: Agent, bytes: Buffer, fileName: string): Promise<string>;
  /** Waits until the return has been read. */
  read(sender: Agent, id: string): Promise<SeenReturn>;
  /** Uploads a workbook of demo/returns, has it read, submitted and approved, and waits until figures are computed. */
  approve(sender: Agent, file: string): Promise<string>;
  /** Waits until nothing is stale; returns the summary. */
  summary(reader: Agent, query: string): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

export const demoWorkbook = (name: string): Promise<Buffer> =>
  readFile(path.resolve(__dirname, '../../demo/returns', `${name}.xlsx`));

export async function startDistrict(): Promise<District> {
  const api = await startTestApi();
  const worker = await startWorker(api.environment, api.clock);
  const office = await api.organization('UBND huyện Thăng Bình');
  const board = await api.organization('Ban Quản lý dự án - Đô thị', office);
  const commune = await api.organization('UBND xã Bình Dương', office);
  await api.user('board@thongvon.test', 'reporter', board);
  await api.user('commune@thongvon.test', 'reporter', commune);
  await api.user('finance@thongvon.test', 'finance-officer', office);
  await api.user('finance-head@thongvon.test', 'finance-head', office);
  await api.user('leader@thongvon.test', 'leader', office);
  const finance = await api.signedIn('finance@thongvon.test');
  const head = await api.signedIn('finance-head@thongvon.test');

  const upload = async (sender: Agent, bytes: Buffer, fileName: string): Promise<string> => {
    const reply = await sender.post('/api/returns').attach('file', bytes, fileName).expect(202);
    return (reply.body as { id: string }).id;
  };
  const get = async <T>(reader: Agent, path: string): Promise<T> =>
    (await reader.get(path).expect(200)).body as T;
  const read = (sender: Agent, id: string): Promise<SeenReturn> =>
    eventually(
      () => get<SeenReturn>(sender, `/api/returns/${id}`),
      ({ status }) => !['received', 'reading'].includes(status),
    );
  const summary = (reader: Agent, query: string): Promise<Record<string, unknown>> =>
    eventually(
      () => get<Record<string, unknown>>(reader, `/api/disbursements/summary?${query}`),
      ({ stale }) => stale === false,
    );
  return {
    api,
    board: await api.signedIn('board@thongvon.test'),
    commune: await api.signedIn('commune@thongvon.test'),
    finance,
    head,
    leader: await api.signedIn('leader@thongvon.test'),
    upload,
    read,
    summary,
    approve: async (sender, file) => {
      const id = await upload(sender, await demoWorkbook(file), `${file}.xlsx`);
      const { status, findings } = await read(sender, id);
      if (status !== 'ready') throw new Error(`${file} is ${status}: ${JSON.stringify(findings)}`);
      await sender.post(`/api/returns/${id}/submission`).expect(200);
      await (sender === finance ? head : finance).post(`/api/returns/${id}/approval`).expect(202);
      await summary(finance, 'planYear=2023&asOf=2023-12-31');
      return id;
    },
    close: async () => {
      await worker.close();
      await api.close();
    },
  };
}
