import 'server-only'
import { createHash } from 'node:crypto'
import type { Viewer } from '../../core/access/viewer'
import type { DeckId } from '../../core/ids'
import { db } from '../../db'

/**
 * A word that is another as soon as the viewer lays something on the deck or its facts, takes it off, or studies by other
 * settings: by it a device sees that its pack is behind. It tells nothing of anybody else, nor of whether there is such a deck.
 */
export async function deckEtag(viewer: Viewer | null, deckId: DeckId): Promise<string> {
  if (!viewer) return ''
  const { learnerId, desiredRetention, timeZone, dayStartHour, newPerDay, duePerDay } = viewer
  const where = { learnerId, fact: { inDecks: { some: { deckId } } } }
  const annotations = await Promise.all([
    db().factFlag.findMany({ where, orderBy: { factId: 'asc' } }),
    db().factTag.findMany({ where, orderBy: [{ factId: 'asc' }, { name: 'asc' }] }),
    db().deckTag.findMany({ where: { learnerId }, orderBy: [{ deckId: 'asc' }, { name: 'asc' }] }),
    db().exam.findMany({ where: { learnerId, deckId } }),
  ])
  const settings = [desiredRetention, timeZone, dayStartHour, newPerDay, duePerDay]
  return createHash('sha256')
    .update(JSON.stringify([annotations, settings]))
    .digest('base64url')
}
