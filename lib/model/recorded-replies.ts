import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StructuredDocument } from '../core/document/document'
import type { Depth } from '../core/generation/depth'
import type { Found, ModelReply, ModelRequest } from '../core/generation/finder'
import { modelFinder } from '../core/generation/model/model-finder'
import { FIRST_DIALECT, writeBody } from './dialect'
import { findInPart } from './find-in-document'

/** The model whose replies people wrote. */
const RECORDED_MODEL = 'by-hand'
export const RECORDED_FINDER = `model:${RECORDED_MODEL}` as const

type Body = { readonly model?: unknown; readonly messages?: unknown; readonly response_format?: unknown }

const ENDING = '.reply.txt'

/** The file of a reply in a folder of recordings, by what decides it: another limit of tokens or another temperature finds the same. */
export function recordingOf({ model, messages, response_format }: Body): string {
  const decisive = JSON.stringify([model, messages, response_format ?? null])
  return `${createHash('sha256').update(decisive).digest('hex').slice(0, 16)}${ENDING}`
}

/** The file that has, or is to have, the reply to a request. */
export const recordingFor = (request: ModelRequest): string =>
  recordingOf(writeBody(RECORDED_MODEL, request, FIRST_DIALECT))

export type Recorded =
  | { readonly kind: 'complete'; readonly found: readonly Found[]; readonly requests: readonly ModelRequest[] }
  /** The requests without a reply whose turn it is: a document or a prompt is another than when it was recorded. */
  | {
      readonly kind: 'incomplete'
      readonly missing: readonly ModelRequest[]
      readonly requests: readonly ModelRequest[]
    }

class NotRecorded extends Error {}

/** What a model finds in a document whose replies are in a folder. The same files give the same items. */
export async function findRecorded(document: StructuredDocument, folder: string, depth: Depth): Promise<Recorded> {
  const requests: ModelRequest[] = []
  const missing: ModelRequest[] = []
  const ask = async (asked: readonly ModelRequest[]): Promise<readonly ModelReply[]> => {
    const replies = asked.map((request) => readRecording(folder, request))
    requests.push(...asked)
    missing.push(...asked.filter((_, at) => replies[at] === null))
    if (replies.includes(null)) throw new NotRecorded()
    return replies
  }
  const finder = modelFinder(RECORDED_FINDER, { depth, language: document.language })
  const found: Found[] = []
  for (const part of finder.parts(document)) {
    try {
      found.push(await findInPart(finder, part, document, ask))
    } catch (error) {
      if (!(error instanceof NotRecorded)) throw error
    }
  }
  return missing.length > 0 ? { kind: 'incomplete', missing, requests } : { kind: 'complete', found, requests }
}

/** What was recorded for a request; null where nothing was. */
export function readRecording(folder: string, request: ModelRequest): ModelReply {
  const path = join(folder, recordingFor(request))
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
