import { check } from './support/check-screen'
import { OWN_TITLE } from './support/own-text'
import type { Seeder } from './support/seeder'
import { expect, type Page, test } from './support/test'

const rows = (page: Page) => page.getByRole('region', { name: 'Items', exact: true }).getByRole('article')
const row = (page: Page, number: number) => rows(page).nth(number - 1)
const box = (page: Page, number: number) => page.getByRole('checkbox', { name: `Select item ${number}`, exact: true })
const bar = (page: Page) => page.getByRole('form', { name: 'Selected items' })
const statuses = (page: Page) => rows(page).evaluateAll((all) => all.map((item) => item.getAttribute('aria-label')))
const tags = (page: Page) => page.getByRole('region', { name: 'Your tags' })

async function openItems(page: Page, seed: Seeder, name: string): Promise<string> {
  const { deckId } = await seed.accountWithDeck(page, name)
  await page.goto(`/decks/${deckId}/items`)
  await expect(rows(page).nth(3)).toBeVisible()
  return deckId
}

test('a deck is found by its owner’s tag until the tag is removed', async ({ page, seed }) => {
  const { deckId } = await seed.accountWithDeck(page, 'Sorter')
  await page.goto(`/decks/${deckId}`)
  await tags(page).getByLabel('Tag', { exact: true }).fill(' Biology  exam ')
  await tags(page).getByRole('button', { name: 'Add tag' }).click()
  await tags(page).getByRole('link', { name: 'Biology exam' }).click()
  await expect(page).toHaveURL('/decks?tag=Biology+exam')
  const decks = page.getByRole('heading', { level: 3 })
  await expect(decks).toHaveText([OWN_TITLE])
  await page.getByRole('navigation', { name: 'Decks by tag' }).getByRole('link', { name: 'All decks' }).click()
  await expect(decks).not.toHaveCount(1)
  await page.goto(`/decks/${deckId}`)
  await tags(page).getByRole('button', { name: 'Take tag “Biology exam” off' }).click()
  await expect(tags(page).getByText('Your own words for this deck')).toBeVisible()
  await expect(tags(page).getByLabel('Tag', { exact: true })).toBeFocused()
  await page.goto('/decks?tag=Biology+exam')
  await expect(page.getByText('No deck is tagged “Biology exam”')).toBeVisible()
})

test('several selected items are rejected with the pointer, and one undo reverts all of them', async ({
  page,
  seed,
}) => {
  const deckId = await openItems(page, seed, 'Bulk')
  const before = await statuses(page)
  await box(page, 1).click()
  await box(page, 3).click({ modifiers: ['Shift'] })
  await expect(bar(page)).toContainText('3 items selected')
  await bar(page).getByRole('button', { name: 'Reject' }).click()
  await expect(page.getByText('Rejected 3 items')).not.toHaveCount(0)
  for (const number of [1, 2, 3]) await expect(row(page, number)).toHaveAccessibleName(/Rejected$/)
  await expect(row(page, 4)).not.toHaveAccessibleName(/Rejected$/)
  await page.reload()
  await expect(row(page, 3)).toHaveAccessibleName(/Rejected$/)
  await page.goto(`/decks/${deckId}/items`)
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  await bar(page).getByRole('button', { name: 'Accept' }).click()
  await expect(row(page, 1)).toHaveAccessibleName(/Accepted$/)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row(page, 1)).toHaveAccessibleName(/Rejected$/)
  // The toast says so after saving; the item shows it before.
  await expect(page.getByText('Taken back')).not.toHaveCount(0)
  await page.reload()
  expect((await statuses(page)).slice(3)).toEqual(before.slice(3))
})

test('the browser asks before leaving a page whose decision is being saved, and not afterwards', async ({
  page,
  seed,
}) => {
  await openItems(page, seed, 'Hasty')
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await page.route(/\/items$/, async (route) => {
    if (route.request().method() === 'POST') await held
    await route.fallback()
  })
  await box(page, 1).click()
  await bar(page).getByRole('button', { name: 'Reject' }).click()
  await expect(row(page, 1)).toHaveAccessibleName(/Rejected$/)
  const asked = page.waitForEvent('dialog')
  // The answer is to stay, so the page never unloads.
  const leaving = page.evaluate(() => location.reload())
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await leaving
  letGo()
  // The toast appears after saving.
  await expect(page.getByText('Rejected 1 item')).not.toHaveCount(0)
  page.on('dialog', (dialog) => {
    throw new Error(`Asked again: ${dialog.type()}`)
  })
  await page.reload()
  await expect(row(page, 1)).toHaveAccessibleName(/Rejected$/)
})

test('with the keyboard alone: s selects, a accepts all selected items, u undoes it', async ({ page, seed }) => {
  await openItems(page, seed, 'Keys')
  const before = await statuses(page)
  await row(page, 1).focus()
  for (const key of ['s', 'j', 's']) {
    await page.keyboard.press(key)
    if (key === 'j') await expect(row(page, 2)).toBeFocused()
  }
  await expect(bar(page)).toContainText('2 items selected')
  await page.keyboard.press('a')
  for (const number of [1, 2]) await expect(row(page, number)).toHaveAccessibleName(/Accepted$/)
  await expect(bar(page)).toBeHidden()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await page.keyboard.press('u')
  await expect.poll(() => statuses(page)).toEqual(before)
  // What it told holds no longer, and neither does its way back.
  await expect(page.getByText('Taken back').first()).toBeAttached()
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0)
  await page.keyboard.press('s')
  await expect(bar(page)).toContainText('1 item selected')
  await page.keyboard.press('Escape')
  await expect(bar(page)).toBeHidden()
})

test('facts are tagged, starred and suspended through their items, and each of these can be removed', async ({
  page,
  seed,
}) => {
  const deckId = await openItems(page, seed, 'Marks')
  await page.getByRole('checkbox', { name: 'Select all shown' }).check()
  await bar(page).getByLabel('Tag', { exact: true }).fill('insects')
  await page.keyboard.press('Enter')
  const off = page.getByRole('button', { name: 'Take tag “insects” off' })
  await expect(off).not.toHaveCount(0)
  await expect(box(page, 1)).toBeChecked()
  const tagged = await off.count()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(off).toHaveCount(0)
  await bar(page).getByLabel('Tag', { exact: true }).fill('insects')
  await bar(page).getByRole('button', { name: 'Add tag' }).click()
  await expect(off).toHaveCount(tagged)
  await bar(page).getByRole('button', { name: 'Clear selection' }).click()
  await box(page, 1).check()
  await bar(page).getByRole('button', { name: 'Star' }).click()
  await expect(page.getByRole('button', { name: 'Take the star off' }).first()).toBeVisible()
  await bar(page).getByRole('button', { name: 'Suspend' }).click()
  await page.getByRole('button', { name: 'Take up again' }).first().click()
  await expect(page.getByRole('button', { name: 'Take up again' })).toHaveCount(0)
  await check(page, 'Items, some selected')
  await page.goto('/decks?tag=insects')
  await expect(page.getByText(/under “insects”: tagged themselves/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Study “insects”' })).toHaveAttribute('href', '/study?only=tag%3Ainsects')
  await check(page, 'Decks by tag')
  await page.goto(`/decks/${deckId}`)
  await check(page, 'Deck with tags')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the selected items are rejected with one click', async ({ page, seed }) => {
    await openItems(page, seed, 'Plain')
    await box(page, 1).check()
    await box(page, 2).check()
    await bar(page).getByRole('button', { name: 'Reject' }).click()
    for (const number of [1, 2]) await expect(row(page, number)).toHaveAccessibleName(/Rejected$/)
    await expect(row(page, 3)).not.toHaveAccessibleName(/Rejected$/)
  })
})
