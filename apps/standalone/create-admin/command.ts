import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { validateSync } from 'class-validator';
import { CreateUserRequest } from '@thongvon/api-contract';
import { StartFailure, type Sentence } from '@thongvon/local-postgres';
import { EnvironmentError, Problem, readEnvironment } from '@thongvon/platform';
import { createAdministrator } from './administrator';
import { askPassword } from './ask-password';
import { messages } from './messages';
import { withDatabase } from './reach-database';

const OPTIONS = { organization: { type: 'string' }, force: { type: 'boolean' } } as const;
const GENERATED_BYTES = 12;

function say({ vi, en }: Sentence, stream: NodeJS.WriteStream = process.stdout): void {
  stream.write(`${vi}\n${en}\n`);
}

function explain(error: unknown): Sentence {
  if (error instanceof Problem) return { vi: error.detail, en: error.detailEn };
  if (error instanceof StartFailure || error instanceof EnvironmentError) return error.sentence;
  return messages.unexpected(error instanceof Error ? error.message : String(error));
}

/** What was typed after the command; undefined for an option that there isn't, as `--help`. */
function readArguments() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch {
    return undefined;
  }
}

/** `npm run -s create-admin`: the first account of a system without demo data. Returns the exit code. */
async function main(): Promise<number> {
  const given = readArguments();
  const [email, name, ...rest] = given?.positionals ?? [];
  if (given === undefined || email === undefined || name === undefined || rest.length > 0) {
    say(messages.usage(), process.stderr);
    return 2;
  }
  const { vi, en } = messages.askPassword();
  const typed = await askPassword(`${vi}\n${en}`);
  const password = typed === '' ? randomBytes(GENERATED_BYTES).toString('base64url') : typed;
  const wanted = Object.assign(new CreateUserRequest(), { email, name, password });
  const [fault] = validateSync(wanted, { skipMissingProperties: true });
  if (fault) {
    say(messages.unusable(fault.property), process.stderr);
    return 2;
  }
  const environment = readEnvironment();
  const admin = await withDatabase(environment, (url) => {
    environment.DATABASE_URL = url;
    return createAdministrator(environment, { email, name, password, ...given.values });
  });
  say(messages.created(admin.email, admin.organizationName));
  if (typed === '') say(messages.generated(password));
  return 0;
}

void main()
  .catch((error: unknown) => {
    say(explain(error), process.stderr);
    return 1;
  })
  .then((code) => (process.exitCode = code));
