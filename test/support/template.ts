import { migrate } from '@thongvon/platform';

/** Brings the empty database that the tests' databases are cloned from to the state of a new installation. */
export async function prepareTemplate(url: string): Promise<void> {
  await migrate(url);
}
