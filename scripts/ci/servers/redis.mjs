// A Redis of our own on a free port.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort, stop, untilUp } from './server.mjs';

/** Whether a Redis answers at this port. */
async function answers(port) {
  const socket = connect(port, '127.0.0.1');
  try {
    socket.write('PING\r\n');
    const [data] = await once(socket, 'data');
    return String(data).startsWith('+PONG');
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

/** As in production (docker-compose.yml) but for the append-only file: nothing here has to survive. */
export async function startRedis(folder) {
  const port = await freePort();
  const settings = { port, bind: '127.0.0.1', dir: folder, save: '', 'maxmemory-policy': 'noeviction' };
  const redis = spawn(
    'redis-server',
    Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
    { stdio: ['ignore', 'ignore', 'inherit'] },
  );
  await untilUp('redis-server', redis, () => answers(port));
  return { url: `redis://127.0.0.1:${port}`, stop: () => stop(redis, 'SIGTERM') };
}
