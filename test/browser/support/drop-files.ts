import type { Page } from 'playwright-core';

export interface Dropped {
  readonly name: string;
  readonly buffer?: Buffer;
  /** Of zeros, made in the browser: what is large takes long to get there. */
  readonly size?: number;
}

/** Drops files on the page, as from a folder. */
export async function dropFiles(page: Page, files: readonly Dropped[]): Promise<void> {
  const made = files.map(({ name, buffer, size = 1 }) => ({ name, size, bytes: buffer && [...buffer] }));
  const data = await page.evaluateHandle(
    `(() => { const data = new DataTransfer();
      for (const { name, size, bytes } of ${JSON.stringify(made)})
        data.items.add(new File([new Uint8Array(bytes ?? size)], name));
      return data; })()`,
  );
  await page.dispatchEvent('main', 'drop', { dataTransfer: data });
}
