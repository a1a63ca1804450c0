import type { Block, Span } from '../document/document'
import type { Fact } from '../fact/fact'

export const ITEM_TYPES = [
  'flashcard',
  'choice',
  'multiple',
  'true-false',
  'cloze',
  'short-answer',
  'numeric',
  'matching',
  'ordering',
  'categorising',
  'point-to-proof',
] as const
export type ItemType = (typeof ITEM_TYPES)[number]
/** Questions whose every option belongs somewhere: none is wrong by itself. */
export const isArranged = (type: string): boolean => /^(?:matching|ordering|categorising)$/.test(type)

export type QuestionType = Exclude<ItemType, 'flashcard'>

/** A: shown at once. B: waits for an author's nod. C: only with a language model. */
export const TIERS = ['A', 'B', 'C'] as const
export type Tier = (typeof TIERS)[number]

export type Evidence = Span & { readonly quote: string }

/** What a learner is shown about facts, as made by the engine or edited by an author. Key and reasons are inside: see `publicItem`. */
export type Item = {
  /** Content key: fact keys, type and slot. */
  readonly id: string
  readonly type: ItemType
  readonly tier: Tier
  /** The facts it asks, the main one first; for lists one a member, in the order of `key`. */
  readonly factIds: readonly string[]
  readonly stem: string
  /**
   * Every option with the key among them, in the order shown; empty for typed answers and flashcards. Of a matching all
   * right sides and perhaps more, of a categorising the categories, of an ordering its entries, never in the right order.
   */
  readonly options: readonly string[]
  /**
   * One entry per right option, list member or gap; "True" or "False"; "left → right" for matching, "member → category" for
   * categorising (see `pairsOf`), in an order that tells nothing; the entries of an ordering in the right order.
   */
  readonly key: readonly string[]
  /** For each key entry the other spellings that count as right (aliases, number words). */
  readonly accepted: readonly (readonly string[])[]
  readonly explanation: string
  /** Why each wrong option is wrong. */
  readonly distractorReasons: Readonly<Record<string, string>>
  /** Where the document speaks of a wrong option; no entry where it never does. */
  readonly distractorProofs: Readonly<Record<string, Evidence>>
  readonly evidence: readonly Evidence[]
}

/** All that the engine makes of one document; what `npm run generate --format json` prints. */
export type Generated = {
  readonly document: {
    readonly title: string
    readonly text: string
    readonly hash: string
    readonly language: string
    readonly blocks: readonly Block[]
  }
  readonly engine: string
  readonly facts: readonly Fact[]
  readonly items: readonly Item[]
  /** How many candidates each check refused. */
  readonly refused: Readonly<Record<string, number>>
}

/** What may reach a browser before the answer: no key, no reasons, no evidence. */
export type PublicItem = {
  readonly id: string
  readonly type: ItemType
  readonly stem: string
  readonly options: readonly string[]
  /** What is to be matched or put into a category, in the order asked; empty for every other type. */
  readonly prompts: readonly string[]
  /** How many answers are to be given: gaps of a cloze, boxes of a multiple (0: not said). */
  readonly answers: number
}
