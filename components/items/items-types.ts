import type { CheckFinding } from '@/lib/core/check/check-result'
import type { Block, Evidence, Span } from '@/lib/core/document/document'
import type { ItemCounts, ItemStatus } from '@/lib/core/item/filter-items'
import type { Tier } from '@/lib/core/item/item'
import type { Edit, EditFault } from '@/lib/core/question-types/question-type'
import type { ItemType, Typed } from '@/lib/core/question-types/registry'
import type { ItemsSection } from '@/lib/data/decks/list-items'
import type { Annotation, Annotations } from '@/lib/data/tags/flag-and-tag-facts'
import type { Coverage, ReadOnlyReason } from './coverage'
import type { ItemsView } from './items-query'

/** A decision on an item; null if there is none yet. */
export type Choice = { readonly choice: 'accepted' | 'rejected'; readonly revisionId: string | null } | null

type ItemAnswer = Typed & { readonly evidence: readonly Evidence[] }

export type ListedItem = {
  readonly id: string
  /** Its position in the deck, from 1. */
  readonly number: number
  readonly revisionId: string
  readonly type: ItemType
  readonly tier: Tier
  readonly status: ItemStatus
  readonly edited: boolean
  /** An older engine made it, and the present one no longer does. */
  readonly held: boolean
  /** Known to authors only. */
  readonly factIds: readonly string[]
  readonly stem: string
  readonly options: readonly string[]
  readonly answer: ItemAnswer | null
  readonly choice: Choice
}

export type ListedFact = {
  readonly id: string
  readonly statement: string
  readonly heading: string
  readonly spans: readonly Span[]
  readonly answerSpan: Span | null
  readonly items: readonly ListedItem[]
}

/** The document; of a long one the stretch that the page's items are about. */
export type ListedDocument = {
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
  /** Where the stretch begins. Spans of facts and items count from the beginning of the document. */
  readonly offset: number
  /** The spans of all facts that the deck asks, counted in the same way. */
  readonly stated: readonly Span[]
}

/** A page of the deck's items, from 1. */
export type ItemsPage = {
  readonly groups: readonly ListedFact[]
  readonly counts: ItemCounts
  readonly asked: Coverage
  readonly sections: readonly ItemsSection[]
  readonly page: number
  readonly pages: number
  /** The last item of the page before, and the first of the page after. */
  readonly before: string | null
  readonly after: string | null
}

/** Facts by their ids, or those that the items ask. */
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
      readonly edit: Edit
      readonly previous: Choice
    }
  | {
      readonly kind: 'refused'
      readonly reason: 'checks' | 'not-found' | EditFault
      readonly findings: readonly CheckFinding[]
      readonly edit: Edit
    }

export type ItemsActions = {
  /** For scripts: returns the choice before. */
  readonly choose: (deckId: string, itemId: string, choice: Choice) => Promise<ChooseOutcome>
  /** For forms without scripts: returns to the item and offers to undo. */
  readonly chooseByForm: (form: FormData) => Promise<void>
  readonly save: (before: SaveState, form: FormData) => Promise<SaveState>
  /** Many decisions as one step. */
  readonly chooseMany: (deckId: string, choices: readonly ItemChoice[]) => Promise<ChooseManyOutcome>
  readonly annotate: (deckId: string, selection: FactSelection, annotation: Annotation) => Promise<AnnotateOutcome>
  /** For forms without scripts: the selected items, or one fact. */
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

/** The decision that a form without scripts has just made, from the address. */
export type JustDecided = { readonly itemId: string; readonly was: string; readonly wasRevision: string }

export type ItemsScreenProps = {
  deckId: string
  document: ListedDocument
  page: ItemsPage
  view: ItemsView
  mayEdit: boolean
  readOnlyReason: ReadOnlyReason | null
  actions: ItemsActions
  /** The learner's own annotations by fact, and all of their tags; null for a stranger, who has none. */
  own: {
    readonly learnerId: string
    readonly annotations: Readonly<Record<string, Annotations>>
    readonly tags: readonly string[]
  } | null
  /** From the address, without scripts: the item that is being edited. */
  editing: string | null
  done: JustDecided | null
}
