import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { waitForKeysOnOpening } from './support/page-ready'
import { copyOfTemplate, freePort, type Server, spawnStart, startServer } from './support/start-server'

// The process that `npm start` runs.

test.describe('a started server', () => {
  test.describe.configure({ mode: 'serial' })

  let server: Server
  test.beforeAll(async () => {
    server = await startServer()
  })
  test.afterAll(async () => {
    await server.stop('SIGKILL')
  })

  test('prints the demo’s sign-ins, which work from this machine even if the client claims another address', async ({
    context,
  }) => {
    const [, email = '', password = ''] = /teacher\s+(\S+)\s+(\S+)/.exec(server.output()) ?? []
    expect(server.output()).toContain('Demo, from this machine only')
    await waitForKeysOnOpening(context)
    const page = await context.newPage()
    // The server takes the address from the socket and ignores the claimed one; otherwise this would be refused.
    await page.setExtraHTTPHeaders({ 'x-bilim-address': '203.0.113.7' })
    await page.goto(`${server.url}/sign-in`)
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password').fill(password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
    await page.goto(`${server.url}/classes`)
    await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  })

  test('refuses a second process on the same data with one clear message', async () => {
    const second = spawnStart({ PORT: String(await freePort()), BILIM_DATA_DIR: server.dataDir })
    expect(await second.ended).toBe(3)
    expect(second.output()).toContain('has this data open')
    expect(second.output()).not.toMatch(/\n\s+at /)
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
  })

  test('uses the next port if its port is taken, and says so', async () => {
    const second = await startServer(copyOfTemplate(), { PORT: String(server.port) })
    try {
      expect(second.output()).toContain(`Port ${server.port} is taken; trying ${server.port + 1}.`)
      // The next port may be taken too: every skipped port is reported, and the address has the first free one.
      const passedOver = second.output().match(/is taken; trying/g)?.length
      expect(second.port).toBe(server.port + (passedOver ?? 0))
      expect((await fetch(`${second.url}/api/health`)).status).toBe(200)
    } finally {
      expect(await second.stop('SIGTERM')).toBe(0)
    }
    expect(existsSync(join(second.dataDir, 'lock'))).toBe(false)
  })

  test('stops cleanly on Ctrl+C and releases the data', async () => {
    await fetch(server.url)
    expect(await server.stop('SIGINT')).toBe(0)
    expect(existsSync(join(server.dataDir, 'lock'))).toBe(false)
  })
})

test('the server answers every request from the moment the port is open', async () => {
  const wanted = await freePort()
  const starting = spawnStart({ PORT: String(wanted), BILIM_DATA_DIR: copyOfTemplate() })
  const port = () => wanted + (starting.output().match(/is taken; trying/g)?.length ?? 0)
  const ask = async () => (await fetch(`http://localhost:${port()}/api/health`)).status
  try {
    await expect.poll(() => isOpen(port()), { intervals: [10], timeout: 60_000 }).toBe(true)
    // Either held until the server is ready, or answered with 503 and Retry-After.
    const answers = await Promise.all(Array.from({ length: 20 }, ask))
    expect(answers.filter((status) => status !== 200 && status !== 503)).toEqual([])
  } finally {
    await starting.stop('SIGKILL')
  }
})

function isOpen(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('connect', () => done(true)).once('error', () => done(false))
    socket.once('connect', () => socket.destroy())
  })
}

test('with a database server a missing secret is reported in one clear message', async () => {
  const { ended, output } = spawnStart({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' })
  expect(await ended).toBe(1)
  expect(output()).toContain('NEXTAUTH_SECRET is missing')
})
