import 'server-only'
import { openGate } from '../../core/generation/gate'
import { modelFinder } from '../../core/generation/model/model-finder'
import { isReadable, requestHash } from '../../core/generation/model/requests'
import type { Window } from '../../core/generation/model/windows'
import { type ChatOptions, completeChat } from '../../model/complete-chat'
import { hostOf } from '../../model/consent'
import { type ModelInUse, modelSettings } from '../../model/settings'
import type { ReadingTools } from './read-with-model'

/** Those of the model that is configured; null without one. */
export function configuredTools(): ReadingTools<Window> | null {
  const settings = modelSettings()
  return settings.kind === 'on' ? readingTools(settings) : null
}

/** A model with its finder and the gate. `wait`: what passes between two tries of a request. */
export function readingTools(
  { connection, monthlyTokens, skippedStages }: ModelInUse,
  { wait }: Pick<ChatOptions, 'wait'> = {},
): ReadingTools<Window> {
  return {
    model: {
      name: connection.name,
      host: hostOf(connection),
      monthlyTokens,
      hashOf: requestHash,
      isReadable,
      send: (request, { documentId, consent, signal }) =>
        completeChat(connection, request, {
          documentId,
          mayLeave: consent.place === 'outside',
          signal,
          ...(wait ? { wait } : {}),
        }),
    },
    finderFor: (wish) => modelFinder(`model:${connection.name}`, wish, skippedStages),
    headingOf: ({ sentences: [first] }) => first?.headingPath.at(-1) ?? '',
    gateFor: (existing, document) => openGate(document, existing),
  }
}
