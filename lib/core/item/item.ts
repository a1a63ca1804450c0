import type { Evidence } from '../document/document'
import type { Written } from '../question-types/question-type'
import {
  type ItemType,
  itemType,
  type PublicTyped,
  type QuestionType,
  questionType,
  type Typed,
  write,
} from '../question-types/registry'

/** A: shown at once. B: needs review by the author. C: only with a language model. */
const TIERS = ['A', 'B', 'C'] as const
export type Tier = (typeof TIERS)[number]

type ItemBase = {
  /** Content key: fact keys, type and slot. */
  readonly id: string
  readonly tier: Tier
  /** The facts it asks, the main one first; for lists one a member, in the order of the right answers. */
  readonly factIds: readonly string[]
  readonly stem: string
  readonly explanation: string
  readonly evidence: readonly Evidence[]
}

/** What a learner is shown about facts, as made by the engine or edited by an author. The key is inside: see `publicItem`. */
export type Item<T extends ItemType = ItemType> = ItemBase & Typed<T>
export type Question = Item<QuestionType>

/** An item with its content as texts: how files write it and checks read it. */
export type WrittenItem = ItemBase & { readonly type: ItemType } & Written

export function writeItem(item: Item): WrittenItem {
  const { id, type, tier, factIds, stem, explanation, evidence } = item
  return { id, type, tier, factIds, stem, ...write(item), explanation, evidence }
}

/** The item that these texts describe, as rules, files or an author write it. Throws when they describe none. */
export function readItem(written: WrittenItem): Item {
  const { id, type, tier, factIds, stem, explanation, evidence } = written
  const wrong = written.options.filter((option) => !written.key.includes(option))
  const edited = itemType(type).edit(written, { stem, key: written.key, wrong })
  if (edited.kind === 'rejected') throw new Error(`Item ${id} is no ${type}: ${edited.reason}.`)
  return { id, type, content: edited.content, tier, factIds, stem, explanation, evidence } as Item
}

/** What may reach a browser before the answer: no key, no reasons, no evidence. */
export type PublicItem<T extends QuestionType = QuestionType> = {
  readonly id: string
  readonly stem: string
} & PublicTyped<T>

/** Picks, never spreads: a new private field stays private. */
export function publicItem({
  id,
  stem,
  type,
  content,
}: Pick<Question, 'id' | 'stem' | 'type' | 'content'>): PublicItem {
  return { id, stem, type, content: questionType(type).publicContent(content) } as PublicItem
}
