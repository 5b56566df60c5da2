import { damaged, overLimit, type WorkbookLimits, WorkbookRefused } from '../limits-and-refusals';

/**
 * The text of an XML part in one plain form, so that our scan and SheetJS can't see two different things in it: one
 * character for each byte of its UTF-8 (as SheetJS takes it, so tags and numbers can be read at once, and `fromUtf8`
 * gives the rest), without comments and CDATA, or spaces in closing tags.
 */
export function plainXml(bytes: Uint8Array): string {
  return withTightTags(withPlainReferences(withoutSections(utf8Xml(bytes))));
}

/** The same with nothing left out or resolved: what a part of UTF-8 is patched in. Another encoding is turned into it. */
export function utf8Xml(bytes: Uint8Array): string {
  const label = encodingOf(bytes);
  if (label === 'utf-8') return latin1(bytes);
  return latin1(encode(new TextDecoder(label).decode(bytes))).replace(DECLARED_ENCODING, '$1');
}

const DECLARED_ENCODING = /^(\s*<\?xml[^>]*?)\sencoding\s*=\s*(?:"[^"]*"|'[^']*')/;

/** Takes away the prefix that .NET programs give to the main namespace of Office Open XML (`x:row`). */
export function withoutRootPrefix(xml: string): string {
  const prefix = /^(?:[^<]|<[?!][^>]*>)*<([\w.-]+):/.exec(xml.slice(0, 4000))?.[1];
  if (prefix === undefined) return xml;
  return xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

/** The real text of a piece of `plainXml`, its references resolved. */
export function fromUtf8(piece: string): string {
  const text = Buffer.from(piece, 'latin1').toString('utf8');
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/g, resolve);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolve(reference: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name] ?? reference;
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const declared = /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    latin1(bytes.subarray(0, 200)),
  )?.[1];
  return declared !== undefined && isKnown(declared) ? new TextDecoder(declared).encoding : 'utf-8';
}

function isKnown(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

/** SheetJS takes `</t >` for more text. */
function withTightTags(xml: string): string {
  return /\s>/.test(xml) ? xml.replace(/(<\/[^<>\s]+)\s+>/g, '$1>') : xml;
}

/** Drops comments and turns CDATA into escaped text. A section without an end stays: the scanner will find it. */
function withoutSections(xml: string): string {
  let at = xml.indexOf('<!');
  if (at < 0) return xml;
  const pieces: string[] = [];
  let from = 0;
  while (at >= 0) {
    const isComment = xml.startsWith('<!--', at);
    if (!isComment && !xml.startsWith('<![CDATA[', at)) {
      at = xml.indexOf('<!', at + 2);
      continue;
    }
    const end = xml.indexOf(isComment ? '-->' : ']]>', at);
    if (end < 0) break;
    pieces.push(xml.slice(from, at));
    if (!isComment) pieces.push(escaped(xml.slice(at + '<![CDATA['.length, end)));
    from = end + 3;
    at = xml.indexOf('<!', from);
  }
  return pieces.join('') + xml.slice(from);
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** References to characters outside ASCII become these characters: SheetJS spoils them in texts that formulas gave. */
function withPlainReferences(xml: string): string {
  if (!xml.includes('&#')) return xml;
  return xml.replace(/&#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}));/g, (reference, hex?: string, decimal?: string) => {
    const text = resolve(reference, hex, decimal);
    return text > '\x7f' ? Buffer.from(text, 'utf8').toString('latin1') : reference;
  });
}

const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const SLASH = 0x2f;
const COLON = 0x3a;
const EQUALS = 0x3d;
const GREATER = 0x3e;

type TagKind = 'open' | 'close' | 'empty';

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
      // Where quotes stand within a name, the tag's own end was found by others.
      if (valueEnd < 0 || valueEnd >= this.end) return undefined;
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
