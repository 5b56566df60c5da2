import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { TextPartView } from '@thongvon/api-contract';
import type { Wording } from '../../language/wording';

/** Where something belongs, in words and as an address, for who looks at what waits. */
export interface Subject {
  readonly title: string;
  readonly page: string;
}

/** A photo or file that the server hasn't yet. */
export interface KeptFile extends Subject {
  /** By which the server keeps it once, however often it is sent. */
  readonly key: string;
  /** Whose it is: nobody else sees or sends it. */
  readonly userId: string;
  /** Where it is sent. */
  readonly filesAt: string;
  /** The form in which it was chosen. */
  readonly form: string;
  readonly blob: Blob;
  readonly name: string;
  /** What is said of it next to it; undefined: it has still to be made smaller and read. */
  readonly about?: Readonly<Record<string, string>>;
}

/** Something that a person has written down and the server doesn't know yet, as far as is known here. */
export interface WaitingAct extends Subject {
  /** In which they were kept. */
  readonly order: number;
  /** By which it is done once, however often it is sent; stands in the request as well. */
  readonly key: string;
  readonly userId: string;
  readonly path: string;
  readonly request: Readonly<Record<string, unknown>>;
  /** The field of the request whose words must not name anybody. */
  readonly words: string;
  readonly fileKey: string | null;
  /** Its words have been looked at, or their writer has said that they stay. */
  readonly isLooked: boolean;
  /** What its words hold, where something in them looks like a person: its writer is asked. */
  readonly asks?: readonly TextPartView[] | undefined;
  /** Why the server won't take it. */
  readonly refused?: Wording | undefined;
}

/** All that one person has waiting in this browser. */
export interface Waiting {
  /** In their order. */
  readonly acts: readonly WaitingAct[];
  readonly files: readonly KeptFile[];
}

interface Outbox extends DBSchema {
  acts: { key: number; value: WaitingAct; indexes: { userId: string } };
  files: { key: string; value: KeptFile; indexes: { userId: string } };
}

/** What is kept is on the disk before anybody says so: the battery may be the next to go. */
const ON_DISK = { durability: 'strict' } as const;

let opened: Promise<IDBPDatabase<Outbox>> | undefined;

const outbox = (): Promise<IDBPDatabase<Outbox>> =>
  (opened ??= openDB<Outbox>('thongvon-outbox', 1, {
    upgrade(made) {
      made
        .createObjectStore('acts', { keyPath: 'order', autoIncrement: true })
        .createIndex('userId', 'userId');
      made.createObjectStore('files', { keyPath: 'key' }).createIndex('userId', 'userId');
    },
    terminated: () => {
      opened = undefined;
    },
  }));

export async function waitingOf(userId: string): Promise<Waiting> {
  const kept = await outbox();
  const [acts, files] = await Promise.all([
    kept.getAllFromIndex('acts', 'userId', userId),
    kept.getAllFromIndex('files', 'userId', userId),
  ]);
  return { acts: acts.toSorted((one, other) => one.order - other.order), files };
}

/** How much waits here, whoever's it is. */
export async function countWaiting(): Promise<number> {
  const kept = await outbox();
  return (await kept.count('acts')) + (await kept.count('files'));
}

/** Its order. */
export async function keepAct(act: Omit<WaitingAct, 'order'>): Promise<number> {
  const keep = (await outbox()).transaction('acts', 'readwrite', ON_DISK);
  // Its order is what the browser makes it.
  const order = await keep.store.add(act as WaitingAct);
  await keep.done;
  return order;
}

/** Changes it, unless another window has sent or dropped it meanwhile. */
export async function changeAct(order: number, changed: Partial<WaitingAct>): Promise<void> {
  const change = (await outbox()).transaction('acts', 'readwrite');
  const act = await change.store.get(order);
  if (act !== undefined) await change.store.put({ ...act, ...changed });
  await change.done;
}

/** With its file. */
export async function dropAct({ order, fileKey }: Pick<WaitingAct, 'order' | 'fileKey'>): Promise<void> {
  const drop = (await outbox()).transaction(['acts', 'files'], 'readwrite');
  await drop.objectStore('acts').delete(order);
  if (fileKey !== null) await drop.objectStore('files').delete(fileKey);
  await drop.done;
}

/** Its file stays, for the form that goes on with it. */
export const dropActAlone = async (order: number): Promise<void> => (await outbox()).delete('acts', order);

export async function keepFile(file: KeptFile): Promise<void> {
  const keep = (await outbox()).transaction('files', 'readwrite', ON_DISK);
  await keep.store.put(file);
  await keep.done;
}

export const dropFile = async (key: string): Promise<void> => (await outbox()).delete('files', key);

export const fileOf = async (key: string): Promise<KeptFile | undefined> =>
  (await outbox()).get('files', key);

/** The files that were chosen and never written down with anything. */
export function unsaid({ acts, files }: Waiting): readonly KeptFile[] {
  const said = new Set(acts.map(({ fileKey }) => fileKey));
  return files.filter(({ key }) => !said.has(key));
}

/** The file that was chosen in this form and is not part of anything yet. */
export async function draftOf(userId: string, form: string): Promise<KeptFile | undefined> {
  return unsaid(await waitingOf(userId)).find((file) => file.form === form);
}
