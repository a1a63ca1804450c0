import { randomUUID } from 'node:crypto'
import type { Viewer } from '../lib/core/access/viewer'
import { generate } from '../lib/core/finder/rules/generate'
import { DeckId, DocumentId } from '../lib/core/ids'
import type { Generated } from '../lib/core/item/item'
import { documentData } from '../lib/data/documents/document-row'
import { inOneTransaction, mergeGenerated } from '../lib/data/documents/merge-generated'
import { db } from '../lib/db'
import { NOW, TEXT } from './factories'

export const OLDER_ENGINE = '0.0.1'

/** What the present engine makes of a text that is another one each time. */
export function madeNow(text = `${TEXT}\nNote ${randomUUID()}.\n`): Generated {
  return generate({ title: 'The mountain lakes', text, format: 'txt' })
}

/** A deck of the learner's own as an older engine would have left it that had made something else of the same text. */
export async function aDeckOfOlderEngine(owner: Viewer, made: Generated, otherwise: (made: Generated) => Generated) {
  const older = { ...otherwise(made), engine: OLDER_ENGINE }
  return db().$transaction(async (tx) => {
    const ownerId = owner.learnerId
    const data = { ownerId, createdAt: NOW, title: older.document.title, ...documentData(older, 'txt') }
    const { id } = await tx.document.create({ data })
    await mergeGenerated({ id, ownerId }, older, inOneTransaction(tx))
    const deck = await tx.deck.create({
      data: { ownerId, documentId: id, title: older.document.title, createdAt: NOW },
    })
    return { documentId: DocumentId.parse(id), deckId: DeckId.parse(deck.id) }
  })
}
