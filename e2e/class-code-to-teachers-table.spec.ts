import { assign, join, makeClass } from './support/classes'
import { anAccount, signUp } from './support/people'
import { answerCard } from './support/study'
import { expect, test } from './support/test'

const DECK = 'The foreign policy of Kyrgyzstan'

test('a class with an assigned deck stands in a few steps, and a learner with the code appears in its table', async ({
  page,
  someoneElse,
}) => {
  await signUp(page, anAccount('Anara Teacher'))
  const { code } = await makeClass(page, 'History 10-B')
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
  const { code } = await makeClass(page, 'Biology 9-A')
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
