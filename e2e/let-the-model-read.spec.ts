import { type Browser, expect, type Page, test } from '@playwright/test'
import { GAP_MODEL, startGapModel } from '../test/model-servers/gap-model'
import type { ModelServer } from '../test/model-servers/model-server'
import { check } from './support/check-screen'
import { OWN_TEXT, OWN_TITLE } from './support/own-text'
import { waitForKeysOnOpening } from './support/page-ready'
import { anAccount, signUp } from './support/people'
import { copyOfTemplate, type SeededServer, startSeededServer } from './support/start-server'

let model: ModelServer
let server: SeededServer
let isUp = true
/** Sees the page of the model. */
const OPERATOR = anAccount('Operator')

test.beforeAll(async () => {
  model = await startGapModel(() => isUp)
  server = await startSeededServer(copyOfTemplate(), {
    ...{ BILIM_MODEL: GAP_MODEL, OPENAI_BASE_URL: model.url, BILIM_OPERATORS: OPERATOR.email },
  })
})

test.afterAll(async () => {
  await server.stop()
  await model.close()
})

const chats = () => model.requests.filter(({ body }) => body !== null).length

async function aTeacher(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: server.url })).newPage()
  await signUp(page, anAccount('Aizada'))
  return page
}

async function makeItems(page: Page, title: string, { model: isAsked }: { model: boolean }): Promise<void> {
  await page.goto('/documents/new')
  await page.getByLabel('Title').fill(title)
  await page.getByLabel('Text').fill(OWN_TEXT.replace(OWN_TITLE, title))
  await page.getByLabel('Let the model read it').setChecked(isAsked)
  await page.getByRole('button', { name: 'Make items' }).click()
  await expect(page).toHaveURL(/\/decks\/[0-9a-f-]{36}/)
}

test('a model reads a document when its author lets it, and every item says who made it', async ({ browser }) => {
  const page = await aTeacher(browser)
  await makeItems(page, 'Bees alone', { model: false })
  expect(chats()).toBe(0)
  await makeItems(page, 'Bees with a model', { model: true })
  const deckId = new URL(page.url()).pathname.split('/')[2]
  await page.goto(`/decks/${deckId}/reading`)
  await expect(page.getByRole('heading', { name: 'The model has read it all' })).toBeVisible()
  expect(chats()).toBeGreaterThan(0)
  expect(JSON.stringify(model.requests.map(({ body }) => body))).not.toContain('Aizada')
  await page.goto(`/decks/${deckId}/items?show=all`)
  await expect(page.getByText('Written by the model').first()).toBeVisible()
  await expect(page.getByText('Found by the rules').first()).toBeVisible()
})

test('a document that was imported without the model is read when its author lets it, and when it is imported again', async ({
  browser,
}) => {
  const page = await aTeacher(browser)
  await makeItems(page, 'Bees for later', { model: false })
  const deck = new URL(page.url()).pathname.split('/').slice(0, 3).join('/')
  await page.goto(`${deck}/items`)
  await expect(page.getByText(`The text goes to “${GAP_MODEL}” on this server and stays there.`)).toBeVisible()
  await page.getByRole('button', { name: 'Let the model read it' }).click()
  await expect(page).toHaveURL(/\/reading$/)
  await expect(page.getByRole('heading', { name: 'The model has read it all' })).toBeVisible()
  await page.goto(`${deck}/items?show=all`)
  await expect(page.getByText('Written by the model').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Let the model read it' })).toHaveCount(0)

  await makeItems(page, 'Bees twice', { model: false })
  await makeItems(page, 'Bees twice', { model: true })
  await expect(page).toHaveURL(/\/reading\?again=Bees\+twice&/)
  const before = page.getByRole('region', { name: 'Imported before' })
  await expect(before).toContainText('the model was asked to read the text')
  await expect(page.getByRole('heading', { name: 'The model has read it all' })).toBeVisible()
})

test('a model that is down leaves the cards of the rules, says why, and goes on when it is tried again', async ({
  browser,
}) => {
  const page = await aTeacher(browser)
  isUp = false
  await makeItems(page, 'Bees and a model that is down', { model: true })
  const deckId = new URL(page.url()).pathname.split('/')[2]
  await page.goto(`/decks/${deckId}/reading`)
  await expect(page.getByRole('heading', { name: 'The model has paused' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('link', { name: 'Study now' })).toBeVisible()
  isUp = true
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'The model has read it all' })).toBeVisible({ timeout: 60_000 })
})

test('an operator tries the model, and each check says how it went', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: server.url })
  await waitForKeysOnOpening(context)
  const page = await context.newPage()
  await signUp(page, OPERATOR)
  await page.goto('/settings/model')
  await expect(page.getByText(/^Yes, answered in/)).toBeVisible()
  await page.getByRole('button', { name: 'Try it' }).focus()
  await page.keyboard.press('Enter')
  const checks = page.getByRole('status').getByRole('listitem')
  // It writes gaps for long words, of which the sentence of the trial ends in none.
  await expect(checks).toContainText([/reached.*yes/, /form asked for.*yes/, /answer in the sentence.*no/])
  await expect(page.getByText('It wrote no question.')).toBeVisible()
  await check(page, 'The model, tried')
})
