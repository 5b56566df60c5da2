import fc from 'fast-check';
import { WORKBOOK_LIMITS, WorkbookRefused } from '../limits-and-refusals';
import { fromUtf8, plainXml, TagScanner, withoutRootPrefix } from './xml-part';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function tagsOf(xml: string): string[] {
  const tags = new TagScanner(xml, WORKBOOK_LIMITS, 'part');
  const found: string[] = [];
  while (tags.next()) found.push(`${tags.depth} ${tags.kind} ${tags.name}`);
  return found;
}

describe('the tag scanner', () => {
  it('walks over tags and knows how deep they lie', () => {
    expect(tagsOf('<?xml version="1.0"?><a><b x="1>2"/><!-- <no> --><c></c ></a>\n')).toEqual([
      '0 open a',
      '1 empty b',
      '1 open c',
      '1 close c',
      '0 close a',
    ]);
  });

  it('reads attributes in every way that XML allows', () => {
    const tags = new TagScanner(`<c r = "B7"\n s='5' x:r="no" t="a/b>c"/>`, WORKBOOK_LIMITS, 'part');
    tags.next();
    expect(['r', 's', 't', 'x:r', 'v'].map((name) => tags.attribute(name))).toEqual([
      'B7',
      '5',
      'a/b>c',
      'no',
      undefined,
    ]);
    expect([tags.localAttribute('t'), tags.localAttribute('b')]).toEqual(['a/b>c', undefined]);
  });

  it.each(['', 'text', '<a>', '<a><b></a>', '<a', '<a x="1', '<a/><b/>', '</a>', '<!-- <a/>', '<a></a></b>'])(
    'refuses what is no whole document: %p',
    (xml) => {
      expect(() => tagsOf(xml)).toThrow(WorkbookRefused);
    },
  );

  it('comes to an end on any text, with tags or a refusal', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '</',
      '/>',
      '"',
      "'",
      '=',
      'a',
      ' ',
      '<!--',
      '-->',
      '<![CDATA[',
      ']]>',
      '<?',
      '?>',
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        (xml) => {
          const tags = new TagScanner(xml, WORKBOOK_LIMITS, 'part');
          try {
            while (tags.next()) {
              tags.attribute('a');
              tags.localAttribute('a');
            }
          } catch (error) {
            expect(error).toBeInstanceOf(WorkbookRefused);
          }
        },
      ),
    );
  });

  it('takes time in proportion to the text, however it is made', () => {
    const nasty = [
      '<a '.repeat(400_000),
      '<!--'.repeat(400_000),
      '<a x="'.repeat(400_000),
      '<![CDATA['.repeat(200_000),
    ];
    const started = performance.now();
    for (const xml of nasty) expect(() => tagsOf(plainXml(bytes(xml)))).toThrow(WorkbookRefused);
    // Milliseconds on a quiet machine; minutes if every mark were looked for to the end of the text.
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});

describe('the text of a part', () => {
  it('gives any text back that was escaped, in CDATA, or in another encoding', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const text = value.replaceAll(/[<&\r]|]]>/g, '');
        const inner = (xml: string): string =>
          fromUtf8(xml.slice(xml.indexOf('<a>') + 3, xml.indexOf('</a>')));
        expect(inner(plainXml(bytes(`<a>${text}</a>`)))).toBe(text);
        expect(inner(plainXml(bytes(`<a><![CDATA[${text}<&]]></a>`)))).toBe(`${text}<&`);
        const utf16 = Buffer.from(`\ufeff<a>${text}</a>`, 'utf16le');
        expect(inner(plainXml(utf16))).toBe(text);
      }),
    );
  });

  it('follows the encoding that the part declares', () => {
    const xml = Buffer.from('<?xml version="1.0" encoding="windows-1252"?><a>caf\xe9</a>', 'latin1');
    expect(fromUtf8(plainXml(xml))).toContain('<a>café</a>');
  });

  it('drops comments, and puts characters in the place of references to them', () => {
    expect(fromUtf8(plainXml(bytes('<a><!-- <b> -->&#7885;&#x1F600;&amp;lt;</a>')))).toBe('<a>ọ😀&lt;</a>');
  });

  it('takes the prefix of the root away, and no other', () => {
    expect(withoutRootPrefix('<?xml version="1.0"?>\n<x:a><x:b/><y:c/></x:a>')).toBe(
      '<?xml version="1.0"?>\n<a><b/><y:c/></a>',
    );
    expect(withoutRootPrefix('<a><x:b/></a>')).toBe('<a><x:b/></a>');
  });
});
