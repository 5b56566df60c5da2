import type { CellModel } from '../sheet-model';
import { isDateFormat } from '../sheetjs/read-with-sheetjs';
import { numberFormat } from './named-formats';

/** What the style of an element says that we ask for. */
export interface HtmlLook {
  readonly format?: string;
  readonly fontName?: string;
  readonly bold?: boolean;
  readonly indent?: number;
  readonly hidden?: boolean;
}

const FORMAT = /mso-number-format\s*:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^;"']+)/i;
const FONT = /font-family\s*:\s*["']?([^;,"']+)/i;
const WEIGHT = /font-weight\s*:\s*(\w+)/i;
const INDENT = /mso-char-indent-count\s*:\s*(\d+)/i;
const HIDDEN = /display\s*:\s*none/i;
/** Longer declarations are no cell's. */
const LONGEST = 2000;
/** Rules and combinations that are remembered; a page of Excel has some hundreds. */
const MOST = 20_000;

/** Reads the declarations of a rule or of a `style` attribute. */
export function declaredLook(css: string): HtmlLook {
  if (css === '' || css.length > LONGEST) return {};
  const format = FORMAT.exec(css)?.[1];
  const fontName = FONT.exec(css)?.[1]?.trim();
  const weight = WEIGHT.exec(css)?.[1]?.toLowerCase();
  const indent = Number(INDENT.exec(css)?.[1] ?? 0);
  return {
    ...(format !== undefined && { format: unescaped(format.trim().replace(/^(["'])(.*)\1$/s, '$2')) }),
    ...(fontName !== undefined && { fontName }),
    ...(weight !== undefined && { bold: weight.startsWith('bold') || Number(weight) >= 600 }),
    ...(indent > 0 && { indent }),
    ...(HIDDEN.test(css) && { hidden: true }),
  };
}

/** Excel escapes every sign, quotes and spaces by number: `\#\,\#\#0\0022 tỷ\0022`. */
function unescaped(css: string): string {
  return css.replace(/\\(?:(00[0-9a-fA-F]{2})|(.))/gs, (_, hex?: string, sign?: string) =>
    hex === undefined ? (sign ?? '') : String.fromCharCode(parseInt(hex, 16)),
  );
}

/** The looks that a page's style sheets give to classes (`.xl24`, `td.xl24`), and what a cell's own style adds. */
export class HtmlStyles {
  private readonly classes = new Map<string, HtmlLook>();
  private readonly known = new Map<string, HtmlLook>();

  /** The text of a `<style>`. */
  addSheet(css: string): void {
    for (const rule of css.split('}')) {
      const brace = rule.indexOf('{');
      if (brace < 0) continue;
      const look = declaredLook(rule.slice(brace + 1));
      for (const selector of rule.slice(0, brace).split(',')) {
        const name = /^\s*(?:<!--)?\s*\w*\.([\w-]+)\s*$/.exec(selector.slice(0, 200))?.[1];
        if (name !== undefined && this.classes.size < MOST)
          this.classes.set(name, { ...this.classes.get(name), ...look });
      }
    }
  }

  /** Of an element, by its `class` and `style`. */
  lookOf(classes = '', style = ''): HtmlLook {
    if (classes === '' && style === '') return NO_LOOK;
    const key = `${classes}\0${style}`;
    let look = this.known.get(key);
    if (!look) {
      const given = classes.split(/\s+/, 10).map((name) => this.classes.get(name));
      look = Object.assign({}, ...given, declaredLook(style)) as HtmlLook;
      if (this.known.size < MOST) this.known.set(key, look);
    }
    return look;
  }
}

const NO_LOOK: HtmlLook = {};

/** What a cell of our model takes from its look. */
export function cellLook({ format, fontName, bold, indent }: HtmlLook): Partial<CellModel> {
  const shown = format === undefined ? undefined : numberFormat(format);
  return {
    ...(shown !== undefined && { format: shown }),
    ...(shown !== undefined && isDateFormat(shown) && { isDate: true }),
    ...(fontName !== undefined && { fontName }),
    ...(bold === true && { bold: true }),
    ...(indent !== undefined && { indent }),
  };
}
