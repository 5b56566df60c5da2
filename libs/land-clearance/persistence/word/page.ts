import { BorderStyle, Paragraph, TextRun, type IParagraphOptions } from 'docx';

/** Decree 30/2020 on clerical work: A4, Times New Roman 13 to 14, margins of 20, 20, 30 and 20 mm. */
export const FONT = 'Times New Roman';
const MM = 56.7;
export const PAGE = { width: 210 * MM, height: 297 * MM };
export const MARGIN = { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 20 * MM, header: 10 * MM };
/** Width of the text between the margins. */
export const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
/** In half points. */
export const SIZE = { title: 28, body: 26, small: 24, office: 23, copies: 22 } as const;

export interface Looks {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
}

/** A paragraph of one look. */
export function text(
  value: string,
  looks: Looks = {},
  paragraph: Omit<IParagraphOptions, 'text' | 'children'> = {},
): Paragraph {
  return new Paragraph({
    ...paragraph,
    children: [new TextRun({ text: unbroken(value), size: SIZE.body, ...looks })],
  });
}

/** A number stays on one line with what it counts. */
const unbroken = (value: string): string =>
  value.replace(/(?<=\d) (?=đồng|tỷ|hộ|ngày|%)|(?<=tỷ) (?=đồng)/g, '\u00a0');

/** A short centred line: the upper border of an empty paragraph with wide indents. */
export function rule(indent: number): Paragraph {
  return text(
    '',
    { size: 4 },
    {
      indent: { left: indent, right: indent },
      border: { top: { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 1 } },
      spacing: { before: 20, after: 0, line: 120 },
    },
  );
}

/** Room of about a line's height, so that tables do not touch what follows. */
export const gap = (before = 0): Paragraph =>
  text('', { size: 4 }, { spacing: { before, after: 40, line: 120 } });
