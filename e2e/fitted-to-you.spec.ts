import { check } from './support/check-screen'
import { expect, test } from './support/test'

const FITTING = { timeout: 60_000 }

test('a learner fits the weights to their own reviews, sees the gain and undoes it', async ({ page, seed }) => {
  const { owner, documentId } = await seed.accountWithDeck(page, 'Nurlan')
  await page.goto('/account')
  await expect(page.getByText('You have 0, over 0 days.')).toBeVisible()
  const fit = page.getByRole('button', { name: 'Fit to my reviews' })
  await expect(fit).toHaveCount(0)

  await seed.forgetfulHistory(owner, documentId)
  await page.reload()
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
})
