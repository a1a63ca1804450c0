import type { Response } from '@/lib/core/grading/response'
import type { ItemType } from '@/lib/core/item/item'

/** What the fields of a question ask for: one option, some, words, an option for each prompt, or an order. */
export const ASKED = ['one', 'many', 'text', 'pairs', 'order'] as const
export type Asked = (typeof ASKED)[number]

const ASKED_FOR: Partial<Record<ItemType, Asked>> = {
  choice: 'one',
  'true-false': 'one',
  multiple: 'many',
  matching: 'pairs',
  categorising: 'pairs',
  ordering: 'order',
}

export function askedFor(type: ItemType): Asked {
  return ASKED_FOR[type] ?? 'text'
}

/** The values of a question's fields, in their order. */
export function draftsIn(form: FormData): readonly FormDataEntryValue[] {
  return form.getAll(form.get('asked') === 'text' ? 'text' : 'answer')
}

/** The answer that the values of the fields make, in their order. */
export function draftedResponse(asked: Asked, drafts: readonly string[]): Response {
  switch (asked) {
    case 'one':
      return drafts[0] === undefined ? { kind: 'unanswered' } : { kind: 'choice', option: drafts[0] }
    case 'many':
      return { kind: 'multiple', options: drafts }
    case 'text':
      return { kind: 'text', texts: drafts }
    case 'pairs':
      return { kind: 'pairs', chosen: drafts }
    case 'order':
      return { kind: 'order', entries: drafts }
    default:
      return asked satisfies never
  }
}
