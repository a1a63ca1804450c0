import { existsSync } from 'node:fs'
import { join } from 'node:path'
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
