import { damaged, overLimit, type WorkbookLimits, WorkbookRefused } from '../limits-and-refusals';
import { keepFirstCells, type SheetModel, type WorkbookModel } from '../sheet-model';
import { type CellContent, type Grid, GridAllowance, HtmlTable, rowsOf, stacked } from './html-grid';
import { cellLook, declaredLook, type HtmlLook, HtmlStyles } from './html-styles';
import { type HtmlAttributes, type HtmlToken, HtmlTokens } from './html-tokens';
import { BLOCKS, BOLD, HIGHEST_SPAN, NAMES_ENCODING, OF_TABLES, span, VOID } from './html-elements';
import { Lines } from './html-lines';
import { htmlValue } from './html-value';
import { ONLY_SHEET } from './open-csv';
import { decodeText } from './text-encoding';

/**
 * Opens a web page with tables: what systems of offices export under the name .xls, and what Excel and LibreOffice
 * save as a page. One sheet: lines outside of tables and the rows of each table below one another from column A, as
 * Excel shows them. A cell's number is taken from where the program wrote it (`x:num`, `sdval`, `data-v`); any other
 * cell is a text as it stands, which the rules for text numbers decide (contract, section 3). Nothing is fetched or
 * run. Throws RET-NOT-A-RETURN for a page without a table, RET-DAMAGED for one that breaks off within a table.
 */
export function openHtml(bytes: Uint8Array, limits: WorkbookLimits): WorkbookModel {
  const head = Buffer.from(bytes.subarray(0, NAMES_ENCODING)).toString('latin1');
  const declared = /<meta[^>]{0,500}?charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  const page = new HtmlPage(limits);
  const tokens = new HtmlTokens(decodeText(bytes, declared));
  for (let token = tokens.next(); token; token = tokens.next()) page.take(token);
  return { sheets: [page.toSheet()], date1904: false };
}

interface OpenCell {
  readonly attributes: HtmlAttributes;
  readonly look: HtmlLook;
  readonly text: Lines;
  readonly blocks: CellContent[number][];
  /** Hidden as a whole: it takes no place. */
  readonly isHidden: boolean;
  fontName?: string;
  bold: boolean;
}

interface OpenTable {
  readonly table: HtmlTable;
  readonly look: HtmlLook;
  inRow: boolean;
  cell: OpenCell | undefined;
}

/** Takes a page's tokens in order, and has its sheet in the end. */
class HtmlPage {
  private readonly allowance: GridAllowance;
  private readonly styles = new HtmlStyles();
  private readonly tables: OpenTable[] = [];
  private readonly body: CellContent[number][] = [];
  private readonly outside = new Lines();
  private readonly names: string[] = [];
  private boldDepth = 0;
  private hidden: { readonly name: string; depth: number } | undefined;
  private hasTable = false;

  constructor(private readonly limits: WorkbookLimits) {
    this.allowance = new GridAllowance(limits);
  }

  take(token: HtmlToken): void {
    switch (token.kind) {
      case 'open': {
        this.open(token.name, token.attributes, token.raw);
        return;
      }
      case 'close': {
        this.close(token.name);
        return;
      }
      case 'text': {
        this.addText(token.text);
        return;
      }
      case 'comment': {
        this.addSettings(token.text);
        return;
      }
    }
  }

  private open(name: string, attributes: HtmlAttributes, raw: string): void {
    if (name === 'style') this.styles.addSheet(raw);
    else if (name === 'xml') this.addSettings(raw);
    if (this.isWithinHidden(name, 1)) return;
    switch (name) {
      case 'table': {
        this.openTable(attributes);
        return;
      }
      case 'col':
        return this.table?.table.addColumns(
          span(attributes['span'], this.limits.columns),
          this.isHidden(attributes),
        );
      case 'tr': {
        this.openRow(attributes);
        return;
      }
      case 'td':
      case 'th': {
        this.openCell(name, attributes);
        return;
      }
      case 'br': {
        this.lines.lineBreak();
        return;
      }
    }
    if (!VOID.has(name) && declaredLook(attributes['style'] ?? '').hidden === true) {
      this.hidden = { name, depth: 1 };
      return;
    }
    if (BLOCKS.has(name)) this.lines.block();
    if (BOLD.has(name)) this.boldDepth += 1;
    const font = name === 'font' ? attributes['face'] : undefined;
    if (font !== undefined && this.cell) this.cell.fontName ??= font.split(',', 1)[0]?.trim() ?? font;
  }

  private close(name: string): void {
    if (this.isWithinHidden(name, -1)) return;
    if (name === 'table') this.closeTable();
    else if (name === 'td' || name === 'th') this.closeCell();
    else if (name === 'tr') this.closeRow();
    if (BLOCKS.has(name)) this.lines.block();
    if (BOLD.has(name) && this.boldDepth > 0) this.boldDepth -= 1;
  }

  /** Whether a tag stands within an element that isn't shown, which no cell can be the end of. */
  private isWithinHidden(name: string, step: 1 | -1): boolean {
    const { hidden } = this;
    if (!hidden) return false;
    if (OF_TABLES.has(name) && hidden.name !== 'div') {
      this.hidden = undefined;
      return false;
    }
    if (name === hidden.name) hidden.depth += step;
    if (hidden.depth === 0) this.hidden = undefined;
    return true;
  }

  private addText(text: string): void {
    if (this.hidden) return;
    if (this.boldDepth > 0 && this.cell && !this.cell.text.hasText && text.trim() !== '')
      this.cell.bold = true;
    this.lines.add(text);
  }

  /** Excel's own settings of a page stand in a comment that only it reads. */
  private addSettings(text: string): void {
    if (!text.includes('ExcelWorksheet') || text.length > LONGEST_SETTINGS) return;
    for (const [, name = ''] of text.matchAll(/<x:Name>([^<]{1,100})<\/x:Name>/gi)) this.names.push(name);
  }

  toSheet(): SheetModel {
    if (this.tables.length > 0) throw damaged('the page breaks off within a table');
    if (!this.hasTable) throw new WorkbookRefused('RET-NOT-A-RETURN', 'page: a web page without a table');
    this.closeOutside();
    const grid = stacked(this.body);
    if (grid.height > this.limits.rows) throw overLimit('rows', this.limits.rows, grid.height);
    const [name = ONLY_SHEET] = this.names.length === 1 ? this.names : [];
    return {
      name,
      hidden: false,
      rows: keepFirstCells(rowsOf(grid), grid.merges),
      merges: grid.merges,
      hiddenColumns: new Set(grid.hiddenColumns),
    };
  }

  private get table(): OpenTable | undefined {
    return this.tables.at(-1);
  }

  private get cell(): OpenCell | undefined {
    return this.table?.cell;
  }

  /** Where text goes: the open cell's; between cells of a table to what stands before the table, as in browsers. */
  private get lines(): Lines {
    for (let index = this.tables.length - 1; index >= 0; index -= 1) {
      const cell = this.tables[index]?.cell;
      if (cell) return cell.text;
    }
    return this.outside;
  }

  private isHidden(attributes: HtmlAttributes): boolean {
    return this.styles.lookOf(attributes['class'], attributes['style']).hidden === true;
  }

  private openTable(attributes: HtmlAttributes): void {
    const { tableDepth } = this.limits;
    if (this.tables.length >= tableDepth) throw overLimit('tableDepth', tableDepth);
    this.hasTable = true;
    this.closeText();
    const look = this.styles.lookOf(attributes['class'], attributes['style']);
    this.tables.push({ table: new HtmlTable(this.allowance), look, inRow: false, cell: undefined });
  }

  private closeTable(): void {
    this.closeRow();
    const closed = this.tables.pop();
    if (!closed) return;
    const grid = closed.table.toGrid();
    this.closeText();
    this.blocks.push(grid);
  }

  private openRow(attributes: HtmlAttributes): void {
    const { table } = this;
    if (!table) return;
    this.closeRow();
    if (!table.table.hasRow) this.closeText();
    table.inRow = true;
    table.table.openRow(this.isHidden(attributes) || table.look.hidden === true);
  }

  private closeRow(): void {
    this.closeCell();
    if (this.table) this.table.inRow = false;
  }

  private openCell(name: string, attributes: HtmlAttributes): void {
    const { table } = this;
    if (!table) return;
    this.closeCell();
    if (!table.inRow) this.openRow({});
    const look = this.styles.lookOf(attributes['class'], attributes['style']);
    this.boldDepth = 0;
    table.cell = {
      attributes,
      look,
      text: new Lines(),
      blocks: [],
      isHidden: look.hidden === true,
      bold: name === 'th' || look.bold === true,
    };
  }

  private closeCell(): void {
    const { table } = this;
    const cell = table?.cell;
    if (!cell) return;
    this.closeText();
    table.cell = undefined;
    if (cell.isHidden) return;
    const { attributes } = cell;
    const rows =
      attributes['rowspan']?.trim() === '0' ? HIGHEST_SPAN : span(attributes['rowspan'], HIGHEST_SPAN);
    table.table.addCell(span(attributes['colspan'], this.limits.columns + 1), rows, cell.blocks);
  }

  /** The list that a block stands in: of the open cell, or of the page. */
  private get blocks(): CellContent[number][] {
    for (let index = this.tables.length - 1; index >= 0; index -= 1) {
      const cell = this.tables[index]?.cell;
      if (cell) return cell.blocks;
    }
    return this.body;
  }

  /** What has been read as text becomes a block. */
  private closeText(): void {
    const cell = this.tables.findLast((table) => table.cell)?.cell;
    if (!cell) {
      this.closeOutside();
      return;
    }
    const held = htmlValue(cell.attributes, cell.text.take().join('\n').trim());
    if (!held) return;
    this.allowance.cell();
    const { look, fontName = look.fontName, bold } = cell;
    const { format = look.format, ...value } = held;
    cell.blocks.push({
      ...value,
      ...cellLook({
        ...look,
        bold,
        ...(fontName !== undefined && { fontName }),
        ...(format !== undefined && { format }),
      }),
    });
  }

  /** Outside of tables each line is a row of its own. */
  private closeOutside(): void {
    for (const line of this.outside.take()) {
      const text = line.trim();
      if (text !== '') this.allowance.cell();
      this.body.push(text === '' ? EMPTY_ROW : { value: { type: 'text', text } });
    }
  }
}

const LONGEST_SETTINGS = 1_000_000;
const EMPTY_ROW: Grid = { height: 1, width: 1, cells: [], merges: [], hiddenRows: [], hiddenColumns: [] };
