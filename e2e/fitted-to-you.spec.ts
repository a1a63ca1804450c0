import { execFileSync } from 'node:child_process'
import { expect, test } from '@playwright/test'
import { waitForLife } from './support/alive'
import { check } from './support/check-screen'
import { makeDocument } from './support/documents'
import { ownServers } from './support/own-servers'
import { OWN_TEXT, OWN_TITLE } from './support/own-text'
import { anAccount, signUp } from './support/people'
import { environment, root } from './support/start-server'

// Servers of its own, because two months of reviews are put into the data while they are stopped.
const start = ownServers()
const FITTING = { timeout: 60_000 }

test('a learner has the plan fitted to their own reviews, sees what it is worth, and goes back', async ({
  browser,
}) => {
  const first = await start()
  const context = await browser.newContext({ baseURL: first.url })
  await waitForLife(context)
  const page = await context.newPage()
  await signUp(page, anAccount('Nurlan'))
  await makeDocument(page, OWN_TITLE, OWN_TEXT)
  await page.goto('/account')
  await expect(page.getByText('You have 0, over 0 days.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Fit to my reviews' })).toHaveCount(0)
  await first.stop()

  const env = environment({ BILIM_DATA_DIR: first.dataDir })
  execFileSync(process.execPath, ['scripts/run.mjs', 'e2e/support/make-history.ts'], { cwd: root, env })
  const { url } = await start(first.dataDir)
  await page.goto(`${url}/account`)
  const fit = page.getByRole('button', { name: 'Fit to my reviews' })
  await fit.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Better, and in use from now on.' })).toBeVisible(FITTING)
  await expect(page.getByText(/^In use since/)).toBeVisible()
  await expect(page.getByText(/^The plan fitted to you gave it a chance of \d\d\.\d%\.$/)).toBeVisible()
  await check(page, 'account, fitted')
  await page.getByRole('button', { name: 'Fit again' }).click()
  await expect(page.getByText('No better than the plan in use, so nothing changed.')).toBeVisible(FITTING)
  await page.getByRole('button', { name: 'Go back to the usual plan' }).click()
  await expect(page.getByText(/Not in use\.$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Go back to the usual plan' })).toHaveCount(0)
  await context.close()
})
