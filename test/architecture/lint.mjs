// Lints given texts as if they stood in given files. A process of its own because ESLint's configuration is ESM.
// stdin: JSON list of {file, code}, file being one that exists · stdout: JSON list of lists of rule names.
import { ESLint } from 'eslint';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const eslint = new ESLint({ cwd: path.resolve(import.meta.dirname, '../..') });
const answers = [];
for (const { file, code } of JSON.parse(await text(process.stdin))) {
  const [result] = await eslint.lintText(code, { filePath: file });
  answers.push(result.messages.map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(answers));
