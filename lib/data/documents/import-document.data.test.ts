/** @module-tag engines */
import { randomFillSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aLearner, NOW, TEXT } from '@/test/factories'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { readDocument } from '../decks/document-text'
import { findDeck } from '../decks/find-deck'
import { listShownRevisions } from '../decks/shown-items'
import { type ImportProgress, importDocument } from './import-document'

useDatabase()

const paste = (text: string, title: string | null = 'Lakes') => ({ title, content: text, fileName: null })
const file = (content: Uint8Array, fileName = 'lakes.txt') => ({ title: null, content, fileName })

async function counts() {
  const client = db()
  return {
    documents: await client.document.count(),
    facts: await client.fact.count(),
    items: await client.item.count(),
    links: await client.itemFact.count(),
    revisions: await client.revision.count(),
    decks: await client.deck.count(),
  }
}

describe('importing a document', () => {
  it('gives a deck whose facts quote the text and whose items ask the facts', async () => {
    const owner = await aLearner()
    const imported = await importDocument(owner, paste(TEXT), {}, NOW)
    if (imported.kind !== 'imported') throw new Error(imported.kind)
    expect(imported).toMatchObject({ fresh: true })
    const document = await readDocument(owner, imported.deckId)
    expect(document?.title).toBe('Lakes')
    const shown = await listShownRevisions(owner, imported.deckId)
    expect(imported.facts).toBe(new Set(shown.flatMap(({ factIds: asked }) => asked)).size)
    expect(imported.facts).toBeGreaterThan(0)
    const factIds = new Set(document?.facts.map(({ id }) => id))
    for (const { revision, factIds: asked } of shown) {
      for (const { start, end, quote } of revision.evidence) expect(document?.text.slice(start, end)).toBe(quote)
      expect(asked.every((id) => factIds.has(id))).toBe(true)
    }
  })

  it('changes nothing the second time, and leads to the same deck', async () => {
    const owner = await aLearner()
    const first = await importDocument(owner, paste(TEXT), {}, NOW)
    const before = await counts()
    const second = await importDocument(owner, { ...paste(`\uFEFF${TEXT}`), title: 'Another title' }, {}, NOW)
    expect(second).toEqual({ ...first, fresh: false })
    expect(await counts()).toEqual(before)
  })

  it('lets the model read a text that was there, once its author agrees', async () => {
    const owner = await aLearner()
    const consent = { model: 'tiny', host: 'localhost', place: 'this-machine' } as const
    const wish = { depth: 'balanced', model: consent, keepEmpty: false } as const
    const first = await importDocument(owner, paste(TEXT), {}, NOW)
    if (first.kind !== 'imported') throw new Error(first.kind)
    const { documentId } = first
    const readingOf = () => db().modelReading.findUnique({ where: { documentId } })
    expect(await readingOf()).toBeNull()
    const asked = await importDocument(owner, { ...paste(TEXT), wish }, {}, NOW)
    expect(asked).toMatchObject({ fresh: false, begun: 'model' })
    expect(await readingOf()).toMatchObject({ ...consent, state: 'waiting' })
    await db().modelReading.update({ where: { documentId }, data: { state: 'complete', partsDone: 3 } })
    const read = await importDocument(owner, { ...paste(TEXT), wish }, {}, NOW)
    expect(read).toMatchObject({ fresh: false, begun: 'nothing' })
    expect(await readingOf()).toMatchObject({ state: 'complete', partsDone: 3 })
  })

  const UNTITLED = TEXT.replace(/^# .*\n\n/, '')
  it.each([
    ['names the deck of a text without a title', UNTITLED, 'chapter3 final(2)', false],
    ['gives way to a title that the text says too', `---\ntitle: Ice\n---\n\n${UNTITLED} Ice is cold.`, 'Ice', true],
    ['gives way to the title of the text', `# Ice and water\n\n${UNTITLED}`, 'Ice and water', true],
  ])('the name of a file %s, and stands before no stem', async (_, text, title, isBefore) => {
    const owner = await aLearner()
    const imported = await importDocument(owner, file(Buffer.from(text), 'chapter3_final(2).md'), {}, NOW)
    if (imported.kind !== 'imported') throw new Error(imported.kind)
    expect(await findDeck(owner, imported.deckId)).toMatchObject({ title })
    const stems = (await listShownRevisions(owner, imported.deckId)).map(({ revision }) => revision.stem)
    expect(stems.filter((stem) => /chapter/.test(stem))).toEqual([])
    expect(stems.some((stem) => stem.startsWith(`${title}: `))).toBe(isBefore)
  })

  it('shares nothing between two people who import one text', async () => {
    const [owner, stranger] = [await aLearner(), await aLearner()]
    const mine = await importDocument(owner, paste(TEXT), {}, NOW)
    const theirs = await importDocument(stranger, paste(TEXT), {}, NOW)
    if (mine.kind === 'rejected' || theirs.kind === 'rejected') throw new Error('rejected')
    expect(mine.deckId).not.toBe(theirs.deckId)
    expect(await readDocument(stranger, mine.deckId)).toBeNull()
    expect(await listShownRevisions(stranger, mine.deckId)).toEqual([])
  })

  it('makes one document when the same text arrives twice at once', async () => {
    const owner = await aLearner()
    const [first, second] = await Promise.all([
      importDocument(owner, paste(TEXT), {}, NOW),
      importDocument(owner, paste(TEXT), {}, NOW),
    ])
    if (first.kind === 'rejected' || second.kind === 'rejected') throw new Error('rejected')
    expect(first.deckId).toBe(second.deckId)
    expect(await db().document.count({ where: { ownerId: owner.learnerId } })).toBe(1)
  })

  it('tells how far it is', async () => {
    const phases: ImportProgress['phase'][] = []
    await importDocument(await aLearner(), paste(TEXT), { onProgress: ({ phase }) => phases.push(phase) }, NOW)
    expect([...new Set(phases)]).toEqual(['queued', 'reading', 'generating', 'saving'])
  })

  it('reads UTF-16 and windows-1252 as the same text', async () => {
    const owner = await aLearner()
    const plain = await importDocument(owner, paste(TEXT), {}, NOW)
    const wide = await importDocument(owner, file(Buffer.from(TEXT, 'utf16le')), {}, NOW)
    const narrow = await importDocument(owner, file(Buffer.from(TEXT, 'latin1')), {}, NOW)
    expect([wide, narrow]).toEqual([
      { ...plain, fresh: false },
      { ...plain, fresh: false },
    ])
  })

  it('drops NUL bytes that stand in a text', async () => {
    const owner = await aLearner()
    const plain = await importDocument(owner, paste(TEXT), {}, NOW)
    const holed = await importDocument(owner, file(Buffer.from(TEXT.replace('Naryn', 'Nar\0yn'))), {}, NOW)
    expect(holed).toEqual({ ...plain, fresh: false })
  })

  const RUSSIAN =
    'Иссык-Куль — озеро на севере Киргизии. Его глубина достигает шестисот шестидесяти восьми метров. '.repeat(4)
  const FACTLESS = 'Oh well. Who knows? Perhaps. Maybe it might. Let us go then, you and I. Do not ask what it is.'

  it.each([
    ['nothing', paste(''), 'empty'],
    ['blanks', paste(' \n \t '), 'blank'],
    ['an empty file', file(Buffer.alloc(0)), 'empty'],
    ['one word', paste('Kyrgyzstan'), 'too-short'],
    ['30 MB', file(Buffer.alloc(30_000_000, 'word ')), 'too-many-bytes'],
    ['a program that is named .txt', file(randomFillSync(Buffer.alloc(40_000))), 'not-text'],
    ['a text that states nothing to ask', paste(FACTLESS), 'no-facts'],
    ['a language that the engine does not know', paste(RUSSIAN), 'unknown-language'],
    ['that language in windows-1251', file(windows1251(RUSSIAN)), 'unknown-language'],
  ])('says why it refuses %s, and keeps nothing of it', async (_, input, reason) => {
    const before = await counts()
    expect(await importDocument(await aLearner(), input, {}, NOW)).toMatchObject({ kind: 'rejected', reason })
    expect(await counts()).toEqual(before)
  })

  it('keeps nothing when it is cancelled, at any time before the end', async () => {
    const owner = await aLearner()
    for (const phase of ['queued', 'reading', 'generating', 'saving']) {
      const cancel = new AbortController()
      const onProgress = (progress: ImportProgress) => progress.phase === phase && cancel.abort()
      const imported = await importDocument(owner, paste(TEXT), { onProgress, signal: cancel.signal }, NOW)
      const kept = await db().document.count({ where: { ownerId: owner.learnerId } })
      // Saving is one transaction that is no longer stopped: then it is whole.
      expect(kept).toBe(phase === 'saving' ? 1 : 0)
      expect(imported.kind).toBe(phase === 'saving' ? 'imported' : 'rejected')
    }
  })

  it('is made for a teacher while a guest has twenty on the way, of whom four are taken', async () => {
    const [guest, teacher] = [await aLearner({ identityKind: 'guest' }), await aLearner()]
    const begun: string[] = []
    const send = (owner: Viewer, name: string, land: string) => {
      const onProgress = ({ phase }: ImportProgress) => phase === 'reading' && begun.push(name)
      // Long enough that none is made before all have been sent.
      const text = Array.from({ length: 3 }, (_, at) => TEXT.replaceAll('Kyrgyzstan', `${land} ${at}`)).join('\n')
      return importDocument(owner, paste(text), { onProgress }, NOW)
    }
    const twenty = Array.from({ length: 20 }, (_, at) => send(guest, 'guest', `Land ${at}`))
    const ended = await Promise.all([...twenty, send(teacher, 'teacher', 'Kyrgyzstan')])
    expect(ended.filter((end) => end.kind === 'rejected' && end.reason === 'own-busy')).toHaveLength(16)
    expect(ended.at(-1)).toMatchObject({ kind: 'imported' })
    expect(begun).toHaveLength(5)
    // The one that was in work when the teacher came is not broken off.
    expect(begun.indexOf('teacher')).toBeLessThanOrEqual(1)
  })

  it('lets another statement run while items are made', async () => {
    const owner = await aLearner()
    const long = Array.from({ length: 12 }, (_, at) => TEXT.replaceAll('Kyrgyzstan', `Land ${at}`)).join('\n')
    const order: string[] = []
    const statements: Promise<unknown>[] = []
    const onProgress = ({ phase }: ImportProgress) => {
      if (order.includes(phase)) return
      order.push(phase)
      if (phase !== 'generating') return
      const statement = db().learner.count({ where: { id: owner.learnerId } })
      statements.push(statement.then(() => order.push('another statement')))
    }
    expect(await importDocument(owner, paste(long), { onProgress }, NOW)).toMatchObject({ kind: 'imported' })
    await Promise.all(statements)
    expect(order).toEqual(['queued', 'reading', 'generating', 'another statement', 'saving'])
  })
})

function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0) ?? 0
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0
    return code === 0x2014 ? 0x97 : code
  })
}
