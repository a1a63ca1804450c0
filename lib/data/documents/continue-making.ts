import 'server-only'
import type { Viewer } from '../../core/access/viewer'
import type { DocumentId } from '../../core/ids'
import { type MadeOn, type MakeOnOptions, makeOn } from './make-on'
import { takeStopped } from './take-stopped'

export type Continued =
  /** `done` ends with the making; nobody needs to wait for it. */
  | { readonly kind: 'continued'; readonly done: Promise<MadeOn> }
  /** Not the viewer's, or not stopped: it is being made, or whole. */
  | { readonly kind: 'rejected'; readonly reason: 'not-stopped' }

/** Makes the rest of a document of the viewer's own whose making was stopped. */
export async function continueMaking(
  viewer: Viewer,
  documentId: DocumentId,
  options: MakeOnOptions,
): Promise<Continued> {
  const run = await takeStopped(viewer, documentId, options.clock())
  return run ? { kind: 'continued', done: makeOn(run, options) } : { kind: 'rejected', reason: 'not-stopped' }
}
