import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { DeckId, FactId } from '../../core/ids'
import { openExam } from '../exams/open-exam'
import { findExams } from '../exams/read-exam'

/**
 * What the viewer's exam on a deck asks for today, in the order in which it is best asked. Without `deckId` of all exams, the
 * nearest first. Nothing where no exam is ahead.
 */
export async function examFacts(viewer: Viewer | null, deckId: DeckId | null, now: Date): Promise<readonly FactId[]> {
  if (!viewer) return []
  const asked = new Set<FactId>()
  for (const { deckId: of, exam } of await findExams(viewer, deckId)) {
    for (const factId of (await openExam(viewer, of, exam, now)).asked) asked.add(factId)
  }
  return [...asked]
}
