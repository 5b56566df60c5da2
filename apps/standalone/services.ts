import { claimFolder, StartFailure, startLocalPostgres, type FolderClaim } from '@thongvon/local-postgres';
import { migrate, type Environment } from '@thongvon/platform';
import type { Running, Service } from './lifecycle';
import { messages } from './messages';
import { checkPort } from './port-check';

const NOTHING_TO_CLOSE: Running = { close: () => Promise.resolve() };

/**
 * What the standalone program is made of, in the order of starting. The database sets `environment.DATABASE_URL` for
 * those after it, and calls `onLost` if it ends by itself.
 */
export function standaloneServices(environment: Environment, onLost: (error: Error) => void): Service[] {
  const folder = new DataFolder(environment.DATA_DIR);
  return [
    folder,
    { name: 'port', start: () => checkPort(environment.HOST, environment.PORT).then(() => NOTHING_TO_CLOSE) },
    {
      name: 'database',
      // What is in memory may have a slow disk to go to; its own patience ends sooner.
      patience: 90_000,
      start: async () => {
        if (environment.DATABASE_URL) return NOTHING_TO_CLOSE;
        const database = await startOwnDatabase(folder.claimed(), onLost);
        environment.DATABASE_URL = database.url;
        return database;
      },
    },
    {
      name: 'migrations',
      start: async () => {
        await migrate(environment.DATABASE_URL ?? '');
        return NOTHING_TO_CLOSE;
      },
    },
  ];
}

/** One running system per data folder: also the mails and files in it belong to one. */
class DataFolder implements Service {
  readonly name = 'data folder';
  private claim: FolderClaim | undefined;

  constructor(private readonly folder: string) {}

  async start(): Promise<Running> {
    this.claim = await claimFolder(this.folder);
    return { close: this.claim.release };
  }

  claimed(): FolderClaim {
    if (this.claim === undefined) throw new Error('the data folder has not been claimed');
    return this.claim;
  }
}

async function startOwnDatabase(claim: FolderClaim, onLost: (error: Error) => void) {
  const database = await startLocalPostgres(claim);
  let closing = false;
  void database.ended.then(() => {
    if (!closing) onLost(new StartFailure(messages.databaseLost()));
  });
  return {
    url: database.url,
    close: () => {
      closing = true;
      return database.close();
    },
  };
}
