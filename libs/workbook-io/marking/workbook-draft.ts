import { damaged, type WorkbookLimits, WorkbookRefused } from '../limits-and-refusals';
import {
  folderOf,
  mainPart,
  relationsOf,
  relationsPart,
  type SheetPart,
  workbookParts,
} from '../ooxml/workbook-parts';
import { fromUtf8, utf8Xml } from '../xml/xml-part';
import { deflated, partKey, readZipDirectory, writeZip, type ZipEntry, ZipPackage } from '../zip/zip-package';
import { type ListSheet, listSheetXml } from './list-sheet';
import { StylesPatch } from './styles-patch';
import {
  attributeOf,
  childOf,
  elementAt,
  type Namespaces,
  namespacesOf,
  PACKAGE,
  prefixOf,
  withAttributes,
  withPrefix,
  XmlPatch,
  type XmlSource,
  xmlText,
} from './xml-patch';

export const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Excel opens a file only under the extension that its content type asks for. */
export type Extension = 'xlsx' | 'xlsm' | 'xltx' | 'xltm';

/** A workbook that is being changed: its package, its main part, and the styles that all sheets share. */
export class WorkbookDraft {
  readonly parts: PackageDraft;
  readonly sheets: readonly SheetPart[];
  readonly styles: StylesPatch;
  readonly namespaces: Namespaces;
  /** The folder of the main part, where new parts go: "xl/". */
  readonly folder: string;
  private readonly main: string;
  private readonly stylesPart: string;

  /** Throws {@link WorkbookRefused} for anything but a sound .xlsx or .xlsm. */
  constructor(bytes: Uint8Array, limits: WorkbookLimits) {
    this.parts = new PackageDraft(bytes, limits);
    const main = mainPart(this.parts.original, limits);
    if (main === undefined || main.toLowerCase().endsWith('.bin')) throw notMarkable();
    const { sheets, styles } = workbookParts(main, this.parts.original, limits);
    this.main = main;
    this.folder = folderOf(main);
    this.sheets = sheets;
    this.namespaces = namespacesOf(this.parts.source(main).xml);
    this.stylesPart = styles ?? this.addStyles();
    this.styles = new StylesPatch(this.parts.source(this.stylesPart));
  }

  get extension(): Extension {
    const types = this.parts.source('[Content_Types].xml').xml;
    const macros = types.includes('.macroEnabled');
    if (/\.template\.(?:macroEnabled\.)?main\+xml/.test(types)) return macros ? 'xltm' : 'xltx';
    return macros ? 'xlsm' : 'xlsx';
  }

  /** Puts the sheet behind the others; the one that was open stays open. */
  addSheet(list: ListSheet): void {
    const part = this.parts.unusedName((number) => `${this.folder}worksheets/sheet${number}.xml`);
    this.parts.write(part, listSheetXml(list, this.styles, this.namespaces));
    declarePart(this.parts, part, `${CONTENT_TYPE}.worksheet+xml`);
    const relation = this.relateTo(this.main, part, 'worksheet');
    const source = this.parts.source(this.main);
    const root = elementAt(source);
    const sheets = childOf(root, 'sheets');
    if (!sheets) throw damaged(`${this.main} lists no sheets`);
    const tags = elementAt(source, sheets.start).children.map(({ start, openEnd }) =>
      source.xml.slice(start, openEnd),
    );
    const id = tags.reduce((most, tag) => Math.max(most, Number(attributeOf(tag, 'sheetId') ?? 0)), 0) + 1;
    const names = tags.map((tag) => fromUtf8(attributeOf(tag, 'name') ?? ''));
    const name = xmlText(unusedSheetName(list.name, names));
    const element = `<sheet xmlns:r="${this.namespaces.relationships}" name="${name}" sheetId="${id}" r:id="${relation}"/>`;
    const patch = new XmlPatch(source.xml);
    patch.extend(sheets, withPrefix(element, prefixOf(root)));
    this.parts.write(this.main, patch.toXml());
  }

  /**
   * Takes out the order in which Excel has computed its formulas: a cell that it names and that has none any more is damage to Excel,
   * which makes the order anew where there is none.
   */
  forgetOrderOfFormulas(): void {
    for (const [id, { type, target }] of relationsOf(this.main, this.parts.original, this.parts.limits))
      if (type === 'calcChain' && this.parts.has(target)) {
        this.parts.remove(target);
        dropChild(this.parts, relationsPart(this.main), (tag) => attributeOf(tag, 'Id') === id);
        const name = `/${target}`.toLowerCase();
        dropChild(this.parts, CONTENT_TYPES, (tag) => attributeOf(tag, 'PartName')?.toLowerCase() === name);
      }
  }

  /** Has all formulas computed by the program that opens the workbook. */
  computeWhenOpened(): void {
    const source = this.parts.source(this.main);
    const root = elementAt(source);
    const patch = new XmlPatch(source.xml);
    const present = childOf(root, 'calcPr');
    if (present) {
      const tag = source.xml.slice(present.start, present.openEnd);
      patch.replace(present.start, present.openEnd, withAttributes(tag, { fullCalcOnLoad: 1 }));
    } else {
      const prefix = prefixOf(root);
      const before = BEFORE_CALC_PR.map((name) => prefix + name);
      const last = root.children.findLast(({ name }) => before.includes(name));
      patch.insert(last?.end ?? root.openEnd, `<${prefix}calcPr fullCalcOnLoad="1"/>`);
    }
    this.parts.write(this.main, patch.toXml());
  }

  /** Relates two parts by a type of Office; returns the relation's id. */
  relateTo(from: string, to: string, type: string): string {
    return relate(this.parts, from, to, `${this.namespaces.relationships}/${type}`);
  }

  toBytes(): Uint8Array {
    this.parts.write(this.stylesPart, this.styles.toXml());
    return this.parts.toBytes();
  }

  private addStyles(): string {
    const part = this.parts.unusedName((number) => `${this.folder}styles${number === 1 ? '' : number}.xml`);
    this.parts.write(part, `<styleSheet xmlns="${this.namespaces.main}"/>`);
    declarePart(this.parts, part, `${CONTENT_TYPE}.styles+xml`);
    this.relateTo(this.main, part, 'styles');
    return part;
  }
}

/** What stands before `calcPr` in a workbook's main part ([ECMA-376] 18.2.27). */
const BEFORE_CALC_PR = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
  'definedNames',
];

const notMarkable = (): WorkbookRefused =>
  new WorkbookRefused('RET-NOT-A-RETURN', 'only .xlsx and .xlsm can be marked');

/** Excel compares names of sheets without case. */
function unusedSheetName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; lower.has(name.toLowerCase()); number += 1) name = `${wanted} (${number})`;
  return name;
}

/** A package in which some parts are to be changed or added; all others keep even their packed bytes. */
class PackageDraft {
  readonly original: ZipPackage;
  private readonly entries: readonly ZipEntry[];
  private readonly written = new Map<string, string>();
  /** Keys of parts that are there no more. */
  private readonly removed = new Set<string>();

  constructor(
    bytes: Uint8Array,
    readonly limits: WorkbookLimits,
  ) {
    this.original = new ZipPackage(bytes, limits);
    this.entries = readZipDirectory(bytes, limits);
  }

  has(part: string): boolean {
    if (this.removed.has(partKey(part))) return false;
    return this.written.has(part) || this.original.has(part);
  }

  /** The part as it is now. Throws RET-DAMAGED if there is none. */
  source(part: string): XmlSource {
    const xml = this.written.get(part) ?? this.originalXml(part);
    return { xml, part, limits: this.limits };
  }

  /** Sets a part's text, in the form of `utf8Xml`. */
  write(part: string, xml: string): void {
    this.written.set(part, xml);
  }

  /** Leaves a part out. */
  remove(part: string): void {
    this.removed.add(partKey(part));
    this.written.delete(part);
  }

  /** The first of the names `name(1)`, `name(2)`, … that no part has. */
  unusedName(name: (number: number) => string): string {
    let number = 1;
    while (this.has(name(number))) number += 1;
    return name(number);
  }

  toBytes(): Uint8Array {
    const changed = new Map([...this.written].map(([part, xml]) => [partKey(part), xml]));
    const kept = this.entries.flatMap((entry) => {
      const key = partKey(entry.name);
      if (this.removed.has(key)) return [];
      const xml = changed.get(key);
      changed.delete(key);
      return xml === undefined ? entry : deflated(entry.name, Buffer.from(xml, 'latin1'));
    });
    const added = [...this.written].filter(([part]) => changed.has(partKey(part)));
    return writeZip([...kept, ...added.map(([part, xml]) => deflated(part, Buffer.from(xml, 'latin1')))]);
  }

  private originalXml(part: string): string {
    const bytes = this.original.read(part);
    if (!bytes) throw damaged(`${part} is missing`);
    return utf8Xml(bytes);
  }
}

const CONTENT_TYPES = '[Content_Types].xml';

/** Gives a part a relation to another one; returns its id. `type` is the whole type. */
function relate(draft: PackageDraft, from: string, to: string, type: string): string {
  const part = relationsPart(from);
  if (!draft.has(part)) draft.write(part, `<Relationships xmlns="${PACKAGE}/relationships"/>`);
  const { xml } = draft.source(part);
  let number = 1;
  while (xml.includes(`"rId${number}"`) || xml.includes(`'rId${number}'`)) number += 1;
  const id = `rId${number}`;
  appendToRoot(
    draft,
    part,
    `<Relationship Id="${id}" Type="${type}" Target="${xmlText(pathFrom(from, to))}"/>`,
  );
  return id;
}

/** Takes a child of a part's root out. */
function dropChild(draft: PackageDraft, part: string, isMeant: (tag: string) => boolean): void {
  if (!draft.has(part)) return;
  const source = draft.source(part);
  const patch = new XmlPatch(source.xml);
  for (const { start, openEnd, end } of elementAt(source).children)
    if (isMeant(source.xml.slice(start, openEnd))) patch.replace(start, end, '');
  draft.write(part, patch.toXml());
}

/** Says what an added part is. */
export function declarePart(draft: PackageDraft, part: string, contentType: string): void {
  appendToRoot(draft, CONTENT_TYPES, `<Override PartName="/${xmlText(part)}" ContentType="${contentType}"/>`);
}

/** Says what all parts with an extension are, if that isn't said. */
export function declareExtension(draft: PackageDraft, extension: string, contentType: string): void {
  const isDeclared = new RegExp(`\\sExtension=["']${extension}["']`, 'i').test(
    draft.source(CONTENT_TYPES).xml,
  );
  if (!isDeclared)
    appendToRoot(draft, CONTENT_TYPES, `<Default Extension="${extension}" ContentType="${contentType}"/>`);
}

function appendToRoot(draft: PackageDraft, part: string, element: string): void {
  const source = draft.source(part);
  const root = elementAt(source);
  const patch = new XmlPatch(source.xml);
  patch.extend(root, withPrefix(element, prefixOf(root)));
  draft.write(part, patch.toXml());
}

/** "../comments1.xml": relative, as Excel writes it, since not every program understands a path from the root. */
function pathFrom(from: string, to: string): string {
  const steps = folderOf(from).split('/').slice(0, -1);
  const target = to.split('/');
  let common = 0;
  while (common < steps.length && steps[common] === target[common]) common += 1;
  return [...steps.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}
