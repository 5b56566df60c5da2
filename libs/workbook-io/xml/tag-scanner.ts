import { damaged, overLimit, type WorkbookLimits, WorkbookRefused } from '../limits-and-refusals';

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const GREATER = 0x3e;

export type TagKind = 'open' | 'close' | 'empty';

/**
 * Walks over the tags of an XML text, one after another, in linear time and without building anything: a workbook's
 * sheets are far too large for events with strings (saxes takes as long as the whole of SheetJS). It refuses document
 * types, so that there are no entities to expand, and texts that are too deep or end before their last tag.
 *
 * Afterwards the fields describe the tag that was met; `attribute` reads from it.
 */
export class TagScanner {
  kind: TagKind = 'open';
  /** Name as written, with its prefix. */
  name = '';
  /** Index of "<". */
  start = 0;
  /** Index behind ">". */
  end = 0;
  /** Elements open around the tag, the tag's own not counted. */
  depth = 0;
  private nameEnd = 0;
  private open = 0;
  private closed = false;

  constructor(
    readonly xml: string,
    private readonly limits: WorkbookLimits,
    private readonly part: string,
  ) {}

  /** Moves to the next tag; false at the end of the text. */
  next(): boolean {
    const { xml } = this;
    for (let at = this.end; ;) {
      const start = xml.indexOf('<', at);
      if (start < 0) return this.finish();
      const mark = xml.charCodeAt(start + 1);
      if (mark === 0x21 /* ! */) at = this.skipDeclaration(start);
      else if (mark === 0x3f /* ? */) at = this.behind('?>', start);
      else {
        this.readTag(start, mark === SLASH);
        return true;
      }
    }
  }

  /** The value of an attribute of this tag as written (references not resolved), under its full name. */
  attribute(name: string): string | undefined {
    return this.findAttribute(name, false);
  }

  /** The same under its name without prefix, whatever prefix this file has chosen; the first, if there are several. */
  localAttribute(name: string): string | undefined {
    return this.findAttribute(name, true);
  }

  private findAttribute(name: string, anyPrefix: boolean): string | undefined {
    const { xml } = this;
    let at = this.nameEnd;
    for (;;) {
      while (isSpace(xml.charCodeAt(at))) at += 1;
      const nameStart = at;
      let code = xml.charCodeAt(at);
      while (code !== EQUALS && code !== GREATER && code !== SLASH && !isSpace(code))
        code = xml.charCodeAt(++at);
      const nameEnd = at;
      while (isSpace(code)) code = xml.charCodeAt(++at);
      if (code !== EQUALS) return undefined;
      code = xml.charCodeAt(++at);
      while (isSpace(code)) code = xml.charCodeAt(++at);
      if (code !== QUOTE && code !== APOSTROPHE) return undefined;
      const valueEnd = xml.indexOf(code === QUOTE ? '"' : "'", at + 1);
      const expected = nameEnd - name.length;
      const isWhole = expected === nameStart || (anyPrefix && xml.charCodeAt(expected - 1) === COLON);
      if (expected >= nameStart && isWhole && xml.startsWith(name, expected))
        return xml.slice(at + 1, valueEnd);
      at = valueEnd + 1;
    }
  }

  private readTag(start: number, closing: boolean): void {
    const { xml } = this;
    const nameStart = start + (closing ? 2 : 1);
    let at = nameStart;
    let code = xml.charCodeAt(at);
    while (code !== GREATER && code !== SLASH && !isSpace(code)) {
      if (Number.isNaN(code)) throw this.cutOff();
      code = xml.charCodeAt(++at);
    }
    this.nameEnd = at;
    while (code !== GREATER) {
      if (code === QUOTE) at = this.behind('"', at + 1) - 1;
      else if (code === APOSTROPHE) at = this.behind("'", at + 1) - 1;
      else if (Number.isNaN(code)) throw this.cutOff();
      code = xml.charCodeAt(++at);
    }
    this.name = xml.slice(nameStart, this.nameEnd);
    this.start = start;
    this.end = at + 1;
    this.count(closing ? 'close' : xml.charCodeAt(at - 1) === SLASH ? 'empty' : 'open');
  }

  private count(kind: TagKind): void {
    this.kind = kind;
    if (kind === 'close') this.open -= 1;
    this.depth = this.open;
    if (this.open < 0 || (this.closed && kind !== 'close'))
      throw damaged(`${this.part} has more than one root`);
    if (kind === 'open') this.open += 1;
    if (this.open > this.limits.xmlDepth) throw overLimit('xmlDepth', this.limits.xmlDepth);
    if (this.open === 0) this.closed = true;
  }

  private skipDeclaration(start: number): number {
    if (this.xml.startsWith('<!--', start)) return this.behind('-->', start);
    if (this.xml.startsWith('<![CDATA[', start)) return this.behind(']]>', start);
    throw new WorkbookRefused(
      'RET-LIMIT',
      `document type: ${this.part} declares one, which no workbook needs`,
    );
  }

  private behind(mark: string, from: number): number {
    const at = this.xml.indexOf(mark, from);
    if (at < 0) throw this.cutOff();
    return at + mark.length;
  }

  private finish(): false {
    if (!this.closed) throw this.cutOff();
    return false;
  }

  private cutOff(): WorkbookRefused {
    return damaged(`${this.part} is cut off`);
  }
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
