import { execFileSync } from 'node:child_process'
import { type Browser, type Page, test } from '@playwright/test'
import { waitForLife } from './alive'
import { makeDocument } from './documents'
import { WITH_SERVERS_MS } from './own-servers'
import { OWN_TEXT, OWN_TITLE } from './own-text'
import { anAccount, signUp } from './people'
import { environment, root, type Server, startServer } from './start-server'

type Planted = {
  readonly id: () => string
  /** A page of the learner whose deck it is, on the server that has it. */
  readonly open: (browser: Browser) => Promise<Page>
}

/** For a file whose tests ask items that no engine decides (plant-ladder.ts): a server of its own, because they are planted while it is stopped. */
export function plantedDeck(): Planted {
  let server: Server
  let deckId = ''
  let cookies: Awaited<ReturnType<ReturnType<Page['context']>['cookies']>> = []
  const open = async (browser: Browser) => {
    const context = await browser.newContext({ baseURL: server.url })
    await waitForLife(context)
    await context.addCookies(cookies)
    return context.newPage()
  }
  test.beforeAll(async ({ browser }) => {
    test.setTimeout(WITH_SERVERS_MS)
    server = await startServer()
    const page = await open(browser)
    await signUp(page, anAccount('Ladder'))
    deckId = await makeDocument(page, OWN_TITLE, OWN_TEXT)
    cookies = await page.context().cookies()
    await page.context().close()
    await server.stop()
    const env = environment({ BILIM_DATA_DIR: server.dataDir })
    execFileSync(process.execPath, ['scripts/run.mjs', 'e2e/support/plant-ladder.ts'], {
      cwd: root,
      env,
      stdio: 'pipe',
    })
    server = await startServer(server.dataDir)
  })
  test.afterAll(async () => {
    await server.stop('SIGKILL')
  })
  return { id: () => deckId, open }
}
