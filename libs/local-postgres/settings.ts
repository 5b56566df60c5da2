/** For a small machine that also does other work; on the command line, so that a new version's settings hold for old data. */
const ALWAYS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_wal_size: '512MB',
  // Three processes fewer; the data fits in memory.
  io_method: 'sync',
  // Compiling a query costs more than our queries take.
  jit: 'off',
  huge_pages: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};

/** A crash may lose everything; only for tests. */
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** PostgreSQL's settings as command-line arguments. */
export function serverSettings(own: { port: number; clusterName: string; durable: boolean }): string[] {
  const settings = {
    ...ALWAYS,
    ...(own.durable ? {} : NOT_DURABLE),
    port: String(own.port),
    cluster_name: own.clusterName,
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
