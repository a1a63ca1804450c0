import type { Block, Span } from '@/lib/core/document/document'
import type { Evidence, ItemType, Tier } from '@/lib/core/item/item'

type ItemStatus = 'ready' | 'waiting' | 'accepted' | 'rejected'

/** What undo goes back to: null is no decision yet. */
export type Choice = { readonly choice: 'accepted' | 'rejected'; readonly revisionId: string | null } | null

type ReviewAnswer = {
  readonly key: readonly string[]
  readonly wrong: readonly string[]
  readonly accepted: readonly (readonly string[])[]
  readonly evidence: readonly Evidence[]
}

export type ReviewItem = {
  readonly id: string
  readonly revisionId: string
  readonly type: ItemType
  readonly tier: Tier
  readonly status: ItemStatus
  readonly edited: boolean
  readonly stem: string
  readonly options: readonly string[]
  readonly answer: ReviewAnswer | null
  readonly choice: Choice
}

export type ReviewFact = {
  readonly id: string
  readonly statement: string
  readonly heading: string
  readonly spans: readonly Span[]
  readonly answerSpan: Span | null
  readonly items: readonly ReviewItem[]
}

export type ReviewDocument = { readonly title: string; readonly text: string; readonly blocks: readonly Block[] }

/** The item as it was before a step, so that the step can be taken back. */
export type Step = { readonly item: ReviewItem; readonly before: Choice }

export type ChooseOutcome =
  | { readonly kind: 'chosen'; readonly previous: Choice }
  | { readonly kind: 'rejected'; readonly reason: string }

export type SaveState =
  | { readonly kind: 'unsent' }
  | {
      readonly kind: 'saved'
      readonly revisionId: string
      readonly words: { readonly stem: string; readonly key: readonly string[]; readonly wrong: readonly string[] }
      readonly previous: Choice
    }
  | {
      readonly kind: 'refused'
      readonly reason: 'lint' | 'incomplete' | 'not-found'
      readonly messages: readonly string[]
      readonly words: { readonly stem: string; readonly key: readonly string[]; readonly wrong: readonly string[] }
    }

export type ReviewActions = {
  /** For scripts: answers with what there was before. */
  readonly choose: (deckId: string, itemId: string, choice: Choice) => Promise<ChooseOutcome>
  /** For forms without scripts: comes back to the item, with a way to undo. */
  readonly chooseByForm: (form: FormData) => Promise<void>
  readonly save: (before: SaveState, form: FormData) => Promise<SaveState>
}
