import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import {
  claimFolder,
  codeOf,
  type FolderClaim,
  type Sentence,
  StartFailure,
  startLocalPostgres,
} from '@thongvon/local-postgres';
import { type Environment, migrate, type SystemClock } from '@thongvon/platform';
import { startApi } from '../api/start-api';
import { startWorker } from '../worker/start-worker';
import { loadDemo, type LoadedDemo } from './demo/load-demo';
import type { Running, Service } from './lifecycle';
import { businessClock } from './running-system';

/** Of the compiled program, dist/apps/standalone, as of the source: the folder that holds demo/ and package.json. */
const ROOT = path.resolve(__dirname, '..', '..', '..');

const NOTHING_TO_CLOSE: Running = { close: () => Promise.resolve() };

/** The whole system in one process: its parts in the order of starting, and what becomes known as they start. */
export class StandaloneSystem {
  readonly services: readonly Service[] = [
    { name: 'data folder', start: () => this.claimDataFolder() },
    { name: 'port', start: () => this.checkPort() },
    // What is in memory may have a slow disk to go to; the database's own patience ends sooner.
    { name: 'database', start: () => this.startDatabase(), patience: 90_000 },
    { name: 'migrations', start: () => this.migrate() },
    { name: 'demo', start: () => this.loadDemo() },
    { name: 'worker', start: () => startWorker(this.environment, known(this.clock)) },
    { name: 'api', start: () => this.startApi() },
  ];

  /** Where people find it, once the API has started. */
  address: string | undefined;
  /** The demo's accounts, once they are loaded. */
  demo: LoadedDemo | undefined;
  private claim: FolderClaim | undefined;
  private clock: SystemClock | undefined;

  /** `onLost` learns of a database of our own that ends by itself. */
  constructor(
    private readonly environment: Environment,
    private readonly onLost: (error: Error) => void,
  ) {}

  /** One running system per data folder, also next to a database elsewhere: mails and files in it belong to one. */
  private async claimDataFolder(): Promise<Running> {
    this.claim = await claimFolder(this.environment.DATA_DIR);
    return { close: this.claim.release };
  }

  private async checkPort(): Promise<Running> {
    await checkPort(this.environment.HOST, this.environment.PORT);
    return NOTHING_TO_CLOSE;
  }

  private async startDatabase(): Promise<Running> {
    if (this.environment.DATABASE_URL !== undefined) return NOTHING_TO_CLOSE;
    const database = await startLocalPostgres(known(this.claim));
    this.environment.DATABASE_URL = database.url;
    let closing = false;
    void database.ended.then(() => {
      if (!closing) this.onLost(new StartFailure(messages.databaseLost()));
    });
    return {
      close: () => {
        closing = true;
        return database.close();
      },
    };
  }

  private async migrate(): Promise<Running> {
    await migrate(known(this.environment.DATABASE_URL));
    this.clock = await businessClock(this.environment);
    return NOTHING_TO_CLOSE;
  }

  private async loadDemo(): Promise<Running> {
    if (this.environment.DEMO_DATA !== 'none') {
      this.demo = await loadDemo(this.environment, known(this.clock), ROOT);
    }
    return NOTHING_TO_CLOSE;
  }

  private async startApi(): Promise<Running> {
    const api = await startApi(this.environment, known(this.clock));
    this.address = this.environment.PUBLIC_URL ?? api.url;
    return api;
  }
}

/** What an earlier service has made. */
function known<T>(made: T | undefined): T {
  if (made === undefined) throw new Error('a service has been started before one that it needs');
  return made;
}

/** Throws StartFailure unless HTTP could listen there now. Asked before anything else is started. */
async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(port, host), 'listening');
  } catch (error) {
    const code = codeOf(error);
    const sentence =
      code === 'EADDRINUSE' ? messages.portTaken(host, port) : messages.addressUnusable(host, port, code);
    throw new StartFailure(sentence, { cause: error });
  }
  probe.close();
  await once(probe, 'close');
}

/** Everything the standalone program says to the person who starts it. */
export const messages = {
  ready: (address: string): Sentence => ({
    vi: `Thông Vốn đang chạy tại ${address} (Ctrl-C để dừng).`,
    en: `Thông Vốn is running at ${address} (Ctrl-C stops it).`,
  }),
  demo: (emails: readonly string[], password: string): Sentence => ({
    vi: `Số liệu minh họa. Tài khoản: ${emails.join(', ')}; mật khẩu: ${password}`,
    en: `Illustrative data. Accounts as above, password: ${password}`,
  }),
  otherDemo: (): Sentence => ({
    vi: 'Thư mục dữ liệu này đã có bộ số liệu minh họa khác với DEMO_DATA và giữ nguyên bộ đó; muốn xem bộ kia, hãy đặt DATA_DIR khác.',
    en: 'This data folder holds other illustrative data than DEMO_DATA names, and keeps it; set another DATA_DIR to see that.',
  }),
  loadingProvince: (): Sentence => ({
    vi: 'Lần khởi động đầu tiên với số liệu minh họa của cả tỉnh mất khoảng một phút…',
    en: 'The first start with the illustrative data of a province takes about a minute…',
  }),
  stopping: (): Sentence => ({
    vi: 'Đang dừng, xin chờ cho đến khi dữ liệu được ghi xong…',
    en: 'Stopping; please wait until the data is on disk…',
  }),
  stopped: (): Sentence => ({ vi: 'Đã dừng.', en: 'Stopped.' }),
  portTaken: (host: string, port: number): Sentence => ({
    vi: `Cổng ${port} trên ${host} đang được chương trình khác sử dụng; hãy dừng chương trình đó hoặc đặt PORT khác.`,
    en: `Port ${port} on ${host} is taken by another program; stop that program or set another PORT.`,
  }),
  addressUnusable: (host: string, port: number, reason: string): Sentence => ({
    vi: `Không mở được cổng ${port} trên ${host} (${reason}); hãy đặt HOST hoặc PORT khác.`,
    en: `Port ${port} on ${host} can't be opened (${reason}); set another HOST or PORT.`,
  }),
  databaseLost: (): Sentence => ({
    vi: 'PostgreSQL đã dừng ngoài dự kiến; Thông Vốn dừng theo, dữ liệu đã ghi vẫn an toàn, hãy khởi động lại.',
    en: 'PostgreSQL has ended unexpectedly; Thông Vốn stops as well, what was saved is safe, start again.',
  }),
  doesNotStop: (service: string, reason: string): Sentence => ({
    vi: `Không dừng được ${service} đúng hạn (${reason}).`,
    en: `${service} didn't stop in time (${reason}).`,
  }),
  unexpected: (reason: string): Sentence => ({
    vi: `Lỗi ngoài dự kiến, Thông Vốn dừng lại: ${reason}`,
    en: `Unexpected error, Thông Vốn stops: ${reason}`,
  }),
};
