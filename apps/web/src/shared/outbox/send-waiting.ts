import type { SessionView, TextCheckView } from '@thongvon/api-contract';
import { get, isLater, Problem, send } from '../../api/client';
import { readyFile, sendFile } from '../photo/ready-file';
import { changeAct, dropAct, fileOf, keepFile, waitingOf, type WaitingAct } from './store';

/** What became of what waits. */
export interface Sent {
  readonly isSent: boolean;
  /** Nobody is signed in any more, or somebody else: it waits for its owner. */
  readonly isSessionOver: boolean;
}

let running: Promise<Sent> | undefined;

/** Sends what waits of this person, one after the other, until one can't be sent now. Once at a time in a window; two windows do it once by the keys. */
export const sendWaiting = (userId: string): Promise<Sent> =>
  (running ??= sendAll(userId).finally(() => {
    running = undefined;
  }));

async function sendAll(userId: string): Promise<Sent> {
  const { acts } = await waitingOf(userId);
  const due = acts.filter(({ asks, refused }) => asks === undefined && refused === undefined);
  let isSent = false;
  try {
    // Another window may have let somebody else in.
    if (due.length > 0 && !(await isSignedIn(userId))) return { isSent, isSessionOver: true };
    for (const act of due) isSent = (await sendLooked(act)) || isSent;
  } catch (error) {
    if (!isLater(error) && !isSessionOver(error)) throw error;
    return { isSent, isSessionOver: isSessionOver(error) };
  }
  return { isSent, isSessionOver: false };
}

const isSessionOver = (error: unknown): boolean => error instanceof Problem && error.status === 401;

async function isSignedIn(userId: string): Promise<boolean> {
  return (await get<SessionView>('/api/session')).user.id === userId;
}

/** Whether it was sent; else its writer is asked first, or it was refused. */
async function sendLooked(act: WaitingAct): Promise<boolean> {
  const { order, request, words, isLooked } = act;
  try {
    if (!isLooked) {
      const { parts } = await send<TextCheckView>('POST', '/api/blockers/text-check', {
        text: String(request[words]),
      });
      if (parts.some(({ mark }) => mark !== null)) {
        await changeAct(order, { asks: parts });
        return false;
      }
    }
    await sendAct(act);
  } catch (error) {
    if (!(error instanceof Problem) || isLater(error) || isSessionOver(error)) throw error;
    await changeAct(order, { refused: error.wording });
    return false;
  }
  await dropAct(act);
  return true;
}

/** Sends its file, then what was written down; what the server answers. Throws Problem, also where its file is gone. */
export async function sendAct<Reply>(act: Omit<WaitingAct, 'order'>): Promise<Reply> {
  const { path, request, fileKey, key } = act;
  const proof = fileKey === null ? {} : { proof: { fileId: await sendKept(fileKey) } };
  return send<Reply>('POST', path, { ...request, ...proof, clientKey: key });
}

async function sendKept(fileKey: string): Promise<string> {
  const kept = await fileOf(fileKey);
  if (kept === undefined) throw new Problem(422, 'FILE-GONE', FILE_GONE);
  const { about, blob, name } = kept;
  const ready =
    about === undefined
      ? await readyFile(new File([blob], name, { type: blob.type }), fileKey)
      : { key: fileKey, blob, name, about };
  // Drawn again it might not be the same picture, which its key would refuse.
  if (about === undefined) await keepFile({ ...kept, ...ready });
  return (await sendFile(kept.filesAt, ready)).id;
}

const FILE_GONE = {
  vi: 'Ảnh hoặc tệp kèm không còn trên máy này; hãy chọn lại.',
  en: 'The photo or file is no longer on this device; choose it again.',
};
