import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ModelReply, ModelRequest } from '../core/generation/finder'
import { FIRST_DIALECT, writeBody } from './dialect'

/** The name of the model whose replies people wrote. */
export const RECORDED_MODEL = 'by-hand'

type Request = { readonly model?: unknown; readonly messages?: unknown; readonly response_format?: unknown }

/** The file of a reply in a folder of recordings, by what decides it: another limit of tokens or another temperature finds the same. */
export function recordingOf({ model, messages, response_format }: Request): string {
  const decisive = JSON.stringify([model, messages, response_format ?? null])
  return `${createHash('sha256').update(decisive).digest('hex').slice(0, 16)}.reply.txt`
}

/** What was recorded for a request; null where nothing was. */
export function readRecorded(folder: string, request: ModelRequest): ModelReply {
  const path = join(folder, recordingOf(writeBody(RECORDED_MODEL, request, FIRST_DIALECT)))
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}
