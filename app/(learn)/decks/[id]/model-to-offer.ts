import 'server-only'
import type { OfferedModel } from '@/components/import/consent-value'
import type { Viewer } from '@/lib/core/people/viewer'
import type { DeckHead } from '@/lib/data/decks/find-deck'
import { findReading } from '@/lib/data/readings/find-reading'
import { isConsentedTo } from '@/lib/model/consent'
import { offeredModel } from '../../documents/offered-model'

/** The model that the viewer may let read their deck's document; null while one reads it, and where they let this one already. */
export async function modelToOffer(viewer: Viewer | null, deck: DeckHead): Promise<OfferedModel | null> {
  if (!viewer || !deck.mayEdit || deck.isByHand) return null
  const reading = await findReading(viewer, deck.id)
  if (reading?.state === 'running' || reading?.state === 'waiting') return null
  const model = await offeredModel(viewer)
  return model && reading && isConsentedTo(reading.consent, model) ? null : model
}
