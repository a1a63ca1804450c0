import { z } from 'zod'
import type { Problem, Sent } from '@/components/quiz/question-form'
import { RESPONSE_KINDS, type Response, responseOf, Texts } from '@/lib/core/grading/response'
import { AttemptId } from '@/lib/core/ids'
import type { Viewer } from '@/lib/core/people/viewer'
import { moveEntry } from '@/lib/core/shared/option-rows'
import { HOUR_MS } from '@/lib/core/shared/time'
import { answerQuestion, findAttemptState, flagQuestion } from '@/lib/data/quizzes/answer-question'
import { submitAttempt } from '@/lib/data/quizzes/submit-attempt'

/** The longest time that counts for one question: a page may stay open overnight. */
const LONGEST_MS = HOUR_MS

const AnswerForm = z.object({
  attemptId: AttemptId,
  position: z.coerce.number().int().min(0),
  asked: z.enum([...RESPONSE_KINDS, 'settled']),
  flagged: z.enum(['yes', 'no']),
  go: z.enum(['check', 'next', 'previous', 'flag', 'submit', 'keep']).default('keep'),
  values: Texts,
  /** Without script: the entry of an ordering to move, from which place to which. */
  move: z
    .string()
    .regex(/^\d{1,2} -?\d{1,2}$/)
    .optional(),
  durationMs: z.coerce.number().int().min(0).catch(0),
})
export type AnswerForm = z.infer<typeof AnswerForm>

/** Throws on a form that is not ours. */
export function answerForm(form: FormData): AnswerForm {
  const answer = AnswerForm.parse({
    attemptId: form.get('attemptId'),
    position: form.get('position'),
    asked: form.get('asked'),
    flagged: form.get('flagged'),
    go: form.get('go') ?? undefined,
    values: form.getAll('answer'),
    move: form.get('move') ?? undefined,
    durationMs: form.get('durationMs') ?? 0,
  })
  const [from, to] = (answer.move ?? '').split(' ').map(Number)
  return from === undefined || to === undefined ? answer : { ...answer, values: moveEntry(answer.values, from, to) }
}

/** Handles one press in a quiz: saves the answer and returns the next address. */
export async function submitAnswer(viewer: Viewer, form: AnswerForm, now: Date): Promise<Sent> {
  const { attemptId } = form
  const attempt = await findAttemptState(viewer, attemptId)
  if (!attempt) return { problem: null, to: '/' }
  const result = `/attempts/${attemptId}/result`
  if (attempt.submittedAt) return { problem: null, to: result }
  if (form.go === 'flag') await flagQuestion(viewer, attemptId, form.position, form.flagged === 'no')
  const problem = await save(viewer, form, attempt.mode, now)
  if (problem) return { problem, to: null }
  if (isHandedIn(form, attempt.mode)) {
    await submitAttempt(viewer, attemptId, now)
    return { problem: null, to: result }
  }
  const at = placeAfter(form, attempt.questions)
  return { problem: null, to: at === null ? null : `/attempts/${attemptId}?q=${at}` }
}

async function save(viewer: Viewer, form: AnswerForm, mode: 'practice' | 'test', now: Date): Promise<Problem | null> {
  // In practice an answer is final, so only Check gives it.
  if (form.asked === 'settled' || (mode === 'practice' && form.go !== 'check')) return null
  const { attemptId, position } = form
  const durationMs = Math.min(form.durationMs, LONGEST_MS)
  const given = { attemptId, position, response: responseIn(form), ...(durationMs > 0 ? { durationMs } : {}) }
  const answered = await answerQuestion(viewer, given, now)
  if (answered.kind === 'saved' || answered.reason === 'submitted' || answered.reason === 'not-found') return null
  return answered.reason
}

/** A test is handed in only on its check page, whose form asks no question. */
function isHandedIn({ go, asked }: AnswerForm, mode: 'practice' | 'test'): boolean {
  return go === 'submit' && (mode === 'practice' || asked === 'settled')
}

function placeAfter({ go, position }: AnswerForm, total: number): number | 'end' | null {
  if (go === 'submit') return 'end'
  if (go === 'next') return position + 1 < total ? position + 2 : 'end'
  return go === 'previous' && position > 0 ? position : null
}

function responseIn({ asked, values }: AnswerForm): Response {
  return asked === 'settled' ? { kind: 'unanswered' } : responseOf(asked, values)
}
