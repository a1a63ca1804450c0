import { check } from './support/check-screen'
import { settled } from './support/page-ready'
import { answerSomehow, startQuiz, WITH_TEN_QUESTIONS } from './support/quiz'
import { answerCard, evidence, question } from './support/study'
import { expect, test } from './support/test'

test('a reload shows the same card, and no rating is lost or counted twice', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Study this' }).click()
  for (let card = 0; card < 2; card += 1) await answerCard(page, 'Good')
  const open = await question(page).innerText()
  await page.reload()
  await expect(question(page)).toHaveText(open)
  await page.getByRole('button', { name: 'Show answer' }).click()
  await expect(evidence(page)).toBeVisible()
  // The answer is now in the gap of its sentence.
  const turned = await question(page).innerText()
  await page.reload()
  await expect(question(page)).toHaveText(turned)
  await expect(evidence(page)).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('link', { name: 'Continue' })).toBeVisible()
})

test('going back from a card opens the page before, and going forward opens the card', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Study this' }).click()
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('link', { name: 'Study this' })).toBeVisible()
  await page.goForward()
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
})

test('a resumed quiz has all given answers, and going back shows them', async ({ page, seed }) => {
  await page.goto(`/decks/${await seed.shippedDeck(WITH_TEN_QUESTIONS)}/quiz`)
  await page.getByRole('button', { name: 'Start' }).click()
  await answerSomehow(page)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(evidence(page)).toBeVisible()
  const first = await question(page).innerText()
  await page.reload()
  await expect(question(page)).toHaveText(first)
  await expect(evidence(page)).toBeVisible()
  await page
    .getByRole('link', { name: 'Next' })
    .or(page.getByRole('button', { name: 'Next' }))
    .click()
  await expect(page.getByText('Question 2 of 10').first()).toBeVisible()
  await page.goBack()
  await expect(question(page)).toHaveText(first)
  await expect(evidence(page)).toBeVisible()
  await page.goForward()
  await expect(page.getByText('Question 2 of 10').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Check' })).toBeVisible()
})

test('in practice an answer that is not checked yet survives a reload', async ({ page }) => {
  await startQuiz(page)
  const attempt = new URL(page.url()).pathname
  const given = () =>
    page.locator('form[data-task=form]').evaluate((form: HTMLFormElement) => {
      const data = new FormData(form)
      return data.getAll('answer')
    })
  for (let number = 1; number <= 4; number += 1) {
    await page.goto(`${attempt}?q=${number}`)
    await answerSomehow(page)
    const before = await given()
    await expect.poll(() => new URL(page.url()).searchParams.getAll('draft')).toEqual(before)
    await page.reload()
    expect(await given()).toEqual(before)
    await expect(page.getByRole('button', { name: 'Check' })).toBeVisible()
  }
})

test('a test saves each answer at once: a reload and another window show it', async ({ page, context, seed }) => {
  await seed.account(page, 'Exam')
  await page.goto('/decks')
  await page.getByRole('link', { name: WITH_TEN_QUESTIONS }).first().click()
  await page.getByRole('link', { name: 'Start a quiz' }).click()
  await page.getByRole('radio', { name: /^Test/ }).check()
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByText('Question 1 of 10').first()).toBeVisible()
  await answerSomehow(page)
  await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  await page
    .getByRole('button', { name: 'Next' })
    .or(page.getByRole('link', { name: 'Next' }))
    .click()
  await expect(page.getByText('Question 2 of 10').first()).toBeVisible()
  const elsewhere = await context.newPage()
  await elsewhere.goto(new URL(page.url()).pathname)
  await expect(elsewhere.getByText('Question 2 of 10').first()).toBeVisible()
  await expect(elsewhere.getByText('1 answered')).toBeVisible()
  await expect(evidence(elsewhere)).toHaveCount(0)
})

test('an unsaved edit is restored after Escape, after another tab of the deck and after a reload', async ({
  page,
  seed,
}) => {
  const { deckId } = await seed.accountWithDeck(page)
  const items = `/decks/${deckId}/items?show=all`
  await page.goto(items)
  const item = page.getByRole('article').first()
  const stem = item.getByRole('textbox').first()
  const note = item.getByText('You wrote this before. It is not saved yet.')
  const edit = async () => {
    await settled(page)
    await item.getByRole('link', { name: 'Edit', exact: true }).click()
    await expect(stem).toBeFocused()
  }
  await edit()
  const before = await stem.inputValue()
  await expect(note).toHaveCount(0)
  await stem.fill('Half of what I wanted to')
  await page.keyboard.press('Escape')
  await expect(page.getByText('Your words are kept in this tab').first()).toBeVisible()
  await edit()
  await expect(stem).toHaveValue('Half of what I wanted to')
  await expect(note).toBeVisible()
  await expect(item.getByText('Unsaved words wait here')).toHaveCount(0)
  await check(page, 'Items, an edit that is not saved')
  await stem.fill('Half of what I wanted to say')
  await page.getByRole('link', { name: 'Text', exact: true }).click()
  await expect(page).toHaveURL(/\/text/)
  await page.goto(items)
  await edit()
  await expect(stem).toHaveValue('Half of what I wanted to say')
  await page.reload()
  await settled(page)
  // Accepting takes the words from before, and says so.
  await expect(item.getByText('Unsaved words wait here')).toBeVisible()
  await item.getByRole('button', { name: 'Accept' }).click()
  await expect(page.getByText('Your unsaved edit of it still waits in this tab.').first()).toBeVisible()
  await expect(item.getByText('Unsaved words wait here')).toBeVisible()
  await page.keyboard.press('u')
  await edit()
  await expect(stem).toHaveValue('Half of what I wanted to say')
  await item.getByRole('button', { name: 'Start over' }).click()
  await expect(stem).toHaveValue(before)
  await expect(note).toHaveCount(0)
})
