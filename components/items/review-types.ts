import type { Objection } from '@/lib/core/check/finding'
import type { Block, Evidence, Span } from '@/lib/core/document/document'
import type { ItemCounts, ItemStatus } from '@/lib/core/item/filter-items'
import type { Tier } from '@/lib/core/item/item'
import type { EditFault } from '@/lib/core/question-types/question-type'
import type { ItemType, Typed } from '@/lib/core/question-types/registry'
import type { Annotation } from '@/lib/data/tags/annotate-facts'
import type { Coverage } from './coverage'

/** What undo goes back to: null is no decision yet. */
export type Choice = { readonly choice: 'accepted' | 'rejected'; readonly revisionId: string | null } | null

type ReviewAnswer = Typed & { readonly evidence: readonly Evidence[] }

export type ReviewItem = {
  readonly id: string
  /** Its place among all of the deck, from 1. */
  readonly number: number
  readonly revisionId: string
  readonly type: ItemType
  readonly tier: Tier
  readonly status: ItemStatus
  readonly edited: boolean
  /** Made by an older engine, and no longer by the present one. */
  readonly held: boolean
  /** For its author, what it asks. */
  readonly factIds: readonly string[]
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

/** The document, or of a long one the stretch that the page's items stand in. */
export type ReviewDocument = {
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
  /** Where the stretch begins; spans of facts and items count from the beginning of the document. */
  readonly offset: number
  /** What the deck asks of it, counted like the spans of facts. */
  readonly stated: readonly Span[]
}

/** Facts under one heading, with the page on which they begin and the first of them. */
export type ReviewSection = {
  readonly heading: string
  readonly page: number
  readonly first: string
  readonly items: number
}

/** A page of the deck's items, from 1. */
export type ReviewPage = {
  readonly groups: readonly ReviewFact[]
  readonly counts: ItemCounts
  readonly asked: Coverage
  readonly sections: readonly ReviewSection[]
  readonly page: number
  readonly pages: number
  /** The items right before and after it. */
  readonly before: string | null
  readonly after: string | null
}

/** Takes back what one step did; whether it could. */
export type Step = { readonly back: () => Promise<boolean> }

/** Facts, or those that items ask. */
export type FactSelection = { readonly itemIds: readonly string[] } | { readonly factIds: readonly string[] }

export type ItemChoice = { readonly itemId: string; readonly choice: Choice }

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
      readonly reason: 'lint' | 'not-found' | EditFault
      readonly objections: readonly Objection[]
      readonly words: { readonly stem: string; readonly key: readonly string[]; readonly wrong: readonly string[] }
    }

export type ReviewActions = {
  /** For scripts: answers with what there was before. */
  readonly choose: (deckId: string, itemId: string, choice: Choice) => Promise<ChooseOutcome>
  /** For forms without scripts: comes back to the item, with a way to undo. */
  readonly chooseByForm: (form: FormData) => Promise<void>
  readonly save: (before: SaveState, form: FormData) => Promise<SaveState>
  /** Many decisions as one. */
  readonly chooseMany: (deckId: string, choices: readonly ItemChoice[]) => Promise<ChooseManyOutcome>
  readonly annotate: (deckId: string, of: FactSelection, annotation: Annotation) => Promise<AnnotateOutcome>
  /** For forms without scripts: one deed on what is ticked, or on one fact. */
  readonly bulkByForm: (form: FormData) => Promise<void>
  readonly annotateByForm: (form: FormData) => Promise<void>
}

export type ChooseManyOutcome =
  | { readonly kind: 'chosen'; readonly previous: readonly ItemChoice[] }
  | { readonly kind: 'rejected'; readonly reason: string }

export type AnnotateOutcome =
  | {
      readonly kind: 'annotated'
      readonly annotation: Annotation
      /** Those that were changed. */
      readonly factIds: readonly string[]
      readonly facts: number
    }
  | { readonly kind: 'rejected'; readonly reason: string }
