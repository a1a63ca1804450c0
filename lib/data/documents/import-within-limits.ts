import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import { TEXT_LIMIT } from '../../core/document/document'
import { type LimitReached, takeFromLimits } from '../rate-limits'
import { claimCharacters, claimDocument } from './document-limits'
import { type ImportInput, type ImportOptions, importDocument } from './import-document'

/** `importDocument` for what comes from outside: within what a person and an address may make in a time. */
export async function importWithinLimits(
  viewer: Viewer,
  input: ImportInput & { readonly address: string },
  options: ImportOptions,
  now: Date,
): Promise<Awaited<ReturnType<typeof importDocument>> | LimitReached> {
  const sender = { viewer, address: input.address }
  const made = await takeFromLimits(claimDocument(sender), now)
  if (made.kind === 'rejected') return made
  // Of what is longer nothing is saved.
  const length = await takeFromLimits(claimCharacters(sender, Math.min(TEXT_LIMIT, input.content.length)), now)
  if (length.kind === 'rejected') return length
  const imported = await importDocument(viewer, input, options, now)
  const isSaved = imported.kind === 'stopped' || (imported.kind === 'imported' && imported.fresh)
  if (!isSaved) await length.giveBack()
  return imported
}
