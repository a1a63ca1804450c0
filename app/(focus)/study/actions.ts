'use server'

import { RedirectType, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { readEdit } from '@/components/question-types/shared/read-edit'
import type { CardEdited } from '@/components/study/card/card-editor'
import { FactIds, From, parseStudyRequest } from '@/components/study/parse-study-address'
import type { LoadedSession } from '@/components/study/session/study-session'
import { putFirst, studyAddress } from '@/components/study/study-address'
import type { CheckFinding } from '@/lib/core/check/check-result'
import { DeckId, FactId, ItemId, ReviewId, RevisionId } from '@/lib/core/ids'
import { RATINGS } from '@/lib/core/memory/scheduling/memory'
import { parametersOf } from '@/lib/core/memory/scheduling/parameters'
import { dueStatusOf, dueWindows } from '@/lib/core/memory/session/due-rule'
import { WrittenSelection } from '@/lib/core/memory/session/parse-selection'
import { writeSelection } from '@/lib/core/memory/session/selection'
import { faceOf } from '@/lib/core/memory/session/study-card'
import { mayStrangerStudy } from '@/lib/data/decks/deck-access'
import { editItem } from '@/lib/data/decks/edit-item'
import { findDeck } from '@/lib/data/decks/find-deck'
import { recordReviews } from '@/lib/data/memories/record-reviews'
import { nextCards } from '@/lib/data/study/next-cards'
import { ensureViewer, getViewer, requireViewer } from '@/lib/session'
import { loadSession } from './load-session'

// Study without script: the same verb as app/api/study-events, then the address of the next card.

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
  const query = { deckId: deck ?? null, only: writeSelection(only), cram: cram === '1', from }
  if (query.cram) redirect(studyAddress({ ...query, factIds: leftToCram(facts ?? [], rated) }))
  // No guest is created for a card that does not exist.
  if (!(await getViewer()) && !(await mayStrangerStudy([rated.factId])))
    redirect(studyAddress({ ...query, factIds: null }))
  const viewer = await ensureViewer()
  const now = new Date()
  const [result] = await recordReviews(viewer, [{ ...rated, at: now, durationMs: null }], now)
  const comesBack =
    result?.kind === 'saved' && dueStatusOf(result.memory, dueWindows(now, parametersOf(viewer))) === 'learning'
  const factIds = facts?.filter((factId) => factId !== rated.factId || comesBack) ?? null
  redirect(studyAddress({ ...query, factIds, lastReviewId: rated.id }))
}

/** The state of a practice is in its address. A fact that was not known comes again at the end. */
function leftToCram(facts: readonly string[], { factId, rating }: { factId: string; rating: string }): string[] {
  const others = facts.filter((id) => id !== factId)
  return rating === 'again' ? [...others, factId] : others
}

export async function undoRating(form: FormData): Promise<void> {
  const viewer = await requireViewer()
  const { deck, facts, only, from, id, reversesId } = Undo.parse(Object.fromEntries(form))
  const now = new Date()
  const [result] = await recordReviews(viewer, [{ id, reversesId, at: now }], now)
  const undone = result?.kind === 'saved' ? result.factId : null
  // The card of the undone rating comes first, with its answer open.
  const factIds = facts && undone ? putFirst(facts, undone) : (facts ?? null)
  const card = undone ? { factId: undone, typed: '' } : null
  // Replaces the address that named the undone rating, so that going back does not lead to it.
  redirect(
    studyAddress({ deckId: deck ?? null, only: writeSelection(only), from, factIds, card }),
    RedirectType.replace,
  )
}

const LONGEST = 25_000
const Search = z.string().max(LONGEST)

/** The session of an address, loaded again for a page that stayed open into a new study day. Null: the viewer may not see it. */
export async function reloadSession(search: string): Promise<LoadedSession | null> {
  const request = parseStudyRequest(Object.fromEntries(new URLSearchParams(Search.parse(search))))
  const viewer = await getViewer()
  const isThere = request.deckId ? (await findDeck(viewer, request.deckId)) !== null : viewer !== null
  return isThere ? loadSession(viewer, request, new Date()) : null
}

const Edited = z.object({ deckId: DeckId, factId: FactId, itemId: ItemId })

/** Saves an author's edit of a card during study as a new revision, as the Items tab does. */
export async function editCard(form: FormData): Promise<CardEdited> {
  const viewer = await requireViewer()
  const { deckId, factId, itemId } = Edited.parse(Object.fromEntries(form))
  const anyway = form.get('anyway') === '1'
  const now = new Date()
  const edited = await editItem(viewer, deckId, itemId, readEdit(form), { anyway }, now)
  if (edited.kind === 'rejected') {
    const found = edited.reason === 'checks' ? await inWords(edited.findings) : []
    return { kind: 'refused', reason: edited.reason, said: found }
  }
  const { cards } = await nextCards(viewer, { deckId, factIds: [factId], limit: 1 }, now)
  const shown = cards.flatMap((card) => [faceOf(card), ...Object.values(card.faces)])
  const faces = shown.filter((face) => face.itemId === itemId)
  const said = await inWords(edited.findings)
  return faces.length > 0 ? { kind: 'saved', faces, said } : { kind: 'refused', reason: 'not-found', said: [] }
}

async function inWords(findings: readonly CheckFinding[]): Promise<readonly string[]> {
  const t = await getTranslations('items.checks')
  return [...new Set(findings.map(({ code, values }) => t(code, values)))]
}
