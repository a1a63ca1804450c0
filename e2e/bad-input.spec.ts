import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { OWN_TEXT } from './support/own-text'
import { type Complaints, expect, forgive, type Page, test } from './support/test'

const MEGABYTE = 1024 * 1024
const LONG_WAIT = { timeout: 60_000 }
const RUSSIAN =
  'Кыргызстан — государство в Центральной Азии. Столица страны — город Бишкек. В стране живёт около семи миллионов человек. ' +
  'Независимость была провозглашена 31 августа 1991 года. Самое большое озеро страны называется Иссык-Куль.'
const KYRGYZ = 'Кыргызстан Борбор Азияда жайгашкан. Өлкөнүн борбору Бишкек шаары. Ысык-Көл — эң терең көлдөрдүн бири.'
const TATAR = 'Татарстан Идел буенда урнашкан. Башкаласы — Казан шәһәре. Халык саны дүрт миллионга якын.'

test.beforeEach(({ page }) => page.goto('/documents/new'))

const typed = [
  { name: 'nothing', text: '', says: 'There is nothing to read yet' },
  { name: 'blanks', text: ' \n\t \n ', says: 'The text holds only blanks' },
  { name: 'one word', text: 'Photosynthesis', says: 'One word is too short to state a fact' },
  {
    name: 'a text without facts',
    text: 'Well, well. Who knows? Perhaps so. Oh my. Really! Why not then. Let us see.',
    says: 'No fact was found',
  },
  { name: 'a text in Kyrgyz', text: KYRGYZ, says: 'This text seems to be in Kyrgyz. Bilim reads only English so far' },
  { name: 'a text in a language that is not sure', text: TATAR, says: 'This text does not seem to be English.' },
]

for (const { name, text, says } of typed) {
  test(`${name}: one clear message, and the typed text is kept`, async ({ page, complaints }) => {
    await page.getByLabel('Title').fill('Something of mine')
    await page.getByLabel('Text').fill(text)
    await page.getByRole('button', { name: 'Make items' }).click()
    await expect(page.getByText(says)).toBeVisible(LONG_WAIT)
    await expect(page.getByLabel('Text')).toHaveValue(text)
    await expect(page.getByLabel('Title')).toHaveValue('Something of mine')
    await nothingSaved(page, complaints)
  })
}

const files = [
  { name: 'an empty file', buffer: Buffer.alloc(0), says: 'The file is empty' },
  { name: 'a binary renamed to .txt', buffer: png(), says: 'The file is not text, whatever its name says' },
  {
    name: 'random bytes renamed to .txt',
    buffer: randomBytes(20_000),
    says: 'The file is not text, whatever its name says',
  },
  {
    name: 'JSON named .txt',
    buffer: Buffer.from(JSON.stringify({ cards: ['The bee lives in hives.'] })),
    says: 'This is JSON. Bilim reads plain text and Markdown so far.',
  },
  { name: '30 MB', buffer: Buffer.alloc(30 * MEGABYTE, 'The bee lives. '), says: '5 MB is the most that is read' },
  { name: 'windows-1251 in another language', buffer: windows1251(RUSSIAN), says: 'This text seems to be in Russian' },
]

for (const { name, buffer, says } of files) {
  test(`${name}: one clear message, and the title is kept`, async ({ page, complaints }, info) => {
    // From the disk, as a person's file is: 30 MB sent to the browser through the test's own wire take a busy machine long.
    const path = info.outputPath('notes.txt')
    writeFileSync(path, buffer)
    await page.getByLabel('Title').fill('Something of mine')
    await page.getByLabel('File').setInputFiles(path)
    await page.getByRole('button', { name: 'Make items' }).click()
    await expect(page.getByText(says)).toBeVisible(LONG_WAIT)
    await expect(page.getByLabel('Title')).toHaveValue('Something of mine')
    await nothingSaved(page, complaints)
  })
}

const bodies = [
  { name: '45 MB to a form that needs none of it', path: '/sign-in', bytes: 45 * MEGABYTE, said: true },
  { name: 'a megabyte to a form that needs none of it', path: '/sign-in', bytes: MEGABYTE, said: true },
  { name: 'a megabyte of unsaid length', path: '/sign-in', bytes: MEGABYTE, said: false },
  { name: '45 MB to the form of documents', path: '/documents/new', bytes: 45 * MEGABYTE, said: true },
  {
    name: '45 MB of unsaid length to the form of documents',
    path: '/documents/new',
    bytes: 45 * MEGABYTE,
    said: false,
  },
]

for (const { name, path, bytes, said } of bodies) {
  test(`${name}: 413, and the server goes on`, async ({ server }) => {
    expect(await post(`${server.url}${path}`, bytes, said)).toBe(413)
    expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
  })
}

/** Sends a form of one field that large; answers the status as soon as it comes. */
function post(url: string, bytes: number, said: boolean): Promise<number> {
  const head = '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\n'
  const body = Buffer.concat([Buffer.from(head), Buffer.alloc(bytes, 'a'), Buffer.from('\r\n--x--\r\n')])
  return new Promise((done, fail) => {
    const length = said ? { 'content-length': body.length } : {}
    const headers = { 'content-type': 'multipart/form-data; boundary=x', origin: new URL(url).origin, ...length }
    const sending = request(url, { method: 'POST', headers }, (answer) => {
      done(answer.statusCode ?? 0)
      sending.destroy()
    })
    sending.on('error', fail)
    // In pieces: node says the length of what it sends in one.
    for (let from = 0; from < body.length; from += MEGABYTE) sending.write(body.subarray(from, from + MEGABYTE))
    sending.end()
  })
}

test('a page of decks beyond the last leads to the last', async ({ page }) => {
  await page.goto('/decks?page=99999')
  await expect(page).toHaveURL(/\/decks$/)
  await expect(page.getByRole('heading', { name: 'The foreign policy of Kyrgyzstan' })).toBeVisible()
})

const readRightly = [
  { name: 'UTF-16', buffer: Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(OWN_TEXT, 'utf16le')]) },
  { name: 'UTF-8 with a byte order mark', buffer: Buffer.from(`\ufeff${OWN_TEXT}`) },
  { name: 'lone NUL bytes', buffer: Buffer.from(OWN_TEXT.replace('castes', 'castes\0')) },
]

for (const { name, buffer } of readRightly) {
  test(`${name}: read rightly`, async ({ page }) => {
    await page.getByLabel('File').setInputFiles({ name: 'bees.txt', mimeType: 'text/plain', buffer })
    await page.getByRole('button', { name: 'Make items' }).click()
    await expect(page).toHaveURL(/\/decks\/[0-9a-f-]{36}/, LONG_WAIT)
    await page.getByRole('link', { name: 'Text', exact: true }).click()
    await expect(page.getByText('Karl von Frisch described the waggle dance in 1927.').first()).toBeVisible()
  })
}

/** Still on the same screen, and no deck of one's own anywhere. A refused answer of the server is no surprise here. */
async function nothingSaved(page: Page, complaints: Complaints): Promise<void> {
  await expect(page).toHaveURL(/\/documents\/new/)
  forgive(complaints, /the server responded with a status of 4\d\d/)
  await page.goto('/decks')
  await expect(page.getByText('Something of mine')).toHaveCount(0)
}

function png(): Buffer {
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52])
  return Buffer.concat([head, randomBytes(2_000)])
}

// Cyrillic letters of windows-1251 lie in one row; Ё and ё and the dash are apart.
function windows1251(text: string): Buffer {
  const apart: Readonly<Record<string, number>> = { ё: 0xb8, Ё: 0xa8, '—': 0x97 }
  return Buffer.from([...text].map((letter) => apart[letter] ?? byteOf(letter.codePointAt(0) ?? 0)))
}

function byteOf(point: number): number {
  return point >= 0x410 && point <= 0x44f ? point - 0x410 + 0xc0 : point
}
