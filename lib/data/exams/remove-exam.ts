import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { DeckId } from '../../core/ids'
import { db } from '../../db'

/** Takes the viewer's date off a deck; what was studied for it stays. */
export async function removeExam(viewer: Viewer, deckId: DeckId): Promise<void> {
  await db().exam.deleteMany({ where: { learnerId: viewer.learnerId, deckId } })
}
