// Reads HTML from the standard input and writes which of its features which mail programs lack, by caniemail's data set.
// A process of its own: the package is ESM all the way down.
import { text } from 'node:stream/consumers';
import { caniemail } from 'caniemail';

/** Those that the data set is whole for; it knows nothing of Zalo or of Vietnamese webmails. */
const CLIENTS = [
  ...['apple-mail.macos', 'apple-mail.ios', 'samsung-email.android'],
  ...['gmail.desktop-webmail', 'gmail.ios', 'gmail.android', 'gmail.mobile-webmail'],
  ...['outlook.windows', 'outlook.windows-mail', 'outlook.macos', 'outlook.ios', 'outlook.android'],
  ...['yahoo.desktop-webmail', 'yahoo.ios', 'yahoo.android'],
];

const html = await text(process.stdin);
const lacking = CLIENTS.map((client) => {
  const { issues } = caniemail({ clients: [client], html });
  return [client, [...new Set([...issues.errors.values()].flat().map(({ title }) => title))]];
});
process.stdout.write(JSON.stringify(Object.fromEntries(lacking)));
