import { addFound } from '../lib/core/generation/add-found'
import type { Depth } from '../lib/core/generation/depth'
import type { Generated } from '../lib/core/generation/generated'
import { modelFinder } from '../lib/core/generation/model/model-finder'
import { env } from '../lib/env'
import { completeChat } from '../lib/model/complete-chat'
import { findInDocument } from '../lib/model/find-in-document'
import { readModelSettings } from '../lib/model/settings'

/** Why the configured model was not asked, as a sentence for whoever runs the command. */
export class ModelUnusable extends Error {}

/** What the rules made, and beside it what the configured model finds and the gate admits. */
export async function generateWithModel(made: Generated, depth: Depth): Promise<Generated> {
  const settings = readModelSettings(env)
  if (settings.kind === 'off') throw new ModelUnusable('No model is configured: set BILIM_MODEL and where it is')
  if (settings.kind === 'invalid') throw new ModelUnusable(settings.problem)
  const { connection } = settings
  const finder = modelFinder(`model:${connection.name}`, { depth, language: made.document.language })
  const found = await findInDocument(finder, made.document, async (request) => {
    const reply = await completeChat(connection, request, { documentId: made.document.hash, mayLeave: true })
    if (reply.kind === 'failed') throw new ModelUnusable(`The model did not answer: ${reply.reason}`)
    return reply.content
  })
  return addFound(made, found)
}
