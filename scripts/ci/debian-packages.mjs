// Installs Debian packages that are missing, without starting the services they bring.
//   node scripts/ci/debian-packages.mjs PACKAGE…
import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';

/** Debian asks this program before a package starts its service; 101 means no. */
const POLICY = '/usr/sbin/policy-rc.d';

function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' });
  return stdout === 'install ok installed';
}

function apt(...args) {
  const { status, error } = spawnSync('apt-get', ['-q', '-y', ...args], {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (status !== 0) throw error ?? new Error(`apt-get ${args.join(' ')}: exit ${status}`);
}

/** Runs `action` while no service may start. A policy that the machine has already is left alone. */
function withoutServices(action) {
  let ours = true;
  try {
    writeFileSync(POLICY, '#!/bin/sh\nexit 101\n', { mode: 0o755, flag: 'wx' });
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    ours = false;
  }
  try {
    action();
  } finally {
    if (ours) rmSync(POLICY);
  }
}

const missing = process.argv.slice(2).filter((name) => !isInstalled(name));
if (missing.length > 0) {
  apt('update');
  withoutServices(() => apt('install', '--no-install-recommends', ...missing));
}
process.stdout.write(`installed now: ${missing.join(', ') || 'nothing, all were there'}\n`);
