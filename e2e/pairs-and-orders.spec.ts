import type { DeckId } from '../lib/core/ids'
import type { Seeder } from './support/seeder'
import type { Arrangement } from './support/seeds'
import { evidence } from './support/study'
import { expect, type Page, test } from './support/test'

const TITLE = 'The telegraph'
const TEXT = `# The telegraph

## Words of the trade

A relay is a switch that repeats a weak signal with fresh power. A sounder is an instrument that turns a current into
clicks. Fading is the loss of strength that a current suffers on a long wire.

## A short history

Cyrus Field founded the Atlantic Telegraph Company in 1856. The Great Eastern laid a lasting cable to America in 1866.
Guglielmo Marconi sent a signal across the ocean without wires in 1901.
`
const RIGHT: Readonly<Record<string, string>> = {
  relay: 'a switch that repeats a weak signal with fresh power',
  sounder: 'an instrument that turns a current into clicks',
  fading: 'the loss of strength that a current suffers on a long wire',
}
const IN_TIME = ['Cyrus Field', 'The Great Eastern', 'Guglielmo Marconi']
const ARRANGEMENTS: readonly Arrangement[] = [
  {
    type: 'matching',
    stem: 'The telegraph: What does each word mean?',
    entries: Object.entries(RIGHT).map(([term, meaning]) => [
      `${term} → ${meaning}`,
      term === 'fading' ? 'Fading is' : `A ${term} is`,
    ]),
  },
  {
    type: 'ordering',
    stem: 'The telegraph: Put these events in order.',
    entries: [
      ['Cyrus Field founded the Atlantic Telegraph Company', 'Cyrus Field'],
      ['The Great Eastern laid a lasting cable to America', 'The Great Eastern'],
      ['Guglielmo Marconi sent a signal across the ocean without wires', 'Guglielmo Marconi'],
    ],
  },
]

/** A deck whose author has rejected all questions except matching and ordering. */
async function aDeckOfBoth(page: Page, seed: Seeder): Promise<DeckId> {
  const author = await seed.account(page, 'Cholpon')
  const { deckId, documentId } = await seed.deck(author, TITLE, TEXT)
  await seed.addArrangements(documentId, ARRANGEMENTS)
  await seed.keepOnly(author, deckId, ['matching', 'ordering', 'flashcard'])
  return deckId
}

async function startQuiz(page: Page, deckId: string): Promise<void> {
  await page.goto(`/decks/${deckId}/quiz`)
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByText('Question 1 of 2').first()).toBeVisible()
}

const entries = (page: Page) => page.getByRole('main').locator('input[name="answer"]')

/** Moves each entry up to its place, with its button. */
async function putInOrder(page: Page): Promise<void> {
  for (const [place, start] of IN_TIME.entries()) {
    for (let at = await placeOf(page, start); at > place; at -= 1) {
      await page.getByRole('button', { name: `Up: ${start}` }).click()
      // Without scripts each press loads a new page.
      await expect(entries(page).nth(at - 1)).toHaveValue(new RegExp(`^${start}`))
    }
  }
}

async function placeOf(page: Page, start: string): Promise<number> {
  await page.waitForLoadState()
  const all = await entries(page).evaluateAll((found) => found.map((input) => (input as HTMLInputElement).value))
  return all.findIndex((entry) => entry.startsWith(start))
}

async function choosePairs(page: Page, pairs: Readonly<Record<string, string>>): Promise<void> {
  for (const [term, meaning] of Object.entries(pairs)) {
    const select = page.getByRole('combobox', { name: term })
    await select.selectOption({ value: meaning })
  }
}

const isMatching = (page: Page) => page.getByRole('combobox').first().isVisible()

test('each pair and each place of an order has its own verdict and evidence, and only missed facts come again', async ({
  page,
  seed,
}) => {
  const deckId = await aDeckOfBoth(page, seed)
  await startQuiz(page, deckId)
  for (let question = 1; question <= 2; question += 1) {
    await expect(page.getByText(`Question ${question} of 2`).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Check' })).toBeVisible()
    expect(await page.content()).not.toMatch(/ → |is a switch that|in 1866/)
    if (await isMatching(page)) {
      await choosePairs(page, { ...RIGHT, fading: RIGHT.sounder ?? '' })
      await page.getByRole('button', { name: 'Check' }).click()
      const row = evidence(page).getByRole('listitem')
      await expect(row).toHaveCount(3)
      await expect(row.filter({ hasText: 'fading' })).toContainText(`Your answer: ${RIGHT.sounder}`)
      await expect(evidence(page)).toContainText(
        'Fading is the loss of strength that a current suffers on a long wire.',
      )
    } else {
      await putInOrder(page)
      await page.getByRole('button', { name: 'Check' }).click()
      await expect(page.getByRole('heading', { name: 'Right', exact: true })).toBeVisible()
      await expect(evidence(page)).toContainText('The Great Eastern laid a lasting cable to America in 1866.')
    }
    await page
      .getByRole('link', { name: 'Next' })
      .or(page.getByRole('button', { name: /^(Next|Submit)/ }))
      .click()
  }
  await expect(page).toHaveURL(/\/result/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('1.7')
  // One of three pairs was missed, so only its fact is studied again.
  const again = await page.getByRole('link', { name: 'Study these cards' }).getAttribute('href')
  expect(new URL(again ?? '', 'http://x').searchParams.get('facts')?.split(',')).toHaveLength(1)
  await page.getByRole('button', { name: 'Retake mistakes' }).click()
  await expect(page.getByText('Question 1 of 1').first()).toBeVisible()
  await expect(page.getByRole('combobox')).toHaveCount(3)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('matching has selects, and ordering has buttons that move an entry', async ({ page, seed }) => {
    const deckId = await aDeckOfBoth(page, seed)
    await startQuiz(page, deckId)
    for (let question = 1; question <= 2; question += 1) {
      await expect(page.getByText(`Question ${question} of 2`).first()).toBeVisible()
      await expect(page.getByRole('button', { name: 'Check' })).toBeVisible()
      if (await isMatching(page)) await choosePairs(page, RIGHT)
      else {
        await page.getByRole('button', { name: 'Check' }).click()
        await expect(page.getByText('Give an answer first')).toBeVisible()
        await putInOrder(page)
      }
      await page.getByRole('button', { name: 'Check' }).click()
      await expect(page.getByRole('heading', { name: 'Right', exact: true })).toBeVisible()
      await page
        .getByRole('link', { name: 'Next' })
        .or(page.getByRole('button', { name: /^(Next|Submit)/ }))
        .click()
    }
    await expect(page.getByRole('heading', { level: 1 })).toContainText('2')
  })
})
