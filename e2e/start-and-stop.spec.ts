import { existsSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from '@playwright/test'
import { waitForLife } from './support/alive'
import { ownServers } from './support/own-servers'
import { copyOfTemplate, freePort, spawnStart, untilReady } from './support/start-server'

// This file is about the process.
const start = ownServers()
test('a second process on the same data is refused with one clear line', async () => {
  const first = await start()
  const second = spawnStart({ PORT: String(await freePort()), BILIM_DATA_DIR: first.dataDir })
  const code = await new Promise((done) => second.child.once('close', done))
  expect(code).toBe(3)
  expect(second.output()).toContain('has this data open')
  expect(second.output()).not.toMatch(/\n\s+at /)
  expect((await fetch(`${first.url}/api/health`)).status).toBe(200)
})

test('the lock of a killed process is taken over', async () => {
  const first = await start()
  await first.stop('SIGKILL')
  expect(existsSync(join(first.dataDir, 'lock'))).toBe(true)
  const second = await start(first.dataDir)
  expect((await fetch(`${second.url}/api/health`)).status).toBe(200)
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  test(`${signal} closes cleanly within seconds, and frees the data`, async () => {
    const server = await start()
    await fetch(server.url)
    const since = Date.now()
    expect(await server.stop(signal)).toBe(0)
    // Whoever stops a service kills it (-9) after ten seconds, or later.
    expect(Date.now() - since).toBeLessThan(10_000)
    expect(existsSync(join(server.dataDir, 'lock'))).toBe(false)
  })
}

test('every request is answered from the moment the port is open', async () => {
  const wanted = await freePort()
  const starting = spawnStart({ PORT: String(wanted), BILIM_DATA_DIR: copyOfTemplate() })
  const port = () => wanted + (starting.output().match(/is taken; trying/g)?.length ?? 0)
  try {
    while (starting.child.exitCode === null && !(await isOpen(port()))) await wait(10)
    const answers: Promise<number>[] = []
    // A request must be answered within the 15 seconds that a person may wait for a page; a dropped one never is.
    const probe = async () => {
      const { status } = await fetch(`http://localhost:${port()}/api/health`, { signal: AbortSignal.timeout(15_000) })
      return status
    }
    while (starting.child.exitCode === null && !starting.output().includes('Ready in')) {
      answers.push(probe().catch(() => 0))
      await wait(25)
    }
    expect(answers.length).toBeGreaterThan(0)
    // Held and then served, or told to come again.
    expect((await Promise.all(answers)).filter((status) => status !== 200 && status !== 503)).toEqual([])
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

test('a taken port is said, and the next one is used', async () => {
  const first = await start()
  const second = spawnStart({ PORT: String(first.port), BILIM_DATA_DIR: copyOfTemplate() })
  try {
    const url = await untilReady(second)
    expect(second.output()).toContain(`Port ${first.port} is taken; trying ${first.port + 1}.`)
    // The one after it may be taken as well: each that is passed over is said, and the address is the next.
    const passedOver = second.output().match(/is taken; trying/g)?.length
    expect(Number(new URL(url).port)).toBe(first.port + (passedOver ?? 0))
    expect((await fetch(`${url}/api/health`)).status).toBe(200)
  } finally {
    await second.stop()
  }
})

test('with a database server a missing secret is one clear line', async () => {
  const { child, output } = spawnStart({ DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' })
  expect(await new Promise((done) => child.once('close', done))).toBe(1)
  expect(output()).toContain('NEXTAUTH_SECRET is missing')
})

test('the demo’s sign-ins are printed and work from this machine, whatever address a client claims', async ({
  context,
}) => {
  const server = await start()
  const [, email = '', password = ''] = /teacher\s+(\S+)\s+(\S+)/.exec(server.output()) ?? []
  expect(server.output()).toContain('Demo, from this machine only')
  await waitForLife(context)
  const page = await context.newPage()
  // The server says the address by the socket and overrides what is claimed; otherwise this would be refused.
  await page.setExtraHTTPHeaders({ 'x-bilim-address': '203.0.113.7' })
  await page.goto(`${server.url}/sign-in`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('button', { name: 'Account' })).toBeVisible()
  await page.goto(`${server.url}/classes`)
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
})
