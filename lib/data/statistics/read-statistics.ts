import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { DeckId } from '../../core/ids'
import { studyDay } from '../../core/memory/study-day'
import type { Retention } from '../../core/statistics/retention'
import { firstCalendarDay, type StudiedDay } from '../../core/statistics/studied-days'
import { db } from '../../db'
import { decksVisibleTo, studiedDeckIds } from '../decks/decks-visible-to'
import { countDays } from './count-days'
import { countMastery } from './count-mastery'
import { type Forecast, forecastDue } from './forecast-due'
import { measureRetention } from './measure-retention'
import { medianSeconds } from './median-seconds'
import type { Scope } from './scope'

export const CALENDAR_WEEKS = 53
const FORECAST_DAYS = 30
/** Days of the chart of time, and of the pace. */
export const TIME_DAYS = 30

type DeckName = { readonly id: DeckId; readonly title: string }

export type Statistics = {
  /** Decks that can be chosen: those that the viewer studies. */
  readonly decks: readonly DeckName[]
  readonly deck: DeckName | null
  /** Days since 1970-01-01. */
  readonly today: number
  readonly forecast: Forecast
  /** Over the calendar's weeks. */
  readonly days: readonly StudiedDay[]
  readonly retention: readonly Retention[]
  readonly secondsPerReview: number | null
  /** By mastery, 0 first. */
  readonly mastery: readonly number[]
}

/** What the viewer's own reviews say, of one deck or of all that they study. Null: a deck that is not theirs to see. */
export async function readStatistics(viewer: Viewer, deckId: DeckId | null, now: Date): Promise<Statistics | null> {
  const studied = await db().$queryRaw<{ id: string }[]>`${studiedDeckIds(viewer)}`
  const chosen = deckId ? [deckId] : []
  const rows = await db().deck.findMany({
    where: { AND: [{ id: { in: [...studied.map(({ id }) => id), ...chosen] } }, decksVisibleTo(viewer)] },
    orderBy: { title: 'asc' },
    select: { id: true, title: true },
  })
  const decks = rows.map(({ id, title }) => ({ id: DeckId.parse(id), title }))
  const deck = decks.find(({ id }) => id === deckId) ?? null
  if (deckId && !deck) return null
  const scope: Scope = { decks: deck ? [deck.id] : decks.map(({ id }) => id), isOne: deck !== null }
  const today = studyDay(now, viewer.timeZone, viewer.dayStartHour)
  return {
    decks,
    deck,
    today,
    forecast: await forecastDue(viewer, scope, today, FORECAST_DAYS),
    days: await countDays(viewer, scope, { first: firstCalendarDay(today, CALENDAR_WEEKS), last: today }),
    retention: await measureRetention(viewer, scope, today),
    secondsPerReview: await medianSeconds(viewer, scope, today - TIME_DAYS + 1),
    mastery: await countMastery(viewer, scope, now),
  }
}
