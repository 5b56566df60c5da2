// What every command needs before it can use a package: a Node that can run them, and the packages themselves.
// Uses nothing but Node, since on a fresh clone there is nothing else.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const NEEDED = [20, 19];
const modules = path.join(root, 'node_modules');
const lock = path.join(root, 'package-lock.json');
const stamp = path.join(modules, '.thongvon-stamp');

/** Ends the process with one sentence, Vietnamese first. */
export function giveUp(vi, en) {
  process.stderr.write(`${vi}\n${en}\n`);
  process.exit(1);
}

/** Gives up if this Node is too old, or this is Windows, which nobody has tried. */
export function checkMachine(version = process.versions.node, platform = process.platform) {
  const [major, minor] = version.split('.').map(Number);
  if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
    giveUp(
      `Thông Vốn cần Node.js ${NEEDED.join('.')} trở lên; máy này có ${version}.`,
      `Thông Vốn needs Node.js ${NEEDED.join('.')} or newer; this machine has ${version}.`,
    );
  }
  if (platform === 'win32') {
    giveUp(
      'Thông Vốn chưa chạy trực tiếp trên Windows; hãy dùng WSL hoặc Docker.',
      "Thông Vốn doesn't run on Windows itself yet; use WSL or Docker.",
    );
  }
}

/** Runs `npm ci` if the packages are missing, incomplete or older than package-lock.json. */
export function ensureInstalled() {
  const wanted = createHash('sha256')
    .update(readFileSync(lock))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  if (!installedByHand()) {
    process.stdout.write('Đang cài đặt các gói cần thiết (npm ci)…\nInstalling what is needed (npm ci)…\n');
    const { status } = runNpm(['ci', '--include=dev', '--no-audit', '--no-fund']);
    if (status !== 0) {
      giveUp(
        'Không cài đặt được các gói (xem thông báo của npm ở trên); hãy kiểm tra kết nối mạng rồi chạy lại.',
        "The packages can't be installed (see npm's message above); check the network and run this again.",
      );
    }
  }
  writeFileSync(stamp, wanted);
}

/** npm writes this file when an installation is complete, so someone's own `npm ci` or `npm install` counts. */
function installedByHand() {
  const finished = path.join(modules, '.package-lock.json');
  return existsSync(finished) && statSync(finished).mtimeMs >= statSync(lock).mtimeMs;
}

/** The npm that runs us, if one does. */
function runNpm(args) {
  const own = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  return own?.endsWith('.js')
    ? spawnSync(process.execPath, [own, ...args], options)
    : spawnSync('npm', args, options);
}
