import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aKnownDeck } from '@/test/decks'
import { aLearner, NOW } from '@/test/factories'
import type { Viewer } from '../../core/people/viewer'
import { db } from '../../db'
import { changeDepth } from '../decks/deck-depth'
import { needsCheck } from '../decks/needs-check'
import { whyNotAsked } from '../decks/why-not-asked'
import { importDocument } from '../documents/import-document'
import { admitReply } from './pasted-replies'
import { readPrompted } from './prompted-deck'
import { removeItems } from './write-item'

useDatabase()

const TEXT = 'Большинство горных озёр создал лёд. Самое глубокое озеро страны называется Иссык-Куль.'
const REPLY =
  '1\tЧто создало большинство горных озёр?\tлёд\n2\tКак называется самое глубокое озеро страны?\tИссык-Куль\n2\tКакое озеро самое глубокое?\tСон-Куль'

/** In a language that the rules do not read: a deck without items. */
async function anEmptyDeck(owner: Viewer, text = TEXT) {
  const wish = { depth: 'balanced', model: null, keepEmpty: true } as const
  const imported = await importDocument(owner, { title: 'Озёра', content: text, fileName: null, wish }, {}, NOW)
  if (imported.kind !== 'imported') throw new Error(imported.kind)
  return imported.deckId
}

/** How long at most others waited for this thread, in milliseconds, until the returned function is called. */
function longestWait(): () => number {
  const EVERY_MS = 10
  let [longest, last] = [0, performance.now()]
  const timer = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - EVERY_MS)
    last = now
  }, EVERY_MS)
  return () => {
    clearInterval(timer)
    return longest
  }
}

describe('a reply that an author pasted', () => {
  it('gives items that wait for the author, and says why the others are refused', async () => {
    const owner = await aLearner()
    const deckId = await anEmptyDeck(owner)
    const admitted = await admitReply(owner, deckId, REPLY)
    if (admitted.kind === 'rejected') throw new Error(admitted.reason)
    expect(admitted.refused).toMatchObject([{ code: 'key-not-in-quote', key: 'Сон-Куль' }])
    const rows = await db().deckItem.findMany({ where: { deckId }, include: { item: true } })
    expect(rows.map(({ status, item }) => [status, item.finder])).toEqual([
      ['unreviewed', 'pasted'],
      ['unreviewed', 'pasted'],
    ])
  })

  it('says how many of its items lie beyond the depth of the deck, where they do not wait to be checked', async () => {
    const owner = await aLearner()
    const villages = Array.from({ length: 20 }, (_, n) => n)
    const text = villages.map((n) => `The village of Aksu${n} has ${n + 1000} stone wells.`).join(' ')
    // As many items as the narrowest depth shows.
    const items = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map((key) => {
      return { type: 'short-answer' as const, stem: `What is ${key}?`, key: [key] }
    })
    const { deckId, documentId } = await aKnownDeck(owner, { text, items })
    await db().item.updateMany({ where: { documentId }, data: { score: 1 } })
    await changeDepth(owner, deckId, 'key')
    const rows = villages.map((n) => `How many stone wells does the village of Aksu${n} have?\t${n + 1000}`)
    const admitted = await admitReply(owner, deckId, rows.join('\n'))
    if (admitted.kind === 'rejected') throw new Error(admitted.reason)
    const waiting = await needsCheck(owner, deckId)
    expect(admitted.beyond).toBeGreaterThan(0)
    expect(waiting?.items ?? 0).toBe(admitted.itemIds.length - admitted.beyond)
    const prompted = await readPrompted(owner, deckId)
    const all = admitted.itemIds.length + items.length
    expect(prompted).toMatchObject({ kept: admitted.itemIds.length, beyond: admitted.beyond, wider: { items: all } })
    if (prompted?.wider) await changeDepth(owner, deckId, prompted.wider.depth)
    expect(await readPrompted(owner, deckId)).toMatchObject({ kept: admitted.itemIds.length, beyond: 0, wider: null })
  })

  it('is told again to an author who comes back: of each part what was kept, and what was refused and is no item since', async () => {
    const owner = await aLearner()
    const deckId = await anEmptyDeck(owner)
    await admitReply(owner, deckId, REPLY)
    await admitReply(owner, deckId, REPLY)
    expect(await readPrompted(owner, deckId)).toMatchObject({
      parts: [{ kept: 2, refused: 1 }],
      ...{ kept: 2, beyond: 0, wider: null },
      refused: [{ code: 'key-not-in-quote', key: 'Сон-Куль' }],
    })
  })

  it('answers why a sentence is not asked, once however often it is pasted', async () => {
    const owner = await aLearner()
    const deckId = await anEmptyDeck(owner)
    const refused = '2\tКакое озеро самое глубокое?\tСон-Куль'
    const reasons = async () => (await whyNotAsked(owner, deckId)).unasked.flatMap(({ reasons: told }) => told)
    const before = await reasons()
    await admitReply(owner, deckId, refused)
    await admitReply(owner, deckId, refused)
    const pasted = (await reasons()).filter(({ finder }) => finder === 'pasted')
    expect(before.filter(({ finder }) => finder === 'pasted')).toEqual([])
    expect(pasted).toMatchObject([{ code: 'key-not-in-quote', key: 'Сон-Куль' }])
  })

  it('leaves the server free for others while it is read, and two at once admit nothing twice', async () => {
    const owner = await aLearner()
    const text = Array.from({ length: 1_500 }, (_, n) => `Деревня Аксу${n} имеет ${n + 1000} каменных колодцев.`).join(
      ' ',
    )
    const deckId = await anEmptyDeck(owner, text)
    const rows = Array.from({ length: 60 }, (_, n) => `Сколько каменных колодцев имеет деревня Аксу${n}?\t${n + 1000}`)
    const begun = performance.now()
    const longest = longestWait()
    const [first, second] = await Promise.all([1, 2].map(() => admitReply(owner, deckId, rows.join('\n'))))
    const [blockedMs, tookMs] = [longest(), performance.now() - begun]
    if (first?.kind !== 'admitted' || second?.kind !== 'admitted') throw new Error('rejected')
    expect([first.itemIds.length, second.itemIds.length].sort()).toEqual([0, 60])
    expect(await db().deckItem.count({ where: { deckId } })).toBe(60)
    expect(blockedMs).toBeLessThan(tookMs / 3)
  })

  it('gives nothing twice, and is taken back', async () => {
    const owner = await aLearner()
    const deckId = await anEmptyDeck(owner)
    const first = await admitReply(owner, deckId, REPLY)
    const again = await admitReply(owner, deckId, REPLY)
    if (first.kind === 'rejected' || again.kind === 'rejected') throw new Error('rejected')
    expect(again.itemIds).toEqual([])
    expect(await removeItems(owner, deckId, first.itemIds, NOW)).toMatchObject({ kind: 'removed', removed: 2 })
    expect(await db().deckItem.count({ where: { deckId } })).toBe(0)
  })

  it('is refused when it is longer than 100,000 letters, and tells how many items it did not look at', async () => {
    const owner = await aLearner()
    const deckId = await anEmptyDeck(owner)
    expect(await admitReply(owner, deckId, 'а'.repeat(100_001))).toEqual({ kind: 'rejected', reason: 'too-long' })
    const rows = Array.from({ length: 203 }, (_, n) => `Какое озеро номер ${n}?\tСон-Куль`).join('\n')
    const admitted = await admitReply(owner, deckId, rows)
    expect(admitted).toMatchObject({ kind: 'admitted', itemIds: [], refused: { length: 200 }, leftOut: 3 })
  })

  it('is refused, and no prompt given, for a deck of others', async () => {
    const deckId = await anEmptyDeck(await aLearner())
    const other = await aLearner()
    expect(await readPrompted(other, deckId)).toBeNull()
    expect(await admitReply(other, deckId, REPLY)).toEqual({ kind: 'rejected', reason: 'not-found' })
    expect(await db().deckItem.count({ where: { deckId } })).toBe(0)
  })
})
