import { check } from './support/check-screen'
import { settled } from './support/page-ready'
import { cardIsReady, rating } from './support/study'
import { expect, test } from './support/test'

const CARDS = [
  ['What is a tarn?', 'A lake in a hollow'],
  ['Moraine', 'A ridge of stones'],
] as const

test('a deck is written with the keyboard alone, and what is being typed outlives the saving of the cards before', async ({
  page,
  seed,
}) => {
  await seed.account(page, 'Cards')
  await page.goto('/decks')
  await page.getByRole('link', { name: 'Write cards' }).click()
  await page.getByLabel('Title').fill('Words of the mountains')
  await settled(page)
  await page.getByLabel('Front').fill('a'.repeat(10_001))
  await page.getByLabel('Back').fill('What is too long')
  await page.getByRole('button', { name: 'Add card' }).click()
  await expect(page.getByText('The front and the back may have 10,000 letters each.')).toBeVisible()
  await page.getByLabel('Front').fill('')
  await page.getByLabel('Back').fill('')
  await page.getByLabel('Front').focus()
  for (const [front, back] of CARDS) {
    await page.keyboard.type(front)
    await page.keyboard.press('Tab')
    await page.keyboard.type(back)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type('What is being typed')
  await expect(page.getByRole('heading', { name: '2 cards' })).toBeVisible()
  await expect(page.getByLabel('Front')).toHaveValue('What is being typed')
  const rows = page.getByRole('region', { name: '2 cards' }).getByRole('listitem')
  await expect(rows.first()).toContainText('Moraine')
  await check(page, 'Cards written by hand')

  await page.getByRole('button', { name: 'Edit card 2' }).click()
  const edited = page.getByRole('form', { name: 'Edit card 2' })
  await edited.getByLabel('Back').fill('Stones that a glacier left')
  await edited.getByRole('button', { name: 'Save' }).click()
  await expect(rows.first()).toContainText('Stones that a glacier left')
  await page.getByRole('button', { name: 'Delete card 1' }).click()
  await expect(page.getByRole('heading', { name: '1 card', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: '2 cards' })).toBeVisible()

  await page.reload()
  await expect(page.getByLabel('Title')).toHaveValue('Words of the mountains')
  await expect(page.getByLabel('Front')).toHaveValue('What is being typed')
  await expect(rows.first()).toContainText('Stones that a glacier left')
  await page.getByRole('link', { name: 'Study these 2' }).click()
  await cardIsReady(page)
  await page.getByRole('button', { name: 'Show answer' }).click()
  await expect(page.getByText(/A lake in a hollow|Stones that a glacier left/).first()).toBeVisible()
  await check(page, 'Study, the back of a card without proof')
  await rating(page, 'Good').click()
})

test('the title of a new deck ends where the fields under it end, on a phone too', async ({ page, seed }) => {
  await seed.account(page, 'Cards')
  await page.goto('/decks/new')
  const endOf = async (label: string) => {
    const box = await page.getByLabel(label).boundingBox()
    return Math.round(box ? box.x + box.width : 0)
  }
  for (const width of [360, 700, 1280]) {
    await page.setViewportSize({ width, height: 740 })
    expect(await endOf('Title'), `at ${width} px`).toBe(await endOf('Back'))
  }
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a card is posted and listed', async ({ page, seed }) => {
    await seed.account(page, 'Cards')
    await page.goto('/decks/new')
    for (const [front, back] of CARDS) {
      await page.getByLabel('Front').fill(front)
      await page.getByLabel('Back').fill(back)
      await page.getByRole('button', { name: 'Add card' }).click()
      await expect(page.getByText(back)).toBeVisible()
    }
    await expect(page.getByRole('heading', { name: '2 cards' })).toBeVisible()
  })
})
