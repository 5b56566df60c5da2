import { damaged, type WorkbookLimits } from '../limits-and-refusals';
import { folderOf, relationsPart } from '../ooxml/workbook-parts';
import { utf8Xml } from '../xml/xml-part';
import { deflated, partKey, readZipDirectory, writeZip, type ZipEntry, ZipPackage } from '../zip/zip-package';
import { elementAt, PACKAGE, prefixOf, withPrefix, XmlPatch, type XmlSource, xmlText } from './xml-patch';

/** A package in which some parts are to be changed or added; all others keep even their packed bytes. */
export class PackageDraft {
  readonly original: ZipPackage;
  private readonly entries: readonly ZipEntry[];
  private readonly written = new Map<string, string>();
  /** Keys of parts that are there no more. */
  private readonly removed = new Set<string>();

  constructor(
    bytes: Uint8Array,
    readonly limits: WorkbookLimits,
  ) {
    this.original = new ZipPackage(bytes, limits);
    this.entries = readZipDirectory(bytes, limits);
  }

  has(part: string): boolean {
    if (this.removed.has(partKey(part))) return false;
    return this.written.has(part) || this.original.has(part);
  }

  /** The part as it is now. Throws RET-DAMAGED if there is none. */
  source(part: string): XmlSource {
    const xml = this.written.get(part) ?? this.originalXml(part);
    return { xml, part, limits: this.limits };
  }

  /** Sets a part's text, in the form of `utf8Xml`. */
  write(part: string, xml: string): void {
    this.written.set(part, xml);
  }

  /** Leaves a part out. */
  remove(part: string): void {
    this.removed.add(partKey(part));
    this.written.delete(part);
  }

  /** The first of the names `name(1)`, `name(2)`, … that no part has. */
  unusedName(name: (number: number) => string): string {
    let number = 1;
    while (this.has(name(number))) number += 1;
    return name(number);
  }

  toBytes(): Uint8Array {
    const changed = new Map([...this.written].map(([part, xml]) => [partKey(part), xml]));
    const kept = this.entries.flatMap((entry) => {
      const key = partKey(entry.name);
      if (this.removed.has(key)) return [];
      const xml = changed.get(key);
      changed.delete(key);
      return xml === undefined ? entry : deflated(entry.name, Buffer.from(xml, 'latin1'));
    });
    const added = [...this.written].filter(([part]) => changed.has(partKey(part)));
    return writeZip([...kept, ...added.map(([part, xml]) => deflated(part, Buffer.from(xml, 'latin1')))]);
  }

  private originalXml(part: string): string {
    const bytes = this.original.read(part);
    if (!bytes) throw damaged(`${part} is missing`);
    return utf8Xml(bytes);
  }
}

export const CONTENT_TYPES = '[Content_Types].xml';

/** Gives a part a relation to another one; returns its id. `type` is the whole type. */
export function relate(draft: PackageDraft, from: string, to: string, type: string): string {
  const part = relationsPart(from);
  if (!draft.has(part)) draft.write(part, `<Relationships xmlns="${PACKAGE}/relationships"/>`);
  const { xml } = draft.source(part);
  let number = 1;
  while (xml.includes(`"rId${number}"`) || xml.includes(`'rId${number}'`)) number += 1;
  const id = `rId${number}`;
  appendToRoot(
    draft,
    part,
    `<Relationship Id="${id}" Type="${type}" Target="${xmlText(pathFrom(from, to))}"/>`,
  );
  return id;
}

/** Takes a child of a part's root out. */
export function dropChild(draft: PackageDraft, part: string, isMeant: (tag: string) => boolean): void {
  if (!draft.has(part)) return;
  const source = draft.source(part);
  const patch = new XmlPatch(source.xml);
  for (const { start, openEnd, end } of elementAt(source).children)
    if (isMeant(source.xml.slice(start, openEnd))) patch.replace(start, end, '');
  draft.write(part, patch.toXml());
}

/** Says what an added part is. */
export function declarePart(draft: PackageDraft, part: string, contentType: string): void {
  appendToRoot(draft, CONTENT_TYPES, `<Override PartName="/${xmlText(part)}" ContentType="${contentType}"/>`);
}

/** Says what all parts with an extension are, if that isn't said. */
export function declareExtension(draft: PackageDraft, extension: string, contentType: string): void {
  const isDeclared = new RegExp(`\\sExtension=["']${extension}["']`, 'i').test(
    draft.source(CONTENT_TYPES).xml,
  );
  if (!isDeclared)
    appendToRoot(draft, CONTENT_TYPES, `<Default Extension="${extension}" ContentType="${contentType}"/>`);
}

function appendToRoot(draft: PackageDraft, part: string, element: string): void {
  const source = draft.source(part);
  const root = elementAt(source);
  const patch = new XmlPatch(source.xml);
  patch.extend(root, withPrefix(element, prefixOf(root)));
  draft.write(part, patch.toXml());
}

/** "../comments1.xml": relative, as Excel writes it, since not every program understands a path from the root. */
function pathFrom(from: string, to: string): string {
  const steps = folderOf(from).split('/').slice(0, -1);
  const target = to.split('/');
  let common = 0;
  while (common < steps.length && steps[common] === target[common]) common += 1;
  return [...steps.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}
