import 'server-only'
import type { DeckId } from '../../core/ids'
import type { Viewer } from '../../core/people/viewer'
import { MINUTE_MS } from '../../core/shared/time'
import { db } from '../../db'
import type { ModelConsent } from '../../model/consent'
import { decksEditableBy } from '../decks/deck-access'
import { needsCheck, type ToCheck } from '../decks/needs-check'
import { type NewItem, newestItems } from './newest-items'
import type { PauseReason, ReadingState } from './reading-row'

/** How far the language model has read a document. */
export type Reading = {
  readonly state: ReadingState
  /** Why it is paused; null otherwise. */
  readonly reason: PauseReason | null
  /** When it goes on by itself after a pause or at the limit; null where it does not. */
  readonly resumeAt: Date | null
  readonly consent: ModelConsent
  /** Sections of the document; 0 while none is begun. */
  readonly done: number
  readonly sections: number
  /** Of those that are done, those about which the model wrote nothing that can be read. */
  readonly unread: number
  /** Heading over the section that is read now; empty where there is none. */
  readonly heading: string
  /** Items that were made so far, and drafts that were refused. */
  readonly kept: number
  readonly refused: number
  /** What waits in the deck, of all finders; null when nothing does. */
  readonly toCheck: ToCheck | null
  readonly newest: readonly NewItem[]
  readonly promptTokens: number
  readonly completionTokens: number
  /** By the pace so far; null before the first section is done and when nothing is read. */
  readonly minutesLeft: number | null
}

/** The reading of the viewer's own deck; null when there is none, or the deck is not theirs. */
export async function findReading(viewer: Viewer, deckId: DeckId): Promise<Reading | null> {
  const deck = { AND: [{ id: deckId }, decksEditableBy(viewer)] }
  const row = await db().modelReading.findFirst({ where: { document: { decks: { some: deck } } } })
  if (!row) return null
  const {
    state,
    reason,
    resumeAt,
    model,
    host,
    partsDone,
    parts,
    heading,
    kept,
    refused,
    promptTokens,
    completionTokens,
  } = row
  return {
    state: state as ReadingState,
    reason: (reason as PauseReason) || null,
    resumeAt,
    consent: { model, host, place: row.place as ModelConsent['place'] },
    done: partsDone,
    sections: parts,
    unread: row.partsUnread,
    toCheck: await needsCheck(viewer, deckId),
    newest: await newestItems(row.documentId),
    ...{ heading, kept, refused, promptTokens, completionTokens },
    minutesLeft: state === 'running' ? minutesLeft(row) : null,
  }
}

type Pace = { readonly partsDone: number; readonly parts: number; readonly spentMs: number }

function minutesLeft({ partsDone, parts, spentMs }: Pace): number | null {
  if (partsDone === 0) return null
  return Math.max(1, Math.ceil(((spentMs / partsDone) * (parts - partsDone)) / MINUTE_MS))
}

export type ModelMonth = {
  readonly model: string
  readonly promptTokens: number
  readonly completionTokens: number
  readonly documents: number
}

/** What all documents took in this month (UTC), by model. For operators; holds nothing of anybody's. */
export async function readUsage(now: Date): Promise<readonly ModelMonth[]> {
  const rows = await db().modelUsage.findMany({ where: { month: monthOf(now) }, orderBy: { model: 'asc' } })
  return rows.map(({ model, promptTokens, completionTokens, documents }) => {
    return { model, promptTokens: Number(promptTokens), completionTokens: Number(completionTokens), documents }
  })
}

/** All tokens of the month, of any model: what the limit counts. */
async function tokensOfMonth(now: Date): Promise<number> {
  const used = await readUsage(now)
  return used.reduce((sum, { promptTokens, completionTokens }) => sum + promptTokens + completionTokens, 0)
}

/** Whether the tokens that the operator allows for a month are used. */
export const isMonthUsedUp = async (monthlyTokens: number, now: Date): Promise<boolean> =>
  (await tokensOfMonth(now)) >= monthlyTokens

/** First day of the month, UTC. */
export const monthOf = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1))

/** First day of the month after it, UTC. */
export const monthAfter = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1))
