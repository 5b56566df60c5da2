/** Elements whose content is no markup: it comes with the element, as one piece of text. */
const RAW: ReadonlySet<string> = new Set(
  'script style title textarea xml xmp iframe noframes noscript template select object svg math'.split(' '),
);

export type HtmlAttributes = Readonly<Record<string, string>>;

/** One token of a page. */
export type HtmlToken =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: HtmlAttributes;
      readonly raw: string;
    }
  | { readonly kind: 'close'; readonly name: string }
  /** White space as written, references resolved. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'comment'; readonly text: string };

/**
 * Cuts the text of a page into tags, texts and comments, one after another in linear time, as the HTML standard does
 * (13.2.5) as far as tables need it. It builds nothing: a page of 20 MB has a million cells, of which a tree takes more
 * memory than a reading may have. What tags mean, and which closing tags are left out, the caller knows.
 */
export class HtmlTokens {
  private at = 0;

  constructor(private readonly html: string) {}

  next(): HtmlToken | undefined {
    const { html } = this;
    if (this.at >= html.length) return undefined;
    if (html.charCodeAt(this.at) !== LESS || !this.isMarkup(this.at + 1)) return this.text();
    if (html.startsWith('<!--', this.at)) {
      const start = this.at + 4;
      this.at = this.behind('-->', start);
      return { kind: 'comment', text: html.slice(start, this.at - 3) };
    }
    const second = html.charCodeAt(this.at + 1);
    if (second === BANG || second === QUESTION) {
      // A document type, a condition of Excel (`<![if …]>`), an instruction.
      const start = this.at + 2;
      this.at = this.behind('>', start);
      return { kind: 'comment', text: html.slice(start, this.at - 1) };
    }
    return this.tag(second === SLASH);
  }

  private isMarkup(at: number): boolean {
    const code = this.html.charCodeAt(at);
    return (
      isLetter(code) ||
      code === BANG ||
      code === QUESTION ||
      (code === SLASH && isLetter(this.html.charCodeAt(at + 1)))
    );
  }

  private text(): HtmlToken {
    const { html } = this;
    const start = this.at;
    let end = html.indexOf('<', start + 1);
    while (end >= 0 && !this.isMarkup(end + 1)) end = html.indexOf('<', end + 1);
    this.at = end < 0 ? html.length : end;
    return { kind: 'text', text: withoutReferences(html.slice(start, this.at)) };
  }

  /** Undefined for a tag that the page's end cuts off. */
  private tag(closing: boolean): HtmlToken | undefined {
    const { html } = this;
    let at = this.at + (closing ? 2 : 1);
    const nameStart = at;
    for (let code = html.charCodeAt(at); isNamePart(code); code = html.charCodeAt(at)) at += 1;
    const name = html.slice(nameStart, at).toLowerCase();
    this.at = at;
    const attributes = this.attributes();
    if (!attributes) return undefined;
    if (closing) return { kind: 'close', name };
    return { kind: 'open', name, attributes, raw: RAW.has(name) ? this.rawText(name) : '' };
  }

  /** Reads attributes up to the end of the tag. */
  private attributes(): HtmlAttributes | undefined {
    const { html } = this;
    const found: Record<string, string> = {};
    for (;;) {
      while (isSpace(html.charCodeAt(this.at)) || html.charCodeAt(this.at) === SLASH) this.at += 1;
      const code = html.charCodeAt(this.at);
      if (Number.isNaN(code)) return undefined;
      if (code === GREATER) {
        this.at += 1;
        return found;
      }
      const nameStart = this.at;
      this.at += 1;
      while (isNamePart(html.charCodeAt(this.at))) this.at += 1;
      const name = html.slice(nameStart, this.at).toLowerCase();
      while (isSpace(html.charCodeAt(this.at))) this.at += 1;
      found[name] ??= html.charCodeAt(this.at) === EQUALS ? this.attributeValue() : '';
    }
  }

  private attributeValue(): string {
    const { html } = this;
    this.at += 1;
    while (isSpace(html.charCodeAt(this.at))) this.at += 1;
    const code = html.charCodeAt(this.at);
    const start = this.at;
    if (code === QUOTE || code === APOSTROPHE) {
      this.at = this.behind(code === QUOTE ? '"' : "'", start + 1);
      return withoutReferences(html.slice(start + 1, this.at - 1));
    }
    for (let next = code; !Number.isNaN(next) && next !== GREATER && !isSpace(next);)
      next = html.charCodeAt(++this.at);
    return withoutReferences(html.slice(start, this.at));
  }

  private rawText(name: string): string {
    const start = this.at;
    const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
    end.lastIndex = start;
    this.at = end.exec(this.html)?.index ?? this.html.length;
    return this.html.slice(start, this.at);
  }

  private behind(mark: string, from: number): number {
    const at = this.html.indexOf(mark, from);
    return at < 0 ? this.html.length + mark.length : at + mark.length;
  }
}

const LESS = 0x3c;
const BANG = 0x21;
const QUESTION = 0x3f;
const SLASH = 0x2f;
const GREATER = 0x3e;
const EQUALS = 0x3d;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;

const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
const isSpace = (code: number): boolean => code === 0x20 || (code >= 0x09 && code <= 0x0d);
const isNamePart = (code: number): boolean =>
  !Number.isNaN(code) && !isSpace(code) && code !== GREATER && code !== SLASH && code !== EQUALS;

/** Names of the characters from 160 to 255, in order (the HTML standard, 13.5). */
const LATIN = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3
acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig
Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave
Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave
iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml`;
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN.split(/\s/).map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    ndash: '–',
    mdash: '—',
    hellip: '…',
  }),
  ...Object.entries({
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    bull: '•',
    minus: '−',
    le: '≤',
    ge: '≥',
  }),
  ...Object.entries({ Abreve: 'Ă', abreve: 'ă', Dstrok: 'Đ', dstrok: 'đ', ensp: '\u2002', emsp: '\u2003' }),
]);

const WINDOWS_1252 = new TextDecoder('windows-1252');

function withoutReferences(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z][a-z0-9]{1,9}));?/gi, resolved);
}

function resolved(reference: string, hex?: string, decimal?: string, name?: string): string {
  if (name !== undefined) return NAMED.get(name) ?? reference;
  const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return '\ufffd';
  // Numbers from 128 to 159 mean letters of windows-1252 (the HTML standard, 13.2.5.80).
  if (code >= 0x80 && code < 0xa0) return WINDOWS_1252.decode(Uint8Array.of(code));
  return String.fromCodePoint(code);
}
