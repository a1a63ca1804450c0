import 'server-only'
import { itemsAddress } from '@/components/items/items-query'
import { type RegenerateEvent, writeCounts } from '@/components/items/regeneration'
import type { Regenerated } from '@/lib/data/documents/regenerate-document'
import { log } from '@/lib/log'

type End = Exclude<RegenerateEvent, { kind: 'progress' }>

/** The last event of a regeneration, from what the data layer returned. */
export function regenerationOutcome(deckId: string, result: Regenerated): End {
  if (result.kind === 'regenerated') {
    const since = result.since.toISOString()
    return {
      kind: 'regenerated',
      address: itemsAddress(deckId, { since }, { more: { regenerated: writeCounts(result.items) } }),
    }
  }
  if (result.kind === 'unchanged') return { kind: 'refused', reason: 'unchanged' }
  return refusalOf(result)
}

function refusalOf(rejection: Extract<Regenerated, { kind: 'rejected' }>): End {
  switch (rejection.reason) {
    case 'not-found':
      return { kind: 'refused', reason: 'gone' }
    case 'too-slow':
      return { kind: 'refused', reason: 'slow', seconds: rejection.seconds }
    case 'own-busy':
      return { kind: 'refused', reason: 'busy' }
    case 'busy':
    case 'generating':
    case 'cancelled':
      return { kind: 'refused', reason: rejection.reason }
    default:
      log.error(
        { reason: 'message' in rejection ? rejection.message : rejection.reason },
        'A deck could not be regenerated',
      )
      return { kind: 'refused', reason: 'failed' }
  }
}
