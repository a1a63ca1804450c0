import 'server-only'
import { z } from 'zod'
import type { Response } from '@/lib/core/grading/response'

/** More than any question of ours asks for; what is longer was not typed by a learner. */
const MOST_ANSWERS = 50
const LONGEST_ANSWER = 2_000

const Words = z.string().max(LONGEST_ANSWER)

const GivenResponse = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unanswered') }),
  z.object({ kind: z.literal('choice'), option: Words }),
  z.object({ kind: z.literal('multiple'), options: z.array(Words).max(MOST_ANSWERS) }),
  z.object({ kind: z.literal('text'), texts: z.array(Words).max(MOST_ANSWERS) }),
  z.object({ kind: z.literal('pairs'), chosen: z.array(Words).max(MOST_ANSWERS) }),
  z.object({ kind: z.literal('order'), entries: z.array(Words).max(MOST_ANSWERS) }),
])

/** What was saved by `answerQuestion`, and by nothing else. */
export function responseOf(saved: unknown): Response {
  return GivenResponse.parse(saved)
}

/** The same answer, whatever order the boxes were ticked in. */
export function isSameResponse(one: Response, other: Response): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}

function inOrder(response: Response): readonly string[] {
  switch (response.kind) {
    case 'unanswered':
      return []
    case 'choice':
      return ['choice', response.option]
    case 'multiple':
      return ['multiple', ...[...new Set(response.options)].sort()]
    case 'text':
      return ['text', ...response.texts.map((text) => text.trim())]
    case 'pairs':
      return ['pairs', ...response.chosen]
    case 'order':
      return ['order', ...response.entries]
    default:
      return response satisfies never
  }
}
