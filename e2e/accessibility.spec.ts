import AxeBuilder from '@axe-core/playwright'
import { assign, join, makeClass } from './support/classes'
import { makeDocument } from './support/documents'
import { OWN_TEXT, OWN_TITLE } from './support/own-text'
import { anAccount, signUp } from './support/people'
import { answerSomehow, finishPractice, openQuiz } from './support/quiz'
import { answerCard } from './support/study'
import { expect, forgive, type Page, test } from './support/test'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const WIDTHS = [320, 1280]

test.use({ reducedMotion: 'reduce' })
test.setTimeout(300_000)

/** The screen as it stands: in light and dark, narrow and wide, no violation and no sideways scrolling. */
async function check(page: Page, screen: string, except: readonly string[] = []): Promise<void> {
  await layOutEverything(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 })
      await page.waitForTimeout(150)
      const where = `${screen}, ${colorScheme}, ${width} px`
      const { violations } = await axeOn(page, except).analyze()
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 400)} ${failureSummary}`).join(' | ')}`,
      )
      expect.soft(found, where).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect.soft(overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
    }
  }
  await page.setViewportSize({ width: 1280, height: 800 })
}

// What is left out of the layout until it comes near the view has only a guessed size, and axe would measure that.
function layOutEverything(page: Page): Promise<void> {
  return page.evaluate(() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync('* { content-visibility: visible !important }')
    document.adoptedStyleSheets = [sheet]
  })
}

function axeOn(page: Page, except: readonly string[]): AxeBuilder {
  // Base UI's guards take the focus only to hand it on at once.
  return new AxeBuilder({ page })
    .withTags(TAGS)
    .disableRules([...except])
    .exclude('[data-base-ui-focus-guard]')
}

async function visit(page: Page, path: string, screen: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('main')).toBeVisible()
  await check(page, screen)
}

test('the screens of a stranger', async ({ page, complaints }) => {
  await visit(page, '/', 'Welcome')
  await page.getByText('Show answer').click()
  await check(page, 'Welcome, card turned')
  await visit(page, '/sign-in', 'Sign in')
  await page.getByLabel('E-mail').fill('nobody@example.org')
  await page.getByLabel('Password').fill('wrong password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('E-mail or password is wrong')).toBeVisible()
  await check(page, 'Sign in, in error')
  await visit(page, '/sign-up', 'Sign up')
  await page.getByLabel('E-mail').fill('not an address')
  await page.getByLabel('Name').fill('x')
  await page.getByLabel('Password').fill('short')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('Use 8 characters or more.')).toBeVisible()
  await check(page, 'Sign up, in error')
  await visit(page, '/join', 'Join')
  await page.getByLabel('Class code').fill('AAA-000')
  await page.getByLabel('Your name').fill('x')
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page.getByText('There is no class with this code')).toBeVisible()
  await check(page, 'Join, in error')
  await visit(page, '/join/return', 'Come back')
  await visit(page, '/documents/new', 'New document')
  await page.getByRole('button', { name: 'Make items' }).click()
  await expect(page.getByText('There is nothing to read yet')).toBeVisible()
  await check(page, 'New document, in error')
  await visit(page, '/decks', 'Decks')
  await visit(page, '/no-such-page', 'Not found')
  forgive(complaints, /status of 4/)
})

test('study and quiz', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Study this' }).click()
  await expect(page.getByRole('button', { name: 'Show answer' })).toBeVisible()
  await check(page, 'Study, front')
  await page.getByRole('button', { name: 'Show answer' }).click()
  await check(page, 'Study, back')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await check(page, 'Keys')
  await page.keyboard.press('Escape')
  await page.reload()
  await openQuiz(page)
  await check(page, 'Quiz, start card')
  await page.getByRole('button', { name: 'Start' }).click()
  await expect(page.getByRole('button', { name: 'Check' })).toBeVisible()
  await check(page, 'Quiz, question')
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('Give an answer first')).toBeVisible()
  await check(page, 'Quiz, question in error')
  await answerSomehow(page)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible()
  await check(page, 'Quiz, feedback')
  await page
    .getByRole('link', { name: 'Next' })
    .or(page.getByRole('button', { name: 'Next' }))
    .click()
  await expect(page.getByText('Question 2 of 10').first()).toBeVisible()
  await finishPractice(page)
  await check(page, 'Result')
})

test('the screens of an account, empty and populated', async ({ page }) => {
  await signUp(page, anAccount('Aizada'))
  await visit(page, '/', 'Today, empty')
  await visit(page, '/decks', 'Decks of an account')
  await visit(page, '/classes', 'Classes, empty')
  await visit(page, '/account', 'Account')
  const deckId = await makeDocument(page, OWN_TITLE, OWN_TEXT)
  await check(page, 'Items of an own deck')
  await page.goto(`/study?deck=${deckId}`)
  for (let card = 0; card < 3; card += 1) await answerCard(page, card === 1 ? 'Again' : 'Good')
  await visit(page, '/', 'Today, populated')
  await visit(page, `/decks/${deckId}`, 'Deck, Study')
  await visit(page, `/decks/${deckId}/quiz`, 'Deck, Quiz')
  await visit(page, `/decks/${deckId}/text`, 'Deck, Text')
  await visit(page, `/decks/${deckId}/items`, 'Deck, Items')
  await page.getByRole('link', { name: 'Edit item 1', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Save and accept' })).toBeVisible()
  await check(page, 'Deck, Items, editing')
  await page.getByRole('button', { name: 'Account' }).click()
  await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible()
  // An open menu is drawn over the page, outside of its regions.
  await check(page, 'Account menu', ['region'])
})

test('the screens of a class, of its teacher and of a learner', async ({ page, someoneElse }) => {
  await signUp(page, anAccount('Teacher'))
  const { id, code } = await makeClass(page, 'Geography 8-C')
  await check(page, 'Class, empty')
  await assign(page, 'The foreign policy of Kyrgyzstan')
  await check(page, 'Class, nobody yet')
  const learner = await someoneElse()
  await learner.emulateMedia({ reducedMotion: 'reduce' })
  await join(learner, code, 'Emil')
  await check(learner, 'Join, return code')
  await learner.goto(`/classes/${id}`)
  await check(learner, 'Class, of a learner')
  await learner
    .getByRole('link', { name: /Start|Study/ })
    .first()
    .click()
  for (let card = 0; card < 3; card += 1) await answerCard(learner, 'Good')
  await visit(page, `/classes/${id}`, 'Class, overview')
  await visit(page, `/classes/${id}/learners`, 'Class, learners')
  await visit(page, `/classes/${id}/questions`, 'Class, questions')
  await visit(page, `/classes/${id}/gradebook`, 'Class, gradebook')
  await visit(page, `/classes/${id}/assign`, 'Class, assign')
  await visit(page, '/classes', 'Classes, populated')
  await visit(page, '/', 'Today of a teacher')
  await visit(learner, '/join', 'Is this you?')
})
