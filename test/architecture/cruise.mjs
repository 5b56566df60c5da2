// Cruises several trees with the rules of this repository and prints what they object to, tree by tree.
// A process of its own because dependency-cruiser is ESM and Jest runs CommonJS.
// stdin: JSON list of folders · stdout: JSON list of lists of {rule, edge: "from → to"}, sorted.
import { cruise } from 'dependency-cruiser';
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { text } from 'node:stream/consumers';

const root = path.resolve(import.meta.dirname, '../..');
const options = await extractDepcruiseOptions(path.join(root, '.dependency-cruiser.cjs'));

async function violations(tree) {
  // Paths in rules and the tsconfig are relative to the tree, as they are to the repository.
  process.chdir(tree);
  const folders = ['apps', 'libs', 'test'].filter((folder) => existsSync(folder));
  const { output } = await cruise(folders, { ...options, baseDir: tree }, undefined, {
    tsConfig: extractTSConfig(path.join(tree, 'tsconfig.json')),
  });
  return output.summary.violations
    .map((v) => ({ rule: v.rule.name, edge: `${v.from} → ${v.to}` }))
    .sort((a, b) => (`${a.rule} ${a.edge}` < `${b.rule} ${b.edge}` ? -1 : 1));
}

const answers = [];
for (const tree of JSON.parse(await text(process.stdin))) answers.push(await violations(tree));
process.stdout.write(JSON.stringify(answers));
