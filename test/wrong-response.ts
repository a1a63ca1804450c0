import type { Gradable } from '@/lib/core/grading/grade'
import type { Response } from '@/lib/core/grading/response'
import { rightResponse } from '@/lib/core/grading/right-response'
import { pairsOf } from '@/lib/core/item/pairs'

/** An answer that is not right, whatever the question's type. */
export function wrongResponse(question: Pick<Gradable, 'type' | 'key' | 'options'>): Response {
  const { key, options } = question
  const right = rightResponse(question)
  const wrong = options.filter((option) => !key.includes(option))
  switch (right.kind) {
    case 'text':
      return { kind: 'text', texts: key.map(() => 'zzz') }
    case 'pairs':
      return {
        kind: 'pairs',
        chosen: pairsOf(question).map((pair) => options.find((option) => option !== pair.right) ?? ''),
      }
    case 'order':
      return { kind: 'order', entries: orders(options).find((one) => one.join() !== key.join()) ?? [] }
    case 'multiple':
      return { kind: 'multiple', options: wrong.slice(0, 1) }
    case 'choice':
      return { kind: 'choice', option: wrong[0] ?? (key[0] === 'True' ? 'False' : 'True') }
    default:
      return right
  }
}

/** Others than the one that was shown, which would be no answer. */
function orders(shown: readonly string[]): (readonly string[])[] {
  return [shown.toReversed(), [...shown.slice(1), ...shown.slice(0, 1)]]
}
