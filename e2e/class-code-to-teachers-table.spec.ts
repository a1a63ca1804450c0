import { anAccount, signUp } from './support/people'
import { answerCard } from './support/study'
import { expect, type Page, test } from './support/test'

const DECK = 'The foreign policy of Kyrgyzstan'

test('a class with an assigned deck stands in a few steps, and a learner with the code appears in its table', async ({
  page,
  someoneElse,
}) => {
  await signUp(page, anAccount('Anara Teacher'))
  const code = await makeClass(page, 'History 10-B')
  await assign(page, DECK)

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

  // Nobody comes in again under that name; the return code brings back the same learner.
  const other = await someoneElse()
  await other.goto(`/join/${code}`)
  await other.getByLabel('Your name').fill('Bakyt')
  await other.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(other.getByText('Someone in this class has this name already')).toBeVisible()
  await other.getByLabel('Return code').fill(returnCode)
  await other.getByRole('button', { name: 'Come back' }).click()
  await expect(other.getByText('You are Bakyt in this class.')).toBeVisible()
})

test('the teacher resets the entry of a learner: the old return code opens nothing any more', async ({
  page,
  someoneElse,
}) => {
  await signUp(page, anAccount('Cholpon Teacher'))
  const code = await makeClass(page, 'Biology 9-A')
  const learner = await someoneElse()
  const old = await join(learner, code, 'Dastan')

  await page.getByRole('link', { name: 'Learners' }).click()
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

async function makeClass(page: Page, name: string): Promise<string> {
  await page.goto('/classes')
  const opener = page.getByRole('link', { name: 'New class' })
  if (await opener.isVisible()) await opener.click()
  await page.getByLabel('Class name').fill(name)
  await page.getByRole('button', { name: 'Create class' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  const code = (await page.getByRole('main').innerText()).match(/[A-Z]{3}-\d{3}/)?.[0]
  if (!code) throw new Error('The page of the new class shows no code.')
  return code
}

async function assign(page: Page, deck: string): Promise<void> {
  await page.getByRole('link', { name: 'Assign' }).first().click()
  await page.getByLabel('Deck').selectOption({ label: deck })
  await page.getByRole('radio', { name: /Study/ }).check()
  await page.getByRole('button', { name: 'Assign' }).click()
  await expect(page.getByText(deck).first()).toBeVisible()
  await expect(page.getByText('Nothing is assigned yet')).toHaveCount(0)
}

/** As a learner with nothing but the code and a name; returns the personal return code. */
async function join(page: Page, code: string, name: string): Promise<string> {
  await page.goto('/join')
  await page.getByLabel('Class code').fill(code)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your return code' })).toBeVisible()
  const returnCode = (await page.getByRole('main').innerText()).match(/\b[a-z]{4}(?:\s+[a-z]{4}){3}\b/)?.[0]
  if (!returnCode) throw new Error('No return code is shown.')
  return returnCode
}
