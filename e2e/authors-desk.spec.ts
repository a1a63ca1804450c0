import { check } from './support/check-screen'
import { countOf, deskTab, inFocus } from './support/desk'
import { exportOf } from './support/export'
import { settled } from './support/page-ready'
import type { Seeder } from './support/seeder'
import { answerCard } from './support/study'
import { expect, type Page, test } from './support/test'

/** A deck of which every item needs a check, with the first item in focus. */
async function openToCheck(page: Page, seed: Seeder) {
  const author = await seed.account(page, 'Author')
  const deck = await seed.deck(author)
  await seed.doubtAll(deck.documentId)
  await page.goto(`/decks/${deck.deckId}/items`)
  await expect(deskTab(page, 'To check')).toHaveAttribute('aria-current', 'true')
  await settled(page)
  return deck
}

test('one key accepts or rejects and moves on, and undo returns to the item', async ({ page, seed }) => {
  await openToCheck(page, seed)
  const before = await countOf(page, 'To check')
  const deckTab = page.getByRole('navigation', { name: 'Deck' }).getByRole('link', { name: 'Items' })
  await expect(deckTab).toHaveText(new RegExp(`^Items${before} to check$`))
  const [first, second] = [
    await inFocus(page).getByRole('heading').innerText(),
    await page.getByRole('article').nth(1).innerText(),
  ]
  await expect(inFocus(page).getByText('Why check:')).toBeVisible()
  await page.keyboard.press('a')
  await expect(page.getByText(/^Accepted “/).first()).toBeVisible()
  await expect(deskTab(page, 'To check')).toHaveText(`To check ${before - 1}`)
  await expect(deckTab).toHaveText(new RegExp(`^Items${before - 1} to check$`))
  await expect(inFocus(page)).toBeFocused()
  expect(second).toContain(await inFocus(page).getByRole('heading').innerText())
  await settled(page)
  await page.keyboard.press('x')
  await expect(deskTab(page, 'Rejected')).toHaveText('Rejected 1')
  await expect(page.getByText(`${before - 1} questions at this depth:`)).toBeVisible()
  await expect(page.getByRole('radio', { checked: true })).toHaveAccessibleName(new RegExp(` ${before - 1}$`))
  await page.keyboard.press('u')
  await expect(deskTab(page, 'Rejected')).toHaveText('Rejected 0')
  expect(second).toContain(await inFocus(page).getByRole('heading').innerText())
  await expect(page.getByText('Taken back').first()).toBeVisible()
  const saved = page.waitForResponse((response) => response.request().method() === 'POST')
  await page.keyboard.press('u')
  await expect(deskTab(page, 'To check')).toHaveText(`To check ${before}`)
  await expect(inFocus(page).getByRole('heading')).toHaveText(first)
  await saved
  await page.reload()
  expect(await countOf(page, 'To check')).toBe(before)
})

test('Accept all names what speaks against the items, and accepts them only when that is confirmed', async ({
  page,
  seed,
}) => {
  await openToCheck(page, seed)
  const before = await countOf(page, 'To check')
  await page.getByRole('button', { name: 'Accept all' }).click()
  const dialog = page.getByRole('dialog', { name: `Accept ${before} items without checking?` })
  await expect(dialog.getByRole('button', { name: 'Check them first' })).toBeFocused()
  await check(page, 'Items, before all are accepted')
  await page.keyboard.press('Escape')
  const button = page.getByRole('button', { name: 'Accept all', exact: true })
  await expect(button).toBeFocused()
  expect(await countOf(page, 'To check')).toBe(before)
  await button.click()
  await dialog.getByRole('button', { name: `Accept all ${before}` }).click()
  await expect(page.getByText(`Accepted ${before} items`).first()).toBeVisible()
  await expect(deskTab(page, 'To check')).toHaveText('To check 0')
  await page.keyboard.press('u')
  await expect(deskTab(page, 'To check')).toHaveText(`To check ${before}`)
})

test('while another question is looked for the page goes on saving, and the search can be stopped', async ({
  page,
  seed,
}) => {
  const { deckId } = await seed.accountWithDeck(page, 'Author')
  await page.goto(`/decks/${deckId}/items?show=ready`)
  await settled(page)
  await page.getByText(/ha(?:s|ve) no question at this depth/).click()
  let release = () => undefined as unknown
  const held = new Promise((resolve) => {
    release = () => resolve(null)
  })
  await page.route('**/another-item', async (route) => {
    await held
    await route.continue().catch(() => undefined)
  })
  const ask = page.getByRole('button', { name: 'Ask another way' }).first()
  const search = page.getByText('Looking for a question…')
  await ask.click()
  await expect(search).toBeVisible()
  await page.keyboard.press('x')
  await expect(page.getByText(/^Rejected “/).first()).toBeVisible()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(search).toHaveCount(0)
  release()
  await ask.click()
  const answered = page.getByText(/^Added another item|^There is nothing else/).or(page.getByLabel('Front'))
  await expect(answered.first()).toBeVisible()
  await expect(search).toHaveCount(0)
})

test('an item is written on the selected sentence with the keyboard alone, and checks speak while typing', async ({
  page,
  seed,
}) => {
  const { deckId } = await seed.accountWithDeck(page, 'Writer')
  await page.goto(`/decks/${deckId}/items?show=all`)
  await settled(page)
  const all = await countOf(page, 'All')
  const sentence = page.getByRole('region', { name: 'Document' }).getByText('Bees store honey in wax cells.')
  await sentence.click()
  await page.keyboard.press('n')
  await expect(page.getByLabel('Front')).toBeFocused()
  const form = page.locator('form').filter({ has: page.getByLabel('Front') })
  await page.keyboard.type('Where do bees store honey')
  await page.keyboard.press('Tab')
  await page.keyboard.type('clay jars')
  await expect(form.getByText('“clay jars” is not in the sentence shown as evidence.')).toBeVisible()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('wax cells')
  await expect(form.getByText('“clay jars” is not in the sentence shown as evidence.')).toHaveCount(0)
  await page.getByLabel('Front').press('End')
  await page.keyboard.type('?')
  await check(page, 'Items, writing one')
  await page.getByLabel('Front').press('ControlOrMeta+Enter')
  await expect(page.getByText('Saved “Where do bees store honey?”').first()).toBeVisible()
  await expect(inFocus(page).getByRole('heading')).toHaveText('Where do bees store honey?')
  await expect(inFocus(page).getByText('Written by you')).toBeVisible()
  await expect(inFocus(page)).toBeFocused()
  await expect(deskTab(page, 'All')).toHaveText(`All ${all + 1}`)
  await page.keyboard.press('u')
  await expect(deskTab(page, 'All')).toHaveText(`All ${all}`)
  // The words are there when the form is opened again.
  await sentence.click()
  await page.keyboard.press('n')
  await expect(page.getByLabel('Front')).toHaveValue('Where do bees store honey?')
})

test('fewer items keep what was learned, say whom they are taken from, and can be undone', async ({ page, seed }) => {
  const { owner, deckId, factIds } = await seed.accountWithDeck(page, 'Depth')
  await seed.reviews(
    owner,
    factIds,
    factIds.map((_, fact) => ({ fact, rating: 'good' as const, daysAgo: 1 })),
  )
  await page.goto(`/decks/${deckId}/items`)
  await settled(page)
  const [few, now] = [page.getByRole('radio', { name: /^Key points/ }), page.getByRole('radio', { checked: true })]
  const chosen = (await now.getAttribute('value')) ?? ''
  await few.check({ force: true })
  const warning = page.getByRole('alert').filter({ hasText: 'already studied by somebody' })
  await expect(warning).toBeVisible()
  await warning.getByRole('button', { name: /^Keep/ }).click()
  await expect(page.locator(`input[name=depth][value=${chosen}]`)).toBeChecked()
  await few.check({ force: true })
  await warning.getByRole('button', { name: /^Show/ }).click()
  await expect(page.getByText('Changed how many items there are').first()).toBeVisible()
  await expect(few).toBeChecked()
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(page.locator(`input[name=depth][value=${chosen}]`)).toBeChecked()
  expect((await exportOf(page)).memories).toHaveLength(factIds.length)
})

test('fewer items while somebody studies: the session goes on, and edits, decisions and reviews stay', async ({
  page,
  seed,
}) => {
  const { owner, deckId, factIds } = await seed.accountWithDeck(page, 'Depth')
  await seed.reviews(
    owner,
    factIds,
    factIds.map((_, fact) => ({ fact, rating: 'good' as const, daysAgo: 30 })),
  )
  await page.goto(`/study?deck=${deckId}`)
  await answerCard(page)
  const desk = await page.context().newPage()
  await desk.goto(`/decks/${deckId}/items?show=ready`)
  await settled(desk)
  await desk.keyboard.press('x')
  await expect(desk.getByText(/^Rejected “/)).not.toHaveCount(0)
  await desk.keyboard.press('e')
  await inFocus(desk).getByRole('textbox').first().fill('What is this in my own words?')
  await desk.getByRole('button', { name: /^Save/ }).click()
  await expect(desk.getByText(/^Saved and accepted “What is this/)).not.toHaveCount(0)
  const decided = async () => (await exportOf(page)).decks.map(({ choices }) => choices)
  const before = await decided()
  const [few, chosen] = [
    desk.getByRole('radio', { name: /^Key points/ }),
    desk.getByRole('radio', { name: /^Balanced/ }),
  ]
  await few.check({ force: true })
  await desk.getByRole('button', { name: /^Show \d/ }).click()
  await expect(desk.getByText('Changed how many items there are').first()).toBeVisible()
  await answerCard(page)
  await answerCard(page, 'Again')
  const changed = await exportOf(page)
  expect(await decided()).toEqual(before)
  expect(changed.memories).toHaveLength(factIds.length)
  expect(changed.reviews).toHaveLength(factIds.length + 3)
  await desk.keyboard.press('u')
  await expect(chosen).toBeChecked()
  expect(await decided()).toEqual(before)
  await answerCard(page)
  expect((await exportOf(page)).memories).toHaveLength(factIds.length)
})

test('the browser asks before it leaves while a decision is being saved', async ({ page, seed }) => {
  await openToCheck(page, seed)
  let release = () => undefined as unknown
  const held = new Promise((resolve) => {
    release = () => resolve(null)
  })
  await page.route('**/items**', async (route) => {
    if (route.request().method() === 'POST') await held
    await route.continue()
  })
  await page.keyboard.press('a')
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  release()
  await dialog.dismiss()
  await expect(page.getByText(/^Accepted “/).first()).toBeVisible()
})

test('on a phone the sentence stays at the top, the actions at the foot, and the head takes a fifth at most', async ({
  page,
  seed,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openToCheck(page, seed)
  const bottomOf = async (locator: ReturnType<Page['locator']>) => {
    const box = await locator.boundingBox()
    return box ? box.y + box.height : Number.POSITIVE_INFINITY
  }
  expect(await bottomOf(page.getByRole('navigation', { name: 'Deck' }))).toBeLessThanOrEqual(740 / 5 + 1)
  await page.mouse.wheel(0, 2000)
  await expect(page.getByRole('figure', { name: 'Evidence' })).toBeInViewport()
  for (const name of ['Accept', 'Reject'])
    await expect(page.getByRole('button', { name, exact: true })).toBeInViewport()
  await page.getByRole('link', { name: 'Write an item' }).click()
  await expect(page.getByLabel('Front')).toBeFocused()
  await check(page, 'Items on a phone, writing one')
})

test('a sentence without a question says why, in the list and in the text, and at which depth it is asked', async ({
  page,
  seed,
}) => {
  const author = await seed.account(page, 'Author')
  const { deckId, documentId } = await seed.knownDeck(author)
  await seed.moveBeyond(documentId, 'numeric', 'everything')
  await page.goto(`/decks/${deckId}/items`)
  await settled(page)
  const unasked = page.locator('details').filter({ hasText: /no question at this depth/ })
  const beyond = unasked.getByRole('listitem').filter({ hasText: 'The drone is the male bee' })
  await unasked.locator('summary').click()
  await expect(beyond).toContainText('Asked at Everything.')
  const text = page.getByRole('region', { name: 'Document' })
  const grey = await text.locator('[data-sentence]:not(.text-ink)').count()
  await expect(unasked.locator('summary')).toHaveText(`${grey} sentences have no question at this depth`)
  await expect(unasked.getByRole('listitem')).toHaveCount(grey)
  await text.getByText('The drone is the male bee of the colony.').click()
  const note = 'This sentence has no question at this depth. Asked at Everything.'
  await expect(text.getByText(note)).toBeVisible()
  const announced = page.getByText(`The drone is the male bee of the colony. ${note}`)
  await expect(announced).toHaveRole('status')
  await text.getByText('A honey bee colony has three castes').click()
  await expect(text.getByText('This sentence has a question already.')).toBeVisible()
  await check(page, 'Items, why a sentence is not asked')
  await page.getByRole('radio', { name: /^Everything/ }).click({ force: true })
  await expect(page.getByText('Changed how many items there are').first()).toBeVisible()
  await expect(beyond).toHaveCount(0)
})

test('on a phone the depth is chosen before the items, and a message covers no control of a form', async ({
  page,
  seed,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await openToCheck(page, seed)
  const [depth, first] = [
    await page.getByRole('radiogroup', { name: 'How many' }).boundingBox(),
    await page.getByRole('article').first().boundingBox(),
  ]
  expect(depth?.y).toBeLessThan(first?.y ?? 0)
  await page.getByRole('button', { name: 'Accept', exact: true }).click()
  const toast = page.getByRole('group').filter({ hasText: /^Accepted “/ })
  await expect(toast).toBeVisible()
  // While it is pointed at, it stays.
  await toast.hover()
  const uncovered = async (name: string) => {
    const box = await toast.boundingBox()
    const control = page.getByRole('button', { name, exact: true }).or(page.getByRole('link', { name, exact: true }))
    const other = await control.boundingBox()
    if (!box || !other) throw new Error(`There is no message, or no ${name}.`)
    return box.y >= other.y + other.height || other.y >= box.y + box.height
  }
  for (const name of ['Accept', 'Reject', 'Edit']) expect(await uncovered(name), name).toBe(true)
  await page.keyboard.press('e')
  await expect(page.getByLabel('Type', { exact: true })).toBeVisible()
  const controls = page.locator('form[data-editor]').locator('textarea, select, button, a, summary')
  for (const control of await controls.all()) {
    await control.focus()
    const [box, other] = [await toast.boundingBox(), await control.boundingBox()]
    if (!box || !other) throw new Error('The message is gone.')
    expect(box.y >= other.y + other.height || other.y >= box.y + box.height, await control.innerText()).toBe(true)
  }
})

test('items beyond the depth are named beside those that are to check', async ({ page, seed }) => {
  const author = await seed.account(page, 'Author')
  const { deckId, documentId } = await seed.knownDeck(author)
  await seed.doubtAll(documentId)
  await seed.moveBeyond(documentId, 'numeric', 'everything')
  await page.goto(`/decks/${deckId}/items`)
  await settled(page)
  await expect(page.getByText('3 questions at this depth:')).toBeVisible()
  await expect(page.getByText('1 more to check at Everything')).toBeVisible()
  await expect(deskTab(page, 'To check')).toHaveText('To check 3')
  await check(page, 'Items, some beyond the depth')
  await page.getByRole('button', { name: 'Accept all' }).click()
  const dialog = page.getByRole('dialog', { name: 'Accept 3 items without checking?' })
  await expect(dialog).toContainText('One item beyond the depth of this deck is not among them.')
  await dialog.getByRole('button', { name: 'Accept all 3' }).click()
  await expect(page.getByText('Accepted 3 items').first()).toBeVisible()
  await expect(deskTab(page, 'To check')).toHaveText('To check 0')
  await expect(page.getByText('1 more to check at Everything')).toBeVisible()
})
