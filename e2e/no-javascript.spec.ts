import { inFocus } from './support/desk'
import { OWN_TEXT, OWN_TITLE } from './support/own-text'
import { anAccount, signUp } from './support/people'
import { answerSomehow, answerTest, startShortQuiz, startTest } from './support/quiz'
import { expect, forgive, test } from './support/test'

test.use({ javaScriptEnabled: false })

test('without JavaScript the first screen is readable and its card shows the answer', async ({ page }) => {
  await page.goto('/')
  await page.getByText('Show answer').click()
  await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible()
})

test('without JavaScript a stranger studies: each rating is a form', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Study this' }).click()
  for (let card = 0; card < 2; card += 1) {
    const question = await page.getByRole('heading', { level: 1 }).innerText()
    await page
      .getByRole('button', { name: 'Show answer' })
      .or(page.getByRole('link', { name: 'Show answer' }))
      .click()
    await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible()
    await page.getByRole('button', { name: /^Good/ }).click()
    await expect(
      page.getByRole('button', { name: 'Show answer' }).or(page.getByRole('link', { name: 'Show answer' })),
    ).toBeVisible()
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(question)
  }
})

test('without JavaScript a quiz is answered and shows its result', async ({ page, seed }) => {
  await startShortQuiz(page, await seed.shippedDeck())
  const next = page.getByRole('button', { name: 'Next' }).or(page.getByRole('link', { name: 'Next' }))
  for (let question = 1; question <= 5; question += 1) {
    await expect(page.getByRole('main').getByText(`Question ${question} of`)).toBeVisible()
    await answerSomehow(page)
    await page.getByRole('button', { name: 'Check' }).click()
    await expect(page.getByRole('region', { name: 'Evidence' })).toBeVisible()
    if (question < 5) await next.click()
  }
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page).toHaveURL(/\/result/)
  await expect(page.getByRole('navigation', { name: 'Your answers' })).toBeVisible()
})

test('without JavaScript a test is handed in on its check page, which links back to the questions', async ({
  page,
  seed,
}) => {
  await seed.account(page, 'Nazgul')
  await startTest(page)
  await answerTest(page)
  await page.getByRole('button', { name: 'Review answers' }).click()
  await page.getByRole('link', { name: 'Back to question 5' }).click()
  await page.getByRole('button', { name: 'Review answers' }).click()
  await expect(page.getByRole('heading', { name: 'Before you hand it in' })).toBeVisible()
  await page.getByRole('button', { name: 'Submit' }).click()
  await expect(page).toHaveURL(/\/result/)
})

test('without JavaScript a visitor signs up, imports a document and reads it', async ({ page }) => {
  await signUp(page, anAccount('Talant'))
  await page.goto('/documents/new')
  await page.getByLabel('Title').fill(OWN_TITLE)
  await page.getByLabel('Text').fill(OWN_TEXT)
  await page.getByRole('button', { name: 'Make items' }).click()
  await expect(page).toHaveURL(/\/decks\/[0-9a-f-]{36}/, { timeout: 60_000 })
  await page.getByRole('link', { name: 'Text', exact: true }).click()
  await expect(page.getByText('The queen lays up to 2,000 eggs a day.')).toBeVisible()
})

test('without JavaScript the largest allowed file is imported, and a larger one is refused', async ({
  page,
  complaints,
}) => {
  forgive(complaints, /status of 413/)
  await page.goto('/documents/new')
  const buffer = Buffer.from('Көл '.repeat(700_000))
  await page.getByLabel('File').setInputFiles({ name: 'lakes.txt', mimeType: 'text/plain', buffer })
  await page.getByRole('button', { name: 'Make items' }).click()
  await expect(page.getByText('The text has 2,799,999 characters')).toBeVisible()
  const larger = { name: 'lakes.txt', mimeType: 'text/plain', buffer: Buffer.alloc(12_000_000, 'a') }
  await page.getByLabel('File').setInputFiles(larger)
  await page.getByRole('button', { name: 'Make items' }).click()
  await expect(page.getByRole('heading', { name: 'This is too large' })).toBeVisible()
})

test('without JavaScript a refused form says why and keeps the typed text', async ({ page }) => {
  await page.goto('/documents/new')
  await page.getByLabel('Text').fill('Photosynthesis')
  await page.getByRole('button', { name: 'Make items' }).click()
  await expect(page.getByText('One word is too short to state a fact')).toBeVisible()
  await expect(page.getByLabel('Text')).toHaveValue('Photosynthesis')
})

test('without JavaScript a class is created and joined', async ({ page }) => {
  await page.goto('/join')
  await page.getByLabel('Class code').fill('AAA-000')
  await page.getByLabel('Your name').fill('Anvar')
  await page.getByRole('button', { name: 'Join', exact: true }).click()
  await expect(page.getByText('There is no class with this code')).toBeVisible()
  await expect(page.getByLabel('Your name')).toHaveValue('Anvar')
})

test('without JavaScript Accept all says what speaks against it, and a second press accepts', async ({
  page,
  seed,
}) => {
  const { deckId, documentId } = await seed.accountWithDeck(page, 'Author')
  await seed.doubtAll(documentId)
  await page.goto(`/decks/${deckId}/items`)
  await page.getByRole('button', { name: 'Accept all' }).click()
  const asked = page.getByRole('region', { name: /without checking\?$/ })
  await expect(asked.getByText('the wording could be clearer')).toBeVisible()
  await expect(page.getByText(/: 0 ready, \d+ to check/)).toBeVisible()
  await asked.getByRole('button', { name: /^Accept all \d/ }).click()
  await expect(page.getByText(/ ready, 0 to check/)).toBeVisible()
})

test('without JavaScript the form of an item asks for what its new type needs', async ({ page, seed }) => {
  const { deckId } = await seed.knownDeck(await seed.account(page, 'Author'))
  await page.goto(`/decks/${deckId}/items?show=all`)
  await page
    .getByRole('article', { name: /Flashcard/ })
    .getByRole('link')
    .click()
  await page.getByRole('link', { name: 'Edit', exact: true }).click()
  await page.getByLabel('Type', { exact: true }).selectOption('Choice')
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByText('A choice needs at least one wrong option.').first()).toBeVisible()
  await page.getByLabel('Wrong options, one a line').fill('two\nfour')
  await page.locator('summary').filter({ hasText: 'The sentence that proves it' }).click()
  await page.getByRole('searchbox', { name: 'Words of another sentence' }).fill('no such words')
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(page.getByText('No other sentence of the document has these words.')).toBeVisible()
  await expect(page.getByLabel('Wrong options, one a line')).toHaveValue('two\nfour')
  // The search has checked the item as well.
  await expect(page.getByText('It does not end with a full stop or a question mark.')).toBeVisible()
  await page.getByRole('button', { name: 'Save anyway' }).click()
  await expect(page.getByText('Saved and accepted “Castes of a honey bee colony”')).toBeVisible()
  await page.getByRole('link', { name: 'Back to the items' }).click()
  await expect(page.getByText(/^Wrong options: (two; four|four; two)$/)).toBeVisible()
})

test('without JavaScript an item is written on the sentence of the item in focus', async ({ page, seed }) => {
  const { deckId } = await seed.knownDeck(await seed.account(page, 'Author'))
  await page.goto(`/decks/${deckId}/items?show=all`)
  await page.getByRole('link', { name: 'Write an item' }).click()
  await page.getByLabel('Front').fill('Which three castes has a honey bee colony?')
  await page.getByLabel('Back').fill('the queen, the workers and the drones')
  await page.getByRole('button', { name: 'Save item' }).click()
  await page.getByRole('link', { name: 'Back to the items' }).click()
  await expect(page.getByRole('article', { name: /in focus$/ })).toContainText('Written by you')
})

test('without JavaScript an author is offered only what works: no merging, splitting or asking', async ({
  page,
  seed,
}) => {
  const { deckId } = await seed.accountWithDeck(page, 'Author')
  await page.goto(`/decks/${deckId}/items?show=ready`)
  await expect(inFocus(page).getByRole('link', { name: 'Edit', exact: true })).toBeVisible()
  await expect(page.getByLabel('More for this item')).toBeHidden()
  await page.getByText(/ha(?:s|ve) no question at this depth/).click()
  await expect(page.getByRole('link', { name: 'Write an item' }).last()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ask another way' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Write an item' }).last().click()
  await expect(page.getByLabel('Front')).toBeVisible()
})
