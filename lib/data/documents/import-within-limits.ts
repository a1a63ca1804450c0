import 'server-only'
import { DOCUMENT_LIMITS } from '../../core/access/limits'
import { isGuest, type Viewer } from '../../core/access/viewer'
import { TEXT_LIMIT } from '../../core/document/document'
import { type LimitReached, takeFromLimits } from '../take-from-limits'
import { type ImportInput, type ImportOptions, importDocument } from './import-document'

/** `importDocument` for what comes from outside: within what a person and an address may make in a time. */
export async function importWithinLimits(
  viewer: Viewer,
  input: ImportInput & { readonly address: string },
  options: ImportOptions,
  now: Date,
): Promise<Awaited<ReturnType<typeof importDocument>> | LimitReached> {
  const { person, address } = DOCUMENT_LIMITS[isGuest(viewer) ? 'guest' : 'known']
  const made = await takeFromLimits(
    [
      { limit: person.documents, key: viewer.learnerId },
      { limit: address.documents, key: input.address },
    ],
    now,
  )
  if (made.kind === 'rejected') return made
  // Of what is longer nothing is saved.
  const points = Math.min(TEXT_LIMIT, input.content.length)
  const length = await takeFromLimits(
    [
      { limit: person.characters, key: viewer.learnerId, points },
      { limit: address.characters, key: input.address, points },
    ],
    now,
  )
  if (length.kind === 'rejected') return length
  const imported = await importDocument(viewer, input, options, now)
  const isSaved = imported.kind === 'stopped' || (imported.kind === 'imported' && imported.fresh)
  if (!isSaved) await length.giveBack()
  return imported
}
