import { fillGaps } from '@/lib/core/item/fill-gaps'
import type { Label } from '@/lib/core/item/item-label'
import type { DueStatus } from '@/lib/core/memory/session/due-rule'
import type { Interval } from '@/lib/core/memory/session/interval'
import type { Change } from '@/lib/core/memory/session/study-card'
import { cardsLeft, type HistoryEntry, type Session } from './session-reducer'

export type Rated = Extract<HistoryEntry, { kind: 'rated' }>

export function ratingsOf({ history }: Session): readonly Rated[] {
  return history.filter((entry) => entry.kind === 'rated')
}

/** Ratings of this session that reached the server and were not saved; one that was undone needs no saving. */
export function unsavedOf(session: Session): readonly Rated[] {
  return ratingsOf(session).filter(({ reviewId }) => session.rejected.includes(reviewId))
}

function savedOf(session: Session): readonly Rated[] {
  return ratingsOf(session).filter(({ reviewId }) => !session.rejected.includes(reviewId))
}

/** What is left in this session, the card on screen among them. */
export function countsOf(session: Session): Record<DueStatus, number> {
  const left = cardsLeft(session)
  const count = (dueStatus: DueStatus) => left.filter((card) => card.dueStatus === dueStatus).length
  return { new: count('new'), learning: count('learning'), due: count('due'), ahead: count('ahead') }
}

/** No other card comes after the one on screen; `more`: facts that wait beyond this session. */
export function isLastCard(session: Session, more: number): boolean {
  const left = Object.values(countsOf(session)).reduce((sum, count) => sum + count, 0)
  return more === 0 && left <= 1
}

/** What the session changed, one entry per fact in the order met. The first rating decides: what came after was practice. */
export function changesOf(session: Session): readonly Change[] {
  const first = new Map<string, Rated>()
  for (const rated of savedOf(session)) {
    if (!rated.assisted && rated.card.counts && !first.has(rated.card.factId)) first.set(rated.card.factId, rated)
  }
  return [...first.values()].map((rated) => ({
    factId: rated.card.factId,
    label: [labelText(rated.card.label), fillGaps(rated.card.front, rated.card.back)].filter(Boolean).join(': '),
    before: rated.card.mastery,
    after: session.mastery[rated.card.factId] ?? rated.card.mastery,
    fate: fateOf(rated),
  }))
}

function fateOf({ card: { dueStatus }, rating }: Rated): Change['fate'] {
  if (dueStatus === 'new') return 'met'
  if (dueStatus === 'learning') return 'practised'
  return rating === 'again' ? 'lapsed' : 'kept'
}

function labelText(label: Label | null): string {
  return [label?.title, label?.heading].filter(Boolean).join(', ')
}

/** Facts that were not known here at least once. */
export function forgottenOf(session: Session): number {
  return new Set(savedOf(session).flatMap(({ rating, card }) => (rating === 'again' ? [card.factId] : []))).size
}

/** When the first of those rated here comes back; null when none leaves this day. */
export function nextOf(session: Session): Interval | null {
  const rated = savedOf(session).filter(({ assisted }) => !assisted)
  const waits = rated.map(({ card, rating }) => card.intervals[rating]).filter(({ unit }) => unit !== 'minutes')
  return waits.reduce<Interval | null>(
    (soonest, wait) => (soonest && daysOf(soonest) <= daysOf(wait) ? soonest : wait),
    null,
  )
}

const DAYS: Record<Interval['unit'], number> = { minutes: 0, days: 1, months: 30, years: 365 }

function daysOf({ unit, count }: Interval): number {
  return DAYS[unit] * count
}
