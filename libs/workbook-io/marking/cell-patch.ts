import { cellName, type CellValue } from '../sheet-model';
import {
  attributeOf,
  cellText,
  childOf,
  elementAt,
  prefixOf,
  withAttributes,
  withPrefix,
  type XmlElement,
  type XmlSource,
  xmlText,
} from './xml-patch';

/** What becomes of a cell; indexes from 0. What isn't named stays as it is. */
export interface CellChange {
  readonly row: number;
  readonly column: number;
  /** Gives the new style from the one that the cell has. */
  readonly restyle?: (style: number) => number;
  /** The value from now on. One that was typed takes the place of a formula; any other is what the formula gives. */
  readonly written?: { readonly value: CellValue; readonly isTyped: boolean };
  /** The formula from now on, without its "=": the same, written for itself; `gone`: its value is all that is left. */
  readonly formula?: 'gone' | { readonly text: string };
}

/** A cell with what is changed in it. */
export function changedCell(source: XmlSource, element: XmlElement, change: CellChange): string {
  const { restyle, written, formula } = change;
  const tag = source.xml.slice(element.start, element.openEnd);
  const style = restyle && { s: restyle(Number(attributeOf(tag, 's') ?? 0)) };
  if (!written && formula === undefined) {
    const styled = style ? withAttributes(tag, style) : tag;
    return styled + source.xml.slice(element.openEnd, element.end);
  }
  const prefix = prefixOf(element);
  const kept = contentOf(source, element);
  const content =
    formulaXml(change, kept.formula, prefix) +
    (written ? withPrefix(valueXml(written.value, written.isTyped), prefix) : kept.value);
  const changed = withAttributes(tag, {
    ...style,
    ...(written && { t: typeOf(written.value, written.isTyped), vm: undefined }),
    // What Excel knows of a formula that fills several cells.
    ...((formula !== undefined || written?.isTyped) && { cm: undefined }),
  });
  const open = changed.replace(/\s*\/?>$/, '>');
  return content === '' ? open.replace(/>$/, '/>') : `${open}${content}</${element.name}>`;
}

/** A cell where there is none yet; empty cells look like their row or column does (`style`). */
export function newCell(change: CellChange, style: number, prefix: string): string {
  const { row, column, restyle, written } = change;
  const content = written ? withPrefix(valueXml(written.value, written.isTyped), prefix) : '';
  const tag = withAttributes(`<${prefix}c r="${cellName(row, column)}">`, {
    s: restyle ? restyle(style) : style,
    ...(written && { t: typeOf(written.value, written.isTyped) }),
  });
  return content === '' ? tag.replace(/>$/, '/>') : `${tag}${content}</${prefix}c>`;
}

export function hasFormula(source: XmlSource, element: XmlElement): boolean {
  return !element.isEmpty && childOf(elementAt(source, element.start), 'f') !== undefined;
}

function contentOf(source: XmlSource, element: XmlElement): { formula: string; value: string } {
  if (element.isEmpty) return { formula: '', value: '' };
  const parent = elementAt(source, element.start);
  const formula = childOf(parent, 'f');
  const others = parent.children.filter(({ start }) => start !== formula?.start);
  const piece = ({ start, end }: XmlElement): string => source.xml.slice(start, end);
  return { formula: formula ? piece(formula) : '', value: others.map(piece).join('') };
}

function formulaXml({ written, formula }: CellChange, kept: string, prefix: string): string {
  if (written?.isTyped || formula === 'gone') return '';
  return formula ? `<${prefix}f>${xmlText(formula.text)}</${prefix}f>` : kept;
}

/** The type of a cell with this value, in its tag. A typed text stands in the cell itself, where nothing else shares it. */
function typeOf({ type }: CellValue, isTyped: boolean): string | undefined {
  switch (type) {
    case 'text':
      return isTyped ? 'inlineStr' : 'str';
    case 'boolean':
      return 'b';
    case 'error':
      return 'e';
    default:
      return undefined;
  }
}

function valueXml(value: CellValue, isTyped: boolean): string {
  switch (value.type) {
    case 'number':
      return `<v>${value.number}</v>`;
    case 'boolean':
      return `<v>${value.boolean ? 1 : 0}</v>`;
    case 'error':
      return `<v>${xmlText(value.text)}</v>`;
    case 'unknown':
      return '';
    case 'text': {
      const text = cellText(value.text);
      return isTyped ? `<is><t xml:space="preserve">${text}</t></is>` : `<v>${text}</v>`;
    }
  }
}
