import { check } from './support/check-screen'
import { openAccountMenu } from './support/people'
import { answerSomehow, answerTest, finishPractice, openQuiz, startShortQuiz, startTest } from './support/quiz'
import { cardIsReady, evidence } from './support/study'
import { expect, forgive, type Page, test } from './support/test'

test.use({ reducedMotion: 'reduce' })

async function visit(page: Page, path: string, screen: string): Promise<void> {
  await page.goto(path)
  await expect(page.getByRole('main')).toBeVisible()
  await check(page, screen)
}

test('the first screens of a stranger', async ({ page, complaints }) => {
  await visit(page, '/', 'Welcome')
  await page.getByText('Show answer').click()
  await check(page, 'Welcome, card turned')
  await visit(page, '/documents/new', 'New document')
  await page.getByRole('button', { name: 'Make items' }).click()
  await expect(page.getByText('There is nothing to read yet')).toBeVisible()
  await check(page, 'New document, in error')
  await visit(page, '/decks', 'Decks')
  await visit(page, '/no-such-page', 'Not found')
  await visit(page, '/decks/zzz', 'Not found, a deck')
  await expect(page.getByRole('banner')).toHaveCount(1)
  forgive(complaints, /status of 4/)
})

test('signing in, signing up and joining', async ({ page, complaints }) => {
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
  forgive(complaints, /status of 4/)
})

test('study', async ({ page, seed }) => {
  await page.goto(`/study?deck=${await seed.shippedDeck()}`)
  await cardIsReady(page)
  await check(page, 'Study, front')
  await page.getByRole('button', { name: 'Show answer' }).click()
  await expect(evidence(page)).toBeVisible()
  await check(page, 'Study, back')
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
  await check(page, 'Keys')
})

test('a quiz in practice', async ({ page, seed }) => {
  await openQuiz(page)
  await check(page, 'Quiz, start card')
  await startShortQuiz(page, await seed.shippedDeck())
  await expect(page.getByRole('button', { name: 'Check' })).toBeVisible()
  await check(page, 'Quiz, question')
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(page.getByText('Give an answer first')).toBeVisible()
  await check(page, 'Quiz, question in error')
  await answerSomehow(page)
  await page.getByRole('button', { name: 'Check' }).click()
  await expect(evidence(page)).toBeVisible()
  await check(page, 'Quiz, feedback')
  await page
    .getByRole('link', { name: 'Next' })
    .or(page.getByRole('button', { name: 'Next' }))
    .click()
  await expect(page.getByText('Question 2 of 5').first()).toBeVisible()
  await finishPractice(page)
  await check(page, 'Result')
})

test('a test', async ({ page }) => {
  await startTest(page)
  await answerTest(page)
  await check(page, 'Test, last question')
  await page.getByRole('button', { name: 'Review answers' }).click()
  await expect(page.getByRole('heading', { name: 'Before you hand it in' })).toBeVisible()
  await check(page, 'Test, before it is handed in')
})

test('the screens of an account without anything', async ({ page, seed }) => {
  await seed.account(page)
  await visit(page, '/', 'Today, empty')
  await visit(page, '/decks', 'Decks of an account')
  await visit(page, '/classes', 'Classes, empty')
  await visit(page, '/account', 'Account')
  await openAccountMenu(page)
  // An open menu is rendered outside the landmarks of the page.
  await check(page, 'Account menu', ['region'])
})

test('the screens of an own deck', async ({ page, seed }) => {
  const { owner, deckId, factIds } = await seed.accountWithDeck(page)
  await seed.reviews(owner, factIds, [
    { fact: 0, rating: 'good', daysAgo: 3 },
    { fact: 1, rating: 'again', daysAgo: 0 },
  ])
  await visit(page, '/', 'Today, populated')
  await visit(page, `/decks/${deckId}`, 'Deck, Study')
  await visit(page, `/decks/${deckId}/quiz`, 'Deck, Quiz')
  await visit(page, `/decks/${deckId}/text`, 'Deck, Text')
  await visit(page, `/decks/${deckId}/items`, 'Deck, Items')
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Save and accept' })).toBeVisible()
  await check(page, 'Deck, Items, editing')
})

test('the screens of a class, of its teacher', async ({ page, someoneElse, seed }) => {
  const teacher = await seed.account(page, 'Teacher')
  const deckId = await seed.shippedDeck()
  const { id, code } = await seed.schoolClass(teacher, 'Geography 8-C')
  await visit(page, `/classes/${id}`, 'Class, empty')
  await seed.assignment(teacher, { classId: id, deckId, kind: 'study' })
  await visit(page, `/classes/${id}`, 'Class, nobody yet')
  const learner = await seed.classmate(await someoneElse(), code, 'Emil')
  await seed.reviewsOfDeck(learner, deckId, [
    { fact: 0, rating: 'good', daysAgo: 3 },
    { fact: 1, rating: 'good', daysAgo: 0 },
  ])
  await visit(page, `/classes/${id}`, 'Class, overview')
  await visit(page, `/classes/${id}/learners`, 'Class, learners')
  await visit(page, `/classes/${id}/questions`, 'Class, questions')
  await visit(page, `/classes/${id}/gradebook`, 'Class, gradebook')
  await visit(page, `/classes/${id}/assign`, 'Class, assign')
  await visit(page, '/classes', 'Classes, populated')
  await visit(page, '/', 'Today of a teacher')
})

test('the screens of a class, of a learner', async ({ page, someoneElse, seed }) => {
  const teacher = await seed.account(await someoneElse(), 'Teacher')
  const { id, code } = await seed.schoolClass(teacher, 'Geography 9-A')
  await seed.assignment(teacher, { classId: id, deckId: await seed.shippedDeck(), kind: 'study' })
  await page.goto('/join')
  await page.getByLabel('Class code').fill(code)
  await page.getByLabel('Your name').fill('Emil')
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Your return code' })).toBeVisible()
  await check(page, 'Join, return code')
  await visit(page, `/classes/${id}`, 'Class, of a learner')
  await visit(page, '/join', 'Is this you?')
})
