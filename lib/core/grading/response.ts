import { z } from 'zod'
import { ANSWER_CHARACTERS, ANSWERS_PER_QUESTION } from '../shared/input-limits'

const Text = z.string().max(ANSWER_CHARACTERS)
/** The values of a question's fields, in their order. */
export const Texts = z.array(Text).max(ANSWERS_PER_QUESTION).readonly()

/** What a learner answered to one question. */
export const Response = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unanswered') }).readonly(),
  z.object({ kind: z.literal('choice'), option: Text }).readonly(),
  z.object({ kind: z.literal('multiple'), options: Texts }).readonly(),
  z.object({ kind: z.literal('text'), texts: Texts }).readonly(),
  /** One option a prompt, in the order of the prompts; empty where none was chosen. */
  z.object({ kind: z.literal('pairs'), chosen: Texts }).readonly(),
  /** Every entry of an ordering, first to last. */
  z.object({ kind: z.literal('order'), entries: Texts }).readonly(),
])
export type Response = z.infer<typeof Response>

/** What the fields of a question ask for: one option, some, words, an option for each prompt, or an order. */
export const RESPONSE_KINDS = ['choice', 'multiple', 'text', 'pairs', 'order'] as const
export type ResponseKind = (typeof RESPONSE_KINDS)[number]

/** The response that the values of the fields make, in their order. */
export function responseOf(kind: ResponseKind, values: readonly string[]): Response {
  switch (kind) {
    case 'choice':
      return values[0] === undefined ? { kind: 'unanswered' } : { kind, option: values[0] }
    case 'multiple':
      return { kind, options: values }
    case 'text':
      return { kind, texts: values }
    case 'pairs':
      return { kind, chosen: values }
    case 'order':
      return { kind, entries: values }
    default:
      return kind satisfies never
  }
}

/** The values that `responseOf` takes. */
export function valuesOf(response: Response): readonly string[] {
  switch (response.kind) {
    case 'unanswered':
      return []
    case 'choice':
      return [response.option]
    case 'multiple':
      return response.options
    case 'text':
      return response.texts
    case 'pairs':
      return response.chosen
    case 'order':
      return response.entries
    default:
      return response satisfies never
  }
}

/** Nothing was chosen or typed. */
export function isEmpty(response: Response): boolean {
  return valuesOf(response).every((value) => value.trim() === '')
}

/** The same answer, whatever order the boxes were ticked in. */
export function isSameResponse(a: Response, b: Response): boolean {
  return JSON.stringify(comparable(a)) === JSON.stringify(comparable(b))
}

function comparable(response: Response): readonly string[] {
  const values = valuesOf(response)
  const { kind } = response
  if (kind === 'multiple') return [kind, ...[...new Set(values)].sort()]
  return [kind, ...(kind === 'text' ? values.map((text) => text.trim()) : values)]
}

/** Unanswered is not wrong, and invalid (an option that was never offered) is neither. */
export type Score =
  | { readonly kind: 'unanswered' }
  | { readonly kind: 'invalid'; readonly reason: string }
  /** `points` from 0 to 1; `perKey` says for each right answer whether it was given. */
  | { readonly kind: 'graded'; readonly points: number; readonly correct: boolean; readonly perKey: readonly boolean[] }

/** Each right answer is worth its share. */
export function graded(perKey: readonly boolean[]): Score {
  const right = perKey.filter(Boolean).length
  return { kind: 'graded', points: right / perKey.length, correct: right === perKey.length, perKey }
}

export function invalid(reason: string): Score {
  return { kind: 'invalid', reason }
}
