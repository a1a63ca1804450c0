import { anAccount, signIn, signOut, signUp } from './support/people'
import { answerCard } from './support/study'
import { expect, test } from './support/test'

test('a guest’s progress is kept after signing up, after signing out and in, and on another device', async ({
  page,
  someoneElse,
}) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Study this' }).click()
  for (let card = 0; card < 3; card += 1) await answerCard(page, 'Good')
  await page.goto('/')
  await expect(page.getByText('You are a guest on this device')).toBeVisible()
  const before = await mastery(page.getByRole('main').innerText())

  const account = anAccount('Nurlan')
  await signUp(page, account)
  await page.goto('/')
  expect(await mastery(page.getByRole('main').innerText())).toEqual(before)

  await signOut(page)
  await expect(page.getByRole('link', { name: 'Study this' })).toBeVisible()
  await signIn(page, account)
  await expect(page.getByRole('link', { name: 'Continue' })).toBeVisible()

  const phone = await someoneElse()
  await signIn(phone, account)
  await expect(phone.getByRole('link', { name: 'Continue' })).toBeVisible()
  await phone.goto('/')
  expect(await mastery(phone.getByRole('main').innerText())).toEqual(before)
})

test('signing in to an existing account asks before it merges a guest’s progress', async ({ page, someoneElse }) => {
  const account = anAccount('Meerim')
  const home = await someoneElse()
  await signUp(home, account)

  await page.goto('/')
  await page.getByRole('link', { name: 'Study this' }).click()
  for (let card = 0; card < 2; card += 1) await answerCard(page, 'Good')
  await signIn(page, account)
  await expect(page.getByRole('heading', { name: 'Is this you?' })).toBeVisible()
  await expect(page.getByText('2 reviews')).toBeVisible()
  await page.getByRole('button', { name: 'This was me: merge' }).click()
  await expect(page).not.toHaveURL(/merge/)

  await home.goto('/')
  await expect(home.getByText(/last studied/).first()).toBeVisible()
})

test('signing out everywhere ends the session of the other device', async ({ page, someoneElse }) => {
  const account = anAccount('Aida')
  await signUp(page, account)
  const phone = await someoneElse()
  await signIn(phone, account)
  await expect(phone.getByRole('button', { name: 'Account' })).toBeVisible()
  await page.goto('/account')
  await page.getByRole('button', { name: 'Sign out everywhere' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' }).first()).toBeVisible()
  await phone.goto('/account')
  await expect(phone).toHaveURL(/sign-in/)
})

/** The counts that the screen shows for decks: how many cards are due and how many are new. */
async function mastery(text: Promise<string>): Promise<string[]> {
  return (await text).match(/\d+ (?:to review|new|facts?)/g) ?? []
}
