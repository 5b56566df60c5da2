import { folderOf, relationsPart } from '../ooxml/relations';
import { PACKAGE } from './namespaces';
import type { PackageDraft } from './package-draft';
import { elementAt, prefixOf } from './xml-element';
import { XmlPatch } from './xml-patch';
import { withPrefix, xmlText } from './xml-text';

const CONTENT_TYPES = '[Content_Types].xml';

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
