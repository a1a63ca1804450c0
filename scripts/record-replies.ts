// npm run record -- FOLDER FILES… [--depth key|balanced|everything]: the requests of a model about documents, for people who write its replies.
// Writes each request without a reply as FOLDER/<hash>.request.md; its reply belongs into <hash>.reply.txt beside it. Run it again
// until none waits: what is asked next depends on the replies. Deletes what no request of these documents asks for.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Depth } from '../lib/core/generation/depth'
import type { ModelRequest } from '../lib/core/generation/finder'
import { generate } from '../lib/core/generation/rules/generate'
import { readDocument } from '../lib/import-formats/read-document'
import { findRecorded, recordingFor } from '../lib/model/recorded-replies'
import { readArguments, stop } from './shared/command-line'

const USAGE = 'Usage: npm run record -- FOLDER FILES… [--depth key|balanced|everything]'
const { values, positionals } = readArguments({ depth: { type: 'string' } }, USAGE)
const [folder, ...files] = positionals
const depth = Depth.safeParse(values.depth ?? 'balanced').data
if (!folder || files.length === 0 || !depth) stop(USAGE)
mkdirSync(folder, { recursive: true })

const kept = new Set<string>()
let waiting = 0
let isComplete = true
for (const file of files) {
  const read = await readDocument({ kind: 'bytes', bytes: readFileSync(file), fileName: basename(file) })
  if (read.kind === 'rejected') stop(`${file} cannot be read: ${read.reason}.`)
  const recorded = await findRecorded(generate(read).document, folder, depth)
  for (const request of recorded.requests) kept.add(recordingFor(request))
  if (recorded.kind === 'complete') {
    const drafts = recorded.found.reduce((sum, found) => sum + found.drafts.length, 0)
    console.log(`${file}: complete, ${drafts} drafts`)
    continue
  }
  isComplete = false
  for (const request of recorded.missing) {
    const path = join(folder, recordingFor(request).replace('.reply.txt', '.request.md'))
    writeFileSync(path, written(request))
    waiting += 1
    console.log(`${request.stage}: ${path}`)
  }
}
if (isComplete) removeOthers(folder)
console.log(waiting === 0 ? 'Every request has its reply.' : `${waiting} requests wait for a reply.`)

/** A request as a person reads it. */
function written({ messages, schema }: ModelRequest): string {
  const parts = messages.map(({ role, content }) => `## ${role}\n\n${content}\n`)
  return [...parts, `## format of the reply\n\n${JSON.stringify(schema, null, 1)}\n`].join('\n')
}

function removeOthers(from: string): void {
  for (const name of readdirSync(from))
    if (name.endsWith('.request.md') || (name.endsWith('.reply.txt') && !kept.has(name))) rmSync(join(from, name))
}
