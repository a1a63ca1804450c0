import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Found } from '../../lib/core/generation/finder'
import type { Proposal } from '../../lib/core/generation/read-reply'
import { findRecorded, recordingFor } from '../../lib/model/recorded-replies'
import { stop } from '../../scripts/shared/command-line'
import { groupBy } from '../engine/group-by'
import type { Mutation } from './mutations'
import { type CodeVerdict, judgeDraft, type RecordedWindow } from './proposals'

/** A proposal as a second reading meets it: good (`mutation` null), or with one fault that the checks in code do not refuse. */
export type Mixed = {
  readonly mutation: Mutation | null
  readonly proposal: Proposal
  readonly recorded: RecordedWindow
}

/** Writes replies that propose the mixed items, so that `npm run record` asks for their second reading. */
export function writeMix(mixed: readonly Mixed[], folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [recorded, entries] of groupBy(mixed, (entry) => entry.recorded)) {
    const items = entries.map(({ proposal: { type, stem, key, wrong, sentences, quote } }) => {
      return { sentences, quote, type, question: stem, answers: key, wrong }
    })
    writeFileSync(join(folder, recordingFor(recorded.request)), `${JSON.stringify({ items }, null, 1)}\n`)
  }
}

/** What the finder and the gate make of each mixed item. Stops while a reply is missing. */
export async function judgeMix(mixed: readonly Mixed[], folder: string): Promise<ReadonlyMap<Mixed, CodeVerdict>> {
  const verdicts = new Map<Mixed, CodeVerdict>()
  for (const [document, entries] of groupBy(mixed, ({ recorded }) => recorded.document)) {
    const { depth } = entries[0]?.recorded ?? stop('Nothing is mixed.')
    const recorded = await findRecorded(document, folder, depth)
    if (recorded.kind === 'incomplete') stop(`${recorded.missing.length} replies are missing in ${folder}.`)
    for (const entry of entries) verdicts.set(entry, verdictOf(entry, recorded.found))
  }
  return verdicts
}

function verdictOf({ proposal: { stem, type }, recorded }: Mixed, found: readonly Found[]): CodeVerdict {
  const draft = found.flatMap(({ drafts }) => drafts).find((each) => each.stem === stem && each.type === type)
  if (draft) return judgeDraft(draft, recorded.document)
  const refusal = found.flatMap(({ refusals }) => refusals).find((each) => each.stem === stem)
  return { kind: 'refused', code: refusal?.code ?? 'not found' }
}
