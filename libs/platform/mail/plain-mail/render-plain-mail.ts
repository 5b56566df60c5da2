/** Writes a short mail as HTML (right on a phone and in Outlook) and as text. */
export function renderPlainMail(mail: PlainMail): { html: string; text: string } {
  return { html: toHtml(mail), text: toText(mail) };
}

/** The plain text of a short mail. */
function toText({ heading, blocks, action, footer }: PlainMail): string {
  const parts = [heading, ...blocks.map(blockText), `${action.label}:\n${action.url}`, `-- \n${footer}`];
  return `${parts.join('\n\n')}\n`;
}

function blockText(block: MailBlock): string {
  if ('paragraph' in block) return block.paragraph;
  if ('facts' in block) return block.facts.map(([label, value]) => `${label}: ${value}`).join('\n');
  return `${block.as}:\n${block.quoted.replace(/^/gm, '> ')}`;
}

// Mail programs drop variables, style sheets and most of CSS; Outlook draws with Word. So: tables, and styles in place.
const INK = '#1b2026';
const FAINT = '#464d56';
const RULE = '#e2ddd1';
const PAPER = '#faf8f3';
const ACCENT = '#1e4976';
const ALARM = '#b3261e';
const FONT = "font-family:'Be Vietnam Pro','Segoe UI',Roboto,'Noto Sans',Arial,sans-serif";
const TABLE = 'role="presentation" cellpadding="0" cellspacing="0" border="0"';

/** The HTML of a short mail, in the language of its words. */
function toHtml({ heading, blocks, action, footer }: PlainMail): string {
  const rows = [
    cell(`<b>Thông Vốn</b>`, `font-size:13px;line-height:18px;color:${INK};padding:12px 0 8px 0`),
    cell(
      `<h1 style="margin:0;${FONT};font-size:20px;line-height:27px;font-weight:bold;color:${INK}">${escaped(heading)}</h1>`,
      `border-top:1px solid ${RULE};padding:14px 0 2px 0`,
    ),
    ...blocks.map((block) => cell(blockHtml(block), `${BODY};padding:10px 0 0 0`)),
    cell(button(action), 'padding:20px 0 22px 0'),
    cell(
      escaped(footer),
      `font-size:12px;line-height:17px;color:${FAINT};border-top:1px solid ${RULE};padding:10px 0 20px 0`,
    ),
  ];
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no, date=no, address=no">
<meta name="color-scheme" content="light">
<title>${escaped(heading)}</title>
<!--[if mso]><style>td,a,h1{font-family:Arial,sans-serif !important}</style><![endif]-->
</head>
<body style="margin:0;padding:0;background-color:${PAPER}">
<table ${TABLE} width="100%" bgcolor="${PAPER}" style="background-color:${PAPER}"><tr><td align="center">
<!--[if mso]><table ${TABLE} width="600"><tr><td><![endif]-->
<table ${TABLE} width="100%" bgcolor="#ffffff" style="max-width:600px;background-color:#ffffff;margin:0 auto"><tr><td style="border-top:3px solid ${INK};padding:0 20px">
<table ${TABLE} width="100%">
${rows.join('\n')}
</table>
</td></tr></table>
<!--[if mso]></td></tr></table><![endif]-->
</td></tr></table>
</body>
</html>
`;
}

const BODY = `font-size:15px;line-height:22px;color:${INK}`;

function cell(content: string, style: string): string {
  return `<tr><td style="${FONT};${style}">${content}</td></tr>`;
}

function blockHtml(block: MailBlock): string {
  if ('paragraph' in block) return escaped(block.paragraph);
  if ('facts' in block) return facts(block.facts);
  const words = escaped(block.quoted).replace(/\r?\n/g, '<br>');
  return `<table ${TABLE} width="100%"><tr><td style="${FONT};${BODY};border-left:3px solid ${ALARM};padding:2px 0 2px 12px"><span style="font-size:13px;color:${FAINT}">${escaped(block.as)}</span><br>${words}</td></tr></table>`;
}

function facts(pairs: readonly (readonly [string, string])[]): string {
  const rows = pairs.map(
    ([label, value]) =>
      `<tr><td valign="top" style="${FONT};font-size:13px;line-height:20px;color:${FAINT};padding:2px 16px 2px 0;white-space:nowrap">${escaped(label)}</td><td valign="top" style="${FONT};font-size:14px;line-height:20px;color:${INK};padding:2px 0">${escaped(value)}</td></tr>`,
  );
  return `<table ${TABLE}>${rows.join('')}</table>`;
}

/** A cell of the table carries the colour: Outlook draws no padding on links. */
function button({ label, url }: PlainMail['action']): string {
  return `<table ${TABLE}><tr><td bgcolor="${ACCENT}" style="background-color:${ACCENT};padding:11px 20px"><a href="${escaped(url)}" style="${FONT};font-size:15px;line-height:20px;font-weight:bold;color:#ffffff;text-decoration:none">${escaped(label)}</a></td></tr></table>`;
}

/** Text as it may stand in an element or in a quoted attribute. */
function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A short mail about one thing. Its HTML and its text are made of the same words. */
interface PlainMail {
  readonly heading: string;
  readonly blocks: readonly MailBlock[];
  /** What the recipient is to open. */
  readonly action: { readonly label: string; readonly url: string };
  /** Why they get it. */
  readonly footer: string;
}

type MailBlock =
  | { readonly paragraph: string }
  /** Someone else's words, with what they are. Line breaks stay. */
  | { readonly quoted: string; readonly as: string }
  /** Labels with their values. */
  | { readonly facts: readonly (readonly [label: string, value: string])[] };
