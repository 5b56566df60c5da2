import { damaged, type WorkbookLimits, WorkbookRefused } from '../limits-and-refusals';
import {
  folderOf,
  mainPart,
  relationsOf,
  relationsPart,
  type SheetPart,
  workbookParts,
} from '../ooxml/workbook-parts';
import { fromUtf8 } from '../xml/xml-part';
import { headerRowOf, type ListSheet, listSheetXml } from './list-sheet';
import { CONTENT_TYPES, declarePart, dropChild, PackageDraft, relate } from './package-draft';
import { StylesPatch } from './styles-patch';
import {
  attributeOf,
  childOf,
  elementAt,
  type Namespaces,
  namespacesOf,
  type ParentElement,
  prefixOf,
  withAttributes,
  withPrefix,
  type XmlElement,
  XmlPatch,
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
    this.repeatHeader(patch, root, { name: fromUtf8(name), index: tags.length, row: headerRowOf(list) });
    this.parts.write(this.main, patch.toXml());
  }

  /** Has a row of a sheet printed on each of its pages; a name belongs to its sheet, counted from 0. */
  private repeatHeader(
    patch: XmlPatch,
    root: ParentElement,
    { name, index, row }: { readonly name: string; readonly index: number; readonly row: number },
  ): void {
    const place = xmlText(`'${name.replaceAll("'", "''")}'!$${row}:$${row}`);
    const title = `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${place}</definedName>`;
    const present = childOf(root, 'definedNames');
    if (present) patch.extend(present, withPrefix(title, prefixOf(root)));
    else {
      const names = withPrefix(`<definedNames>${title}</definedNames>`, prefixOf(root));
      patch.insert(behind(root, BEFORE_NAMES)?.end ?? root.openEnd, names);
    }
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
      const last = behind(root, [...BEFORE_NAMES, 'definedNames']);
      patch.insert(last?.end ?? root.openEnd, `<${prefixOf(root)}calcPr fullCalcOnLoad="1"/>`);
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

/** What stands before `definedNames` in a workbook's main part ([ECMA-376] 18.2.27). */
const BEFORE_NAMES = [
  'fileVersion',
  'fileSharing',
  'workbookPr',
  'workbookProtection',
  'bookViews',
  'sheets',
  'functionGroups',
  'externalReferences',
];

/** The last child among those of these local names. */
function behind(root: ParentElement, names: readonly string[]): XmlElement | undefined {
  const wanted = names.map((name) => prefixOf(root) + name);
  return root.children.findLast(({ name }) => wanted.includes(name));
}

const notMarkable = (): WorkbookRefused =>
  new WorkbookRefused('RET-NOT-A-RETURN', 'only .xlsx and .xlsm can be marked');

/** Excel compares names of sheets without case. */
function unusedSheetName(wanted: string, taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.toLowerCase()));
  let name = wanted;
  for (let number = 2; lower.has(name.toLowerCase()); number += 1) name = `${wanted} (${number})`;
  return name;
}
