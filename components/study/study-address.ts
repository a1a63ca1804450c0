import { type Selection, writeSelection } from '@/lib/core/memory/session/selection'
import type { StudyCard } from '@/lib/core/memory/session/study-card'

/** Where a session takes its cards from and leads back to. */
export type StudyQuery = {
  readonly deckId: string | null
  /** Null: whatever is due. */
  readonly factIds: readonly string[] | null
  readonly lastReviewId: string | null
  /** A selection as it is written in the address; null: what is to be done today. */
  readonly only: string | null
  /** How many of the selection came in sessions before this one; only where rating leaves the selection as it is. */
  readonly from: number
  /** Practice: nothing is sent, no date changes. */
  readonly cram: boolean
}

/** The address of Study: what is studied, which card is on screen, on which side, and what can be undone. */
export function studyAddress(query: {
  deckId: string | null
  /** Null: whatever is due. */
  factIds: readonly string[] | null
  only?: string | null
  cram?: boolean
  from?: number
  /** The card on screen; `typed` is what was written or chosen before its answer was opened, null while it is closed. */
  card?: { factId: string; typed: string | null; hints?: number } | null
  lastReviewId?: string | null
}): string {
  const { card } = query
  const entries = {
    deck: query.deckId,
    only: query.only,
    cram: query.cram ? '1' : null,
    from: query.from ? String(query.from) : null,
    facts: query.factIds && (query.factIds.join(',') || 'none'),
    card: card?.factId,
    ...sideParams(card),
    last: query.lastReviewId,
  }
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(entries)) if (value) params.set(name, value)
  const written = params.toString().replaceAll('%2C', ',')
  return written ? `/study?${written}` : '/study'
}

/** Which side of the card is up, what was given for it, and how many letters were asked for. */
function sideParams(card: Parameters<typeof studyAddress>[0]['card']) {
  if (!card) return {}
  return { show: card.typed === null ? null : '1', typed: card.typed, hints: card.hints ? String(card.hints) : null }
}

/** What an address of Study asks for. */
type Asked = Omit<StudyQuery, 'only'> & { readonly only: Selection }

/** Selections that rating does not change; in practice none changes. The next session is found by an offset. */
function isStableSelection({ only, cram }: Pick<Asked, 'only' | 'cram'>): boolean {
  return cram || ['all', 'starred', 'tag', 'forgotten'].includes(only.kind)
}

/** A session of named facts that is part of a selection: what follows has to be looked up. */
export function isSliceOfSelection(asked: Pick<Asked, 'factIds' | 'only' | 'cram'>): boolean {
  return asked.factIds !== null && isStableSelection(asked)
}

/** How many facts of the selection came in sessions before this one. */
export function offsetOf(asked: Asked): number {
  return isStableSelection(asked) ? asked.from : 0
}

/** Where the rest of the selection is studied. */
export function nextSessionHref(asked: Asked): string {
  const { deckId, only, cram } = asked
  const from = isStableSelection(asked) ? asked.from + SESSION_SIZE : 0
  return studyAddress({ deckId, only: writeSelection(only), cram, from, factIds: null })
}

/** A selection or practice is written as its facts, because rating one must not change the set. */
export function resolveQuery(asked: Asked, cards: readonly { readonly factId: string }[]): StudyQuery {
  const { deckId, lastReviewId, cram, from } = asked
  const only = writeSelection(asked.only)
  const isFixed = only !== null || cram
  const factIds = asked.factIds ?? (isFixed && cards.length > 0 ? cards.map(({ factId }) => factId) : null)
  return { deckId, factIds, lastReviewId, only, cram, from }
}

/** The facts of a set with this one first, as after an undo. */
export function putFirst<Id extends string>(factIds: readonly Id[], factId: Id): readonly Id[] {
  return [factId, ...factIds.filter((id) => id !== factId)]
}

/** About five minutes of study. */
export const SESSION_SIZE = 20

/** After a reload the open card comes first, if it is still to be studied. */
export function openCardFirst(cards: readonly StudyCard[], factId: string | null | undefined): readonly StudyCard[] {
  const open = cards.find((card) => card.factId === factId)
  return open ? [open, ...cards.filter((card) => card !== open)] : cards
}
