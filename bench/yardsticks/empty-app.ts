import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, root } from '../../e2e/support/start-server'
import { waitUntilAnswered } from '../http-load'

const FILES = {
  'package.json': '{ "name": "empty", "private": true, "type": "module" }',
  'next.config.js': `export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(root)} } }`,
  'app/layout.js': `export default ({ children }) => <html lang="en"><body>{children}</body></html>`,
  'app/page.js': `export const dynamic = 'force-dynamic'\nexport default () => <h1>Hello</h1>`,
}

const next = join(root, 'node_modules/next/dist/bin/next')
const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as NodeJS.ProcessEnv
const folder = join(root, '.build/empty-app')

/** The yardstick for everything that Next.js costs by itself: one page that says hello. */
export function buildEmptyApp(): void {
  for (const [name, text] of Object.entries(FILES)) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  execFileSync(process.execPath, [next, 'build'], { cwd: folder, env, stdio: 'pipe' })
}

export async function startEmptyApp(): Promise<{ url: string; stop(): Promise<void> }> {
  const port = await freePort()
  const child = spawn(process.execPath, [next, 'start', '-p', String(port)], { cwd: folder, env, stdio: 'ignore' })
  const url = `http://localhost:${port}`
  await waitUntilAnswered(url, child)
  return {
    url,
    stop: () =>
      new Promise((done) => {
        child.once('close', () => done())
        child.kill()
      }),
  }
}
