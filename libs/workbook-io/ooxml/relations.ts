import type { WorkbookLimits } from '../workbook-limits';
import { TagScanner } from '../xml/tag-scanner';
import { fromUtf8 } from '../xml/xml-part';
import type { ZipPackage } from '../zip/zip-package';
import { textOf } from './part-text';

export interface Relation {
  /** The last word of its type, which Transitional and Strict files share: "worksheet", "sharedStrings", … */
  readonly type: string;
  /** Name of the part that it leads to. */
  readonly target: string;
}

/** The relations of a part to other parts of the package by their ids; those of the package itself for "". */
export function relationsOf(part: string, zip: ZipPackage, limits: WorkbookLimits): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  const name = relationsPart(part);
  if (!zip.has(name)) return relations;
  const tags = new TagScanner(textOf(name, zip), limits, name);
  while (tags.next()) {
    if (tags.name !== 'Relationship' || tags.kind === 'close') continue;
    if (tags.attribute('TargetMode') === 'External') continue;
    const target = fromUtf8(tags.attribute('Target') ?? '');
    const type = (tags.attribute('Type') ?? '').split('/').at(-1) ?? '';
    relations.set(tags.attribute('Id') ?? '', { type, target: resolve(folderOf(part), target) });
  }
  return relations;
}

/** The part that holds the relations of a part. */
export function relationsPart(part: string): string {
  const folder = folderOf(part);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** The folder that a part lies in, with its "/" at the end; "" at the top. */
export function folderOf(part: string): string {
  return part.slice(0, part.lastIndexOf('/') + 1);
}

function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const steps: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
