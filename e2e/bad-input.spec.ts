import { writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { OWN_TEXT } from './support/own-text'
import { expect, forgive, type Page, test } from './support/test'

const MEGABYTE = 1024 * 1024
const LONG_WAIT = { timeout: 60_000 }
const TITLE = 'Something of mine'
const RUSSIAN =
  'Кыргызстан — государство в Центральной Азии. Столица страны — город Бишкек. В стране живёт около семи миллионов человек. ' +
  'Независимость была провозглашена 31 августа 1991 года. Самое большое озеро страны называется Иссык-Куль.'
const KYRGYZ = 'Кыргызстан Борбор Азияда жайгашкан. Өлкөнүн борбору Бишкек шаары. Ысык-Көл — эң терең көлдөрдүн бири.'
const TATAR = 'Татарстан Идел буенда урнашкан. Башкаласы — Казан шәһәре. Халык саны дүрт миллионга якын.'

test('a text without facts gets one clear message, and the form keeps what was typed', async ({ page, complaints }) => {
  forgive(complaints, /status of 4\d\d/)
  await page.goto('/documents/new')
  await page.getByLabel('Title').fill(TITLE)
  for (const [text, says] of [
    ['', 'There is nothing to read yet'],
    [' \n\t \n ', 'The text holds only blanks'],
    ['Photosynthesis', 'One word is too short to state a fact'],
    ['Well, well. Who knows? Perhaps so. Oh my. Really! Why not then. Let us see.', 'The rules can ask nothing'],
    [KYRGYZ, 'This text seems to be in Kyrgyz. The rules read only English'],
    [TATAR, 'This text does not seem to be English.'],
  ] as const) {
    await page.getByLabel('Text').fill(text)
    await page.getByRole('button', { name: 'Make items' }).click()
    await expect(page.getByText(says)).toBeVisible(LONG_WAIT)
    await expect(page.getByLabel('Text')).toHaveValue(text)
  }
  await nothingSaved(page)
})

test('a file that cannot be read gets one clear message, and the form keeps the title', async ({
  page,
  complaints,
}, info) => {
  forgive(complaints, /status of 4\d\d/)
  await page.goto('/documents/new')
  await page.getByLabel('Title').fill(TITLE)
  for (const [name, content, says] of [
    ['empty', Buffer.alloc(0), 'The file is empty'],
    ['image', png(), 'The file is not text, whatever its name says'],
    ['noise', noise(20_000), 'The file is not text, whatever its name says'],
    ['json', Buffer.from('{"cards":["The bee lives in hives."]}'), 'This is JSON. Bilim reads plain text'],
    ['huge', Buffer.alloc(30 * MEGABYTE, 'The bee lives. '), '5 MB is the most that is read'],
    ['windows-1251', windows1251(RUSSIAN), 'This text seems to be in Russian'],
  ] as const) {
    // From the disk: passing 30 MB through the test's own connection takes long on a busy machine.
    const path = info.outputPath(`${name}.txt`)
    writeFileSync(path, content)
    await page.getByLabel('File').setInputFiles(path)
    await page.getByRole('button', { name: 'Make items' }).click()
    await expect(page.getByText(says)).toBeVisible(LONG_WAIT)
  }
  await nothingSaved(page)
})

/** The page is still the form with its title, and the learner has no deck. */
async function nothingSaved(page: Page): Promise<void> {
  await expect(page).toHaveURL(/\/documents\/new/)
  await expect(page.getByLabel('Title')).toHaveValue(TITLE)
  await page.goto('/decks')
  await expect(page.getByText(TITLE)).toHaveCount(0)
}

test('a request body that is too large for its form is answered with 413, and the server keeps running', async ({
  server,
}) => {
  for (const [path, bytes, length] of [
    ['/sign-in', 45 * MEGABYTE, 'said'],
    ['/sign-in', MEGABYTE, 'said'],
    ['/sign-in', MEGABYTE, 'unsaid'],
    ['/documents/new', 45 * MEGABYTE, 'said'],
    ['/documents/new', 45 * MEGABYTE, 'unsaid'],
  ] as const) {
    expect(await post(`${server.url}${path}`, bytes, length === 'said'), `${bytes} to ${path}, ${length}`).toBe(413)
  }
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
})

/** Sends a form with one field of that size; returns the status as soon as it arrives. */
function post(url: string, bytes: number, withLength: boolean): Promise<number> {
  const head = '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\n'
  const body = Buffer.concat([Buffer.from(head), Buffer.alloc(bytes, 'a'), Buffer.from('\r\n--x--\r\n')])
  return new Promise((done, fail) => {
    const length = withLength ? { 'content-length': body.length } : {}
    const headers = { 'content-type': 'multipart/form-data; boundary=x', origin: new URL(url).origin, ...length }
    const sending = request(url, { method: 'POST', headers }, (answer) => {
      done(answer.statusCode ?? 0)
      sending.destroy()
    })
    sending.on('error', fail)
    // In chunks, because node sends a Content-Length with a single one.
    for (let from = 0; from < body.length; from += MEGABYTE) sending.write(body.subarray(from, from + MEGABYTE))
    sending.end()
  })
}

test('a page number beyond the last page of decks opens the last page', async ({ page }) => {
  await page.goto('/decks?page=99999')
  await expect(page).toHaveURL(/\/decks$/)
  await expect(page.getByRole('heading', { name: 'The foreign policy of Kyrgyzstan' })).toBeVisible()
})

test('a file in UTF-16 is decoded correctly', async ({ page }) => {
  const buffer = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(OWN_TEXT, 'utf16le')])
  await page.goto('/documents/new')
  await page.getByLabel('File').setInputFiles({ name: 'bees.txt', mimeType: 'text/plain', buffer })
  await page.getByRole('button', { name: 'Make items' }).click()
  await expect(page).toHaveURL(/\/decks\/[0-9a-f-]{36}/, LONG_WAIT)
  await page.getByRole('link', { name: 'Text', exact: true }).click()
  await expect(page.getByText('Karl von Frisch described the waggle dance in 1927.').first()).toBeVisible()
})

function png(): Buffer {
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52])
  return Buffer.concat([head, noise(2_000)])
}

/** Pseudo-random bytes, the same each time: a linear congruential generator (Numerical Recipes). */
function noise(length: number): Buffer {
  let state = 1
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state >>> 24
    }),
  )
}

// The Cyrillic letters of windows-1251 are consecutive, except Ё and ё; the dash is separate.
function windows1251(text: string): Buffer {
  const apart: Readonly<Record<string, number>> = { ё: 0xb8, Ё: 0xa8, '—': 0x97 }
  return Buffer.from([...text].map((letter) => apart[letter] ?? byteOf(letter.codePointAt(0) ?? 0)))
}

function byteOf(point: number): number {
  return point >= 0x410 && point <= 0x44f ? point - 0x410 + 0xc0 : point
}
