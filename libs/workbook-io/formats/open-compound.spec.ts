import { openWorkbook } from '../open-workbook';
import { cellsOf } from '../testing/workbook-files';

/** Pieces of a record: a number of one, two or eight bytes, or text. */
type Piece = { u8: number } | { u16: number } | { u32: number } | { f64: number } | { text: string };

function record(type: number, ...pieces: Piece[]): Buffer {
  const data = Buffer.concat(pieces.map(bytesOf));
  return Buffer.concat([bytesOf({ u16: type }), bytesOf({ u16: data.length }), data]);
}

function bytesOf(piece: Piece): Buffer {
  const buffer = Buffer.alloc(8);
  if ('u8' in piece) return buffer.subarray(0, buffer.writeUInt8(piece.u8));
  if ('u16' in piece) return buffer.subarray(0, buffer.writeUInt16LE(piece.u16));
  if ('u32' in piece) return buffer.subarray(0, buffer.writeUInt32LE(piece.u32));
  if ('f64' in piece) return buffer.subarray(0, buffer.writeDoubleLE(piece.f64));
  return Buffer.from(piece.text, 'utf16le');
}

const beginning = (kind: number): Buffer =>
  record(0x0809, { u16: 0x0600 }, { u16: kind }, { u32: 0 }, { u32: 0 }, { u32: 0 });
const end = record(0x000a);
const shortText = (text: string): Piece[] => [{ u8: text.length }, { u8: 1 }, { text }];
const font = (name: string, weight: number): Buffer =>
  record(0x0031, { u16: 240 }, { u32: 0 }, { u16: weight }, { u32: 0 }, { u16: 0 }, ...shortText(name));
const cellFormat = (fontIndex: number, indent: number): Buffer =>
  record(
    0x00e0,
    { u16: fontIndex },
    { u16: 0 },
    { u32: 0 },
    { u8: indent },
    ...Array<Piece>(11).fill({ u8: 0 }),
  );
const number = (row: number, column: number, format: number, value: number): Buffer =>
  record(0x0203, { u16: row }, { u16: column }, { u16: format }, { f64: value });

/** A workbook of Excel 97 with one sheet "Vốn" of these records. */
function xlsFile(...cells: Buffer[]): Uint8Array {
  const globals = (position: number): Buffer =>
    Buffer.concat([
      beginning(0x0005),
      font('Arial', 400),
      font('.VnTime', 700),
      ...[2, 3, 5].map((index) => font(`Font ${index}`, 400)),
      cellFormat(0, 0),
      cellFormat(1, 2),
      cellFormat(5, 0),
      record(0x0085, { u32: position }, { u16: 0 }, ...shortText('Vốn')),
      end,
    ]);
  return Buffer.concat([globals(globals(0).length), beginning(0x0010), ...cells, end]);
}

describe('opening a .xls', () => {
  it('gives fonts, so that texts of old fonts can be reported, and bold and indent', () => {
    const several = record(
      0x00bd,
      { u16: 1 },
      { u16: 0 },
      ...[1, 2].flatMap((format): Piece[] => [{ u16: format }, { u32: (7 << 2) | 2 }]),
      { u16: 1 },
    );
    const { sheets } = openWorkbook(xlsFile(number(0, 0, 0, 1.5), number(0, 1, 1, 2.5), several));
    expect(sheets.map(({ name }) => name)).toEqual(['Vốn']);
    const { A1, B1, A2, B2 } = cellsOf(sheets[0]);
    expect(A1).toMatchObject({ value: { number: 1.5 }, fontName: 'Arial' });
    expect(B1).toMatchObject({ value: { number: 2.5 }, fontName: '.VnTime', bold: true, indent: 2 });
    expect(A2).toMatchObject({ value: { number: 7 }, fontName: '.VnTime', bold: true, indent: 2 });
    // Font 5 is the fifth: the file format leaves number 4 out.
    expect(B2).toMatchObject({ value: { number: 7 }, fontName: 'Font 5' });
  });

  it('is refused when it ends before its last sheet has ended', () => {
    const whole = xlsFile(number(0, 0, 0, 1.5));
    expect(() => openWorkbook(whole.subarray(0, -4))).toThrow('cut off');
  });
});
