import { answerSomehow, WITH_TEN_QUESTIONS } from './support/quiz'
import type { KeyedItem } from './support/seeds'
import { evidence } from './support/study'
import { expect, type Page, test } from './support/test'

/** Every response body that this browser gets: pages, their data, scripts and results of actions. */
function bytesReceived(page: Page): () => Promise<string> {
  const bodies: Promise<string>[] = []
  page.on('response', (response) => {
    bodies.push(
      response
        .body()
        .then((body) => `${response.url()}\n${body.toString('utf8')}`)
        .catch(() => ''),
    )
  })
  return async () => (await Promise.all(bodies)).join('\n\n')
}

/** Everything that would reveal the answer of a question and is not in the question itself. */
function secretsOf(item: KeyedItem): string[] {
  const asked = [item.stem, ...item.options].join('\n')
  const reasons = Object.values(item.distractorReasons)
  const quotes = [...item.evidence, ...Object.values(item.distractorEvidence)]
  const evidence = quotes.map(({ quote }) => quote.replace(/\s+/g, ' ').trim())
  return [...item.key, ...reasons, item.explanation, ...evidence].filter(
    (text) => text.length >= TELLING_LENGTH && !asked.includes(text),
  )
}

// Field names of the database and the engine: lists of keys, spellings and pairs, and the reasons.
const NAMES_OF_KEYS = /"(?:(?:key|accepted|pairs|distractorReasons|distractorEvidence)\\?":\s*[[{]|isTrue)/
// Short answers like "Four" and "1991" are in many files that do not concern the question.
const TELLING_LENGTH = 6

test('the browser receives the key of a question, its reasons and its evidence only after the answer', async ({
  page,
  request,
  seed,
}) => {
  // What may be read before: the screens that lead to the quiz. The first one shows a card with its answer.
  let known = await (await request.get('/')).text()
  let asked = 0
  let guarded = 0
  await page.goto('/')
  const deckId = await seed.shippedDeck(WITH_TEN_QUESTIONS)
  const items = await seed.items(deckId)
  await page.goto(`/decks/${deckId}/quiz`)
  const received = bytesReceived(page)
  await page.getByRole('button', { name: 'Start' }).click()
  for (let question = 1; question <= 10; question += 1) {
    await expect(page.getByText(`Question ${question} of 10`).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Check' })).toBeVisible()
    const item = await itemOnScreen(page, items)
    const seen = await received()
    expect(seen).not.toMatch(NAMES_OF_KEYS)
    for (const secret of secretsOf(item).filter((text) => !known.includes(text))) {
      expect(isIn(seen, secret), `“${secret}” was sent before the answer to “${item.stem}”`).toBe(false)
      guarded += 1
    }
    asked += 1
    await answerSomehow(page)
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(evidence(page)).toBeVisible()
    // From here on the answer of this question is no secret, even if a later question asks the same fact.
    known += [item.stem, ...(item.options ?? []), ...secretsOf(item)].join('\n')
    if (question < 10) {
      await page
        .getByRole('link', { name: 'Next' })
        .or(page.getByRole('button', { name: 'Next' }))
        .click()
    }
  }
  expect(asked).toBe(10)
  expect(guarded).toBeGreaterThan(10)
})

test('a test reveals nothing before it is handed in, whatever is requested', async ({ page, request, seed }) => {
  const known = await (await request.get('/')).text()
  await page.goto('/')
  const deckId = await seed.shippedDeck(WITH_TEN_QUESTIONS)
  const items = await seed.items(deckId)
  await page.goto(`/decks/${deckId}/quiz`)
  await page.getByRole('radio', { name: /^Test/ }).check()
  const received = bytesReceived(page)
  await page.getByRole('button', { name: 'Start' }).click()
  const shown: KeyedItem[] = []
  for (let question = 1; question <= 3; question += 1) {
    await expect(page.getByText(`Question ${question} of 10`).first()).toBeVisible()
    shown.push(await itemOnScreen(page, items))
    await answerSomehow(page)
    await page
      .getByRole('button', { name: 'Next' })
      .or(page.getByRole('link', { name: 'Next' }))
      .click()
    await expect(page.getByText(`Question ${question + 1} of 10`).first()).toBeVisible()
  }
  const attempt = new URL(page.url()).pathname
  const result = await page.request.get(`${attempt}/result`)
  const seen = `${await received()}\n${await result.text()}`
  const asked = shown.map(({ stem, options }) => [stem, ...options].join('\n')).join('\n')
  for (const secret of shown.flatMap(secretsOf).filter((text) => !asked.includes(text) && !known.includes(text))) {
    expect(isIn(seen, secret), `“${secret}” was sent before the test was handed in`).toBe(false)
  }
  expect(seen).not.toMatch(NAMES_OF_KEYS)
})

async function itemOnScreen(page: Page, items: readonly KeyedItem[]): Promise<KeyedItem> {
  const text = plain(await page.getByRole('heading', { level: 1 }).innerText())
  const item = items.find(({ type, stem }) => type !== 'flashcard' && sameStem(plain(stem), text))
  if (!item) throw new Error(`The engine made no item that asks “${text}”.`)
  return item
}

// The screen shows a gap as a box and a true–false with a lead-in.
const plain = (text: string) =>
  text
    .replace(/_{3,}/g, ' gap ')
    .replace(/True or false\?/i, '')
    .replace(/\s+/g, ' ')
    .trim()
const sameStem = (stem: string, shown: string) => {
  const [asked, onScreen] = [stem, shown].map((text) => text.replaceAll(' .', '.')) as [string, string]
  // The label is above the heading.
  return asked === onScreen || asked.endsWith(`: ${onScreen}`)
}

/** The text as it is, escaped for JSON and escaped for HTML. */
function isIn(bytes: string, text: string): boolean {
  const json = JSON.stringify(text).slice(1, -1)
  const html = text.replaceAll('&', '&amp;').replaceAll("'", '&#x27;').replaceAll('"', '&quot;')
  return [text, json, JSON.stringify(json).slice(1, -1), html].some((form) => bytes.includes(form))
}
