import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { parsePlainDate, type PlainDate } from '@thongvon/kernel';
import { StartFailure, type Sentence } from '@thongvon/local-postgres';
import { EnvironmentError, Problem, readEnvironment } from '@thongvon/platform';
import { messages } from './messages';
import { withSystem } from './reach-system';
import { writeLetters } from './write-letters';

const OPTIONS = { week: { type: 'string' }, out: { type: 'string' } } as const;

function say({ vi, en }: Sentence, stream: NodeJS.WriteStream = process.stdout): void {
  stream.write(`${vi}\n${en}\n`);
}

function explain(error: unknown): Sentence {
  if (error instanceof Problem) return { vi: error.detail, en: error.detailEn };
  if (error instanceof StartFailure || error instanceof EnvironmentError) return error.sentence;
  return messages.failed(error instanceof Error ? error.message : String(error));
}

/** Undefined when they can't be understood. */
function request(): { week: PlainDate | null; folder: string } | undefined {
  try {
    const { week, out } = parseArgs({ options: OPTIONS }).values;
    const date = week === undefined ? null : parsePlainDate(week);
    return out === undefined || out === '' || date === undefined ? undefined : { week: date, folder: out };
  } catch {
    return undefined;
  }
}

/** `npm run -s weekly-digest`: what each recipient would get of a week, as files. Returns the exit code. */
async function main(): Promise<number> {
  const wanted = request();
  if (!wanted) {
    say(messages.usage(), process.stderr);
    return 2;
  }
  const environment = readEnvironment();
  const { week, count } = await withSystem(environment, (clock) => writeLetters(environment, clock, wanted));
  say(count === 0 ? messages.nobody(week) : messages.written(week, count, wanted.folder));
  return 0;
}

void main()
  .catch((error: unknown) => {
    say(explain(error), process.stderr);
    return 1;
  })
  .then((code) => (process.exitCode = code));
