import { deskTab } from './support/desk'
import { expectRatings } from './support/export'
import { settled } from './support/page-ready'
import { cardIsReady, evidence, left, question, rateCard, studyOwnDeck } from './support/study'
import { expect, type Page, test } from './support/test'

test('the next card is painted in the frame after the key, with the save behind it', async ({ page, seed }) => {
  await studyOwnDeck(page, seed)
  await page.evaluate(watchFrames)
  const waits: number[] = []
  for (let card = 0; card < 6; card += 1) {
    const asked = await question(page).innerText()
    await page.keyboard.press('Space')
    await expect(evidence(page)).toBeVisible()
    await page.keyboard.press('1')
    await expect(question(page)).not.toHaveText(asked)
    waits.push(await page.evaluate(() => Number(document.documentElement.dataset.frames)))
  }
  console.log(`Frames from key to next card: ${waits.join(', ')}`)
  expect(Math.max(...waits)).toBeLessThanOrEqual(2)
})

/** Counts the frames from a key press until the card has changed. */
function watchFrames(): void {
  let frames = 0
  let waiting = false
  const count = () => {
    if (!waiting) return
    frames += 1
    requestAnimationFrame(count)
  }
  addEventListener(
    'keydown',
    () => {
      frames = 0
      waiting = true
      requestAnimationFrame(count)
    },
    true,
  )
  new MutationObserver(() => {
    if (!waiting) return
    waiting = false
    document.documentElement.dataset.frames = String(frames)
  }).observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true })
}

test('a running session drops what its author rejects meanwhile, and keeps what was answered', async ({
  page,
  context,
  seed,
}) => {
  const owner = await seed.account(page, 'Author')
  const { deckId } = await seed.deckOfFlashcards(owner)
  await page.goto(`/study?deck=${deckId}`)
  await cardIsReady(page)
  const cards = await cardsLeft(page)
  const desk = await context.newPage()
  await desk.goto(`/decks/${deckId}/items?show=ready`)
  await settled(desk)
  // Two that are still to come: of the first items one may be on screen.
  const open = await question(page).innerText()
  const toCome = desk.getByRole('article').filter({ hasNotText: open })
  for (const at of [0, 1]) {
    await toCome.nth(at).click()
    await desk.keyboard.press('x')
    await expect(deskTab(desk, 'Rejected')).toHaveText(`Rejected ${at + 1}`)
  }
  await rateCard(page, 'Easy')
  await expect(page.getByText(/^2 cards that were still to come are no longer asked/)).toBeVisible()
  expect(await cardsLeft(page)).toBe(cards - 3)

  // All others, while the page is in the background.
  await seed.keepOnly(owner, deckId, ['cloze'])
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(page.getByRole('heading', { name: 'Session done' })).toBeVisible()
  await expectRatings(page, ['easy'])
})

async function cardsLeft(page: Page): Promise<number> {
  const counts = (await left(page).innerText()).match(/\d+/g) ?? []
  return counts.reduce((sum, count) => sum + Number(count), 0)
}
