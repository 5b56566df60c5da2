// Makes the guides of docs/huong-dan pages of the application: Markdown becomes a tree of plain elements when the
// application is built, so that no reader of Markdown and no HTML as text goes to the browser. Only what guides are
// written in is known; anything else stops the build, so that nobody reads raw marks.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** An element is [tag, properties, ...children]; a text is itself. */
const element = (tag, properties, children) => [tag, properties, ...children];

const INLINE =
  /!\[(?<alt>[^\]]*)\]\((?<src>[^)]+)\)|\[(?<text>[^\]]+)\]\((?<href>[^)]+)\)|\*\*(?<strong>.+?)\*\*|`(?<code>[^`]+)`|(?<![\p{L}\p{N}])_(?<em>[^_]+)_(?![\p{L}\p{N}])/u;

function inline(text, found) {
  const match = INLINE.exec(text);
  if (!match) {
    if (/\*\*|[`<]/.test(text)) throw new Error(`a mark that is not closed: ${text}`);
    return text === '' ? [] : [text];
  }
  const { alt, src, text: name, href, strong, code, em } = match.groups;
  const rest = inline(text.slice(match.index + match[0].length), found);
  const before = inline(text.slice(0, match.index), found);
  return [...before, ...said(), ...rest];

  function said() {
    if (src !== undefined) return [found.image(src, alt)];
    if (href !== undefined) return [found.link(href, inline(name, found))];
    if (strong !== undefined) return [element('strong', {}, inline(strong, found))];
    if (code !== undefined) return [element('code', {}, [code])];
    return [element('em', {}, inline(em, found))];
  }
}

const ITEM = /^(?:-|(?<number>\d+)\.) (?<text>.*)$/;
const cellsOf = (line) =>
  line
    .slice(1, line.lastIndexOf('|'))
    .split('|')
    .map((cell) => cell.trim());

/** One block: what stands between blank lines. */
function block(lines, found) {
  const [first] = lines;
  const heading = /^(?<level>#{1,3}) (?<text>.+)$/.exec(first);
  if (heading) return element(`h${heading.groups.level.length}`, {}, inline(heading.groups.text, found));
  if (first.startsWith('|')) return table(lines, found);
  if (ITEM.test(first)) return list(lines, found);
  if (first.startsWith('<p>')) return pictures(lines.join(' '), found);
  if (/^(?:>|```|\s|---)/.test(first)) throw new Error(`guides are not written so: ${first}`);
  return element('p', {}, inline(lines.join(' '), found));
}

function table([head, , ...rows], found) {
  const row = (tag, line) =>
    element(
      'tr',
      {},
      cellsOf(line).map((cell) => element(tag, tag === 'th' ? { scope: 'col' } : {}, inline(cell, found))),
    );
  return element('table', {}, [
    element('thead', {}, [row('th', head)]),
    element(
      'tbody',
      {},
      rows.map((line) => row('td', line)),
    ),
  ]);
}

function list(lines, found) {
  const items = [];
  for (const line of lines) {
    const item = ITEM.exec(line);
    if (item) items.push(item.groups.text);
    else items[items.length - 1] += ` ${line.trim()}`;
  }
  const isNumbered = ITEM.exec(lines[0]).groups.number !== undefined;
  return element(
    isNumbered ? 'ol' : 'ul',
    {},
    items.map((text) => element('li', {}, inline(text, found))),
  );
}

/** Pictures side by side: the one piece of HTML that guides hold. */
function pictures(html, found) {
  const images = [...html.matchAll(/<img src="([^"]+)" alt="([^"]*)"[^>]*>/g)];
  if (html.replace(/<\/?p>|<img [^>]*>/g, '').trim() !== '') throw new Error(`HTML in a guide: ${html}`);
  return element(
    'p',
    { className: 'gd-beside' },
    images.map(([, src, alt]) => found.image(src, alt)),
  );
}

/** The width and height of a PNG. */
async function sizeOf(file) {
  const bytes = await readFile(file);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

async function guideModule(file) {
  const text = await readFile(file, 'utf8');
  const images = [];
  const found = {
    image(src, alt) {
      const properties = { src: `image ${images.length}`, alt };
      images.push({ file: path.resolve(path.dirname(file), src), properties });
      return element('img', properties, []);
    },
    /** To another guide; what else the repository holds is named only. */
    link: (href, name) =>
      /^[\w-]+\.md$/.test(href)
        ? element('a', { href: `/huong-dan/${path.basename(href, '.md')}` }, name)
        : element('em', {}, name),
  };
  const blocks = text
    .trim()
    .split(/\n\s*\n/)
    .map((lines) => block(lines.split('\n'), found));
  for (const image of images) Object.assign(image.properties, await sizeOf(image.file), { loading: 'lazy' });
  const imports = images.map((image, i) => `import image${i} from ${JSON.stringify(image.file)};\n`);
  const tree = JSON.stringify(blocks).replace(/"image (\d+)"/g, 'image$1');
  return `${imports.join('')}export const guide = ${tree};\n`;
}

/** Lets a guide be imported: `import { guide } from '…/docs/huong-dan/lanh-dao.md'`. */
export const guides = {
  name: 'guides',
  async load(id) {
    if (!/\/docs\/huong-dan\/[\w-]+\.md$/.test(id)) return null;
    this.addWatchFile(id);
    return { code: await guideModule(id), moduleType: 'js' };
  },
};
