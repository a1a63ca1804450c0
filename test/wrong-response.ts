import { type Response, valuesOf } from '@/lib/core/grading/response'
import { rightResponse, type TypedQuestion, write, wrongOptions } from '@/lib/core/question-types/registry'

/** An answer that is not right, whatever the question's type. */
export function wrongResponse(question: TypedQuestion): Response {
  const { options } = write(question)
  const [wrong = ''] = wrongOptions(question)
  const right = rightResponse(question)
  switch (right.kind) {
    case 'text':
      return { kind: 'text', texts: right.texts.map(() => 'zzz') }
    case 'pairs':
      return { kind: 'pairs', chosen: right.chosen.map((entry) => options.find((option) => option !== entry) ?? '') }
    case 'order':
      return { kind: 'order', entries: orders(options).find((one) => one.join() !== valuesOf(right).join()) ?? [] }
    case 'multiple':
      return { kind: 'multiple', options: [wrong] }
    case 'choice':
      return { kind: 'choice', option: wrong }
    default:
      return right
  }
}

/** Others than the one that was shown, which would be no answer. */
function orders(shown: readonly string[]): (readonly string[])[] {
  return [shown.toReversed(), [...shown.slice(1), ...shown.slice(0, 1)]]
}
