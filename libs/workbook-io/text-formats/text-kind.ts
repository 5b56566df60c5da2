import { beginningOfText } from './text-encoding';

export type TextKind = 'html' | 'spreadsheetml' | 'csv';

const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';
/** Elements with which pages begin that programs write under the name .xls. */
const PAGE =
  /^<(?:!doctype\s+html|html|head|body|meta|title|style|table|thead|tbody|tr|div|p|br|center|font|b|h[1-6]|span|form|link|script|caption|col|colgroup|section|main)[\s/>]/i;
/** Texts that aren't tables, by how they begin: PDF, RTF, mail and single-file web pages, SYLK, JSON. */
const OTHERS = /^(?:%PDF|\{|\[|MIME-Version:|(?:Return-Path|Received|From|Date|Subject):|ID;P)/i;

/** What kind of text with tables a file is, by its first bytes; undefined for anything else. */
export function textKind(bytes: Uint8Array): TextKind | undefined {
  const text = beginningOfText(bytes)?.trimStart();
  if (text === undefined || OTHERS.test(text)) return undefined;
  if (!text.startsWith('<')) return /<table[\s>]/i.test(text) ? 'html' : isTable(text) ? 'csv' : undefined;
  const element = withoutProlog(text);
  if (/^<(?:[\w.-]+:)?Workbook[\s>]/.test(element))
    return text.includes(SPREADSHEET) ? 'spreadsheetml' : undefined;
  return PAGE.test(element) || /<table[\s>]/i.test(text) ? 'html' : undefined;
}

/** What follows the XML declaration, instructions such as `<?mso-application?>`, comments, and XML's document type. */
function withoutProlog(text: string): string {
  let rest = text;
  for (;;) {
    const end = rest.startsWith('<?')
      ? rest.indexOf('?>') + 2
      : rest.startsWith('<!--')
        ? rest.indexOf('-->') + 3
        : /^<!doctype(?!\s+html)/i.test(rest)
          ? endOfDoctype(rest)
          : 0;
    if (end < 3) return rest;
    rest = rest.slice(end).trimStart();
  }
}

/** Behind `<!DOCTYPE lolz [ … ]>`; the scanner refuses it, but by then it must be known what the file is. */
function endOfDoctype(text: string): number {
  const bracket = text.indexOf('[');
  const end = text.indexOf('>');
  if (bracket < 0 || bracket > end) return end + 1;
  return text.indexOf(']>') + 2;
}

/** Excel's own line for what separates cells, or such signs in more than one line; the first may end further on. */
const isTable = (text: string): boolean =>
  /^sep=[,;\t]/i.test(text) ||
  (/[,;\t]/.test(text) && (/[\r\n]\s*\S/.test(text) || text.length >= LONG_LINE));
/** Characters in which a text that is no table has a line break. */
const LONG_LINE = 2000;
