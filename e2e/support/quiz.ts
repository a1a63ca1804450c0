import { expect, type Page } from './test'

/** Gives some answer to the question on screen, whatever its type. */
export async function answerSomehow(page: Page): Promise<void> {
  const main = page.getByRole('main')
  // The start card before it has radios too.
  await expect(main.getByText(/^Question \d+ of/)).toBeVisible()
  const choice = main.getByRole('radio').or(main.getByRole('checkbox')).first()
  const typed = main.getByRole('textbox').first()
  await expect(choice.or(typed).first()).toBeVisible()
  if (await choice.isVisible()) await choice.check()
  else await typed.fill('something')
}

/** Practice: answers and checks each question until the last, then hands in. */
export async function finishPractice(page: Page): Promise<void> {
  const next = page.getByRole('button', { name: 'Next' }).or(page.getByRole('link', { name: 'Next' }))
  const submit = page.getByRole('button', { name: 'Submit' })
  for (let question = 0; question < 30; question += 1) {
    await answerSomehow(page)
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible()
    if (await submit.isVisible()) break
    await next.click()
    await expect(page.getByRole('button', { name: 'Check' })).toBeVisible()
  }
  await submit.click()
  await expect(
    page.getByRole('button', { name: 'Retake mistakes' }).or(page.getByText(/out of|of \d+/).first()),
  ).toBeVisible()
}
