import { randomBytes } from 'node:crypto';
import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { parseArgs } from 'node:util';
import 'reflect-metadata';
import { validateSync } from 'class-validator';
import { CreateUserRequest } from '@thongvon/api-contract';
import type { Sentence } from '@thongvon/local-postgres';
import { readEnvironment } from '@thongvon/platform';
import { createAdministrator } from './administrator';
import { runCommand, say } from '../command-line';
import { withDatabase } from '../running-system';

/** How long whoever writes to our input has to begin, when that is no terminal. Milliseconds. */
const PATIENCE = 2_000;

/** From a person at the terminal, without showing what is typed, else the first line of our input; empty: there is none. */
async function askPassword(question: string): Promise<string> {
  return process.stdin.isTTY ? askPerson(question) : firstLine(process.stdin);
}

async function askPerson(question: string): Promise<string> {
  process.stderr.write(`${question} `);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await terminal.question('');
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}

/** Who started us may have left an input open to which nobody writes: then there is no line. */
async function firstLine(input: NodeJS.ReadStream): Promise<string> {
  const lines = createInterface({ input });
  const silence = setTimeout(() => lines.close(), PATIENCE);
  input.once('data', () => clearTimeout(silence));
  try {
    for await (const line of lines) return line;
    return '';
  } finally {
    clearTimeout(silence);
    lines.close();
  }
}

/** Everything that `npm run -s create-admin` says. */
const messages = {
  usage: (): Sentence => ({
    vi: 'Cách dùng: npm run -s create-admin -- EMAIL "HỌ TÊN" [--organization "CƠ QUAN"] [--force]; mật khẩu: gõ khi được hỏi, hoặc là dòng đầu của đầu vào (… < TỆP), không có thì hệ thống tự tạo; đặt NOW như hệ thống đang chạy, nếu có',
    en: 'Usage: npm run -s create-admin -- EMAIL "NAME" [--organization "OFFICE"] [--force]; the password is typed when asked for, or the first line of the input (… < FILE), else generated; set NOW as the running system has it, if it has',
  }),
  askPassword: (): Sentence => ({
    vi: 'Mật khẩu, ít nhất 12 ký tự (bỏ trống để hệ thống tự tạo):',
    en: 'Password, at least 12 characters (leave empty for a generated one):',
  }),
  unusable: (field: string): Sentence => ({
    vi: `Giá trị không dùng được: ${field}`,
    en: `Can't be used: ${field}`,
  }),
  created: (email: string, organization: string): Sentence => ({
    vi: `Đã tạo quản trị viên ${email}, thuộc ${organization}.`,
    en: `Created the administrator ${email}, of ${organization}.`,
  }),
  generated: (password: string): Sentence => ({
    vi: `Mật khẩu (chỉ hiện một lần): ${password}`,
    en: `Password (shown only once): ${password}`,
  }),
  unexpected: (message: string): Sentence => ({
    vi: `Không tạo được tài khoản: ${message}`,
    en: `The account could not be made: ${message}`,
  }),
} as const;

const OPTIONS = { organization: { type: 'string' }, force: { type: 'boolean' } } as const;
const GENERATED_BYTES = 12;

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

runCommand(main, messages.unexpected);
