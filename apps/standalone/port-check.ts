import { once } from 'node:events';
import { createServer } from 'node:net';
import { codeOf, StartFailure } from '@thongvon/local-postgres';
import { messages } from './messages';

/** Throws StartFailure unless HTTP could listen there now. Asked before anything else is started. */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    await once(probe.listen(port, host), 'listening');
  } catch (error) {
    const code = codeOf(error);
    const sentence =
      code === 'EADDRINUSE' ? messages.portTaken(host, port) : messages.addressUnusable(host, port, code);
    throw new StartFailure(sentence, { cause: error });
  }
  probe.close();
  await once(probe, 'close');
}
