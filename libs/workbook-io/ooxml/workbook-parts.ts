import { damaged, overLimit, type WorkbookLimits } from '../limits-and-refusals';
import { fromUtf8, plainXml, TagScanner, withoutRootPrefix } from '../xml/xml-part';
import type { ZipPackage } from '../zip/zip-package';

export interface SheetPart {
  readonly name: string;
  readonly hidden: boolean;
  /** Name of the part that holds the sheet. */
  readonly part: string;
}

/** Where a workbook of Office Open XML keeps what we read. */
export interface WorkbookParts {
  readonly date1904: boolean;
  /** Worksheets in the order of their tabs; sheets of charts and dialogs hold no cells and are left out. */
  readonly sheets: readonly SheetPart[];
  readonly sharedStrings: string | undefined;
  readonly styles: string | undefined;
}

/** The part that the package names as its main document; undefined in a zip that is no Office document. */
export function mainPart(zip: ZipPackage, limits: WorkbookLimits): string | undefined {
  for (const { type, target } of relationsOf('', zip, limits).values()) {
    if (type === 'officeDocument' && zip.has(target)) return target;
  }
  return ['xl/workbook.xml', 'xl/workbook.bin'].find((name) => zip.has(name));
}

/** Reads `workbook.xml` and its relations. Throws RET-DAMAGED if a worksheet is named that isn't there. */
export function workbookParts(main: string, zip: ZipPackage, limits: WorkbookLimits): WorkbookParts {
  const relations = relationsOf(main, zip, limits);
  const byType = (wanted: string): string | undefined =>
    [...relations.values()].find(({ type, target }) => type === wanted && zip.has(target))?.target;
  const tags = new TagScanner(textOf(main, zip), limits, main);
  const sheets: SheetPart[] = [];
  let date1904 = false;
  while (tags.next()) {
    if (tags.kind === 'close') continue;
    if (tags.name === 'workbookPr') date1904 = isTrue(tags.attribute('date1904'));
    if (tags.name !== 'sheet') continue;
    const name = fromUtf8(tags.attribute('name') ?? '');
    const relation = relations.get(tags.localAttribute('id') ?? '');
    if (!relation) throw damaged(`the workbook doesn't say where the sheet "${name}" is`);
    if (relation.type !== 'worksheet') continue;
    if (!zip.has(relation.target)) throw damaged(`the sheet "${name}" is missing`);
    const state = tags.attribute('state') ?? 'visible';
    sheets.push({ name, hidden: state !== 'visible', part: relation.target });
  }
  if (sheets.length > limits.sheets) throw overLimit('sheets', limits.sheets, sheets.length);
  return { date1904, sheets, sharedStrings: byType('sharedStrings'), styles: byType('styles') };
}

/** Whether an attribute says yes, in either way of XML Schema. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

interface Relation {
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

/** The text of a part as it is read. Throws RET-DAMAGED if there is none. */
export function textOf(part: string, zip: ZipPackage): string {
  const bytes = zip.read(part);
  if (!bytes) throw damaged(`${part} is missing`);
  return withoutRootPrefix(plainXml(bytes));
}
