// Makes the guides of docs/huong-dan pages of the application: Markdown becomes a tree of plain elements when the
// application is built, so that no reader of Markdown and no HTML as text goes to the browser. Only what guides are
// written in is known; anything else stops the build.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { marked } from 'marked';

/** An element is [tag, properties, ...children]; a text is itself. */
const element = (tag, properties, children) => [tag, properties, ...children];

/** The elements of what `marked` has read; `found` makes images and links. */
function elementsOf(tokens, found) {
  const within = (token) => elementsOf(token.tokens ?? [], found);
  const cell = (tag, properties) => (one) => element(tag, properties, within(one));
  const kinds = {
    space: () => [],
    heading: (token) => [element(`h${token.depth}`, {}, within(token))],
    paragraph: (token) => [element('p', {}, within(token))],
    list: ({ ordered, items }) => [
      element(
        ordered ? 'ol' : 'ul',
        {},
        items.map((item) => element('li', {}, within(item))),
      ),
    ],
    table: ({ header, rows }) => [
      element('table', {}, [
        element('thead', {}, [element('tr', {}, header.map(cell('th', { scope: 'col' })))]),
        element(
          'tbody',
          {},
          rows.map((row) => element('tr', {}, row.map(cell('td', {})))),
        ),
      ]),
    ],
    html: ({ text }) => [pictures(text, found)],
    text: (token) => (token.tokens ? within(token) : [token.text.replaceAll('\n', ' ')]),
    escape: ({ text }) => [text],
    strong: (token) => [element('strong', {}, within(token))],
    em: (token) => [element('em', {}, within(token))],
    codespan: ({ text }) => [element('code', {}, [text])],
    link: (token) => [found.link(token.href, within(token))],
    image: ({ href, text }) => [found.image(href, text)],
  };
  return tokens.flatMap((token) => {
    const kind = kinds[token.type];
    if (!kind) throw new Error(`guides are not written so (${token.type}): ${token.raw}`);
    return kind(token);
  });
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
  const blocks = elementsOf(marked.lexer(text), found);
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
