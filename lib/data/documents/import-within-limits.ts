import 'server-only'
import { DOCUMENT_LIMITS, OWN_DOCUMENT_LIMITS } from '../../core/access/rate-limits'
import { isGuest, type Viewer } from '../../core/access/viewer'
import { DOCUMENT_CHARACTERS } from '../../core/shared/input-limits'
import { type Claim, type LimitReached, takeFromLimits } from '../rate-limits'
import type { Upload } from './generation-job'
import { type ImportOptions, type ImportResult, importDocument } from './import-document'

export type Sender = { readonly viewer: Viewer; readonly address: string }

/** `importDocument` for requests: within what a person and an address may import in a time. */
export async function importWithinLimits(
  viewer: Viewer,
  upload: Upload & { readonly address: string },
  options: ImportOptions,
  now: Date,
): Promise<ImportResult | LimitReached> {
  const sender = { viewer, address: upload.address }
  const documents = await takeFromLimits(claimDocument(sender), now)
  if (documents.kind === 'rejected') return documents
  // Of what is longer nothing is saved.
  const characters = await takeFromLimits(
    claimCharacters(sender, Math.min(DOCUMENT_CHARACTERS, upload.content.length)),
    now,
  )
  if (characters.kind === 'rejected') return characters
  const result = await importDocument(viewer, upload, options, now)
  const isSaved = result.kind === 'stopped' || (result.kind === 'imported' && result.fresh)
  if (!isSaved) await characters.giveBack()
  return result
}

/** For one document that is sent or copied. */
export const claimDocument = (sender: Sender): Claim[] => claim('documents', sender, 1)

/** For the characters of a document that may be saved. */
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
