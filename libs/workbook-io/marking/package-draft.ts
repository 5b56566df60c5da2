import type { WorkbookLimits } from '../workbook-limits';
import { damaged } from '../workbook-refused';
import { utf8Xml } from '../xml/xml-part';
import { readZipDirectory, type ZipEntry } from '../zip/zip-directory';
import { partKey, ZipPackage } from '../zip/zip-package';
import { deflated, writeZip } from '../zip/zip-writer';
import type { XmlSource } from './xml-element';

/** A package in which some parts are to be changed or added; all others keep even their packed bytes. */
export class PackageDraft {
  readonly original: ZipPackage;
  private readonly entries: readonly ZipEntry[];
  private readonly written = new Map<string, string>();

  constructor(
    bytes: Uint8Array,
    readonly limits: WorkbookLimits,
  ) {
    this.original = new ZipPackage(bytes, limits);
    this.entries = readZipDirectory(bytes, limits);
  }

  has(part: string): boolean {
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

  /** The first of the names `name(1)`, `name(2)`, … that no part has. */
  unusedName(name: (number: number) => string): string {
    let number = 1;
    while (this.has(name(number))) number += 1;
    return name(number);
  }

  toBytes(): Uint8Array {
    const changed = new Map([...this.written].map(([part, xml]) => [partKey(part), xml]));
    const kept = this.entries.map((entry) => {
      const key = partKey(entry.name);
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
