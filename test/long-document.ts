import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { generate } from '@/lib/core/generation/rules/generate'
import { type DeckId, type DocumentId, FactId, ItemId, ReviewId, RevisionId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { write } from '@/lib/core/question-types/registry'
import { createDocument } from '@/lib/data/documents/document-row'
import {
  attachDocument,
  type DocumentDeck,
  enqueueImport,
  NO_WISH,
  withLease,
} from '@/lib/data/documents/generation-job'
import { importDocument, type Started } from '@/lib/data/documents/import-document'
import type { Destination } from '@/lib/data/documents/save-parts'
import { recordReviews } from '@/lib/data/memories/record-reviews'
import { nextCards } from '@/lib/data/study/next-cards'
import { db } from '@/lib/db'
import { NOW } from '@/test/factories'
import { longText } from '@/test/long-text'

export const clock = () => NOW

// Long enough for some parts; the note makes it another document each time.
export const aLongText = () => `${longText(6_000)}\n\nNote ${randomUUID()}.`

export const paste = (text: string) => ({ title: 'A text', content: text, fileName: null })

/** Imports, and does something once the first cards can be studied: the rest is made meanwhile, and saved afterwards. */
export async function importing(
  owner: Viewer,
  text: string,
  meanwhile: (started: Started) => Promise<unknown> = async () => {},
) {
  let started: Started | null = null
  const onStarted = async (first: Started) => {
    started = first
    await meanwhile(first)
  }
  const result = await importDocument(owner, paste(text), { onStarted }, NOW)
  return { ended: result, started: started as Started | null }
}

export async function contentOf(documentId: DocumentId) {
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
      return { contentKey, type, tier, factKeys, stem: words?.stem, key: words?.keyText, revisions: revisions.length }
    }),
  }
}

export function madeOf(text: string) {
  const { facts, items } = generate({ title: 'A text', text, format: 'md' })
  return {
    facts: facts.map(({ id, statement, spans }) => ({ contentKey: id, statement, spans })),
    items: items.map((item) => {
      const { id, type, tier, factIds, stem } = item
      return { contentKey: id, type, tier, factKeys: factIds, stem, key: write(item).key.join(', '), revisions: 1 }
    }),
  }
}

/** Studies the first card of the deck. */
export async function study(viewer: Viewer, deckId: DeckId) {
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

export async function expectKept({ id, factId, learnerId }: Awaited<ReturnType<typeof study>>) {
  expect(await db().review.count({ where: { learnerId, id, factId } })).toBe(1)
  expect(await db().memory.count({ where: { learnerId, factId } })).toBe(1)
}

/** A queued import whose document is created when there is a card; `onCreated` runs between the save of its text and the rest. */
export async function aNewDocument(owner: Viewer, onCreated: (document: DocumentDeck) => unknown = () => {}) {
  const lease = await enqueueImport(owner.learnerId, paste('Queued.'), clock)
  const destination: Destination<never> = {
    kind: 'new',
    keepEmpty: false,
    create: async (read, progress) => {
      const document = await withLease(lease, progress, async (tx) => {
        const created = await createDocument(tx, read, {
          ownerId: owner.learnerId,
          fileTitle: null,
          wish: NO_WISH,
          now: NOW,
        })
        await attachDocument(tx, lease, created.documentId)
        return created
      })
      await onCreated(document)
      return { kind: 'created', document }
    },
    onStarted: () => {},
  }
  return { lease, destination }
}
