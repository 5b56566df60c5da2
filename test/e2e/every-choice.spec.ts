import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FindingView } from '@thongvon/api-contract';
import { SystemClock } from '@thongvon/platform';
import { startWorker } from '../../apps/worker/start-worker';
import { ASKING, strangersWorkbook } from '../support/asking-workbooks';
import type { SeenReturn } from '../support/district';
import { eventually } from '../support/eventually';
import { startTestApi, type TestApi } from '../support/test-api';

/** What no list of choices could name: what has happened, in a person's words. */
const FREE = ['reason'];
const FIXTURE = path.resolve(__dirname, '../fixtures/returns/board-with-mistakes.xlsx');

/** Issue 9: every question of the sets is one click from right, and each choice gives what it said that it would give. */
describe('every question of the workbooks that ask', () => {
  let api: TestApi;
  let close: () => Promise<void>;
  let pressed = 0;

  beforeAll(async () => {
    api = await startTestApi({}, undefined, new SystemClock(new Date('2026-11-20T08:00:00+07:00')));
    const worker = await startWorker(api.environment, api.clock);
    close = async () => {
      await worker.close();
      await api.close();
    };
  });
  afterAll(() => close());

  it.each([...ASKING.map((name) => [name, strangersWorkbook(name)]), ['board-with-mistakes', FIXTURE]])(
    '%s: has choices, and each does what it said',
    async (name, file) => {
      const office = await api.organization(`Đơn vị ${name}`);
      const email = `${name.replace('/', '-')}@thongvon.test`;
      await api.user(email, 'reporter', office);
      const sender = await api.signedIn(email);
      const sent = await sender
        .post('/api/returns')
        .attach('file', await readFile(file), path.basename(file))
        .expect(202);
      const { id } = sent.body as { id: string };
      const seen = (): Promise<SeenReturn> =>
        eventually(
          async () => (await sender.get(`/api/returns/${id}`).expect(200)).body as SeenReturn,
          ({ status }) => !['received', 'reading'].includes(status),
        );
      const first = await seen();
      expect(first.status).toBe('needs-attention');
      const asked = questionsOf(first);
      for (const question of asked) {
        const { code, sheet, cell, value: was, asks = '', choices = [] } = question;
        if (FREE.includes(asks)) continue;
        if (choices.length === 0) throw new Error(`no choice: ${question.message}`);
        const address = { code, sheet, cell, asked: was };
        for (const { value, label, effect } of choices) {
          const answers = [{ ...address, value }];
          await sender.post(`/api/returns/${id}/answers`).send({ answers }).expect(202);
          const { total } = await seen();
          const given = { planned: total?.planned, disbursed: total?.disbursed };
          expect([question.message, label, given]).toEqual([question.message, label, effect?.total]);
          pressed += 1;
          await sender
            .post(`/api/returns/${id}/answers/taken-back`)
            .send({ answers: [address] })
            .expect(202);
          expect(questionsOf(await seen())).toEqual(asked);
        }
      }
    },
    180_000,
  );

  it('were enough of them', () => expect(pressed).toBeGreaterThan(20));
});

const questionsOf = ({ findings }: SeenReturn): FindingView[] =>
  findings.filter(({ severity }) => severity === 'question');
