import type { Evidence } from '@/lib/core/document/document'
import type { WrittenItem } from '@/lib/core/item/item'
import { isItemType } from '@/lib/core/question-types/registry'
import { revisionData } from '@/lib/data/decks/item-revisions'
import { anItem } from './an-item'

/** An item's words as a test writes them down. */
export type WordsRow = {
  readonly type: string
  readonly stem: string
  readonly key: readonly string[]
  readonly options?: readonly string[]
  readonly accepted?: readonly (readonly string[])[]
  readonly reasons?: Readonly<Record<string, string>>
  readonly distractorEvidence?: Readonly<Record<string, Evidence>>
  readonly explanation?: string
  readonly evidence?: readonly Evidence[]
}

/** The columns of a revision with these words. */
export function aRevision({ type, reasons, distractorEvidence, ...words }: WordsRow) {
  if (!isItemType(type)) throw new Error(`There is no ${type}.`)
  const named: Partial<WrittenItem> = {
    ...words,
    ...(reasons ? { distractorReasons: reasons } : {}),
    ...(distractorEvidence ? { distractorEvidence } : {}),
  }
  return revisionData(anItem({ ...named, type }))
}
