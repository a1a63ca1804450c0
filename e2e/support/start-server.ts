import { type ChildProcess, fork, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type * as seeds from './seeds'

export const root = join(import.meta.dirname, '../..')

export type Server = {
  url: string
  port: number
  dataDir: string
  child: ChildProcess
  /** Everything that the process printed until now. */
  output(): string
  /** The exit code, when it has ended. */
  ended: Promise<number | null>
  /** Sends the signal and waits for the end; returns the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

type Process = Pick<Server, 'child' | 'output' | 'ended' | 'stop'>
type Seeds = typeof seeds
type Seed = <Name extends keyof Seeds>(
  name: Name,
  ...args: Parameters<Seeds[Name]>
) => Promise<Awaited<ReturnType<Seeds[Name]>>>

/** The built app without what `npm start` does before it serves: its data are a copy that is ready. */
export type SeededServer = Server & {
  /** Calls a function of seeds.ts in the process of the server. */
  readonly ask: Seed
}

export async function startSeededServer(
  dataDir = copyOfTemplate(),
  settings: Record<string, string> = {},
): Promise<SeededServer> {
  const env = environment({ PORT: String(await freePort()), BILIM_DATA_DIR: dataDir, ...settings })
  const running = watched(fork('e2e/support/seeded-server.mjs', { cwd: root, env, silent: true }))
  const url = await new Promise<string>((ready, fail) => {
    running.child.once('message', (message) => ready((message as { url: string }).url))
    running.child.once('exit', () => fail(new Error(`The server did not start:\n${running.output()}`)))
  })
  return { ...running, url, port: Number(new URL(url).port), dataDir, ask: asker(running.child) }
}

type Reply = { readonly id: number; readonly result?: unknown; readonly error?: string }

function asker(child: ChildProcess): Seed {
  const waiting = new Map<number, (reply: Reply) => void>()
  child.on('message', (message) => {
    const reply = message as Reply
    waiting.get(reply.id)?.(reply)
    waiting.delete(reply.id)
  })
  let asked = 0
  return async (name, ...args) => {
    const id = ++asked
    const { result, error } = await new Promise<Reply>((done) => {
      waiting.set(id, done)
      child.send({ id, name, args })
    })
    if (error) throw new Error(`${name}: ${error}`)
    return result as never
  }
}

/** `npm start` as a newcomer runs it, on a port and a data folder of its own. */
export async function startServer(dataDir = copyOfTemplate(), more: Record<string, string> = {}): Promise<Server> {
  const running = spawnStart({ PORT: String(await freePort()), BILIM_DATA_DIR: dataDir, ...more })
  const url = await untilReady(running)
  return { ...running, url, port: Number(new URL(url).port), dataDir }
}

export function spawnStart(settings: Record<string, string>): Process {
  const env = environment(settings)
  // Read, because Node.js refuses to import JSON without an attribute.
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const [, ...args] = scripts.start.split(' ')
  return watched(spawn(process.execPath, args, { cwd: root, env, stdio: 'pipe' }))
}

/**
 * The address that `npm start` prints when it is ready. It is read and not assumed: between finding a free port and
 * listening on it, a connection of some browser may take that port, and the server then moves on to another.
 */
function untilReady({ child, output }: Process): Promise<string> {
  return new Promise((ready, fail) => {
    const look = () => {
      const url = /Ready in .*?: (http:\S+)\n/.exec(output())?.[1]
      if (url) ready(url)
    }
    child.stdout?.on('data', look)
    child.once('exit', () => fail(new Error(`The server did not start:\n${output()}`)))
  })
}

function watched(child: ChildProcess): Process {
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  const ended = new Promise<number | null>((done) => child.once('close', done))
  // Where pages suddenly cannot be reached, this tells whether the process ended, and how.
  child.once('exit', (code, signal) => {
    printed += `\nThe server's process ended: ${signal ?? code}\n`
  })
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    return ended
  }
  return { child, output: () => printed, ended, stop }
}

/** Migrated, and with the content that comes with Bilim. */
export function copyOfTemplate(): string {
  const dataDir = emptyFolder()
  cpSync(join(folderOfRun(), 'template'), dataDir, { recursive: true })
  return dataDir
}

export const emptyFolder = () => mkdtempSync(join(folderOfRun(), 'data-'))

/** This process's environment without what would change where the data are, or send them to a model. */
export function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, NODE_ENV, NODE_OPTIONS, BILIM_MODEL, ...rest } = process.env
  return { ...rest, ...settings } as NodeJS.ProcessEnv
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen(0, () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function folderOfRun(): string {
  const folder = process.env.BILIM_E2E_FOLDER
  if (!folder) throw new Error('The template was not prepared.')
  return folder
}
