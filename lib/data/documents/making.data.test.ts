import { randomUUID } from 'node:crypto'
import type { Worker } from 'node:worker_threads'
import { describe, expect, it } from 'vitest'
import { useDatabase } from '@/test/database'
import { aClass, aLearner, anAssignment, NOW } from '@/test/factories'
import { longText } from '@/test/long-text'
import type { Viewer } from '../../core/access/viewer'
import { type DeckId, type DocumentId, FactId, ItemId, ReviewId, RevisionId } from '../../core/ids'
import { generate } from '../../core/item/generate'
import { db } from '../../db'
import { chooseItem } from '../decks/choose-item'
import { listShownRevisions, type ShownRevision } from '../decks/list-shown-revisions'
import { readDocument } from '../decks/read-document'
import { nextCards } from '../study/next-cards'
import { recordReviews } from '../study/record-reviews'
import { continueInterrupted } from './continue-interrupted'
import { continueMaking } from './continue-making'
import { deleteDocument } from './delete-document'
import type { Imported } from './find-imported'
import { findMaking } from './find-making'
import { endRunHere } from './hold-run'
import { type ImportProgress, importDocument, type Started } from './import-document'
import { makeInParts } from './make-in-parts'
import { openDocument, undoDocument } from './open-document'
import type { Opening, Place } from './part-saver'
import { stopMaking } from './stop-making'

useDatabase()

// Those of this process, so that a test can end one.
const workers: Worker[] = []
process.on('worker', (worker) => workers.push(worker))

const MINUTE_MS = 60_000
const clock = () => NOW
const later = () => new Date(NOW.getTime() + MINUTE_MS)

// Long enough for some parts; the note makes it another document each time.
const aLongText = () => `${longText(9_000)}\n\nNote ${randomUUID()}.`
const paste = (text: string) => ({ title: 'A text', content: text, fileName: null })

/** Imports, and does something once the first cards can be studied: the rest is made meanwhile, and saved afterwards. */
async function importing(
  owner: Viewer,
  text: string,
  meanwhile: (started: Started) => Promise<unknown> = async () => {},
) {
  let started: Started | null = null
  const onStarted = async (one: Started) => {
    started = one
    await meanwhile(one)
  }
  const ended = await importDocument(owner, paste(text), { onStarted }, NOW)
  return { ended, started: started as Started | null }
}

/** Leaves a document as it is when the process that makes it dies. */
async function leftBehind(owner: Viewer, text = aLongText()): Promise<Started> {
  const { started } = await importing(owner, text, async ({ documentId }) => {
    endRunHere((await db().making.findUniqueOrThrow({ where: { documentId } })).runId)
  })
  if (!started) throw new Error('It did not start.')
  expect(await db().making.findUnique({ where: { documentId: started.documentId } })).toMatchObject({ state: 'making' })
  return started
}

/** Makes a document, and does something between the save of its text and that of what it is made of. */
async function breaking(owner: Viewer, text: string, doBreak: (place: Place) => Promise<unknown>) {
  const runId = randomUUID()
  const places: Place[] = []
  const open: Opening<Imported>['open'] = async (begun, sign) => {
    const opened = await openDocument(owner, { begun, sign }, { runId, now: NOW })
    if (opened.kind !== 'opened') throw new Error(opened.kind)
    places.push(opened.place)
    await doBreak(opened.place)
    return opened
  }
  const job = { title: 'A text', source: { kind: 'text' as const, text } }
  const ended = await makeInParts(job, { runId, clock, open, undo: (place) => undoDocument(owner, place) })
  const [place] = places
  if (!place) throw new Error('It was not opened.')
  return { ended, ...place }
}

async function expectMadeOf(text: string, { documentId, deckId }: Place, owner: Viewer) {
  const { document } = generate({ title: 'A text', text, format: 'md' })
  expect((await readDocument(owner, deckId))?.blocks).toEqual(document.blocks)
  expect(await contentOf(documentId)).toEqual(madeOf(text))
}

async function contentOf(documentId: DocumentId) {
  const inOrder = { where: { documentId, retired: false }, orderBy: { position: 'asc' as const } }
  const facts = await db().fact.findMany(inOrder)
  const items = await db().item.findMany({
    ...inOrder,
    include: { revisions: true, facts: { orderBy: { slot: 'asc' }, include: { fact: true } } },
  })
  return {
    facts: facts.map(({ contentKey, statement, spans }) => ({ contentKey, statement, spans })),
    items: items.map(({ contentKey, type, tier, revisions, facts: asked }) => {
      const [words] = revisions
      const factKeys = asked.map(({ fact }) => fact.contentKey)
      return { contentKey, type, tier, factKeys, stem: words?.stem, key: words?.key, revisions: revisions.length }
    }),
  }
}

/** Rows by content key. */
async function idsOf(documentId: DocumentId): Promise<ReadonlyMap<string, string>> {
  const asked = { where: { documentId }, select: { id: true, contentKey: true } }
  const rows = [...(await db().fact.findMany(asked)), ...(await db().item.findMany(asked))]
  return new Map(rows.map(({ id, contentKey }) => [contentKey, id]))
}

function madeOf(text: string) {
  const { facts, items } = generate({ title: 'A text', text, format: 'md' })
  return {
    facts: facts.map(({ id, statement, spans }) => ({ contentKey: id, statement, spans })),
    items: items.map(({ id, type, tier, factIds, stem, key }) => {
      return { contentKey: id, type, tier, factKeys: factIds, stem, key, revisions: 1 }
    }),
  }
}

/** Studies the first card of the deck. */
async function study(viewer: Viewer, deckId: DeckId) {
  const [card] = (await nextCards(viewer, { deckId, limit: 1 }, NOW)).cards
  if (!card) throw new Error('There is no card to study.')
  const factId = FactId.parse(card.factId)
  const itemId = ItemId.parse(card.itemId)
  const revisionId = RevisionId.parse(card.revisionId)
  const id = ReviewId.parse(randomUUID())
  const review = { id, factId, itemId, revisionId, rating: 'good' as const, at: NOW, durationMs: 900 }
  expect(await recordReviews(viewer, [review], NOW)).toMatchObject([{ kind: 'saved' }])
  return { id, factId, itemId, learnerId: viewer.learnerId }
}

async function expectKept({ id, factId, learnerId }: Awaited<ReturnType<typeof study>>) {
  expect(await db().review.count({ where: { learnerId, id, factId } })).toBe(1)
  expect(await db().memory.count({ where: { learnerId, factId } })).toBe(1)
}

describe('a long document', () => {
  it('is studied from its first cards on, with its whole text, while the rest is made', async () => {
    const owner = await aLearner()
    const text = aLongText()
    let studied: Awaited<ReturnType<typeof study>> | null = null
    let early = 0
    const { ended, started } = await importing(owner, text, async ({ deckId, cards }) => {
      expect(cards).toBeGreaterThan(0)
      expect((await readDocument(owner, deckId))?.text).toBe(text)
      studied = await study(owner, deckId)
      early = (await listShownRevisions(owner, deckId)).length
      expect(await findMaking(owner, deckId)).toMatchObject({ kind: 'making' })
    })
    if (ended.kind !== 'imported' || !started || !studied) throw new Error(ended.kind)
    expect(ended).toMatchObject({ fresh: true, whole: true, deckId: started.deckId })
    expect(await findMaking(owner, ended.deckId)).toEqual({ kind: 'whole' })
    const whole = await listShownRevisions(owner, ended.deckId)
    expect(whole.length).toBeGreaterThan(early)
    const { document } = generate({ title: 'A text', text, format: 'md' })
    expect((await readDocument(owner, ended.deckId))?.blocks).toEqual(document.blocks)
    await expectKept(studied)
  })

  it('is in the end what the engine makes of it in one piece, in the same order', async () => {
    const text = aLongText()
    const { ended } = await importing(await aLearner(), text)
    if (ended.kind !== 'imported') throw new Error(ended.kind)
    expect(await contentOf(ended.documentId)).toEqual(madeOf(text))
    expect(ended.refused).toEqual(generate({ title: 'A text', text, format: 'md' }).refused)
  })

  it('tells its pages as they are read, and its facts as they are found', async () => {
    const owner = await aLearner()
    const { started } = await importing(owner, aLongText(), async ({ deckId }) => {
      const making = await findMaking(owner, deckId)
      if (making?.kind !== 'making') throw new Error(making?.kind)
      expect(making.facts).toBeGreaterThan(0)
      expect(making.page).toBeGreaterThan(1)
      expect(making.page).toBeLessThan(making.pages)
    })
    expect(started).not.toBeNull()
  })

  it('keeps what its author decided meanwhile', async () => {
    const owner = await aLearner()
    const decided: string[] = []
    const { ended } = await importing(owner, aLongText(), async ({ deckId }) => {
      const [first, second] = await listShownRevisions(owner, deckId)
      if (!first || !second) throw new Error('nothing is shown')
      await chooseItem(owner, deckId, first.itemId, { choice: 'rejected', revisionId: null }, NOW)
      await chooseItem(owner, deckId, second.itemId, { choice: 'accepted', revisionId: second.revision.id }, NOW)
      decided.push(first.itemId, second.itemId)
    })
    if (ended.kind !== 'imported') throw new Error(ended.kind)
    const shown = (await listShownRevisions(owner, ended.deckId)).map(({ itemId }) => itemId)
    expect(shown).not.toContain(decided[0])
    expect(shown).toContain(decided[1])
  })

  it('takes back what its end speaks against, and not what was learned of it', async () => {
    const owner = await aLearner()
    const filler = `${Array.from({ length: 160 }, () => 'They went on and on with that.').join(' ')}\n\n`.repeat(4)
    const text = `The harbour of Oslo was opened in 1891.\n\n${filler}The harbour of Oslo was opened in 1903.`
    const asksOrSays1891 = ({ type, revision: { stem, key } }: ShownRevision) =>
      key.join() === '1891' || (type === 'true-false' && stem.includes('1891'))
    let studied: Awaited<ReturnType<typeof study>> | null = null
    const { ended } = await importing(owner, text, async ({ deckId }) => {
      const shown = await listShownRevisions(owner, deckId)
      expect(shown.some(asksOrSays1891)).toBe(true)
      studied = await study(owner, deckId)
    })
    if (ended.kind !== 'imported' || !studied) throw new Error(ended.kind)
    const shown = await listShownRevisions(owner, ended.deckId)
    expect(shown.filter(asksOrSays1891)).toEqual([])
    await expectKept(studied)
  })
})

describe('a short document', () => {
  it('is saved whole, without a beginning', async () => {
    const { ended, started } = await importing(await aLearner(), `${longText(900)}\n\nNote ${randomUUID()}.`)
    expect(ended).toMatchObject({ kind: 'imported', whole: true })
    expect(started).toBeNull()
  })
})

describe('cancelling', () => {
  it('leaves nothing before the first cards, however far it was', async () => {
    const owner = await aLearner()
    for (const phase of ['waiting', 'reading', 'generating']) {
      const cancel = new AbortController()
      const onProgress = (progress: ImportProgress) => progress.phase === phase && cancel.abort()
      const options = { onProgress, signal: cancel.signal }
      const ended = await importDocument(owner, paste(aLongText()), options, NOW)
      expect(ended).toEqual({ kind: 'rejected', reason: 'cancelled' })
      expect(await db().document.count({ where: { ownerId: owner.learnerId } })).toBe(0)
    }
  })

  it('leaves nothing when it falls between the first save and the word of it', async () => {
    const owner = await aLearner()
    const cancel = new AbortController()
    const runId = randomUUID()
    const source = { kind: 'text' as const, text: aLongText() }
    const ended = await makeInParts(
      { title: 'A text', source },
      {
        runId,
        clock,
        signal: cancel.signal,
        open: async (begun, sign) => {
          const opened = await openDocument(owner, { begun, sign }, { runId, now: NOW })
          cancel.abort()
          return opened
        },
        undo: (place) => undoDocument(owner, place),
      },
    )
    expect(ended).toEqual({ kind: 'rejected', reason: 'cancelled' })
    expect(await db().document.count({ where: { ownerId: owner.learnerId } })).toBe(0)
  })

  it('is not what leaving means once there are cards: the document is made to its end', async () => {
    const owner = await aLearner()
    const left = new AbortController()
    const options = { onStarted: () => left.abort(), signal: left.signal }
    const ended = await importDocument(owner, paste(aLongText()), options, NOW)
    expect(ended).toMatchObject({ kind: 'imported', whole: true })
  })

  it('keeps what was made until then, adds nothing, and says where it stopped', async () => {
    const owner = await aLearner()
    const { ended, started } = await importing(owner, aLongText(), async ({ documentId }) => {
      expect(await stopMaking(owner, documentId)).toEqual({ kind: 'stopped' })
    })
    if (ended.kind !== 'stopped' || !started) throw new Error(ended.kind)
    const { documentId, deckId } = ended
    const kept = await contentOf(documentId)
    expect(kept.items.length).toBeGreaterThan(0)
    const making = await findMaking(owner, deckId)
    expect(making).toMatchObject({ kind: 'stopped', reason: 'cancelled', facts: kept.facts.length })
    if (making?.kind !== 'stopped') throw new Error(making?.kind)
    expect(making.page).toBeLessThan(making.pages)
    expect((await nextCards(owner, { deckId, limit: 5 }, NOW)).cards.length).toBeGreaterThan(0)
  })

  it('can be thought better of: the rest is made, and what was studied keeps its place', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { started } = await importing(owner, text, ({ documentId }) => stopMaking(owner, documentId))
    if (!started) throw new Error('It did not start.')
    const { documentId, deckId } = started
    const studied = await study(owner, deckId)
    const before = await idsOf(documentId)
    const stopped = await findMaking(owner, deckId)
    const continued = await continueMaking(owner, documentId, { clock })
    if (continued.kind !== 'continued') throw new Error(continued.kind)
    // It reads from the beginning again, and does not say so: nothing is lost.
    expect(await findMaking(owner, deckId)).toEqual({ ...stopped, kind: 'making', reason: undefined })
    expect(await continued.done).toEqual(expect.objectContaining({ kind: 'made' }))
    expect(await contentOf(documentId)).toEqual(madeOf(text))
    const after = await idsOf(documentId)
    const kept = [...before].filter(([key]) => after.has(key))
    expect(kept.length).toBeGreaterThan(100)
    for (const [key, id] of kept) expect(after.get(key)).toBe(id)
    await expectKept(studied)
  })

  it('and going on are for the owner alone', async () => {
    const owner = await aLearner()
    const learner = await aLearner()
    const { classId } = await aClass(owner, [learner])
    const { ended, started } = await importing(owner, aLongText(), async ({ deckId, documentId }) => {
      await anAssignment(classId, deckId)
      for (const stranger of [learner, await aLearner()]) {
        expect(await stopMaking(stranger, documentId)).toEqual({ kind: 'rejected', reason: 'not-making' })
      }
      expect(await findMaking(learner, deckId)).toMatchObject({ kind: 'making' })
      expect(await findMaking(await aLearner(), deckId)).toBeNull()
      expect(await findMaking(null, deckId)).toBeNull()
      await stopMaking(owner, documentId)
    })
    if (!started) throw new Error(ended.kind)
    for (const stranger of [learner, await aLearner()]) {
      const refused = await continueMaking(stranger, started.documentId, { clock })
      expect(refused).toEqual({ kind: 'rejected', reason: 'not-stopped' })
    }
    expect(await findMaking(owner, started.deckId)).toMatchObject({ kind: 'stopped' })
  })
})

describe('a document whose process died', () => {
  it('is left to a process that may live, and taken up once that was silent', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { documentId, deckId } = await leftBehind(owner, text)
    const studied = await study(owner, deckId)
    await continueInterrupted(clock, { alone: false })
    expect(await findMaking(owner, deckId)).toMatchObject({ kind: 'making' })
    expect(await continueInterrupted(later, { alone: false })).toEqual([])
    expect(await findMaking(owner, deckId)).toEqual({ kind: 'whole' })
    expect(await contentOf(documentId)).toEqual(madeOf(text))
    await expectKept(studied)
  })

  it('is taken up at once by a process that is alone on its data', async () => {
    const owner = await aLearner()
    const { deckId } = await leftBehind(owner)
    expect(await continueInterrupted(clock, { alone: true })).toEqual([])
    expect(await findMaking(owner, deckId)).toEqual({ kind: 'whole' })
  })

  it('before it had saved more than the text shows a deck without items, and is taken up', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { documentId, deckId } = await breaking(owner, text, ({ documentId }) =>
      db().making.update({ where: { documentId }, data: { runId: randomUUID() } }),
    )
    expect(await readDocument(owner, deckId)).toMatchObject({ text, blocks: [] })
    expect(await listShownRevisions(owner, deckId)).toEqual([])
    expect((await nextCards(owner, { deckId, limit: 5 }, NOW)).cards).toEqual([])
    expect(await findMaking(owner, deckId)).toMatchObject({ kind: 'making' })
    expect(await continueInterrupted(later, { alone: false })).toEqual([])
    expect(await findMaking(owner, deckId)).toEqual({ kind: 'whole' })
    await expectMadeOf(text, { documentId, deckId }, owner)
  })

  it('is left to its owner when it ended three processes more', async () => {
    const owner = await aLearner()
    const { documentId, deckId } = await leftBehind(owner)
    await db().making.update({ where: { documentId }, data: { takenUp: 3 } })
    await continueInterrupted(later, { alone: false })
    expect(await findMaking(owner, deckId)).toMatchObject({ kind: 'stopped', reason: 'interrupted' })
    const continued = await continueMaking(owner, documentId, { clock })
    expect(continued.kind === 'continued' && (await continued.done).kind).toBe('made')
  })

  it('is not touched any more by a run that was slow to die', async () => {
    const owner = await aLearner()
    const { ended, started } = await importing(owner, aLongText(), ({ documentId }) =>
      db().making.update({ where: { documentId }, data: { runId: randomUUID() } }),
    )
    expect(ended).toMatchObject({ kind: 'stopped', why: null })
    if (!started) throw new Error(ended.kind)
    expect(await findMaking(owner, started.deckId)).toMatchObject({ kind: 'making' })
  })
})

describe('a document whose worker died', () => {
  it('before it had saved more than the text keeps what was told until then, and the rest is made when it is asked for', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { ended, documentId, deckId } = await breaking(owner, text, () =>
      Promise.all(workers.map((worker) => worker.terminate())),
    )
    expect(ended).toMatchObject({ kind: 'stopped', why: { reason: 'failed' } })
    expect(await findMaking(owner, deckId)).toMatchObject({ kind: 'stopped', reason: 'failed' })
    expect((await readDocument(owner, deckId))?.blocks.length).toBeGreaterThan(100)
    expect((await nextCards(owner, { deckId, limit: 5 }, NOW)).cards.length).toBeGreaterThan(0)
    const continued = await continueMaking(owner, documentId, { clock })
    expect(continued.kind === 'continued' && (await continued.done).kind).toBe('made')
    await expectMadeOf(text, { documentId, deckId }, owner)
  })
})

describe('meanwhile', () => {
  it('the same text again leads to the same deck', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { ended, started } = await importing(owner, text, async ({ deckId }) => {
      const again = await importDocument(owner, paste(text), {}, NOW)
      expect(again).toMatchObject({ kind: 'imported', deckId, fresh: false })
    })
    expect(ended).toMatchObject({ kind: 'imported', whole: true, deckId: started?.deckId })
    expect(await db().document.count({ where: { ownerId: owner.learnerId } })).toBe(1)
  })

  it('the same text again makes the rest where its making was stopped', async () => {
    const owner = await aLearner()
    const text = aLongText()
    const { started } = await importing(owner, text, ({ documentId }) => stopMaking(owner, documentId))
    const again = await importing(owner, text)
    expect(again.ended).toMatchObject({ kind: 'imported', whole: true, deckId: started?.deckId })
    expect(again.started?.cards).toBeGreaterThan(0)
    if (!started) throw new Error('It did not start.')
    expect(await contentOf(started.documentId)).toEqual(madeOf(text))
  })

  it('the document may be deleted, and nothing of it comes back', async () => {
    const owner = await aLearner()
    const { ended, started } = await importing(owner, aLongText(), async ({ documentId }) => {
      expect(await deleteDocument(owner, documentId)).toEqual({ kind: 'deleted' })
    })
    expect(ended).toEqual({ kind: 'rejected', reason: 'deleted' })
    if (!started) throw new Error('It did not start.')
    for (const left of [
      db().document.count({ where: { id: started.documentId } }),
      db().fact.count({ where: { documentId: started.documentId } }),
      db().making.count({ where: { documentId: started.documentId } }),
    ]) {
      expect(await left).toBe(0)
    }
  })
})
