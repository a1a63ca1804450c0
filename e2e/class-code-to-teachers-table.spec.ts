import { answerCard } from './support/study'
import { expect, type Page, test } from './support/test'

const DECK = 'The foreign policy of Kyrgyzstan'
const RETURN_CODE = /\b[a-z]{4}(?:\s+[a-z]{4}){3}\b/

/** Joins with the class code and a name; returns the return code. */
async function join(page: Page, code: string, name: string): Promise<string> {
  await page.goto('/join')
  await page.getByLabel('Class code').fill(code)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your return code' })).toBeVisible()
  const returnCode = RETURN_CODE.exec(await page.getByRole('main').innerText())?.[0]
  if (!returnCode) throw new Error('No return code is shown.')
  return returnCode
}

test('a teacher creates a class and assigns a deck in a few steps, and a learner who joins by the code appears in the table', async ({
  page,
  someoneElse,
  seed,
}) => {
  await seed.account(page, 'Anara Teacher')
  await page.goto('/classes')
  await page.getByLabel('Class name').fill('History 10-B')
  await page.getByRole('button', { name: 'Create class' }).click()
  await expect(page.getByRole('heading', { name: 'History 10-B' })).toBeVisible()
  const code = /[A-Z]{3}-\d{3}/.exec(await page.getByRole('main').innerText())?.[0] ?? ''
  await page.getByRole('link', { name: 'Assign' }).first().click()
  await page.getByLabel('Deck').selectOption({ label: DECK })
  await page.getByRole('radio', { name: /Study/ }).check()
  await page.getByRole('button', { name: 'Assign' }).click()
  await expect(page).toHaveURL(/\/classes\/[0-9a-f-]{36}\?deck=/)
  await expect(page.getByText('Nothing is assigned yet')).toHaveCount(0)

  const learner = await someoneElse()
  const returnCode = await join(learner, code, 'Bakyt')
  await learner.getByRole('button', { name: 'Start' }).click()
  await expect(learner).toHaveURL(/\/study\?deck=/)
  await answerCard(learner, 'Good')
  await answerCard(learner, 'Again')

  await page.goto('/classes')
  await page.getByRole('link', { name: 'History 10-B' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Bakyt' })
  await expect(row.getByText('Familiar').or(row.getByText('Attempted')).first()).toBeAttached()
  await expect(row.getByText('Not seen').first()).toBeAttached()

  // The name cannot be used again; the return code signs in the same learner.
  const impostor = await someoneElse()
  await impostor.goto(`/join/${code}`)
  await impostor.getByLabel('Your name').fill('Bakyt')
  await impostor.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(impostor.getByText('Someone in this class has this name already')).toBeVisible()
  await impostor.getByLabel('Return code').fill(returnCode)
  await impostor.getByRole('button', { name: 'Come back' }).click()
  await expect(impostor.getByText('You are Bakyt in this class.')).toBeVisible()
})

test('after the teacher resets a learner’s return code, the old code does not sign in any more', async ({
  page,
  someoneElse,
  seed,
}) => {
  const { id, code } = await seed.schoolClass(await seed.account(page, 'Cholpon Teacher'), 'Biology 9-A')
  const learner = await someoneElse()
  const old = await join(learner, code, 'Dastan')

  await page.goto(`/classes/${id}/learners`)
  await page.locator('summary').filter({ hasText: 'Manage Dastan' }).click()
  await page.getByRole('button', { name: 'Reset entry' }).click()
  await expect(page.getByText('New return code for Dastan')).toBeVisible()

  const returning = await someoneElse()
  await returning.goto('/join/return')
  await returning.getByLabel('Return code').fill(old)
  await returning.getByRole('button', { name: 'Come back' }).click()
  await expect(returning.getByText('This is not a return code that we know')).toBeVisible()
  await learner.reload()
  await expect(learner).not.toHaveURL(/\/join\/welcome/)
})
