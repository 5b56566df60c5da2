import type { XmlElement } from './xml-element';
import { withAttributes, type Attributes } from './xml-text';

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Changes to an XML text, each at a place of the original; whatever lies between stays as it is, to the byte. Texts are
 * in the form of `utf8Xml`.
 */
export class XmlPatch {
  private readonly changes: Change[] = [];

  constructor(readonly xml: string) {}

  /** Inserts at one place stand in the order of their calls. */
  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  replace(start: number, end: number, text: string): void {
    this.changes.push({ start, end, text });
  }

  /** Gives an element further content at its end, opening it if it was written as empty, and sets attributes. Once for each element. */
  extend(element: XmlElement, content: string, attributes: Attributes = {}): void {
    const tag = this.xml.slice(element.start, element.openEnd);
    const changed = withAttributes(tag, attributes);
    if (element.isEmpty && content !== '') {
      this.replace(element.start, element.end, `${changed.slice(0, -2)}>${content}</${element.name}>`);
      return;
    }
    if (changed !== tag) this.replace(element.start, element.openEnd, changed);
    if (content !== '') this.insert(element.closeStart, content);
  }

  toXml(): string {
    const pieces: string[] = [];
    let from = 0;
    // What is inserted before an element comes before what replaces it.
    const inOrder = [...this.changes].sort((a, b) => a.start - b.start || a.end - b.end);
    for (const { start, end, text } of inOrder) {
      pieces.push(this.xml.slice(from, start), text);
      from = end;
    }
    pieces.push(this.xml.slice(from));
    return pieces.join('');
  }
}
