import { type BrowserContext, test as base, expect, type Page } from '@playwright/test'
import { waitForLife } from './alive'
import { type Server, startServer } from './start-server'

/**
 * Each worker has a server on a database of its own. Every page is watched: an error in the console, an uncaught
 * exception or a request to another host fails the test. `complaints` may be emptied by a test that provokes one.
 * A page that is opened is waited for until it lives, where scripts run.
 */
export const test = base.extend<Fixtures, { server: Server }>({
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from the pattern.
    async ({}, use) => {
      const server = await startServer()
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  complaints: [
    async ({ context, server, javaScriptEnabled }, use, testInfo) => {
      const complaints: string[] = []
      const before = server.output().length
      watch(context, server.url, complaints)
      if (javaScriptEnabled) await waitForLife(context)
      await use(complaints)
      const said = server.output().slice(before).trim()
      if (testInfo.status !== 'passed' && said) console.log(`The server said:\n${said}`)
      expect(complaints, said).toEqual([])
    },
    { auto: true },
  ],
  someoneElse: async ({ browser, complaints, server, javaScriptEnabled }, use) => {
    const contexts: BrowserContext[] = []
    await use(async () => {
      const context = await browser.newContext({ baseURL: server.url, viewport: { width: 1280, height: 800 } })
      watch(context, server.url, complaints)
      if (javaScriptEnabled) await waitForLife(context)
      contexts.push(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})

export { expect, type Page }

type Fixtures = {
  complaints: string[]
  /** Another person with a browser of their own: no cookie is shared. */
  someoneElse: () => Promise<Page>
}

/** For a test that provokes a refusal: the browser reports the answer in its console. */
export function forgive(complaints: string[], pattern: RegExp): void {
  complaints.splice(0, complaints.length, ...complaints.filter((line) => !pattern.test(line)))
}

function watch(context: BrowserContext, url: string, complaints: string[]): void {
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol.startsWith('http') && origin !== url) complaints.push(`request to ${origin}`)
  })
  context.on('weberror', (error) => complaints.push(`uncaught: ${error.error().message}`))
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`)
  })
}
