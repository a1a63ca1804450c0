import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Found } from '../../lib/core/generation/finder'
import type { Proposal } from '../../lib/core/generation/read-reply'
import { findRecorded, recordingFor } from '../../lib/model/recorded-replies'
import { stop } from '../engine/command-line'
import { groupBy } from '../engine/group-by'
import type { Mutation } from './mutations'
import type { RecordedWindow } from './proposals'

/** A proposal as a second reading meets it: good (`mutation` null), or with one fault that the checks in code let pass. */
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

/** What the whole finder makes of each mixed item: taken, or refused with a code. Stops while a reply is missing. */
export async function judgeMix(mixed: readonly Mixed[], folder: string): Promise<ReadonlyMap<Mixed, string>> {
  const verdicts = new Map<Mixed, string>()
  for (const [document, entries] of groupBy(mixed, ({ recorded }) => recorded.document)) {
    const { depth } = entries[0]?.recorded ?? stop('Nothing is mixed.')
    const recorded = await findRecorded(document, folder, depth)
    if (recorded.kind === 'incomplete') stop(`${recorded.missing.length} replies are missing in ${folder}.`)
    for (const entry of entries) verdicts.set(entry, verdictOf(entry, recorded.found))
  }
  return verdicts
}

const TAKEN = 'taken'
export const isCaught = (verdict: string | undefined): boolean => verdict !== TAKEN

function verdictOf({ proposal: { stem, type } }: Mixed, found: readonly Found[]): string {
  if (found.some(({ drafts }) => drafts.some((draft) => draft.stem === stem && draft.type === type))) return TAKEN
  return found.flatMap(({ refusals }) => refusals).find((refusal) => refusal.stem === stem)?.code ?? 'not found'
}
