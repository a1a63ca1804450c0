import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { waitForKeysOnOpening } from './page-ready'
import { type Seeder, seederOf } from './seeder'
import { type SeededServer, startSeededServer } from './start-server'

/**
 * Each worker has a server on a database of its own. Every page is watched: an error in the console, an uncaught
 * exception or a request to another host fails the test. A test that provokes one forgives it.
 * Opening a page waits until it hears keys, where scripts run.
 */
export const test = base.extend<Fixtures, { server: SeededServer }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const server = await startSeededServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  seed: async ({ server }, use) => {
    await use(seederOf(server))
    await server.ask('clock', null)
  },
  complaints: [
    async ({ context, server, javaScriptEnabled }, use, testInfo) => {
      const complaints: Complaints = { heard: [], forgiven: [] }
      const before = server.output().length
      watch(context, server.url, complaints)
      if (javaScriptEnabled) await waitForKeysOnOpening(context)
      await use(complaints)
      const said = server.output().slice(before).trim()
      if (testInfo.status !== 'passed' && said) console.log(`The server said:\n${said}`)
      const isForgiven = (line: string) => complaints.forgiven.some((pattern) => pattern.test(line))
      expect(
        complaints.heard.filter((line) => !isForgiven(line)),
        said,
      ).toEqual([])
    },
    { auto: true },
  ],
  someoneElse: async ({ browser, complaints, server, javaScriptEnabled }, use) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 800 } })
      watch(context, server.url, complaints)
      if (javaScriptEnabled) await waitForKeysOnOpening(context)
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export { expect, type Page }

export type Complaints = { readonly heard: string[]; readonly forgiven: RegExp[] }

type Fixtures = {
  complaints: Complaints
  /** Makes what a test needs and does not promise: people who are signed in, their decks, classes and reviews. */
  seed: Seeder
  /** Another person with a browser of their own: no cookie is shared. */
  someoneElse: () => Promise<Page>
}

/**
 * For a test that provokes a refusal: the browser reports the answer in its console, and a page that tries again reports it
 * again until it is closed. So it is forgiven whenever it comes.
 */
export function forgive(complaints: Complaints, pattern: RegExp): void {
  complaints.forgiven.push(pattern)
}

function watch(context: BrowserContext, url: string, { heard }: Complaints): void {
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== url) heard.push(`request to ${origin}`)
  })
  context.on('weberror', (error) => heard.push(`uncaught: ${error.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') heard.push(`console: ${message.text()} (${message.location().url})`)
  })
}
