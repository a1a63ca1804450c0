import { check } from './support/check-screen'
import type { PastRating } from './support/seeds'
import { cardIsReady, press, question } from './support/study'
import { expect, type Page, test } from './support/test'

const line = (page: Page) => page.getByText(/^Forgotten 8 times: /)
const HALF_AN_HOUR = 1 / 48

/** Learnt a month ago, and forgotten every third day since: seven times. */
const FORGOTTEN: readonly PastRating[] = [
  { fact: 0, rating: 'easy', daysAgo: 29 },
  ...[25, 22, 19, 16, 13, 10, 7].flatMap((daysAgo): PastRating[] => [
    { fact: 0, rating: 'again', daysAgo },
    { fact: 0, rating: 'good', daysAgo: daysAgo - HALF_AN_HOUR },
  ]),
]

test('a leech can be suspended or asked in another form with the keyboard, and both can be undone', async ({
  page,
  seed,
}) => {
  const learner = await seed.account(page)
  const { deckId, factIds } = await seed.knownDeck(learner)
  await seed.reviews(learner, factIds, FORGOTTEN)
  await page.goto(`/study?deck=${deckId}&only=all`)
  await cardIsReady(page)
  const asked = await question(page).innerText()
  await page.keyboard.press('Space')
  await press(page, '1')
  await expect(line(page)).toBeVisible()
  await expect(question(page)).toHaveText('How many eggs does the queen lay?')
  await check(page, 'Study, a leech')

  await page.getByRole('button', { name: 'Suspend it' }).focus()
  await press(page, 'Enter')
  await expect(line(page)).toHaveCount(0)
  await press(page, 'ControlOrMeta+z')
  await press(page, 'ControlOrMeta+z')
  await expect(question(page)).toHaveText(asked)

  await press(page, '1')
  await page.getByRole('button', { name: 'Ask it another way' }).focus()
  await page.keyboard.press('Enter')
  await expect(line(page)).toHaveCount(0)
  await expect(page.getByText('It comes next time by another question.')).toBeAttached()
  await page.keyboard.press('Space')
  await press(page, '4')
  await expect(question(page)).toHaveText(/castes?/i)
  await expect(question(page)).not.toHaveText(asked)
})

type Spoken = { text: string; lang: string }

test('r reads the visible side aloud in the language of the document', async ({ page, seed }) => {
  const { deckId } = await seed.knownDeck(await seed.account(page))
  await page.addInitScript(() => {
    const { speak } = SpeechSynthesis.prototype
    const spoken: Spoken[] = []
    Object.assign(window, { spoken })
    SpeechSynthesis.prototype.speak = function (utterance) {
      spoken.push({ text: utterance.text, lang: utterance.lang })
      speak.call(this, utterance)
    }
  })
  const spoken = () => page.evaluate(() => (window as unknown as { spoken: Spoken[] }).spoken)
  await page.goto(`/study?deck=${deckId}&only=all&cram=1`)
  await cardIsReady(page)
  const asked = await question(page).innerText()
  // By the menu: on a card that can be written the key writes.
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: /^Read aloud/ }).click()
  await expect.poll(spoken).toHaveLength(1)
  const [front] = await spoken()
  expect(front?.lang).toBe('en')
  expect(front?.text.replaceAll('_____', 'gap')).toContain(asked)

  await page.getByRole('button', { name: 'Show answer' }).click()
  await page.keyboard.press('1')
  await expect(question(page)).toHaveText('How many eggs does the queen lay?')
  await page.keyboard.press('Space')
  await expect(page.getByRole('group', { name: 'Answer' })).toBeVisible()
  expect(JSON.stringify(await spoken())).not.toContain('2,000')
  await page.keyboard.press('r')
  await expect.poll(spoken).toEqual([front, { text: '2,000 eggs', lang: 'en' }])
})
