import { randomFillSync } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document'

const ENGLISH = 'Osh is the second city of Kyrgyzstan. It stands in the Fergana Valley — near Uzbekistan.'
const RUSSIAN = 'Ош — второй по величине город Киргизии. Он стоит в Ферганской долине, недалеко от Узбекистана.'

const fromFile = (bytes: Uint8Array, fileName = 'notes.txt') => readDocument({ kind: 'bytes', bytes, fileName })
const utf16 = (text: string, bigEndian = false) => {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

/** Letters of windows-1251: А–я are one range there. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0
    return code === 0x2014 ? 0x97 : code
  })
}

describe('reading a document', () => {
  it('reads UTF-8 with and without a byte order mark', async () => {
    const plain = await fromFile(Buffer.from(RUSSIAN))
    expect(plain).toMatchObject({ kind: 'read', text: RUSSIAN, encoding: 'utf-8' })
    expect(await fromFile(Buffer.from(`\uFEFF${RUSSIAN}`))).toMatchObject({ text: RUSSIAN })
  })

  it.each([
    ['little-endian, marked', utf16(`\uFEFF${ENGLISH}`)],
    ['big-endian, marked', utf16(`\uFEFF${ENGLISH}`, true)],
    ['little-endian, unmarked', utf16(ENGLISH)],
    ['big-endian, unmarked', utf16(ENGLISH, true)],
  ])('reads UTF-16 %s', async (_, bytes) => {
    expect(await fromFile(bytes)).toMatchObject({ kind: 'read', text: ENGLISH })
  })

  it('reads unmarked UTF-16 in Cyrillic', async () => {
    expect(await fromFile(utf16(RUSSIAN))).toMatchObject({ kind: 'read', text: RUSSIAN })
  })

  it('reads windows-1251', async () => {
    expect(await fromFile(windows1251(RUSSIAN))).toMatchObject({ text: RUSSIAN, encoding: 'windows-1251' })
  })

  it('reads windows-1252 with its curly quotes', async () => {
    const bytes = Buffer.from('Caf\xe9s of Osh are \x93good\x94, say the guests who come to the bazaar.', 'latin1')
    expect(await fromFile(bytes)).toMatchObject({ text: expect.stringContaining('Cafés of Osh are “good”') })
  })

  it('drops a stray NUL and keeps the words', async () => {
    const read = await fromFile(Buffer.from(`${ENGLISH.repeat(3)}\0 The end is near.`))
    expect(read).toMatchObject({ kind: 'read', text: expect.not.stringContaining('\0') })
  })

  it('tells Markdown by its name and by its headings', async () => {
    expect(await fromFile(Buffer.from(ENGLISH), 'a.MD')).toMatchObject({ format: 'md' })
    expect(await readDocument({ kind: 'text', text: `# Osh\n\n${ENGLISH}` })).toMatchObject({ format: 'md' })
    expect(await readDocument({ kind: 'text', text: ENGLISH })).toMatchObject({ format: 'txt' })
  })

  it('takes the title from the front matter of a Markdown file, and leaves it out of the text', async () => {
    const bytes = Buffer.from(`---\r\ntitle: "Two cities"\r\nslug: x\r\n---\r\n\r\n${ENGLISH}`)
    expect(await fromFile(bytes, 'a.md')).toMatchObject({ title: 'Two cities', text: ENGLISH })
    expect(await fromFile(bytes, 'a.txt')).toMatchObject({ title: null, text: expect.stringContaining('slug') })
  })

  it('is not fooled by prose that begins like a picture', async () => {
    const text = 'BM is an abbreviation that stands for bitmap in the names of files.'
    expect(await fromFile(Buffer.from(text))).toMatchObject({ kind: 'read', text })
  })

  it.each([
    ['a picture', png(), 'png'],
    ['a PDF', Buffer.from('%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer'), 'pdf'],
    ['a PDF after blank lines', Buffer.from(`\n\n%PDF-1.7\n1 0 obj\n(${ENGLISH})`), 'pdf'],
    ['an archive that is not compressed', storedZip('word/document.xml'), 'zip'],
    [
      'an OpenDocument text that is not compressed',
      storedZip('mimetype', 'application/vnd.oasis.opendocument.text'),
      'odt',
    ],
    ['a book that is not compressed', storedZip('mimetype', 'application/epub+zip'), 'epub'],
    ['an old Word document', oldWord(), 'doc'],
    ['noise', randomFillSync(Buffer.alloc(9_001)), null],
    ['zeros', Buffer.alloc(4_000), null],
  ])('refuses %s that is named .txt', async (_, bytes, found) => {
    expect(await fromFile(bytes)).toMatchObject({ kind: 'rejected', reason: 'not-text', ...(found ? { found } : {}) })
  })

  const ROWS = ['name,height,country', 'Lenin Peak,7134,Tajikistan', 'Khan Tengri,7010,Kazakhstan']
  const EXPORT = { decks: [{ title: 'Lakes', items: ['Issyk-Kul is a lake in the north of Kyrgyzstan.'] }] }
  it.each([
    ['JSON', JSON.stringify(EXPORT, null, 2)],
    ['JSON', `${JSON.stringify(EXPORT)}\n${JSON.stringify(EXPORT)}\n`],
    ['HTML', `<!DOCTYPE html>\n<html><body><p>${ENGLISH}</p></body></html>`],
    ['HTML', '<li><b>Osh</b> is a town</li>'.repeat(20)],
    ['CSV', [...ROWS, ...ROWS].join('\n')],
    ['CSV', 'Osh\tThe second city of Kyrgyzstan\n'.repeat(6)],
    ['GIFT', '::Osh:: Where is Osh? {=In the south ~In the north}\n\n::Naryn:: It is cold there. {TRUE}'],
  ])('refuses %s, pasted or in a file', async (found, text) => {
    const refused = { kind: 'rejected', reason: 'not-prose', found }
    expect(await readDocument({ kind: 'text', text })).toEqual(refused)
    expect(await fromFile(Buffer.from(text))).toEqual(refused)
  })

  it('refuses a file that is named as data', async () => {
    expect(await fromFile(Buffer.from('Osh,The second city\nNaryn,A cold town'), 'towns.CSV')).toMatchObject({
      reason: 'not-prose',
      found: 'CSV',
    })
  })

  it.each([
    ['a list', '- Osh, in the south, is old\n'.repeat(8)],
    ['sentences with commas', 'Osh, a town of the south, is old.\n'.repeat(8)],
    ['Markdown with tags', `<p align="center">Osh</p>\n\n${ENGLISH.repeat(20)}`],
    ['formulas', 'The matrix A^{T} A is symmetric, and B_{F} is \\text{~a~} {=} \\text{~b~}. {T} is true.\n'.repeat(5)],
    ['paragraphs that a tab begins', `\t${ENGLISH}\n\n`.repeat(6)],
    ['numbered sentences with tabs', '1.\tOsh is the second city of Kyrgyzstan\n'.repeat(6)],
    ['lines that a speaker begins', 'Aizada:\tOsh is the second city of Kyrgyzstan.\n'.repeat(6)],
    ['prose in brackets', '[1] Osh is the second city of Kyrgyzstan. {It stands in the Fergana Valley.}'],
  ])('reads %s', async (_, text) => {
    expect(await readDocument({ kind: 'text', text })).toMatchObject({ kind: 'read' })
  })

  it.each([
    ['nothing', '', 'empty'],
    ['blanks', ' \n\t\u00a0\u200b\n', 'blank'],
    ['one word', 'Kyrgyzstan', 'too-short'],
    ['six million letters', 'word '.repeat(1_200_001), 'too-many-bytes'],
    ['a million letters and one', `${'word '.repeat(200_000)}ends`, 'too-long'],
  ])('refuses %s, pasted or in a file', async (_, text, reason) => {
    expect(await readDocument({ kind: 'text', text })).toMatchObject({ kind: 'rejected', reason })
    expect(await fromFile(Buffer.from(text))).toMatchObject({ kind: 'rejected', reason })
  })

  const sentence = 'The lake is deep and the river flows into it.'
  const stairs = (levels: number) => Array.from({ length: levels }, (_, at) => `${'  '.repeat(at)}- ${sentence}`)

  it.each([
    ['a quote in 200,000 others', '>'.repeat(200_000)],
    ['a quote in 33 others, with blanks between', '> '.repeat(33)],
    ['lists within lists on one line', '- '.repeat(200_000)],
    ['numbered lists within lists on one line', '1. '.repeat(100_000)],
    ['quotes and lists by turns', '> - 1) '.repeat(60_000)],
    ['lists within lists by their indentation', `${stairs(100).join('\n')}\n`],
    ['the same with lazy lines between', `${stairs(100).join('\nand more of it\n')}\n`],
    ['the same with blank lines between', `${stairs(100).join('\n\n')}\n`],
  ])('refuses %s', async (_, nested) => {
    const read = await fromFile(Buffer.from(`# Lakes\n\n${nested}${sentence}\n`), 'lakes.md')
    expect(read).toEqual({ kind: 'rejected', reason: 'too-nested' })
  })

  it('reads a stored text as it is, though it would be refused today, unless it is too nested', async () => {
    const stored = (text: string) => readDocument({ kind: 'stored', text, format: 'md' })
    const text = `---\ntitle: Towns\n---\n\n${[...ROWS, ...ROWS].join('\n')}`
    expect(await stored(text)).toMatchObject({ kind: 'read', text, format: 'md' })
    expect(await stored('Osh')).toMatchObject({ kind: 'read', text: 'Osh' })
    expect(await stored('>'.repeat(200_000))).toEqual({ kind: 'rejected', reason: 'too-nested' })
  })

  it.each([
    ['ten levels of lists', stairs(10).join('\n')],
    ['a list of 2,000 members, each with one below', `- ${sentence}\n  - ${sentence}\n`.repeat(2_000)],
    ['members one after the other, each indented less', stairs(30).reverse().join('\n')],
    ['paragraphs indented below one list after the other', `- ${sentence}\n\n  ${sentence}\n\n`.repeat(200)],
    ['lines across the page', `${'- '.repeat(100)}\n\n${'*'.repeat(500)}\n\n`],
    ['marks inside a line', `${'['.repeat(20_000)} ${'*'.repeat(20_000)}`],
  ])('reads %s', async (_, wide) => {
    expect(await fromFile(Buffer.from(`# Lakes\n\n${sentence}\n\n${wide}\n`), 'lakes.md')).toMatchObject({
      kind: 'read',
    })
  })
})

/** The smallest honest picture: signature, header, compressed noise. */
function png(): Buffer {
  const header = Buffer.from('89504e470d0a1a0a0000000d49484452000000400000004008020000002573a5d5', 'hex')
  const data = deflateSync(randomFillSync(Buffer.alloc(12_288)))
  return Buffer.concat([header, Buffer.from([0, 0, data.length >> 8, data.length & 255]), Buffer.from('IDAT'), data])
}

/** The beginning of a ZIP whose first entry holds a text as it is, followed by prose. */
function storedZip(name: string, content = ENGLISH.repeat(20)): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt32LE(content.length, 18)
  head.writeUInt32LE(content.length, 22)
  head.writeUInt16LE(name.length, 26)
  return Buffer.concat([head, Buffer.from(name + content + ENGLISH.repeat(100))])
}

/** A compound file, as Word wrote until 2003, with its text in UTF-16. */
function oldWord(): Buffer {
  const head = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)])
  return Buffer.concat([head, Buffer.from(ENGLISH.repeat(100), 'utf16le')])
}
