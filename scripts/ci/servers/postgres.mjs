// A PostgreSQL of our own on a free port, by Debian's programs. The machine's cluster, if it has one, is left alone.
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort, stop, untilUp } from './server.mjs';

const VERSIONS = '/usr/lib/postgresql';
/** As docker-compose.yml names it: there, too, the image makes its user a superuser. */
const USER = 'thongvon';

/** Where the newest version that is installed has its programs. */
function programs() {
  const versions = existsSync(VERSIONS) ? readdirSync(VERSIONS).map(Number) : [];
  if (versions.length === 0) throw new Error('PostgreSQL is not installed: apt-get install postgresql');
  return path.join(VERSIONS, String(Math.max(...versions)), 'bin');
}

/** PostgreSQL refuses to run as root; Debian's package has a user for it. */
function databaseUser() {
  if (process.getuid() !== 0) return {};
  const id = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  return { uid: id('-u'), gid: id('-g') };
}

function initialise({ bin, data, user, password, folder }) {
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid);
  const { status, stderr } = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', USER, '-A', 'scram-sha-256', '--pwfile', passwordFile, '--locale=C.UTF-8', '-N'],
    { ...user, cwd: '/', encoding: 'utf8' },
  );
  rmSync(passwordFile);
  if (status !== 0) throw new Error(`initdb: ${stderr}`);
}

/** `folder` must be one that the database's user can reach. */
export async function startPostgres(folder) {
  const bin = programs();
  const user = databaseUser();
  const data = path.join(folder, 'postgres');
  mkdirSync(data, { mode: 0o700 });
  if (user.uid !== undefined) chownSync(data, user.uid, user.gid);
  const password = randomBytes(12).toString('hex');
  initialise({ bin, data, user, password, folder });

  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync: 'off' };
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = { stdio: ['ignore', 'ignore', 'ignore'] };
  const postgres = spawn(path.join(bin, 'postgres'), ['-D', data, ...options], { ...user, ...log, cwd: '/' });
  const answers = () =>
    spawnSync(path.join(bin, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', port]).status === 0;
  await untilUp('postgres', postgres, answers);
  // SIGINT: PostgreSQL ends its sessions and stops in order.
  return {
    url: `postgres://${USER}:${password}@127.0.0.1:${port}/postgres`,
    stop: () => stop(postgres, 'SIGINT'),
  };
}
