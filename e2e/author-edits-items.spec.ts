import { check } from './support/check-screen'
import { countOf, deskTab, inFocus } from './support/desk'
import { settled } from './support/page-ready'
import { expect, test } from './support/test'

const PHONE = { width: 360, height: 740 }

test('a card becomes a choice with offered wrong options and another proof, on a phone too', async ({ page, seed }) => {
  await page.setViewportSize(PHONE)
  const { deckId } = await seed.knownDeck(await seed.account(page, 'Author'))
  await page.goto(`/decks/${deckId}/items?show=all`)
  await settled(page)
  await page
    .getByRole('article', { name: /Flashcard/ })
    .getByRole('link')
    .click()
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Type', { exact: true }).selectOption('Choice')
  await page.getByRole('button', { name: 'Offer wrong options' }).click()
  await page.getByRole('button', { name: 'two', exact: true }).click()
  await page.getByRole('button', { name: 'four', exact: true }).click()
  await expect(page.getByLabel('Wrong options, one a line')).toHaveValue('two\nfour')
  await page.locator('summary').filter({ hasText: 'The sentence that proves it' }).click()
  await page.getByRole('searchbox', { name: 'Words of another sentence' }).fill('queen 2,000')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByText(/other sentence/)).toBeVisible()
  await page.getByRole('radio', { name: 'The queen lays up to 2,000 eggs a day.' }).check()
  await check(page, 'Items, editing on a phone')
  await page.setViewportSize(PHONE)
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByText(/^Saved and accepted “Castes/).first()).toBeVisible()
  await expect(inFocus(page)).toHaveAccessibleName(/Choice/)
  await expect(inFocus(page).getByText(/^Wrong options: (two; four|four; two)$/)).toBeVisible()
  await expect(page.getByRole('figure', { name: 'Evidence' })).toContainText('The queen lays up to 2,000 eggs')
})

test('a new item is offered wrong options for its answer', async ({ page, seed }) => {
  const { deckId } = await seed.knownDeck(await seed.account(page, 'Author'))
  await page.goto(`/decks/${deckId}/items?show=all`)
  await settled(page)
  await page.keyboard.press('n')
  await page.getByLabel('Type', { exact: true }).selectOption('Choice')
  await page.getByRole('button', { name: 'Offer wrong options' }).click()
  await expect(page.getByText('Write the answer first.')).toBeVisible()
  await page.getByLabel('Answer').fill('three')
  await page.getByRole('button', { name: 'Offer wrong options' }).click()
  await page.getByRole('button', { name: 'four', exact: true }).click()
  await expect(page.getByLabel('Wrong options, one a line')).toHaveValue('four')
})

test('what is written stays in its form while the server cannot be reached', async ({
  page,
  context,
  complaints,
  seed,
}) => {
  complaints.forgiven.push(/ERR_INTERNET_DISCONNECTED/)
  const { deckId } = await seed.knownDeck(await seed.account(page, 'Author'))
  await page.goto(`/decks/${deckId}/items?show=all`)
  await settled(page)
  await page.keyboard.press('n')
  await page.getByLabel('Front').fill('Who lays the eggs?')
  await page.getByLabel('Back').fill('the queen')
  await context.setOffline(true)
  await page.getByRole('button', { name: /^Save/ }).click()
  const unreachable = page.getByText('The server cannot be reached. Nothing was changed')
  await expect(unreachable).toBeVisible()
  await expect(page.getByLabel('Front')).toHaveValue('Who lays the eggs?')
  await expect(page.getByLabel('Back')).toHaveValue('the queen')
  await context.setOffline(false)
  await page.reload()
  await settled(page)
  await page.getByRole('button', { name: 'Go on with what you wrote' }).click()
  await expect(page.getByLabel('Front')).toHaveValue('Who lays the eggs?')
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByText('Saved “Who lays the eggs?”').first()).toBeVisible()
})

test('with another answer the reasons of wrong options are asked for anew', async ({ page, seed }) => {
  const { deckId } = await seed.knownDeck(await seed.account(page, 'Author'))
  await page.goto(`/decks/${deckId}/items?show=all`)
  await settled(page)
  await page.keyboard.press('e')
  const reason = page.getByLabel('Why “two” is wrong')
  await page.getByText('Why the wrong options are wrong').click()
  await expect(reason).toHaveValue('The drones are a caste of their own.')
  await page.getByLabel('Answer').fill('four')
  await page.getByLabel('Wrong options, one a line').fill('two\nthree')
  await expect(page.getByText('so the reasons from before are gone')).toBeVisible()
  await expect(reason).toHaveValue('')
  await reason.fill('Two is half of them.')
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await expect(reason).toHaveValue('Two is half of them.')
  await page.getByRole('button', { name: /^Save/ }).click()
  await inFocus(page).getByText('Why they are wrong').click()
  await expect(inFocus(page).getByText('Two is half of them.')).toBeVisible()
  await expect(inFocus(page).getByText('The drones are a caste of their own.')).toHaveCount(0)
})

test('a list is split into an item for each answer, and that can be undone', async ({ page, seed }) => {
  const { deckId } = await seed.accountWithDeck(page, 'Author')
  await page.goto(`/decks/${deckId}/items?show=ready`)
  await settled(page)
  const [ready, all] = [await countOf(page, 'Ready'), await countOf(page, 'All')]
  const list = page.getByRole('article').filter({ hasText: 'Which three castes' })
  await list.click()
  await inFocus(page).getByLabel('More for this item').click()
  await inFocus(page).getByRole('button', { name: 'Split', exact: true }).click()
  await expect(deskTab(page, 'Ready')).toHaveText(`Ready ${ready + 2}`)
  await page.keyboard.press('u')
  await expect(deskTab(page, 'Ready')).toHaveText(`Ready ${ready}`)
  await expect(deskTab(page, 'Rejected')).toHaveText('Rejected 0')
  await expect(deskTab(page, 'All')).toHaveText(`All ${all}`)
})

test('an item of the list is asked another way from its menu', async ({ page, seed }) => {
  const { deckId, documentId } = await seed.knownDeck(await seed.account(page, 'Author'))
  await seed.moveBeyond(documentId, 'cloze', 'everything')
  await page.goto(`/decks/${deckId}/items?show=ready`)
  await settled(page)
  const ready = await countOf(page, 'Ready')
  await inFocus(page).getByLabel('More for this item').click()
  await inFocus(page).getByRole('button', { name: 'Ask another way', exact: true }).click()
  await expect(page.getByText('Added another item on this sentence').first()).toBeVisible()
  await expect(deskTab(page, 'Ready')).toHaveText(`Ready ${ready + 1}`)
  await expect(inFocus(page)).toHaveAccessibleName(/Cloze/)
})

test('items are moved, and that can be undone', async ({ page, seed }) => {
  const { deckId } = await seed.knownDeck(await seed.account(page, 'Author'))
  await page.goto(`/decks/${deckId}/items?show=ready`)
  await settled(page)
  const names = () => page.getByRole('article').evaluateAll((articles) => articles.map(({ id }) => id))
  const order = await names()
  const act = async (name: string) => {
    await inFocus(page).getByLabel('More for this item').click()
    await inFocus(page).getByRole('button', { name, exact: true }).click()
  }
  await act('Move down')
  await expect.poll(names).toEqual([order[1], order[0], ...order.slice(2)])
  await page.keyboard.press('u')
  await expect.poll(names).toEqual(order)
})

test('two items on one fact are merged in the form, with the keyboard alone, and nothing is saved before that', async ({
  page,
  seed,
}) => {
  const { deckId } = await seed.knownDeck(await seed.account(page, 'Author'))
  await page.goto(`/decks/${deckId}/items?show=ready`)
  await settled(page)
  const ready = await countOf(page, 'Ready')
  const [menu, merge] = [
    inFocus(page).getByLabel('More for this item'),
    inFocus(page).getByRole('button', { name: 'Merge with the next item', exact: true }),
  ]
  const openForm = async () => {
    await menu.press('Enter')
    await merge.press('Enter')
  }
  await openForm()
  await expect(inFocus(page).getByText('Nothing is saved yet.')).toBeVisible()
  const stem = page.getByLabel('Question', { exact: true })
  await expect(stem).toBeFocused()
  await expect(page.getByLabel('Answer')).toHaveValue('three')
  await check(page, 'Items, merging two')
  await page.keyboard.press('Escape')
  await expect(stem).toHaveCount(0)
  await page.reload()
  await settled(page)
  await expect(deskTab(page, 'Ready')).toHaveText(`Ready ${ready}`)
  await openForm()
  await stem.fill('Of how many castes is it?')
  await page.getByLabel('Answer').fill('five')
  await expect(inFocus(page).getByText('“five” is not in the sentence shown as evidence.')).toBeVisible()
  await page.getByLabel('Answer').fill('three')
  await stem.fill('How many castes has a honey bee colony in all?')
  await stem.press('ControlOrMeta+Enter')
  await expect(page.getByText('Made one item of two').first()).toBeVisible()
  await expect(deskTab(page, 'Ready')).toHaveText(`Ready ${ready - 1}`)
  await expect(inFocus(page).getByRole('heading')).toHaveText('How many castes has a honey bee colony in all?')
  await settled(page)
  await page.keyboard.press('u')
  await expect(deskTab(page, 'Ready')).toHaveText(`Ready ${ready}`)
  await expect(deskTab(page, 'Rejected')).toHaveText('Rejected 0')
})

test('items with nothing in common are not offered to be merged', async ({ page, seed }) => {
  const { deckId } = await seed.knownDeck(await seed.account(page, 'Author'))
  await page.goto(`/decks/${deckId}/items?show=ready`)
  await settled(page)
  // The last item on the castes, before the one on the drone.
  await page.getByRole('article').nth(2).click()
  await inFocus(page).getByLabel('More for this item').click()
  await expect(inFocus(page).getByRole('button', { name: 'Move up' })).toBeVisible()
  await expect(inFocus(page).getByRole('button', { name: 'Merge with the next item' })).toHaveCount(0)
})
