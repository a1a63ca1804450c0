import { addFound } from '../lib/core/generation/add-found'
import type { Depth } from '../lib/core/generation/depth'
import type { ModelReply, ModelRequest } from '../lib/core/generation/finder'
import type { Generated } from '../lib/core/generation/generated'
import { modelFinder } from '../lib/core/generation/model/model-finder'
import { env } from '../lib/env'
import { completeChat } from '../lib/model/complete-chat'
import { createFailureCount, type ModelFailure } from '../lib/model/failure'
import { findInDocument } from '../lib/model/find-in-document'
import { readModelSettings } from '../lib/model/settings'

/** Why the configured model was not asked, as a sentence for whoever runs the command. */
export class ModelUnusable extends Error {}

const said = ({ reason, detail }: ModelFailure): string => (detail === reason ? reason : `${reason} (${detail})`)

/** What the rules made, and beside it what the configured model finds and the gate admits. */
export async function generateWithModel(made: Generated, depth: Depth): Promise<Generated> {
  const settings = readModelSettings(env)
  if (settings.kind === 'off') throw new ModelUnusable('No model is configured: set BILIM_MODEL and where it is')
  if (settings.kind === 'invalid') throw new ModelUnusable(settings.problem)
  const { connection, skippedStages } = settings
  const finder = modelFinder(`model:${connection.name}`, { depth, language: made.document.language }, skippedStages)
  const failures = createFailureCount()
  let skipped = 0
  const found = await findInDocument(finder, made.document, ask)
  if (skipped > 0) process.stderr.write(`The model would not answer ${skipped} of the requests; the others count.\n`)
  return addFound(made, found)

  /** As a reading does: a request that alone fails for good is skipped. */
  async function ask(request: ModelRequest): Promise<ModelReply> {
    const reply = await completeChat(connection, request, { documentId: made.document.hash, mayLeave: true })
    if (reply.kind === 'replied') {
      failures.reset()
      return reply.content
    }
    if (failures.isLast(reply)) throw new ModelUnusable(`The model did not answer: ${said(reply)}`)
    if (reply.retryable) return ask(request)
    skipped += 1
    return null
  }
}
