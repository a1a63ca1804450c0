import { check } from './support/check-screen'
import { expect, test } from './support/test'

const TEXT =
  'Большинство горных озёр создал лёд. Ледник выпахивает в скале котловину, и талая вода наполняет её. ' +
  'Самое глубокое озеро страны называется Иссык-Куль. Озеро лежит на высоте 1607 метров.'
const REPLY = [
  ['3', 'Как называется самое глубокое озеро страны?', 'Иссык-Куль'],
  ['1', 'Что создало большинство горных озёр?', 'лёд'],
  ['2', 'Что наполняет котловину?', 'зимний снег'],
]
  .map((cells) => cells.join('\t'))
  .join('\n')

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a text that the rules cannot read becomes questions by a pasted reply, which can be taken back', async ({
      page,
      seed,
    }) => {
      await seed.account(page, 'Assistant')
      await page.goto('/documents/new')
      await page.getByLabel('Title').fill('Горные озёра')
      await page.getByLabel('Text').fill(TEXT)
      await page.getByRole('button', { name: 'Make items' }).click()
      await expect(page.getByText('This text seems to be in Russian.')).toBeVisible({ timeout: 60_000 })
      await expect(page.getByLabel('Text')).toHaveValue(TEXT)
      if (javaScriptEnabled) await check(page, 'New document, in a language that the rules cannot read')
      await expect(page.getByRole('button', { name: 'Write them by hand' })).toBeVisible()
      await page.getByRole('button', { name: 'Ask your own assistant' }).click()
      await expect(page).toHaveURL(/\/items\/assistant$/, { timeout: 60_000 })
      await expect(page.getByLabel('Prompt')).toHaveValue(/Самое глубокое озеро страны называется Иссык-Куль/)

      const deck = new URL(page.url()).pathname.replace(/\/items.*$/, '')
      for (const tab of ['', '/text', '/quiz']) {
        await page.goto(`${deck}${tab}`)
        await expect(page.getByRole('heading', { name: 'No questions yet' })).toBeVisible()
        await expect(page.getByRole('link', { name: 'Ask your own assistant' }).last()).toBeVisible()
      }
      await page.goto(`${deck}/items`)
      await expect(page.getByText('This deck has no items yet.')).toBeVisible()
      await page.goto(`${deck}/items/assistant`)

      await page.getByLabel('Reply').fill('а'.repeat(100_001))
      await page.getByRole('button', { name: 'Check the reply' }).click()
      await expect(page.getByText('This is longer than the 100,000 letters that are read at once.')).toBeVisible()

      await page.getByLabel('Reply').fill(REPLY)
      if (javaScriptEnabled) {
        await page.reload()
        await expect(page.getByLabel('Reply')).toHaveValue(REPLY)
      }
      await page.getByRole('button', { name: 'Check the reply' }).click()
      const result = page.getByRole('region', { name: '2 kept 1 refused' })
      await expect(result).toContainText('Что наполняет котловину?')
      await expect(result).toContainText('“зимний снег” is not in the sentence')
      if (javaScriptEnabled) await check(page, 'A reply of an assistant, checked')
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(page.getByRole('heading', { name: /^[0-9]+ items? taken back$/ })).toBeVisible()

      await page.getByRole('button', { name: 'Check the reply' }).click()
      await expect(page.getByRole('region', { name: '2 kept 1 refused' })).toBeVisible()
      await page.goto(page.url())
      await expect(page.getByRole('region', { name: 'Replies so far: 2 kept, 1 refused' })).toContainText('зимний снег')
      await page.getByRole('link', { name: 'Look at the 2' }).click()
      await expect(page.getByText('Что создало большинство горных озёр?').first()).toBeVisible()
    })
  })
}
