import {
  attributeOf,
  childOf,
  elementAt,
  type ParentElement,
  prefixOf,
  withAttributes,
  withPrefix,
  type XmlElement,
  XmlPatch,
  type XmlSource,
} from './xml-patch';

/** Children of a style sheet in the order that it must have ([ECMA-376] 18.8.39). */
const ORDER = [
  'numFmts',
  'fonts',
  'fills',
  'borders',
  'cellStyleXfs',
  'cellXfs',
  'cellStyles',
  'dxfs',
  'tableStyles',
  'colors',
  'extLst',
] as const;

/** What each list must begin with, should the file have none: Excel itself uses the first two fills. */
const BEGINNINGS = {
  fonts: ['<font><sz val="11"/><name val="Calibri"/></font>'],
  fills: [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ],
  borders: ['<border><left/><right/><top/><bottom/><diagonal/></border>'],
  cellXfs: ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
} as const;
type ListName = keyof typeof BEGINNINGS;
const LISTS = ['fonts', 'fills', 'borders', 'cellXfs'] as const satisfies readonly ListName[];

/** A style of our own, each piece as the XML of its element (without prefix). */
export interface NewStyle {
  readonly font?: string;
  /** ARGB, as in `TONE_FILLS`. */
  readonly fill?: string;
  readonly border?: string;
  readonly alignment?: string;
}

/** What is to be different about a style. */
export interface ChangedLook {
  /** ARGB, as in `TONE_FILLS`. */
  readonly fill?: string;
  /** Without a number format. */
  readonly isGeneral?: boolean;
  /** In a font of Unicode: an old one (.VnTime, VNI-Times) shows its letters as others. */
  readonly isUnicode?: boolean;
}

const UNICODE_FONT = 'Times New Roman';

/** Adds fonts, fills, borders and cell styles behind those of a style sheet; none that is there changes. */
export class StylesPatch {
  private readonly root: ParentElement;
  private readonly prefix: string;
  private readonly lists: Record<ListName, GrowingList>;
  private readonly changed = new Map<string, number>();

  constructor(private readonly source: XmlSource) {
    this.root = elementAt(source);
    this.prefix = prefixOf(this.root);
    this.lists = {
      fonts: this.list('fonts'),
      fills: this.list('fills'),
      borders: this.list('borders'),
      cellXfs: this.list('cellXfs'),
    };
  }

  /** A style that is like another one but for what is said: number format, font and borders stay otherwise. */
  restyled(style: number, look: ChangedLook): number {
    const key = JSON.stringify([style, look]);
    const known = this.changed.get(key);
    if (known !== undefined) return known;
    const xf = this.lists.cellXfs.at(style) ?? this.lists.cellXfs.at(0) ?? '';
    const tagEnd = xf.indexOf('>') + 1;
    const tag = xf.slice(0, tagEnd);
    const changed = withAttributes(tag, {
      ...(look.fill !== undefined && { fillId: this.fill(look.fill), applyFill: 1 }),
      ...(look.isGeneral && { numFmtId: 0, applyNumberFormat: 1 }),
      ...(look.isUnicode && {
        fontId: this.unicodeFont(Number(attributeOf(tag, 'fontId') ?? 0)),
        applyFont: 1,
      }),
    });
    const added = this.lists.cellXfs.add(changed + xf.slice(tagEnd));
    this.changed.set(key, added);
    return added;
  }

  add({ font, fill, border, alignment = '' }: NewStyle): number {
    const tag = withAttributes('<xf numFmtId="0">', {
      fontId: font === undefined ? 0 : this.lists.fonts.add(this.prefixed(font)),
      fillId: fill === undefined ? 0 : this.fill(fill),
      borderId: border === undefined ? 0 : this.lists.borders.add(this.prefixed(border)),
      applyFont: 1,
      applyFill: 1,
      applyBorder: 1,
      applyAlignment: 1,
    });
    return this.lists.cellXfs.add(this.prefixed(`${tag}${alignment}</xf>`));
  }

  toXml(): string {
    const patch = new XmlPatch(this.source.xml);
    let atEnd = '';
    for (const name of LISTS) {
      const list = this.lists[name];
      const { element } = list;
      const next = this.firstAfter(name);
      if (element)
        patch.extend(
          element,
          list.addedXml(),
          list.countIn(this.source.xml.slice(element.start, element.openEnd)),
        );
      else if (next) patch.insert(next.start, this.whole(name, list));
      else atEnd += this.whole(name, list);
    }
    patch.extend(this.root, atEnd);
    return patch.toXml();
  }

  private fill(argb: string): number {
    const pattern = `<patternFill patternType="solid"><fgColor rgb="${argb}"/><bgColor indexed="64"/></patternFill>`;
    return this.lists.fills.add(this.prefixed(`<fill>${pattern}</fill>`));
  }

  /** The same font under a name whose letters are those of Unicode. */
  private unicodeFont(font: number): number {
    const xml = this.lists.fonts.at(font) ?? '';
    const name = /(<(?:\w+:)?name\s[^>]*?val=)(?:"[^"]*"|'[^']*')/;
    return name.test(xml) ? this.lists.fonts.add(xml.replace(name, `$1"${UNICODE_FONT}"`)) : font;
  }

  private prefixed(xml: string): string {
    return withPrefix(xml, this.prefix);
  }

  private list(name: ListName): GrowingList {
    const element = childOf(this.root, name);
    if (!element)
      return new GrowingList(
        undefined,
        BEGINNINGS[name].map((item) => this.prefixed(item)),
        0,
      );
    const { xml } = this.source;
    const items = elementAt(this.source, element.start).children.map(({ start, end }) =>
      xml.slice(start, end),
    );
    return new GrowingList(element, items, items.length);
  }

  private whole(name: ListName, list: GrowingList): string {
    return `<${this.prefix}${name}>${list.addedXml()}</${this.prefix}${name}>`;
  }

  private firstAfter(name: ListName): XmlElement | undefined {
    const later = ORDER.slice(ORDER.indexOf(name) + 1).map((local) => this.prefix + local);
    return this.root.children.find((child) => later.includes(child.name));
  }
}

/** A list of the style sheet, whose items are known by their index. The same item is added once. */
class GrowingList {
  private readonly added = new Map<string, number>();

  constructor(
    readonly element: XmlElement | undefined,
    private readonly items: string[],
    private readonly present: number,
  ) {}

  at(index: number): string | undefined {
    return this.items[index];
  }

  add(item: string): number {
    const known = this.added.get(item);
    if (known !== undefined) return known;
    this.added.set(item, this.items.length);
    return this.items.push(item) - 1;
  }

  /** Whatever the file hasn't got. */
  addedXml(): string {
    return this.items.slice(this.present).join('');
  }

  /** The `count` that the list then has, where its tag states one. */
  countIn(tag: string): { count?: number } {
    const isStated = this.addedXml() !== '' && attributeOf(tag, 'count') !== undefined;
    return isStated ? { count: this.items.length } : {};
  }
}
