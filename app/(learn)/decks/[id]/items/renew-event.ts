import 'server-only'
import { itemsAddress } from '@/components/document/items-view'
import type { RenewEvent } from '@/components/document/renew-event'
import { writeRenewal } from '@/components/document/renewal-told'
import type { Regenerated } from '@/lib/data/documents/regenerate-document'
import { log } from '@/lib/log'

type End = Exclude<RenewEvent, { kind: 'progress' }>

/** How a renewal ended, as the screen words it. */
export function renewEvent(deckId: string, renewed: Regenerated): End {
  if (renewed.kind === 'regenerated') {
    const since = renewed.since.toISOString()
    return { kind: 'renewed', address: itemsAddress(deckId, { since }, { more: { renewed: writeRenewal(renewed) } }) }
  }
  if (renewed.kind === 'unchanged') return { kind: 'refused', reason: 'unchanged' }
  return refusalOf(renewed)
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
        'A deck could not be renewed',
      )
      return { kind: 'refused', reason: 'failed' }
  }
}
