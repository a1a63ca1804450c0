import { expect, type Page } from './test'

/** A shipped deck that has at least ten questions which do not tell each other. */
export const WITH_TEN_QUESTIONS = 'How memory works'

/** From the first page to the start card of a quiz. */
export async function openQuiz(page: Page): Promise<void> {
  await page.goto('/')
  await page
    .getByRole('link', { name: 'Take a quiz' })
    .or(page.getByRole('button', { name: 'Take a quiz' }))
    .click()
  await expect(page.getByRole('button', { name: 'Start' })).toBeVisible()
}

/** From the first page to the first question. */
export async function startQuiz(page: Page): Promise<void> {
  await openQuiz(page)
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('main').getByText(/^Question 1 of/)).toBeVisible()
}

/** To the first of five questions on a deck. */
export async function startShortQuiz(page: Page, deckId: string): Promise<void> {
  await page.goto(`/decks/${deckId}/quiz`)
  await page.getByLabel('Number of questions').selectOption('5')
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('main').getByText(/^Question 1 of 5/)).toBeVisible()
}

const PLACE = /^Question \d+ of (\d+)/

/** A test of five questions on the shipped deck, at its first question. */
export async function startTest(page: Page): Promise<void> {
  await page.goto('/decks')
  await page.getByRole('link', { name: 'The foreign policy of Kyrgyzstan' }).first().click()
  await page.getByRole('link', { name: 'Start a quiz' }).click()
  await page.getByLabel('Number of questions').selectOption('5')
  await page.getByRole('radio', { name: /^Test/ }).check()
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('main').getByText(/^Question 1 of 5/)).toBeVisible()
}

/** Answers every question of a test; the last one stays on screen. */
export async function answerTest(page: Page): Promise<void> {
  const place = page.getByRole('main').getByText(PLACE)
  const total = Number(PLACE.exec(await place.innerText())?.[1])
  for (let question = 1; question <= total; question += 1) {
    await expect(place).toHaveText(`Question ${question} of ${total}`)
    await answerSomehow(page)
    if (question < total) await page.getByRole('button', { name: 'Next' }).click()
  }
}

/** Gives some answer to the question on screen, whatever its type. */
export async function answerSomehow(page: Page): Promise<void> {
  const main = page.getByRole('main')
  // The start page has radio buttons too.
  await expect(main.getByText(/^Question \d+ of/)).toBeVisible()
  // Without scripts the page may be visible before it is complete.
  await page.waitForLoadState()
  const option = main.getByRole('radio').or(main.getByRole('checkbox')).first()
  const typed = main.getByRole('textbox')
  const selects = main.getByRole('combobox')
  const down = main.getByRole('button', { name: /^Down: / }).first()
  await expect(option.or(typed.first()).or(selects.first()).or(down).first()).toBeVisible()
  if (await option.isVisible()) await option.check()
  else if (await down.isVisible()) await moveDown(page)
  else if (await selects.first().isVisible())
    for (const field of await selects.all()) await field.selectOption({ index: 1 })
  else for (const field of await typed.all()) await field.fill('something')
}

/** Moves the first entry of an ordering; without scripts this loads a new page. */
async function moveDown(page: Page): Promise<void> {
  const first = page
    .getByRole('main')
    .getByRole('button', { name: /^Down: / })
    .first()
  const name = await first.getAttribute('aria-label')
  await first.click()
  await expect(first).not.toHaveAttribute('aria-label', name ?? '')
}

/** Practice: answers and checks each question until the last, then hands in. */
export async function finishPractice(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: 'Next' }).or(page.getByRole('link', { name: 'Next' }))
  const submit = page.getByRole('button', { name: 'Submit' })
  for (let question = 0; question < 30; question += 1) {
    await answerSomehow(page)
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible()
    await expect(next.or(submit).first()).toBeVisible()
    if (await submit.isVisible()) break
    await next.click()
    await expect(page.getByRole('button', { name: 'Check' })).toBeVisible()
  }
  await submit.click()
  await expect(
    page.getByRole('button', { name: 'Retake mistakes' }).or(page.getByText(/out of|of \d+/).first()),
  ).toBeVisible()
}
