import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { minutesFor, secondsPerCard } from '../../core/statistics/review-time'
import { db } from '../../db'
import { dailyLimits } from './daily-limits'
import { type DeckSummary, listDecks } from './list-decks'

export type Today = {
  readonly toReview: number
  readonly new: number
  readonly minutes: number
  /** Decks of the viewer and those shipped, as `listDecks` orders them. */
  readonly decks: readonly DeckSummary[]
  /** Nothing reviewed yet: show how to begin. */
  readonly begun: boolean
}

/** The pace is measured over this many last cards. */
const PACE_OVER_CARDS = 200

/** What there is to do today and how long it will take. */
export async function today(viewer: Viewer, now: Date): Promise<Today> {
  const decks = await listDecks(viewer, now)
  // A shipped deck that was never begun waits to be chosen; it is not work.
  const studied = decks.filter((deck) => deck.lastStudied || !deck.shipped)
  const left = await dailyLimits(viewer, now)
  const toReview = Math.min(left.due, sum(studied.map(({ due }) => due)))
  const fresh = Math.min(left.new, sum(studied.map((deck) => deck.new)))
  const minutes = minutesFor({ toReview, new: fresh }, secondsPerCard(await lastDurations(viewer)))
  return { toReview, new: fresh, minutes, decks, begun: decks.some(({ lastStudied }) => lastStudied !== null) }
}

async function lastDurations(viewer: Viewer): Promise<number[]> {
  const rows = await db().review.findMany({
    where: { learnerId: viewer.learnerId, source: 'card', reversesId: null, durationMs: { not: null } },
    orderBy: { at: 'desc' },
    take: PACE_OVER_CARDS,
    select: { durationMs: true },
  })
  return rows.flatMap(({ durationMs }) => (durationMs === null ? [] : [durationMs]))
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
