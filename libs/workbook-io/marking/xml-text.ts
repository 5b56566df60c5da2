/** Attributes to be set; undefined takes one away. Values are escaped already. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/** What XML 1.0 can't hold: control characters, halves of surrogate pairs, and these two. */
const NOT_XML = /(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu;

/** Text for content and attributes of XML, in the form of `utf8Xml`. Characters that XML can't hold are left out. */
export function xmlText(text: string): string {
  const escaped = text.replace(NOT_XML, '').replace(/[&<>"\t\n]/g, (character) => ENTITIES[character] ?? '');
  return Buffer.from(escaped, 'utf8').toString('latin1');
}

/** The same for what Excel shows in cells and notes: there "_x0041_" would be read as "A" ([ECMA-376] 22.9.2.19). */
export function cellText(text: string): string {
  return xmlText(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').slice(0, LONGEST));
}

/** What a cell of Excel can hold. */
const LONGEST = 32_767;

/** XML of our own with the prefix that the names of a part have. */
export function withPrefix(xml: string, prefix: string): string {
  return prefix === '' ? xml : xml.replace(/<(\/?)(?=\w)/g, `<$1${prefix}`);
}

const ATTRIBUTE = /\s+([^\s=/>]+)\s*=\s*(?:"[^"]*"|'[^']*')/g;

/** An opening or empty tag with some of its attributes set anew; the others stay as they are written. */
export function withAttributes(tag: string, attributes: Attributes): string {
  const missing = new Map(Object.entries(attributes));
  const kept = tag.replace(ATTRIBUTE, (written, name: string) => {
    if (!missing.has(name)) return written;
    const value = missing.get(name);
    missing.delete(name);
    return value === undefined ? '' : ` ${name}="${value}"`;
  });
  const added = [...missing].flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${value}"`]));
  return kept.replace(/\s*\/?>$/, (end) => added.join('') + end.trimStart());
}

/** The value of an attribute as written; undefined if the tag hasn't got it. */
export function attributeOf(tag: string, name: string): string | undefined {
  return valueWhere(tag, (found) => found === name);
}

/** The same under its name without prefix, whatever prefix this file has chosen. */
export function localAttributeOf(tag: string, name: string): string | undefined {
  return valueWhere(tag, (found) => found.slice(found.lastIndexOf(':') + 1) === name);
}

function valueWhere(tag: string, isWanted: (name: string) => boolean): string | undefined {
  for (const [written, name = ''] of tag.matchAll(ATTRIBUTE)) {
    if (isWanted(name)) return written.slice(written.search(/["']/) + 1, -1);
  }
  return undefined;
}
