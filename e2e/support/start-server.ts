import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

export const root = join(import.meta.dirname, '../..')

export type Server = {
  url: string
  port: number
  dataDir: string
  child: ChildProcess
  /** Everything that the process printed until now. */
  output(): string
  /** Sends the signal and waits for the end; returns the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

const START_LIMIT_MS = 90_000

/** `npm start` as a newcomer runs it, on a port and a data folder of its own. */
export async function startServer(dataDir = copyOfTemplate(), more: Record<string, string> = {}): Promise<Server> {
  const running = spawnStart({ PORT: String(await freePort()), BILIM_DATA_DIR: dataDir, ...more })
  const url = await untilReady(running)
  return { ...running, url, port: Number(new URL(url).port), dataDir }
}

export function spawnStart(settings: Record<string, string>): Pick<Server, 'child' | 'output' | 'stop'> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], { cwd: root, env: environment(settings), stdio: 'pipe' })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  const ended = new Promise<number | null>((done) => child.once('close', done))
  // Where pages suddenly cannot be reached, this tells whether the process ended, and how.
  child.once('exit', (code, signal) => {
    printed += `\nThe server's process ended: ${signal ?? code}\n`
  })
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode === null) child.kill(signal)
    return ended
  }
  return { child, output: () => printed, stop }
}

export function copyOfTemplate(): string {
  const dataDir = emptyFolder()
  const template = join(folderOfRun(), 'template')
  if (existsSync(template)) cpSync(template, dataDir, { recursive: true })
  return dataDir
}

export const emptyFolder = () => mkdtempSync(join(folderOfRun(), 'data-'))

/** This process's environment without what would change where the data are. */
export function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  const { DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, NODE_ENV, NODE_OPTIONS, ...rest } = process.env
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

/**
 * The address that the server prints when it is ready. It is read and not assumed: between finding a free port and
 * listening on it, a connection of some browser may take that port, and the server then moves on to another.
 */
export async function untilReady({ child, output }: Pick<Server, 'child' | 'output'>): Promise<string> {
  for (
    const deadline = Date.now() + START_LIMIT_MS;
    Date.now() < deadline && child.exitCode === null;
    await wait(100)
  ) {
    const url = /Ready in .*?: (http:\S+)\n/.exec(output())?.[1]
    if (url) return url
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not start:\n${output()}`)
}
