import 'server-only'
import type { Viewer } from '@/lib/core/access/viewer'
import { Response } from '@/lib/core/grading/response'
import type { AttemptId } from '@/lib/core/ids'
import { type Feedback, feedbackOf } from '@/lib/core/quiz/feedback'
import { db } from '@/lib/db'
import { isRevealed } from './find-attempt'
import { loadProofs } from './load-proofs'
import { gradeIn, itemAt, loadDocument, loadSitting } from './sitting'

/** What may be said about one question now; null when it may not: not the viewer's, not answered, or a test that goes on. */
export async function findFeedback(viewer: Viewer, attemptId: AttemptId, position: number): Promise<Feedback | null> {
  const sitting = await loadSitting(db(), viewer, attemptId)
  if (!sitting || !isRevealed(sitting, position)) return null
  const item = itemAt(sitting, position)
  if (!item) return null
  const saved = sitting.responses.find((response) => response.position === position)
  const response = saved ? Response.parse(saved.response) : null
  const [score, document, facts] = await Promise.all([
    gradeIn(db(), sitting, item, response ?? { kind: 'unanswered' }),
    loadDocument(db(), sitting),
    loadProofs(db(), item.factIds),
  ])
  return feedbackOf(item, response, score.kind === 'graded' ? score.perKey : [], { document, facts })
}
