import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** How long whoever writes to our input has to begin, when that is no terminal. Milliseconds. */
const PATIENCE = 2_000;

/** From a person at the terminal, without showing what is typed, else the first line of our input; empty: there is none. */
export async function askPassword(question: string): Promise<string> {
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
