import { damaged } from '../limits-and-refusals';
import { type MergedRange, parsePlace, parseRange } from '../sheet-model';
import { type CellChange, changedCell, hasFormula, newCell } from './cell-patch';
import { sharedWithTyped, type WrittenFormula, writtenFormula } from './shared-formulas';
import {
  attributeOf,
  childOf,
  elementAt,
  localAttributeOf,
  type ParentElement,
  prefixOf,
  type XmlElement,
  XmlPatch,
  type XmlSource,
} from './xml-patch';

/** Children that stand behind `legacyDrawing` ([ECMA-376] 18.3.1.99); controls may be wrapped for older programs. */
const BEHIND_LEGACY_DRAWING = [
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'oleObjects',
  'controls',
  'webPublishItems',
  'tableParts',
  'extLst',
];
const WRAPPED = 'mc:AlternateContent';

interface Row {
  readonly index: number;
  readonly element: XmlElement;
}

/** Changes a worksheet: styles and values of cells, which are made where there are none, and the drawing that holds its notes. */
export class SheetPatch {
  private readonly root: ParentElement;
  private readonly prefix: string;
  private readonly patch: XmlPatch;
  private readonly merges: readonly MergedRange[];
  private formulasGone = false;

  constructor(private readonly source: XmlSource) {
    this.root = elementAt(source);
    this.prefix = prefixOf(this.root);
    this.patch = new XmlPatch(source.xml);
    this.merges = this.readMerges();
  }

  /** The cell that shows what stands at this place: the first one of a merged range. */
  anchorOf(row: number, column: number): { row: number; column: number } {
    const merge = this.merges.find(
      ({ top, left, bottom, right }) => top <= row && row <= bottom && left <= column && column <= right,
    );
    return merge ? { row: merge.top, column: merge.left } : { row, column };
  }

  /** Whether a cell with a formula has none any more: the order in which Excel computes names it then in vain. */
  get lostFormulas(): boolean {
    return this.formulasGone;
  }

  /** Each cell at most once. */
  change(cells: readonly CellChange[]): void {
    const data = this.child('sheetData');
    if (!data) throw damaged(`${this.source.part} has no sheetData`);
    const rows = this.rowsOf(data);
    const known = new Map(rows.map((row) => [row.index, row]));
    let atEnd = '';
    for (const [index, wanted] of byRow(this.withOthersOfTyped(rows, cells))) {
      const row = known.get(index);
      if (row) {
        this.changeIn(row, wanted);
        continue;
      }
      const made = `<${this.prefix}row r="${index + 1}">${this.newCells(wanted, undefined)}</${this.prefix}row>`;
      const next = rows.find((other) => other.index > index);
      if (next) this.patch.insert(next.element.start, made);
      else atEnd += made;
    }
    this.patch.extend(data, atEnd);
  }

  /** The relation that the sheet's `legacyDrawing` names. */
  get legacyDrawing(): string | undefined {
    const element = this.child('legacyDrawing');
    return element && localAttributeOf(this.tagOf(element), 'id');
  }

  /** Names the drawing that holds the shapes of notes. */
  setLegacyDrawing(relation: string, namespace: string): void {
    const element = `<${this.prefix}legacyDrawing xmlns:r="${namespace}" r:id="${relation}"/>`;
    const present = this.child('legacyDrawing');
    if (present) {
      this.patch.replace(present.start, present.end, element);
      return;
    }
    const behind = [WRAPPED, ...BEHIND_LEGACY_DRAWING.map((name) => this.prefix + name)];
    const next = this.root.children.find(({ name }) => behind.includes(name));
    this.patch.insert(next?.start ?? this.root.closeStart, element);
  }

  toXml(): string {
    return this.patch.toXml();
  }

  /** What others share with a cell that is typed into goes on without it. */
  private withOthersOfTyped(rows: readonly Row[], cells: readonly CellChange[]): readonly CellChange[] {
    const typed = cells.filter(({ written }) => written?.isTyped);
    if (typed.length === 0 || !/\st=["'](?:shared|array|dataTable)["']/.test(this.source.xml)) return cells;
    const formulas = rows.flatMap(({ index, element }) =>
      this.cellsOf(element).flatMap((cell): WrittenFormula[] => {
        const formula = writtenFormula(this.source, cell.element, { row: index, column: cell.column });
        return formula ? [formula] : [];
      }),
    );
    return sharedWithTyped(cells, formulas);
  }

  private changeIn({ element }: Row, wanted: readonly CellChange[]): void {
    const cells = this.cellsOf(element);
    const missing: CellChange[] = [];
    for (const cell of wanted) {
      const found = cells.find(({ column }) => column === cell.column);
      if (!found) missing.push(cell);
      else {
        const { start, end } = found.element;
        this.formulasGone ||= losesFormula(cell) && hasFormula(this.source, found.element);
        this.patch.replace(start, end, changedCell(this.source, found.element, cell));
      }
    }
    if (missing.length === 0) return;
    const tag = this.tagOf(element);
    let atEnd = '';
    for (const cell of missing) {
      const made = this.newCells([cell], tag);
      const next = cells.find(({ column }) => column > cell.column);
      if (next) this.patch.insert(next.element.start, made);
      else atEnd += made;
    }
    // `spans` is a hint that would no longer be true.
    this.patch.extend(element, atEnd, { spans: undefined });
  }

  /** Empty cells look like their row or column did. */
  private newCells(cells: readonly CellChange[], rowTag: string | undefined): string {
    const rowStyle = rowTag === undefined ? undefined : attributeOf(rowTag, 's');
    return cells
      .map((cell) => newCell(cell, Number(rowStyle ?? this.columnStyle(cell.column)), this.prefix))
      .join('');
  }

  private columnStyle(column: number): number {
    const columns = this.child('cols');
    if (!columns) return 0;
    for (const { start, openEnd } of elementAt(this.source, columns.start).children) {
      const tag = this.source.xml.slice(start, openEnd);
      const isWithin =
        Number(attributeOf(tag, 'min')) <= column + 1 && column + 1 <= Number(attributeOf(tag, 'max'));
      if (isWithin) return Number(attributeOf(tag, 'style') ?? 0);
    }
    return 0;
  }

  private rowsOf(data: XmlElement): Row[] {
    let index = -1;
    return this.children(data, 'row').map((element) => {
      const stated = attributeOf(this.tagOf(element), 'r');
      index = stated === undefined ? index + 1 : Number(stated) - 1;
      return { index, element };
    });
  }

  private cellsOf(row: XmlElement): { column: number; element: XmlElement }[] {
    let column = -1;
    return this.children(row, 'c').map((element) => {
      const address = attributeOf(this.tagOf(element), 'r');
      column = (address === undefined ? undefined : parsePlace(address)?.column) ?? column + 1;
      return { column, element };
    });
  }

  private readMerges(): MergedRange[] {
    const list = this.child('mergeCells');
    if (!list) return [];
    return this.children(list, 'mergeCell').flatMap(
      (element) => parseRange(attributeOf(this.tagOf(element), 'ref') ?? '') ?? [],
    );
  }

  private child(name: string): XmlElement | undefined {
    return childOf(this.root, name);
  }

  private children(parent: XmlElement, name: string): XmlElement[] {
    const wanted = this.prefix + name;
    return elementAt(this.source, parent.start).children.filter((child) => child.name === wanted);
  }

  private tagOf({ start, openEnd }: XmlElement): string {
    return this.source.xml.slice(start, openEnd);
  }
}

const losesFormula = ({ written, formula }: CellChange): boolean =>
  formula === 'gone' || written?.isTyped === true;

function byRow(cells: readonly CellChange[]): Map<number, CellChange[]> {
  const rows = new Map<number, CellChange[]>();
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return rows;
}
