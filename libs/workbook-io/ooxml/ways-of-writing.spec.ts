import fc from 'fast-check';
import { openWorkbook } from '../open-workbook';
import { cellName } from '../sheet-model';
import { valuesOf, workbookXml, xlsxFile } from '../testing/workbook-files';

/** The many ways in which programs write one and the same sheet; XML means the same in all of them. */
interface Style {
  readonly prefix: string;
  readonly gap: string;
  readonly quote: string;
  readonly comment: string;
  readonly addresses: boolean;
  readonly texts: 'shared' | 'rich' | 'inline' | 'formula';
  readonly escaping: 'entities' | 'numbers' | 'cdata';
}

const style = fc.record<Style>({
  prefix: fc.constantFrom('', 'x:', 'ss1:'),
  gap: fc.constantFrom(' ', '\n', '\t', '  '),
  quote: fc.constantFrom('"', "'"),
  comment: fc.constantFrom('', '<!-- </v></c></row><c r="A1"> -->'),
  addresses: fc.boolean(),
  texts: fc.constantFrom('shared', 'rich', 'inline', 'formula'),
  escaping: fc.constantFrom('entities', 'numbers', 'cdata'),
});
const text = fc
  .string({ unit: fc.constantFrom(...'aZ9 <>&"\'ơặđ😀;#x/=]_'.split(/(?:)/u)), minLength: 1, maxLength: 12 })
  .filter((value) => !/_x[0-9a-f]{4}_/i.test(value));
const value = fc.oneof(
  text,
  fc.boolean(),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => n / 1000),
  fc.constant(undefined),
);
const grid = fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 5 });
type Grid = readonly (readonly (string | number | boolean | undefined)[])[];

function fileOf(values: Grid, how: Style): Uint8Array {
  const { prefix, gap, quote, comment } = how;
  const strings: string[] = [];
  const attribute = (name: string, content: string): string => `${gap}${name}=${quote}${content}${quote}`;
  const element = (name: string, content: string, attributes = ''): string =>
    `<${prefix}${name}${attributes}${gap.trimStart()}>${content}</${prefix}${name}${gap.trim() === '' ? gap : ''}>`;
  const plain = (content: string): string =>
    element('t', escaped(content, how), attribute('xml:space', 'preserve'));
  const rich = (content: string): string => {
    const half = Array.from(content);
    const cut = half.length >> 1;
    const runs = [half.slice(0, cut), half.slice(cut)].map((run) => run.join(''));
    return runs.map((run) => element('r', plain(run))).join('');
  };
  const textCell = (content: string, at: string): string => {
    if (how.texts === 'inline')
      return element('c', element('is', plain(content)), at + attribute('t', 'inlineStr'));
    if (how.texts === 'formula') {
      return element(
        'c',
        element('f', 'B9') + element('v', escaped(content, how)),
        at + attribute('t', 'str'),
      );
    }
    strings.push(element('si', how.texts === 'rich' ? rich(content) : plain(content)));
    return element('c', element('v', String(strings.length - 1)), at + attribute('t', 's'));
  };
  const cell = (content: Grid[number][number], row: number, column: number): string => {
    const at = how.addresses ? attribute('r', cellName(row, column)) : '';
    if (content === undefined) return how.addresses ? '' : `<${prefix}c/>`;
    if (typeof content === 'string') return textCell(content, at);
    if (typeof content === 'boolean')
      return element('c', element('v', content ? '1' : '0'), at + attribute('t', 'b'));
    return element('c', comment + element('v', String(content)), at);
  };
  const rows = values.map((line, row) =>
    element(
      'row',
      line.map((content, column) => cell(content, row, column)).join(gap),
      how.addresses ? attribute('r', String(row + 1)) : '',
    ),
  );
  const root = (name: string, content: string): string =>
    `<?xml version="1.0"?>${comment}<${prefix}${name} xmlns${prefix === '' ? '' : `:${prefix.slice(0, -1)}`}="m">${content}</${prefix}${name}>`;
  return xlsxFile({
    workbook: workbookXml([`<sheet${gap}name=${quote}S${quote}${gap}sheetId="1" r:id="r1"/>`]),
    sharedStrings: root('sst', strings.join(gap)),
    parts: { 'xl/worksheets/sheet1.xml': root('worksheet', element('sheetData', rows.join(gap))) },
  });
}

function escaped(content: string, { escaping }: Style): string {
  if (escaping === 'cdata') return `<![CDATA[${content.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
  if (escaping === 'entities') {
    return content
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;');
  }
  return Array.from(content, (character) => `&#${character.codePointAt(0) ?? 0};`).join('');
}

describe('a sheet', () => {
  it('holds the same values in whichever legal way it is written', () => {
    fc.assert(
      fc.property(grid, style, (values, how) => {
        const expected = values.flatMap((line, row) =>
          line.flatMap((content, column) =>
            content === undefined ? [] : [[cellName(row, column), content]],
          ),
        );
        const { sheets } = openWorkbook(fileOf(values, how));
        expect(valuesOf(sheets[0])).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 300 },
    );
  });
});
