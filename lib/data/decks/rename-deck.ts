import 'server-only'
import { tidyTitle } from '../../core/document/normalise-text'
import { isOlderEngine } from '../../core/generation/engine-version'
import type { DeckId } from '../../core/ids'
import { labelPart, relabelled } from '../../core/item/item-label'
import type { Viewer } from '../../core/people/viewer'
import { parseContent, write } from '../../core/question-types/registry'
import { db, type Tx } from '../../db'
import { decksEditableBy } from './deck-access'

export type Renamed =
  | { readonly kind: 'renamed' }
  | { readonly kind: 'rejected'; readonly reason: 'not-found' | 'blank' }

/**
 * Renames a deck, and with it what its document is called before the stems of its items. A second deck on the same document
 * has a name of its own only, and so has one whose document is still being generated: the engine continues with the title it has.
 */
export async function renameDeck(viewer: Viewer, deckId: DeckId, typed: string): Promise<Renamed> {
  const title = tidyTitle(typed)
  if (title === '') return { kind: 'rejected', reason: 'blank' }
  return db().$transaction(async (tx): Promise<Renamed> => {
    const where = { AND: [{ id: deckId }, decksEditableBy(viewer)] }
    const deck = await tx.deck.findFirst({ where, select: { documentId: true } })
    if (!deck) return { kind: 'rejected', reason: 'not-found' }
    // The document before its deck, as the steps of a newer engine do, which count in the deck.
    await tx.$queryRaw`SELECT 1 FROM "Document" WHERE id = ${deck.documentId}::uuid FOR UPDATE`
    const { count } = await tx.deck.updateMany({ where, data: { title } })
    if (count === 0) return { kind: 'rejected', reason: 'not-found' }
    await renameDocument(tx, deck.documentId, title)
    return { kind: 'renamed' }
  })
}

/** The caller holds the lock of the document. */
async function renameDocument(tx: Tx, documentId: string, to: string): Promise<void> {
  const {
    title: from,
    engine,
    generation,
    _count,
  } = await tx.document.findUniqueOrThrow({
    where: { id: documentId },
    select: { title: true, engine: true, generation: { select: { id: true } }, _count: { select: { decks: true } } },
  })
  // Of an older engine's document the merge takes over the new title.
  const keepsTitle = generation !== null && !isOlderEngine(engine)
  if (from === to || keepsTitle || _count.decks > 1) return
  await tx.document.update({ where: { id: documentId }, data: { title: to }, select: { id: true } })
  await relabelStems(tx, documentId, { from, to })
}

/** All revisions: an old attempt is shown with the label of its document too. Ids, keys and content keys stay. */
async function relabelStems(tx: Tx, documentId: string, titles: { from: string; to: string }): Promise<void> {
  const [facts, revisions] = await Promise.all([
    tx.fact.findMany({ where: { documentId }, select: { heading: true }, distinct: ['heading'] }),
    tx.revision.findMany({
      where: { item: { documentId }, stem: { startsWith: labelPart(titles.from) ?? '' } },
      select: {
        ...{ id: true, stem: true, content: true, authorId: true },
        item: {
          select: { facts: { where: { slot: 0 }, select: { fact: { select: { heading: true } } } } },
        },
      },
    }),
  ])
  const headings = facts.map(({ heading }) => heading)
  const renamed = revisions.flatMap(({ id, stem, content, authorId, item }) => {
    const heading = authorId === null ? (item.facts[0]?.fact.heading ?? '') : null
    const typed = parseContent(content)
    const { type } = typed
    const newStem = relabelled({ type, stem, key: write(typed).key, heading }, titles, headings)
    return newStem === stem ? [] : [{ id, stem: newStem }]
  })
  const ids = renamed.map(({ id }) => id)
  await tx.$executeRaw`
    UPDATE "Revision" revision SET stem = renamed.stem
    FROM unnest(${ids}::uuid[], ${renamed.map(({ stem }) => stem)}::text[]) AS renamed(id, stem)
    WHERE revision.id = renamed.id`
  await tx.$executeRaw`DELETE FROM "SearchItem" WHERE "revisionId" = ANY(${ids}::uuid[])`
  await tx.$executeRaw`SELECT search_add_revisions(${ids}::uuid[])`
}
