import 'server-only'
import type { Span, StructuredDocument } from '../../core/document/document'
import type { Found } from '../../core/generation/finder'
import { type Window, windowAt } from '../../core/generation/model/windows'
import { SECOND_MS } from '../../core/shared/time'
import { db } from '../../db'
import { isConsentedTo, type ModelConsent } from '../../model/consent'
import { findInPart, inTurn } from '../../model/find-in-document'
import { LeaseLost } from '../leases'
import { createAsker, ReadingEnded } from '../readings/ask-model'
import type { ReadingTools } from '../readings/read-with-model'
import type { PauseReason } from '../readings/reading-row'

/** The author waits for it. */
const ANSWERED_WITHIN_MS = 45 * SECOND_MS

/** Why the model gave no answer; `limit`: of tokens in this month. */
export type NoAnswer = PauseReason | 'limit'

/** `isNew`: at least one reply was not saved before. `failure`: the model did not answer all that it was asked. */
export type FoundInSentence = Found & { readonly isNew: boolean; readonly failure: NoAnswer | null }

const NOTHING: FoundInSentence = { drafts: [], refusals: [], isNew: false, failure: null }

/**
 * What the model finds in one sentence of a document that it was allowed to read; nothing where it was not, where its author
 * allowed another model, or where it gives no answer within so many milliseconds. What it was asked before is not asked twice.
 */
export async function askForSentence(
  document: StructuredDocument & { readonly id: string },
  sentence: Span,
  tools: ReadingTools<Window>,
  { now, stop, within = ANSWERED_WITHIN_MS }: { readonly now: Date; readonly stop: AbortSignal; within?: number },
): Promise<FoundInSentence> {
  const { id: documentId, language } = document
  const reading = await db().modelReading.findUnique({
    where: { documentId },
    select: { model: true, host: true, place: true },
  })
  if (!reading) return NOTHING
  const consent = { ...reading, place: reading.place as ModelConsent['place'] }
  if (!isConsentedTo(consent, tools.model)) return { ...NOTHING, failure: 'other-model' }
  const finder = tools.finderFor({ depth: 'everything', language })
  const window = windowAt(document, sentence)
  if (!window) return NOTHING
  const signal = AbortSignal.any([stop, AbortSignal.timeout(within)])
  let isNew = false
  let failure: NoAnswer | null = null
  const send: typeof tools.model.send = async (request, sender) => {
    const outcome = await tools.model.send(request, sender)
    failure = outcome.kind === 'failed' ? outcome.reason : null
    return outcome
  }
  const ask = createAsker(
    {
      documentId,
      clock: () => now,
      consent,
      signal,
      save: (taken, work) => {
        isNew = true
        return db().$transaction(async (tx) => {
          const { count } = await tx.modelReading.updateMany({ where: { documentId }, data: taken })
          if (count === 0) throw new LeaseLost()
          return work(tx)
        })
      },
    },
    { ...tools.model, send },
  )
  try {
    const found = await findInPart(finder, window, document, inTurn(ask))
    return {
      ...found,
      ...{ isNew, failure },
      drafts: found.drafts.filter(({ evidence }) => evidence.some((span) => overlaps(span, sentence))),
    }
  } catch (error) {
    const reason = endOf(error, signal)
    if (reason === 'bug') throw error
    return { ...NOTHING, failure: reason }
  }
}

/** Why asking ended before the last reply; null: the document's reading is gone. */
function endOf(error: unknown, signal: AbortSignal): NoAnswer | 'bug' | null {
  if (error instanceof LeaseLost) return null
  if (error instanceof ReadingEnded) return error.reason || 'limit'
  return error === signal.reason ? 'timeout' : 'bug'
}

const overlaps = (span: Span, other: Span): boolean => span.start < other.end && span.end > other.start
