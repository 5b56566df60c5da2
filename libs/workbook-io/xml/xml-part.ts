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
