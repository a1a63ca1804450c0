import { z } from 'zod'
import { readSpan } from '@/components/items/items-query'
import type { ComposedItem, SaveState } from '@/components/items/items-types'
import { readEdit } from '@/components/question-types/shared/read-edit'
import { ItemId } from '@/lib/core/ids'
import { isWithinLimits } from '@/lib/core/item/item-limits'
import type { Edit } from '@/lib/core/question-types/question-type'
import { ITEM_TYPES, type ItemType } from '@/lib/core/question-types/registry'
import { ANSWER_CHARACTERS, ANSWERS_PER_QUESTION } from '@/lib/core/shared/input-limits'

const Position = z.number().int().min(0)
const Spans = z.array(z.object({ start: Position, end: Position })).max(ANSWERS_PER_QUESTION)
const Texts = z.array(z.string())
const Type = z.enum(ITEM_TYPES)

/** An item as an author writes it. */
export const Composed = z
  .object({
    ...{ type: Type, stem: z.string(), key: Texts, wrong: Texts, accepted: z.array(Texts).default([]) },
    ...{ reasons: z.record(z.string(), z.string()).default({}), evidence: Spans },
  })
  .refine(isWithinLimits)

const Text = z.string().max(ANSWER_CHARACTERS)
const Options = z.array(Text).max(ANSWERS_PER_QUESTION)

/** What is written so far of an item that needs wrong options. */
export const Begun = z.object({ itemId: ItemId.nullable(), stem: Text, key: Options, wrong: Options, evidence: Spans })

export type ReadWritten =
  | { readonly kind: 'read'; readonly type: ItemType; readonly edit: Edit; readonly written: ComposedItem }
  | Extract<SaveState, { kind: 'refused' }>

/** What an editor's form says; refused, with its words, where it is longer than what is saved. */
export function readWritten(form: FormData): ReadWritten {
  const edit = readEdit(form)
  const { stem, key, wrong, reasons = {} } = edit
  const type = Type.parse(form.get('type'))
  const evidence = Spans.parse(spansOf(form.get('evidence') ?? form.get('wasEvidence')))
  const written = { type, stem, key, wrong, reasons, evidence }
  if (isWithinLimits({ ...written, accepted: Object.values(edit.accepted ?? {}) }))
    return { kind: 'read', type, edit, written }
  return { kind: 'refused', reason: 'too-long', findings: [], type, edit }
}

/** "120-180,200-240" */
const spansOf = (written: FormDataEntryValue | null) =>
  String(written ?? '')
    .split(',')
    .flatMap((span) => readSpan(span) ?? [])
