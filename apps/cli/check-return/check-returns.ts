import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import { WORD_KINDS } from '@thongvon/kernel';
import {
  type AddedWord,
  exitCodeOf,
  type Reading,
  type ReturnReader,
  unreadableFile,
} from '@thongvon/return-reader';
import { joinFiles, type NamedBytes } from '@thongvon/workbook-io';
import { describeReading } from './describe-reading';

const USAGE = `Cách dùng: npm run -s check-return -- TỆP… [--together] [--json] [--why] [--words TỪ-VỰNG.json]
Đọc từng tệp báo cáo Excel và nói hệ thống hiểu gì, cần sửa gì; --why nói vì sao hiểu như vậy; --together đọc các tệp như một báo cáo.
(Usage: reads returns and says what was understood; --why says what each decision rests on; --json gives one object per
file and line, with its evidence; --together reads the files as one return, as where an office exports a file per sheet; --words reads them with the words that an installation has added, as GET /api/reading-vocabulary/words lists them.)
Mã thoát: 0 không có lỗi, không có câu hỏi; 1 có; 2 không đọc được như một báo cáo.
`;

export interface Surroundings {
  /** The folder that relative paths start from. */
  readonly folder: string;
  readonly out: Writable;
  readonly err: Writable;
  readonly reader: ReturnReader;
}

/** `check-return`: prints the reading of each file and gives the worst exit code (contract, 5). */
export async function checkReturns(
  args: readonly string[],
  { folder, out, err, reader }: Surroundings,
): Promise<number> {
  const parsed = parse(args);
  if (!parsed) {
    err.write(USAGE);
    return 2;
  }
  const words = parsed.words === undefined ? [] : await readWords(path.resolve(folder, parsed.words));
  if (words === undefined) {
    err.write(`Không đọc được từ vựng trong ${parsed.words ?? ''}. (No words could be read there.)\n`);
    return 2;
  }
  let worst = 0;
  for (const files of parsed.together ? [parsed.files] : parsed.files.map((one) => [one])) {
    const file = files.join(', ');
    const paths = files.map((one) => path.resolve(folder, one));
    const { reading, sha256 } = await readFilesAt(paths, reader, words);
    const text = parsed.json
      ? `${JSON.stringify({ file, sha256, ...reading })}\n`
      : describeReading(file, reading, parsed.why);
    if (!out.write(text)) await once(out, 'drain');
    worst = Math.max(worst, exitCodeOf(reading));
  }
  return worst;
}

interface Parsed {
  readonly files: string[];
  readonly json: boolean;
  readonly why: boolean;
  readonly together: boolean;
  readonly words?: string;
}

function parse(args: readonly string[]): Parsed | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean', default: false },
        why: { type: 'boolean', default: false },
        together: { type: 'boolean', default: false },
        words: { type: 'string' },
      },
      allowPositionals: true,
    });
    if (positionals.length === 0) return undefined;
    const { json, why, together, words } = values;
    return { files: positionals, json, why, together, ...(words === undefined ? {} : { words }) };
  } catch {
    return undefined;
  }
}

/** Reads a file, or several as one return; the SHA-256 is that of the one file. */
async function readFilesAt(
  files: readonly string[],
  reader: ReturnReader,
  words: readonly AddedWord[],
): Promise<{ reading: Reading; sha256: string | null }> {
  const named: NamedBytes[] = [];
  try {
    for (const file of files) named.push({ name: path.basename(file), bytes: await readFile(file) });
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return { reading: unreadableFile(reason), sha256: null };
  }
  const [only, ...others] = named;
  const isOne = only !== undefined && others.length === 0;
  const reading = await reader.readReturn(isOne ? only.bytes : joinFiles(named), { words });
  return { reading, sha256: isOne ? createHash('sha256').update(only.bytes).digest('hex') : null };
}

/**
 * The words that count in a file as the API lists them; undefined where it doesn't hold the whole list. A word of an unknown meaning
 * is left to the reader, which reads nothing by it.
 */
async function readWords(file: string): Promise<AddedWord[] | undefined> {
  try {
    const { items, nextCursor = null } = JSON.parse(await readFile(file, 'utf8')) as List;
    if (nextCursor !== null) throw new Error('only the first page of the list');
    return items.flatMap(({ kind, meaning, phrase, retiredAt }) => {
      const known = WORD_KINDS.find((one) => one === kind);
      if (known === undefined) throw new Error(`no such kind: ${kind}`);
      return retiredAt === null ? [{ kind: known, meaning: meaning.key, phrase }] : [];
    });
  } catch {
    return undefined;
  }
}

interface List {
  readonly items: readonly ListedWord[];
  readonly nextCursor?: string | null;
}

interface ListedWord {
  readonly kind: string;
  readonly meaning: { readonly key: string };
  readonly phrase: string;
  readonly retiredAt: string | null;
}
