import 'server-only'
import { DOCUMENT_LIMITS } from '../../core/access/limits'
import { isGuest, type Viewer } from '../../core/access/viewer'
import type { Claim } from '../take-from-limits'

export type Sender = { readonly viewer: Viewer; readonly address: string }

/** For one document that is sent or copied. */
export const claimDocument = (sender: Sender): Claim[] => claim('documents', sender, 1)

/** For the letters of a document that may be saved. */
export const claimCharacters = (sender: Sender, points: number): Claim[] => claim('characters', sender, points)

function claim(what: 'documents' | 'characters', { viewer, address }: Sender, points: number): Claim[] {
  const limits = DOCUMENT_LIMITS[isGuest(viewer) ? 'guest' : 'known']
  return [
    { limit: limits.person[what], key: viewer.learnerId, points },
    { limit: limits.address[what], key: address, points },
  ]
}
