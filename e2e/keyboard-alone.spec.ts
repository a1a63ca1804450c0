import { OWN_TEXT, OWN_TITLE } from './support/own-text'
import { settled } from './support/page-ready'
import { anAccount } from './support/people'
import { answerTest, startTest, WITH_TEN_QUESTIONS } from './support/quiz'
import { cardIsReady, evidence } from './support/study'
import { expect, type Page, test } from './support/test'

const MOST_TABS = 60

/** Tab until the named control has the focus, and see that the focus is visible. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab')
    const found = page.locator(':focus')
    if ((await found.count()) === 0) continue
    const label = await found.evaluate((element) => {
      const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : []
      return element.getAttribute('aria-label') ?? labels[0]?.textContent ?? element.textContent ?? ''
    })
    const matches = typeof name === 'string' ? label.trim().startsWith(name) : name.test(label.trim())
    if (!matches) continue
    await expect(found).toBeInViewport()
    return
  }
  throw new Error(`No control named ${name} was reached by Tab.`)
}

test('a stranger studies with the keyboard alone: Space shows, 1 to 4 rate, Ctrl+Z undoes, ? lists the keys', async ({
  page,
}) => {
  await page.goto('/')
  await tabTo(page, 'Study this')
  await page.keyboard.press('Enter')
  await cardIsReady(page)
  const question = await page.getByRole('heading', { level: 1 }).innerText()

  await page.keyboard.press('Space')
  await expect(evidence(page)).toBeVisible()
  // Undo comes back to the open card, whose gap is filled in.
  const first = await page.getByRole('heading', { level: 1 }).innerText()
  const saved = page.waitForResponse(/\/api\/study-events/)
  await page.keyboard.press('3')
  await saved
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(question)
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(first)

  const undone = page.waitForResponse(/\/api\/study-events/)
  await page.keyboard.press('ControlOrMeta+z')
  await undone
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(first)

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await settled(page)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toHaveCount(0)
})

test('questions are answered with the keyboard alone, and a double press acts once', async ({ page, seed }) => {
  await page.goto('/')
  await tabTo(page, 'Take a quiz')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible()
  await page.goto(`/decks/${await seed.shippedDeck(WITH_TEN_QUESTIONS)}/quiz`)
  await settled(page)
  await tabTo(page, /^Start$/)
  await page.keyboard.press('Enter')
  for (let question = 1; question <= 10; question += 1) {
    await expect(page.getByText(`Question ${question} of 10`).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Check' })).toBeEnabled()
    await settled(page)
    await answerByKeys(page)
    await expect(evidence(page)).toBeVisible()
    await expect(page.getByText(`Question ${question} of 10`).first()).toBeVisible()
    await expect(primaryAction(page, question < 10)).toBeEnabled()
    await settled(page)
    await pressTwice(page, 'Enter')
  }
  await expect(page).toHaveURL(/\/result/)
})

const primaryAction = (page: Page, goesOn: boolean) =>
  goesOn ? page.getByRole('link', { name: 'Next' }) : page.getByRole('button', { name: 'Submit' })

test('Tab moves between the gaps of a question, and Enter checks and hands in', async ({ page, seed }) => {
  const { deckId } = await seed.deckWithGaps(await seed.account(page))
  await page.goto(`/decks/${deckId}/quiz`)
  await settled(page)
  await tabTo(page, /^Start$/)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Question 1 of 1').first()).toBeVisible()
  await settled(page)
  const [first, second] = [page.getByLabel('Gap 1'), page.getByLabel('Gap 2')]
  await page.keyboard.press('Tab')
  await expect(first).toBeFocused()
  await page.keyboard.type('three')
  await page.keyboard.press('Tab')
  await expect(second).toBeFocused()
  await page.keyboard.type('drone')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Right in part' })).toBeFocused()
  await expect(evidence(page)).toBeVisible()
  const gaps = page.getByRole('main').locator('ol > li')
  await expect(gaps.nth(0)).toContainText('three')
  await expect(gaps.nth(0)).not.toContainText('Right answer')
  await expect(gaps.nth(1)).toContainText('drone')
  await expect(gaps.nth(1)).toContainText('queen')
  await expect(primaryAction(page, false)).toBeEnabled()
  await settled(page)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/result/)
})

/** Like people who think that the first press did nothing. */
async function pressTwice(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key)
  await page.keyboard.press(key)
}

test('Enter on the last question of a test opens the check page, and pressing it again does not hand in the test', async ({
  page,
}) => {
  await startTest(page)
  await answerTest(page)
  await expect(page.getByRole('button', { name: 'Review answers' })).toBeEnabled()
  await settled(page)
  const heading = page.getByRole('heading', { name: 'Before you hand it in' })
  await pressTwice(page, 'Enter')
  await expect(heading).toBeFocused()
  await expect(page.getByText('Every question has an answer.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Submit' })).toBeEnabled()
  await settled(page)
  await pressTwice(page, 'Enter')
  // The key for the previous question, and then the key for the next one.
  await page.keyboard.press('p')
  await expect(page.getByRole('main').getByText('Question 5 of 5')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Review answers' })).toBeEnabled()
  await settled(page)
  await page.keyboard.press('n')
  await expect(heading).toBeFocused()
  await expect(page.getByRole('button', { name: 'Submit' })).toBeEnabled()
  await settled(page)
  await tabTo(page, 'Submit')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/result/)
})

/** 1 ticks the first option, or focuses the first select or the first entry of an ordering. */
async function answerByKeys(page: Page): Promise<void> {
  const main = page.getByRole('main')
  if (await main.getByRole('textbox').first().isVisible()) {
    await tabTo(page, /./)
    await page.keyboard.type('something')
    await page.keyboard.press('Enter')
    return
  }
  await page.keyboard.press('1')
  if (await main.getByRole('radio').or(main.getByRole('checkbox')).first().isVisible()) {
    await page.keyboard.press('Enter')
    return
  }
  // In a select a letter chooses an option; on an entry an arrow key moves it.
  await page.keyboard.press((await main.getByRole('combobox').first().isVisible()) ? 'a' : 'ArrowDown')
  await tabTo(page, 'Check')
  await page.keyboard.press('Enter')
}

test('signing up and importing a document work with the keyboard alone', async ({ page }) => {
  const account = anAccount('Keys Only')
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveText('Skip to content')
  await page.goto('/sign-up')
  await tabTo(page, 'Name')
  await page.keyboard.type(account.name)
  await tabTo(page, 'E-mail')
  await page.keyboard.type(account.email)
  await tabTo(page, 'Password')
  await page.keyboard.type(account.password)
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/sign-up/)

  await page.goto('/documents/new')
  await tabTo(page, 'Text')
  await page.keyboard.insertText(OWN_TEXT)
  await tabTo(page, 'Title')
  await page.keyboard.type(OWN_TITLE)
  await tabTo(page, 'Make items')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/decks\//, { timeout: 60_000 })

  // The items page has its own keys.
  const item = page.getByRole('article', { name: /^Item 1,/ })
  await expect(item).toBeVisible()
  await settled(page)
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('x')
  await expect(item).toHaveAccessibleName(/Rejected$/)
  await page.keyboard.press('u')
  await expect(item).not.toHaveAccessibleName(/Rejected$/)
})

test('a key acts on the item that the key before it moved to, and closing the editor returns the focus', async ({
  page,
  seed,
}) => {
  const author = await seed.account(page, 'Sezim')
  const { deckId } = await seed.deck(author)
  await page.goto(`/decks/${deckId}/items?show=ready`)
  const [first, second] = [page.getByRole('article').nth(0), page.getByRole('article').nth(1)]
  await expect(first).toHaveAccessibleName(/Ready, in focus$/)
  await expect(second).toHaveAccessibleName(/Ready$/)
  await settled(page)
  const ready = page.getByText(/^\d+ ready, \d+ to check$/)
  const before = Number.parseInt(await ready.innerText(), 10)
  // Within one frame, before the focus follows.
  await page.evaluate(() => {
    for (const key of ['j', 'x']) document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  })
  await expect(ready).toHaveText(new RegExp(`^${before - 1} ready`))
  await expect(first).toHaveAccessibleName(/Ready$/)
  await page.keyboard.press('u')
  await expect(ready).toHaveText(new RegExp(`^${before} ready`))
  await expect(second).toHaveAccessibleName(/in focus$/)
  await page.keyboard.press('e')
  await expect(second.getByRole('textbox').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(second).toBeFocused()
  await page.keyboard.press('a')
  await expect(second).toHaveAccessibleName(/Accepted$/)
  await expect(page.getByRole('article').nth(2)).toBeFocused()
})

test('the account menu opens, moves and signs out with the keyboard', async ({ page, seed }) => {
  await seed.account(page, 'Menu')
  await page.goto('/')
  await tabTo(page, 'Account')
  await page.keyboard.press('Enter')
  // The menu appears one frame before it takes the focus.
  await expect(page.getByRole('menu')).toBeFocused()
  await page.keyboard.press('End')
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'Study this' })).toBeVisible()
})

test('a sentence of the map is chosen and studied with the keyboard', async ({ page }) => {
  await page.goto('/decks')
  await page.getByRole('link', { name: 'The foreign policy of Kyrgyzstan' }).first().click()
  await page.getByRole('link', { name: 'Text', exact: true }).click()
  const sentence = page
    .getByRole('region', { name: /^The text/ })
    .getByRole('link')
    .first()
  await sentence.focus()
  await page.keyboard.press('Enter')
  await expect(sentence).toHaveAttribute('aria-current', 'true')
  await expect(sentence).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.locator(':focus')).toHaveText(/^Study th/)
  await expect(page.locator(':focus')).toBeInViewport()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/study\?.*facts=/)
})
