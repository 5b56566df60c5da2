import type { EvidenceFileView } from '@thongvon/api-contract';
import { newKey, send } from '../../api/client';
import type { Taken } from './exif';
import { shrunk } from './shrink';

/** A file as it is sent: under a key of its own, with what is said of it. */
export interface ReadyFile {
  readonly key: string;
  readonly blob: Blob;
  readonly name: string;
  readonly about: Readonly<Record<string, string>>;
}

/** Fetches what reads pictures, to be there when the network isn't. */
export const readerOfPictures = () => import('./exif');

/** A photo is made smaller, and what it says of itself is read before. */
export async function readyFile(file: File, key = newKey()): Promise<ReadyFile> {
  const isPhoto = file.type.startsWith('image/');
  const { on, time, latitude, longitude }: Taken = isPhoto
    ? (await readerOfPictures()).takenOf(await file.arrayBuffer())
    : {};
  const said = Object.entries({ takenOn: on, takenTime: time, latitude, longitude });
  const blob = isPhoto ? await shrunk(file) : file;
  return {
    key,
    blob,
    name: blob === file ? file.name : file.name.replace(/\.\w+$/, '.jpg'),
    about: Object.fromEntries(said.flatMap(([name, text]) => (text === undefined ? [] : [[name, text]]))),
  };
}

/** Where files are sent that prove something of a project's clearance or blockers. */
export const projectFiles = (projectId: string): string =>
  `/api/land-clearance/projects/${projectId}/evidence-files`;

/** Has the server keep it; once, however often it is sent. */
export function sendFile(filesAt: string, { key, blob, name, about }: ReadyFile): Promise<EvidenceFileView> {
  const form = new FormData();
  for (const [field, said] of Object.entries({ ...about, clientKey: key })) form.append(field, said);
  form.append('file', blob, name);
  return send<EvidenceFileView>('POST', filesAt, form);
}
