import { check } from './support/check-screen'
import { exportOf } from './support/export'
import { settled } from './support/page-ready'
import { answerLine, cardIsReady, evidence, left, press, question, rating, studyOwnDeck } from './support/study'
import { expect, type Page, test } from './support/test'

const leftCount = async (page: Page) => {
  const said = await left(page).innerText()
  return [...said.matchAll(/\d+/g)].reduce((sum, [count]) => sum + Number(count), 0)
}

/** Uses the menu, because keys type letters on a card whose answer can be typed. */
async function choose(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name }).click()
  await expect(page.getByRole('menu')).toHaveCount(0)
}

test('every action of a session has a key and can be undone', async ({ page, seed }) => {
  const deckId = await studyOwnDeck(page, seed)
  const count = await leftCount(page)
  await page.keyboard.press('Space')
  await expect(evidence(page)).toBeVisible()
  const first = await question(page).innerText()

  await press(page, '*')
  await expect(page.getByRole('img', { name: 'Starred' })).toBeVisible()
  await press(page, 'u')
  await expect(page.getByRole('img', { name: 'Starred' })).toHaveCount(0)

  for (const [key, told] of [
    ['-', 'Back tomorrow.'],
    ['@', /^Suspended until/],
  ] as const) {
    await press(page, key)
    await expect(page.getByText(told).first()).toBeAttached()
    await expect(question(page)).not.toHaveText(first)
    await expect.poll(() => leftCount(page)).toBe(count - 1)
    await press(page, 'ControlOrMeta+z')
    await expect(question(page)).toHaveText(first)
    await expect.poll(() => leftCount(page)).toBe(count)
  }

  await page.keyboard.press('i')
  const info = page.getByRole('dialog', { name: 'Info' })
  await expect(info).toContainText('You have not rated this fact yet')
  await settled(page)
  await page.keyboard.press('Escape')
  await expect(info).toHaveCount(0)

  await press(page, '@')
  await page.goto(`/decks/${deckId}`)
  await page.getByRole('button', { name: /^Take up again/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Set aside and starred' })).toHaveCount(0)
})

test('a double click on Show answer rates nothing, and a double click on a rating or a held key does not show the next answer', async ({
  page,
  seed,
}) => {
  await studyOwnDeck(page, seed)
  // Also over Good, and farther from the double click below than the guard's distance.
  await page.getByRole('button', { name: 'Show answer' }).dblclick({ position: { x: 280, y: 28 } })
  await expect(evidence(page)).toBeVisible()
  const first = await question(page).innerText()
  // The element that is in the place of a rating after its card is gone.
  const good = await rating(page, 'Good').boundingBox()
  const saved = page.waitForResponse((response) => response.url().includes('/api/study-events') && response.ok())
  await rating(page, 'Good').dblclick({ position: { x: 20, y: (good?.height ?? 0) / 2 } })
  await saved
  await expect(question(page)).not.toHaveText(first)
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await page.keyboard.press('Space')
  await expect(evidence(page)).toBeVisible()
  // A held key, because the delay of a second press would depend on the machine.
  await page.keyboard.down('3')
  await page.keyboard.down('3')
  await page.keyboard.up('3')
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await expect(answerLine(page)).toHaveValue('')
  await expect.poll(async () => (await exportOf(page)).reviews.length).toBe(2)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true })

  test('two taps on a rating do not show the next answer', async ({ page, seed }) => {
    await studyOwnDeck(page, seed)
    await page.getByRole('button', { name: 'Show answer' }).tap()
    const good = await rating(page, 'Good').boundingBox()
    if (!good) throw new Error('Good is not on the screen.')
    const [x, y] = [good.x + good.width / 2, good.y + good.height / 2]
    const saved = page.waitForResponse((response) => response.url().includes('/api/study-events') && response.ok())
    await page.touchscreen.tap(x, y)
    await page.touchscreen.tap(x + 6, y - 4)
    await saved
    await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
    await expect(evidence(page)).toHaveCount(0)
  })

  test('the notice about a buried or suspended card is above the card with an undo button and does not cover the ratings', async ({
    page,
    seed,
  }) => {
    await studyOwnDeck(page, seed)
    const first = await question(page).innerText()
    const line = answerLine(page)
    // The on-screen keyboard opens on request; a hardware keyboard types at once.
    await expect(line).not.toBeFocused()
    await page.keyboard.type('-u')
    await expect(line).toHaveValue('-u')
    const told = page.locator('#main').locator('..').getByText('Back tomorrow.')
    const answered = page.waitForResponse((response) => response.url().includes('/api/study-events') && response.ok())
    await choose(page, /^Bury/)
    await answered
    await expect(told).toBeInViewport()
    await page.getByRole('button', { name: 'Show answer' }).tap()
    await expect(evidence(page)).toBeVisible()
    await told.locator('..').getByRole('button', { name: 'Undo' }).tap()
    await expect(question(page)).toHaveText(first)
    await expect(told).toHaveCount(0)
    await check(page, 'Study, set aside and back')
  })
})

test('after a reload only the last step can be undone, and without one the screen says so', async ({ page, seed }) => {
  await page.goto('/decks')
  await studyOwnDeck(page, seed)
  const saved = page.getByText('Saved', { exact: true })
  const nothing = page.getByRole('main').locator('..').getByText('Nothing more can be undone here.')
  await page.keyboard.press('Space')
  await press(page, '4')
  await page.keyboard.press('Space')
  await press(page, '@')
  await expect(saved).toBeVisible()
  await page.reload()
  await cardIsReady(page)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(nothing).toBeVisible()
  expect((await exportOf(page)).reviews.map(({ reversesId }) => reversesId)).toEqual([null])

  await page.keyboard.press('Space')
  await press(page, '4')
  await expect(nothing).toHaveCount(0)
  await expect(saved).toBeVisible()
  await page.reload()
  await cardIsReady(page)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(evidence(page)).toBeVisible()
  await settled(page)
  await page.keyboard.press('u')
  await expect(nothing).toBeVisible()
  expect((await exportOf(page)).reviews).toHaveLength(3)
  await check(page, 'Study, nothing to undo')
  // Going back does not open the address that could undo the same rating again.
  await page.goBack()
  await expect(page).not.toHaveURL(/\/study/)
})

test('a hint shows one more letter with each press, and an assisted rating changes no date', async ({ page, seed }) => {
  await studyOwnDeck(page, seed)
  const [asked, count] = [await question(page).innerText(), await leftCount(page)]
  const hint = page.getByText(/^It begins/).locator('b')
  await choose(page, /^Hint/)
  // Each member of a list gets a first letter.
  const begun = async () => (await hint.innerText()).split('…')[0] ?? ''
  await expect(hint).toBeVisible()
  await expect(answerLine(page)).toBeFocused()
  const first = await begun()
  await choose(page, /^Hint/)
  await expect(answerLine(page)).toBeFocused()
  await expect(hint).not.toHaveText(new RegExp(`^${first}…`))
  const second = await begun()
  expect([second.startsWith(first), second.length]).toEqual([true, first.length + 1])
  await page.keyboard.press('Space')
  await expect(page.getByText(/whatever you press is kept in the log/)).toBeVisible()
  const sent = page.waitForRequest(/api\/study-events/)
  await press(page, '3')
  expect((await sent).postDataJSON().events[0]).toMatchObject({ rating: 'good', assisted: true })
  await expect(question(page)).not.toHaveText(asked)
  await expect.poll(() => leftCount(page)).toBe(count)
  // Cards whose ratings still wait when the page opens are left out.
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page.goto(page.url().split('&')[0] ?? '')
  await expect(question(page)).toHaveText(asked)
  await expect(page.getByText('New to you')).toBeVisible()
})

test('the author of a deck can edit a card in Study, and nobody else can', async ({ page, seed }) => {
  await studyOwnDeck(page, seed)
  await choose(page, /^Edit/)
  const stem = page.getByRole('textbox', { name: 'Question' })
  await expect(stem).toBeFocused()
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type('What did I write instead?')
  await page.keyboard.press('ControlOrMeta+Enter')
  const anyway = page.getByRole('button', { name: 'Save all the same' })
  await expect(question(page).filter({ hasText: 'What did I write' }).or(anyway)).toBeVisible()
  if (await anyway.isVisible()) await page.keyboard.press('ControlOrMeta+Enter')
  await expect(question(page)).toHaveText('What did I write instead?')
  await expect(answerLine(page)).toBeFocused()
  await page.reload()
  await cardIsReady(page)
  await expect(question(page)).toHaveText('What did I write instead?')

  await page.goto('/decks')
  await page.getByRole('link', { name: 'The foreign policy of Kyrgyzstan' }).first().click()
  await page.getByRole('link', { name: 'Study now' }).click()
  await cardIsReady(page)
  await page.keyboard.press('Space')
  await page.keyboard.press('e')
  await expect(page.getByText('Only whoever keeps this deck can edit its cards.').first()).toBeVisible()
})

test('the menu has every action, and ? lists every key', async ({ page, seed }) => {
  await studyOwnDeck(page, seed)
  const more = page.getByRole('button', { name: 'More' })
  await more.click()
  for (const action of ['Hint', 'Info and history', 'Edit', 'Star', 'Bury', 'Suspend'])
    await expect(page.getByRole('menuitem', { name: new RegExp(`^${action}`) })).toBeVisible()
  // An open menu is rendered outside the landmarks of the page.
  await check(page, 'Study, menu', ['region'])
  await page.getByRole('menuitem', { name: /^Suspend/ }).click()
  await expect(page.getByText(/^Suspended until/).first()).toBeAttached()
  // The menu receives keys until it is closed.
  await expect(page.getByRole('menu')).toHaveCount(0)
  await settled(page)
  await expect(answerLine(page)).toBeFocused()
  await page.keyboard.press('?')
  for (const key of ['e', 'i', '-', '@', '*', 'h', 'u'])
    await expect(page.getByRole('dialog', { name: 'Keys' }).getByText(key, { exact: true })).toBeVisible()
})

test('Info, the editor and a hint have no accessibility violation', async ({ page, seed }) => {
  await studyOwnDeck(page, seed)
  await choose(page, /^Hint/)
  await check(page, 'Study, hint')
  await choose(page, /^Edit/)
  await expect(page.getByRole('textbox', { name: 'Question' })).toBeVisible()
  await check(page, 'Study, editor')
  await page.keyboard.press('Escape')
  await cardIsReady(page)
  await expect(answerLine(page)).toBeFocused()
  await page.keyboard.press('Space')
  for (let time = 0; time < 3; time += 1) {
    await expect(evidence(page)).toBeVisible()
    await press(page, '1')
    await press(page, 'ControlOrMeta+z')
  }
  await page.keyboard.press('i')
  await expect(page.getByRole('dialog', { name: 'Info' })).toBeVisible()
  await check(page, 'Study, info')
})

test('shortcuts of one character can be turned off on every page', async ({ page, seed }) => {
  const deckId = await studyOwnDeck(page, seed)
  await page.goto('/account')
  await page.getByLabel('Single-key shortcuts').selectOption('Off')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  expect((await exportOf(page)).learner.singleKeys).toBe(false)

  const keys = page.getByRole('dialog', { name: 'Keys' })
  for (const key of ['?', '/']) await page.keyboard.press(key)
  await settled(page)
  await expect(keys).toHaveCount(0)
  await expect(page).toHaveURL(/\/account$/)
  await page.goto(`/study?deck=${deckId}`)
  await cardIsReady(page)
  await page.keyboard.press('Space')
  await expect(evidence(page)).toBeVisible()
  const asked = await question(page).innerText()
  await expect(rating(page, 'Good').locator('kbd')).toBeHidden()
  for (const key of ['3', 'u', '*', '-', '@', 'i', '?']) await page.keyboard.press(key)
  await settled(page)
  await expect(question(page)).toHaveText(asked)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('img', { name: 'Starred' })).toHaveCount(0)
  await choose(page, /^Keys/)
  await expect(keys.getByText(/are off/)).toBeVisible()
  await expect(keys.getByText('Enter', { exact: true })).toBeVisible()
  await expect(keys.getByText('u', { exact: true })).toHaveCount(0)
  await check(page, 'Keys, single keys off')
  await page.keyboard.press('Escape')
  await expect(keys).toHaveCount(0)
  await rating(page, 'Good').focus()
  await press(page, 'Enter')
  await press(page, 'ControlOrMeta+z')
  await expect(question(page)).toHaveText(asked)

  await page.goto(`/decks/${deckId}/quiz`)
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('button', { name: 'Flag' })).toHaveAttribute('aria-pressed', 'false')
  await page.keyboard.press('f')
  await settled(page)
  await expect(page.getByRole('button', { name: 'Flag' })).toHaveAttribute('aria-pressed', 'false')

  await page.goto('/account')
  await page.getByLabel('Single-key shortcuts').selectOption('On')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await page.keyboard.press('?')
  await expect(keys).toBeVisible()
})
