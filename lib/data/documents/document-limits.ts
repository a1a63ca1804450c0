import 'server-only'
import { DOCUMENT_LIMITS, OWN_DOCUMENT_LIMITS } from '../../core/access/limits'
import { isGuest, type Viewer } from '../../core/access/viewer'
import type { Claim } from '../rate-limits'

export type Sender = { readonly viewer: Viewer; readonly address: string }

/** For one document that is sent or copied. */
export const claimDocument = (sender: Sender): Claim[] => claim('documents', sender, 1)

/** For the letters of a document that may be saved. */
export const claimCharacters = (sender: Sender, points: number): Claim[] => claim('characters', sender, points)

function claim(what: 'documents' | 'characters', { viewer, address }: Sender, points: number): Claim[] {
  const isKnown = !isGuest(viewer)
  const { person, address: shared } = DOCUMENT_LIMITS[isKnown ? 'known' : 'guest']
  const orElse = isKnown && { orElse: { limit: OWN_DOCUMENT_LIMITS[what], key: viewer.learnerId, points } }
  return [
    { limit: person[what], key: viewer.learnerId, points },
    { limit: shared[what], key: address, points, ...orElse },
  ]
}
