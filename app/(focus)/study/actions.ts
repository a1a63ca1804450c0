'use server'

import { RedirectType, redirect } from 'next/navigation'
import { z } from 'zod'
import { takenBackFirst } from '@/components/study/chosen-place'
import { studyAddress } from '@/components/study/study-address'
import { DeckId, FactId, ItemId, ReviewId, RevisionId } from '@/lib/core/ids'
import { RATINGS } from '@/lib/core/memory/memory'
import { parametersOf } from '@/lib/core/memory/parameters'
import { pileOf } from '@/lib/core/memory/pile'
import { WrittenSelection, writeSelection } from '@/lib/core/memory/selection'
import { holdsShippedFact } from '@/lib/data/study/holds-shipped-fact'
import { recordReviews } from '@/lib/data/study/record-reviews'
import { ensureViewer, getViewer, requireViewer } from '@/lib/session'
import { FactIds, From } from './place'

// Study without script: the same verb as app/api/reviews, then the address of the next card.

const Place = z.object({
  deck: DeckId.optional(),
  facts: FactIds,
  only: WrittenSelection,
  cram: z.literal('1').optional(),
  from: From,
})
const Rating = Place.extend({
  id: ReviewId,
  factId: FactId,
  itemId: ItemId,
  revisionId: RevisionId,
  rating: z.enum(RATINGS),
})
const Undo = Place.extend({ id: ReviewId, reversesId: ReviewId })

export async function rateCard(form: FormData): Promise<void> {
  const { deck, facts, only, cram, from, ...rated } = Rating.parse(Object.fromEntries(form))
  const place = { deckId: deck ?? null, only: writeSelection(only), cram: cram === '1', from }
  if (place.cram) redirect(studyAddress({ ...place, factIds: leftToCram(facts ?? [], rated) }))
  // A card that is gone makes no guest.
  if (!(await getViewer()) && !(await holdsShippedFact([rated.factId])))
    redirect(studyAddress({ ...place, factIds: null }))
  const viewer = await ensureViewer()
  const now = new Date()
  const [result] = await recordReviews(viewer, [{ ...rated, at: now, durationMs: null }], now)
  const comesBack = result?.kind === 'saved' && pileOf(result.memory, now, parametersOf(viewer)) === 'learning'
  const factIds = facts?.filter((factId) => factId !== rated.factId || comesBack) ?? null
  redirect(studyAddress({ ...place, factIds, lastReviewId: rated.id }))
}

/** Practice is remembered by the address alone: what was not known comes once more at the end. */
function leftToCram(facts: readonly string[], { factId, rating }: { factId: string; rating: string }): string[] {
  const others = facts.filter((other) => other !== factId)
  return rating === 'again' ? [...others, factId] : others
}

export async function undoRating(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const { deck, facts, only, from, id, reversesId } = Undo.parse(Object.fromEntries(form))
  const now = new Date()
  const [result] = await recordReviews(viewer, [{ id, reversesId, at: now }], now)
  const undone = result?.kind === 'saved' ? result.factId : null
  // The card that was taken back comes first, with its answer open.
  const factIds = facts && undone ? takenBackFirst(facts, undone) : (facts ?? null)
  const card = undone ? { factId: undone, typed: '' } : null
  // In the place of the address that named what was taken back: going back must not lead to it.
  redirect(
    studyAddress({ deckId: deck ?? null, only: writeSelection(only), from, factIds, card }),
    RedirectType.replace,
  )
}
